//! `textDocument/documentLink`

use deck_ide::{Link, Target, links};
use tower_lsp::ls_types::{DocumentLink, DocumentLinkParams, Uri};

use super::Answer;
use crate::convert::uri;
use crate::state::State;
use crate::view::View;

pub(crate) fn handle(
    state: &State,
    params: &DocumentLinkParams,
) -> Answer<Option<Vec<DocumentLink>>> {
    let found = View::of(state, &params.text_document.uri).map(|view| {
        let links = links(view.workspace(), view.file).into_iter();
        let links = links.filter_map(|Link { range, target }| {
            Some(DocumentLink {
                range: view.positions().range(range),
                target: Some(to_uri(target, &view)?),
                tooltip: None,
                data: None,
            })
        });
        links.collect()
    });
    Answer::now(found)
}

fn to_uri(target: Target, view: &View<'_>) -> Option<Uri> {
    match target {
        Target::Url(address) => address.parse().ok(),
        Target::File(path) => uri::of_path(&path),
        Target::Place(place) => view.location(place).map(|location| location.uri),
    }
}
