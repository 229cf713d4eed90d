//! `textDocument/documentHighlight`

use deck_ide::{SubjectKind, highlights, subject_at};
use tower_lsp::ls_types::{DocumentHighlight, DocumentHighlightKind, DocumentHighlightParams};

use super::Answer;
use crate::state::State;
use crate::view::View;

pub(crate) fn handle(
    state: &State,
    params: &DocumentHighlightParams,
) -> Answer<Option<Vec<DocumentHighlight>>> {
    let at = &params.text_document_position_params;
    let found = View::of(state, &at.text_document.uri).map(|view| {
        let offset = view.offset(at.position);
        let subject = subject_at(view.source(), &view.root.indexes.terms, offset);
        let term = subject.filter(|it| it.kind == SubjectKind::Term).map(|it| it.range);
        let places = highlights(view.workspace(), view.file, offset, term).into_iter();
        let highlight = |range| DocumentHighlight {
            range: view.positions().range(range),
            kind: Some(DocumentHighlightKind::TEXT),
        };
        places.map(highlight).collect()
    });
    Answer::now(found)
}
