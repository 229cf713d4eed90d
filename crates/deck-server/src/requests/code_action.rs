//! `textDocument/codeAction`

use deck_ide::{Action, ActionKind, NameKind, actions};
use deck_lint::Diagnostic;
use deck_syntax::TextSize;
use deck_syntax::rewrite::{Rewrite, add_id, make_cloze, split_card};
use tower_lsp::ls_types::{
    self, CodeAction, CodeActionKind, CodeActionOrCommand, CodeActionParams, CodeActionResponse,
    TextEdit, WorkspaceEdit,
};

use super::{Answer, word_action};
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
    offered.extend(word_action::offered(view, range, &findings));
    let source = view.source();
    let split = split_card(&source.deck, &source.text, range.start());
    offered.extend(split.map(|it| rewrite("Split the card here", it, view)));
    let cloze = make_cloze(&source.deck, &source.text, range).filter(|_| !range.is_empty());
    offered.extend(cloze.map(|it| rewrite("Make a gap of the selected words", it, view)));
    let named = new_id(view, range.start())
        .and_then(|id| add_id(&source.deck, &source.text, range.start(), &id));
    offered.extend(named.map(|it| rewrite("Give the card an id", it, view)));
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
    let finding = action.finding.and_then(|index| findings.get(index));
    CodeAction {
        title: action.title,
        kind: Some(match action.kind {
            ActionKind::Fix | ActionKind::Allow | ActionKind::AllowFile => CodeActionKind::QUICKFIX,
            ActionKind::FixAll => FIX_ALL,
        }),
        diagnostics: finding.map(|it| about(it, view)),
        edit: Some(edit_of(view, edits.collect())),
        is_preferred: action.preferred.then_some(true),
        ..CodeAction::default()
    }
}

/// The finding that an action is about, in the protocol's terms.
pub(super) fn about(finding: &Diagnostic, view: &View<'_>) -> Vec<ls_types::Diagnostic> {
    let around = Surroundings {
        positions: &|file| view.state.positions(view.root, file),
        uri: &|file| view.state.uri(view.root.id, file),
        pages: view.state.pages.as_deref(),
    };
    vec![to_diagnostic(finding, &around)]
}

/// An id for the card at a place that no card of the workspace has: the first words of its
/// question.
fn new_id(view: &View<'_>, at: TextSize) -> Option<String> {
    let source = view.source();
    let item = source.item(source.deck.item_at(at)?);
    let question = item.text[item.card()?.front].to_lowercase();
    let words = question.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let id = words.take(6).collect::<Vec<_>>().join("-");
    let names = &view.root.indexes.names;
    let numbered = (2..).map(|number| format!("{id}-{number}"));
    let mut free = std::iter::once(id.clone()).chain(numbered);
    free.find(|id| names.count(NameKind::Id, id) == 0).filter(|_| !id.is_empty())
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
