//! `textDocument/foldingRange`

use deck_ide::{Fold, FoldKind, folding};
use tower_lsp::ls_types::{FoldingRange, FoldingRangeKind, FoldingRangeParams};

use super::Answer;
use crate::convert::Positions;
use crate::state::State;
use crate::view::View;

pub(crate) fn handle(
    state: &State,
    params: &FoldingRangeParams,
) -> Answer<Option<Vec<FoldingRange>>> {
    let folds = View::of(state, &params.text_document.uri).map(|view| {
        let folds = folding(view.workspace(), view.file).into_iter();
        folds.filter_map(|fold| range(&fold, view.positions())).collect()
    });
    Answer::now(folds)
}

fn range(fold: &Fold, positions: Positions<'_>) -> Option<FoldingRange> {
    let range = positions.range(fold.range);
    // A range that ends where a line starts does not reach into that line.
    let ends_before = range.end.character == 0 && range.end.line > range.start.line;
    let end_line = range.end.line - u32::from(ends_before);
    let kind = match fold.kind {
        FoldKind::Comment => FoldingRangeKind::Comment,
        FoldKind::FrontMatter => FoldingRangeKind::Imports,
        _ => FoldingRangeKind::Region,
    };
    (end_line > range.start.line).then_some(FoldingRange {
        start_line: range.start.line,
        start_character: None,
        end_line,
        end_character: None,
        kind: Some(kind),
        collapsed_text: None,
    })
}
