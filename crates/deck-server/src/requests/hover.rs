//! `textDocument/hover`

use deck_ide::{HoverCx, NameKind, Use};
use deck_render::plain_text;
use deck_syntax::Dialect;
use tower_lsp::ls_types::{Hover, HoverContents, HoverParams, MarkupContent, MarkupKind};

use super::Answer;
use crate::state::State;
use crate::view::View;

pub(crate) fn handle(state: &State, params: &HoverParams) -> Answer<Option<Hover>> {
    Answer::now(hover(state, params))
}

fn hover(state: &State, params: &HoverParams) -> Option<Hover> {
    let at = &params.text_document_position_params;
    let view = View::of(state, &at.text_document.uri)?;
    let names = &view.root.indexes.names;
    let uses = |name: Use<'_>| {
        let count = match name {
            Use::Tag(tag) => names.count(NameKind::Tag, tag),
            Use::Id(id) => names.count(NameKind::Id, id),
        };
        Some(count as usize)
    };
    let findings = view.root.live.diagnostics(view.file);
    let cx = HoverCx { findings: &findings, uses: &uses };
    let found = deck_ide::hover(view.workspace(), view.file, view.offset(at.position), &cx)?;
    let (kind, value) = if state.abilities.markdown {
        (MarkupKind::Markdown, found.markdown)
    } else {
        (MarkupKind::PlainText, plain_text(&found.markdown, Dialect::Deck))
    };
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind, value }),
        range: Some(view.positions().range(found.range)),
    })
}
