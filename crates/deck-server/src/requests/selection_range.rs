//! `textDocument/selectionRange`

use deck_ide::selection_ranges;
use tower_lsp::ls_types::{Position, Range, SelectionRange, SelectionRangeParams};

use super::Answer;
use crate::state::State;
use crate::view::View;

pub(crate) fn handle(
    state: &State,
    params: SelectionRangeParams,
) -> Answer<Option<Vec<SelectionRange>>> {
    let view = View::of(state, &params.text_document.uri);
    let around = |position: Position, view: &View<'_>| {
        let ranges = selection_ranges(view.workspace(), view.file, view.offset(position));
        let ranges: Vec<Range> =
            ranges.into_iter().map(|range| view.positions().range(range)).collect();
        nest(&ranges).unwrap_or(SelectionRange {
            range: Range { start: position, end: position },
            parent: None,
        })
    };
    let positions = params.positions.into_iter();
    Answer::now(view.map(|view| positions.map(|position| around(position, &view)).collect()))
}

/// Ranges from the innermost to the outermost, one in the other.
fn nest(ranges: &[Range]) -> Option<SelectionRange> {
    ranges
        .iter()
        .rev()
        .fold(None, |parent, &range| Some(SelectionRange { range, parent: parent.map(Box::new) }))
}
