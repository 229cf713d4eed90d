//! `textDocument/completion` and `completionItem/resolve`

use std::path::Path;

use deck_ide::{Completion, CompletionCx, CompletionKind, Insert, complete, documentation};
use deck_syntax::TextRange;
use serde_json::json;
use tower_lsp::ls_types::{
    CompletionItem, CompletionItemKind, CompletionList, CompletionParams, CompletionResponse,
    CompletionTextEdit, Documentation, InsertTextFormat, MarkupContent, MarkupKind, TextEdit,
};

use super::Answer;
use crate::convert::Positions;
use crate::state::State;
use crate::view::View;

/// The kinds of proposals, so that one can be named in a few letters.
const KINDS: [CompletionKind; 14] = [
    CompletionKind::Snippet,
    CompletionKind::Attribute,
    CompletionKind::Key,
    CompletionKind::Value,
    CompletionKind::Tag,
    CompletionKind::Id,
    CompletionKind::Source,
    CompletionKind::Section,
    CompletionKind::Deck,
    CompletionKind::Term,
    CompletionKind::Rule,
    CompletionKind::Order,
    CompletionKind::File,
    CompletionKind::Folder,
];

pub(crate) fn handle(
    state: &State,
    params: &CompletionParams,
) -> Answer<Option<CompletionResponse>> {
    Answer::now(proposals(state, params))
}

fn proposals(state: &State, params: &CompletionParams) -> Option<CompletionResponse> {
    let at = &params.text_document_position;
    let view = View::of(state, &at.text_document.uri)?;
    let cx = CompletionCx {
        workspace: view.workspace(),
        terms: &view.root.indexes.terms,
        names: &view.root.indexes.names,
        findings: &view.root.live.diagnostics(view.file),
        list: &list,
    };
    let found = complete(&cx, view.file, view.offset(at.position));
    let is_incomplete = found.len() >= deck_ide::MAX_PROPOSALS;
    let uri = at.text_document.uri.as_str();
    let snippets = state.abilities.snippets;
    let positions = view.positions();
    let items = found.into_iter().map(|it| item(it, uri, positions, snippets)).collect();
    Some(CompletionResponse::List(CompletionList { is_incomplete, items }))
}

/// What is in a folder, folders with a slash behind them.
fn list(folder: &Path) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let names = entries.flatten().filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        let is_folder = entry.file_type().is_ok_and(|kind| kind.is_dir());
        Some(if is_folder { name + "/" } else { name })
    });
    let mut names: Vec<String> = names.collect();
    names.sort_unstable();
    names
}

fn item(found: Completion, uri: &str, positions: Positions<'_>, snippets: bool) -> CompletionItem {
    let is_snippet = snippets && matches!(found.insert, Insert::Snippet(_));
    let new_text = match &found.insert {
        Insert::Snippet(template) if snippets => template.clone(),
        insert => insert.plain(),
    };
    let kind = KINDS.iter().position(|kind| *kind == found.kind);
    let edit = TextEdit { range: positions.range(found.range), new_text };
    CompletionItem {
        data: Some(json!({ "kind": kind, "uri": uri, "insert": found.insert.plain() })),
        label: found.label,
        kind: Some(item_kind(found.kind)),
        detail: (!found.detail.is_empty()).then_some(found.detail),
        sort_text: Some(found.sort_key),
        insert_text_format: is_snippet.then_some(InsertTextFormat::SNIPPET),
        text_edit: Some(CompletionTextEdit::Edit(edit)),
        ..CompletionItem::default()
    }
}

fn item_kind(kind: CompletionKind) -> CompletionItemKind {
    match kind {
        CompletionKind::Snippet => CompletionItemKind::SNIPPET,
        CompletionKind::Attribute | CompletionKind::Key => CompletionItemKind::PROPERTY,
        CompletionKind::Value => CompletionItemKind::VALUE,
        CompletionKind::Tag => CompletionItemKind::ENUM_MEMBER,
        CompletionKind::Id | CompletionKind::Source => CompletionItemKind::REFERENCE,
        CompletionKind::Section | CompletionKind::Deck => CompletionItemKind::MODULE,
        CompletionKind::Term => CompletionItemKind::TEXT,
        CompletionKind::Rule => CompletionItemKind::CONSTANT,
        CompletionKind::Order => CompletionItemKind::KEYWORD,
        CompletionKind::File => CompletionItemKind::FILE,
        CompletionKind::Folder => CompletionItemKind::FOLDER,
    }
}

/// Adds what there is to say about a proposal.
pub(crate) fn resolve(state: &State, mut item: CompletionItem) -> Answer<CompletionItem> {
    item.documentation = said_of(state, &item).map(|value| {
        Documentation::MarkupContent(MarkupContent { kind: MarkupKind::Markdown, value })
    });
    Answer::now(item)
}

fn said_of(state: &State, item: &CompletionItem) -> Option<String> {
    let data = item.data.as_ref()?;
    let kind = *KINDS.get(usize::try_from(data.get("kind")?.as_u64()?).ok()?)?;
    let view = View::of(state, &data.get("uri")?.as_str()?.parse().ok()?)?;
    let proposal = Completion {
        label: item.label.clone(),
        kind,
        insert: Insert::Plain(data.get("insert")?.as_str()?.to_owned()),
        range: TextRange::default(),
        detail: String::new(),
        sort_key: String::new(),
    };
    documentation(&proposal, &view.root.indexes.terms)
}
