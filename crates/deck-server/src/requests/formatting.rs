//! `textDocument/formatting`, `rangeFormatting` and `onTypeFormatting`

use deck_syntax::format::{self, TextEdit as Edit, continue_list_below};
use tower_lsp::ls_types::{
    DocumentFormattingParams, DocumentOnTypeFormattingParams, DocumentRangeFormattingParams,
    TextEdit,
};

use super::Answer;
use crate::state::State;
use crate::view::View;

pub(crate) fn document(
    state: &State,
    params: &DocumentFormattingParams,
) -> Answer<Option<Vec<TextEdit>>> {
    let view = View::of(state, &params.text_document.uri);
    Answer::now(view.map(|view| {
        let source = view.source();
        to_edits(&view, format::format(&source.deck, &source.text))
    }))
}

pub(crate) fn range(
    state: &State,
    params: &DocumentRangeFormattingParams,
) -> Answer<Option<Vec<TextEdit>>> {
    let view = View::of(state, &params.text_document.uri);
    Answer::now(view.map(|view| {
        let source = view.source();
        let range = view.positions().text_range(params.range);
        to_edits(&view, format::format_range(&source.deck, &source.text, range))
    }))
}

/// Enter goes on with a list, or ends it.
pub(crate) fn on_type(
    state: &State,
    params: &DocumentOnTypeFormattingParams,
) -> Answer<Option<Vec<TextEdit>>> {
    let at = &params.text_document_position;
    let view = View::of(state, &at.text_document.uri).filter(|_| params.ch == "\n");
    Answer::now(view.map(|view| {
        let source = view.source();
        let edit = continue_list_below(&source.deck, &source.text, view.offset(at.position));
        to_edits(&view, edit.into_iter().collect())
    }))
}

fn to_edits(view: &View<'_>, edits: Vec<Edit>) -> Vec<TextEdit> {
    let positions = view.positions();
    let edits = edits.into_iter();
    edits.map(|edit| TextEdit { range: positions.range(edit.range), new_text: edit.text }).collect()
}
