//! `textDocument/codeAction`

use deck_ide::{Action, ActionKind, actions};
use deck_lint::Diagnostic;
use deck_syntax::rewrite::{Rewrite, make_cloze, split_card};
use tower_lsp::ls_types::{
    CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse,
    TextEdit, WorkspaceEdit,
};

use super::Answer;
use crate::convert::{Surroundings, to_diagnostic};
use crate::state::State;
use crate::view::{View, workspace_edit};

/// Puts right all of a file that can safely be: what editors run on saving, if told to.
pub(crate) const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.decklint");

pub(crate) fn handle(
    state: &State,
    params: &CodeActionParams,
) -> Answer<Option<CodeActionResponse>> {
    if !state.abilities.literal_actions {
        return Answer::now(None);
    }
    let view = View::of(state, &params.text_document.uri);
    Answer::now(view.map(|view| offered(&view, params)))
}

fn offered(view: &View<'_>, params: &CodeActionParams) -> CodeActionResponse {
    let range = view.positions().text_range(params.range);
    let findings = view.root.live.diagnostics(view.file);
    let mut offered: Vec<CodeAction> = actions(view.source(), range, &findings)
        .into_iter()
        .map(|action| to_action(action, &findings, view))
        .collect();
    let source = view.source();
    let split = split_card(&source.deck, &source.text, range.start());
    offered.extend(split.map(|it| rewrite("Split the card here", it, view)));
    let cloze = make_cloze(&source.deck, &source.text, range).filter(|_| !range.is_empty());
    offered.extend(cloze.map(|it| rewrite("Make a gap of the selected words", it, view)));
    let only = params.context.only.as_deref();
    offered.retain(|action| only.is_none_or(|only| is_wanted(action, only)));
    offered.into_iter().map(CodeActionOrCommand::CodeAction).collect()
}

/// Whether an action is of one of the kinds asked for, which hold their finer ones.
fn is_wanted(action: &CodeAction, only: &[CodeActionKind]) -> bool {
    let kind = action.kind.as_ref().map_or("", CodeActionKind::as_str);
    only.iter().any(|wanted| {
        let rest = kind.strip_prefix(wanted.as_str());
        rest.is_some_and(|rest| {
            rest.is_empty() || rest.starts_with('.') || wanted.as_str().is_empty()
        })
    })
}

fn to_action(action: Action, findings: &[Diagnostic], view: &View<'_>) -> CodeAction {
    let positions = view.positions();
    let edits = action
        .edits
        .into_iter()
        .map(|edit| TextEdit { range: positions.range(edit.range), new_text: edit.insert });
    let around = Surroundings {
        positions: &|file| view.state.positions(view.root, file),
        uri: &|file| view.state.uri(view.root.id, file),
        pages: view.state.pages.as_deref(),
    };
    let finding = action.finding.and_then(|index| findings.get(index));
    CodeAction {
        title: action.title,
        kind: Some(match action.kind {
            ActionKind::Fix | ActionKind::Allow | ActionKind::AllowFile => CodeActionKind::QUICKFIX,
            ActionKind::FixAll => FIX_ALL,
        }),
        diagnostics: finding.map(|it| vec![to_diagnostic(it, &around)]),
        edit: Some(edit_of(view, edits.collect())),
        is_preferred: action.preferred.then_some(true),
        ..CodeAction::default()
    }
}

fn rewrite(title: &str, rewrite: Rewrite, view: &View<'_>) -> CodeAction {
    let positions = view.positions();
    let edits = rewrite
        .edits
        .into_iter()
        .map(|edit| TextEdit { range: positions.range(edit.range), new_text: edit.text });
    CodeAction {
        title: title.to_owned(),
        kind: Some(CodeActionKind::REFACTOR_REWRITE),
        edit: Some(edit_of(view, edits.collect())),
        ..CodeAction::default()
    }
}

fn edit_of(view: &View<'_>, edits: Vec<TextEdit>) -> WorkspaceEdit {
    let version = view.state.buffer(view.root.id, view.file).map(|buffer| buffer.version);
    let uri = view.state.uri(view.root.id, view.file);
    let changed = uri.map(|uri| (uri, version, edits));
    workspace_edit(changed.into_iter(), view.state.abilities.versioned_edits)
}
