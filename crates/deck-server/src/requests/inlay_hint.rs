//! `textDocument/inlayHint`

use deck_ide::{Inlay, InlayOptions, inlay_hints};
use tower_lsp::ls_types::{InlayHint, InlayHintLabel, InlayHintParams, InlayHintTooltip};

use super::Answer;
use crate::convert::Positions;
use crate::state::State;
use crate::view::View;

pub(crate) fn handle(state: &State, params: &InlayHintParams) -> Answer<Option<Vec<InlayHint>>> {
    let hints = View::of(state, &params.text_document.uri).map(|view| {
        let range = view.positions().text_range(params.range);
        let options = InlayOptions { dates: true, numbers: state.numbers_cards };
        let hints = inlay_hints(view.workspace(), view.file, range, options).into_iter();
        hints.map(|hint| to_hint(hint, view.positions())).collect()
    });
    Answer::now(hints)
}

fn to_hint(hint: Inlay, positions: Positions<'_>) -> InlayHint {
    InlayHint {
        position: positions.position(hint.at),
        label: InlayHintLabel::String(hint.label),
        kind: None,
        text_edits: None,
        tooltip: (!hint.reason.is_empty()).then_some(InlayHintTooltip::String(hint.reason)),
        padding_left: None,
        padding_right: None,
        data: None,
    }
}
