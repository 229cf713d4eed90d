//! `textDocument/definition` and `textDocument/references`

use deck_ide::Place;
use deck_lint::{FileId, Member};
use deck_syntax::TextSize;
use tower_lsp::ls_types::{
    GotoDefinitionParams, GotoDefinitionResponse, Location, ReferenceParams,
};

use super::Answer;
use crate::state::State;
use crate::view::{Snapshot, View};

/// What has to be known to look for other places.
struct Search {
    snapshot: Snapshot,
    file: FileId,
    at: TextSize,
    /// The cards that ask what the card there asks.
    similar: Vec<Member>,
}

impl Search {
    fn new(view: &View<'_>, at: TextSize) -> Self {
        let item = view.source().deck.item_at(at);
        let card = item.map(|item| Member { file: view.file, item });
        let is_card = |card: &Member| view.source().facts[card.item].is_some();
        let similar = card.filter(is_card).map(|card| view.root.live.asking_alike(card));
        let similar = similar.unwrap_or_default();
        Self { snapshot: view.snapshot(), file: view.file, at, similar }
    }

    fn locations(&self, places: Vec<Place>) -> Vec<Location> {
        places.into_iter().filter_map(|place| self.snapshot.location(place)).collect()
    }
}

pub(crate) fn definition(
    state: &State,
    params: &GotoDefinitionParams,
) -> Answer<Option<GotoDefinitionResponse>> {
    let at = &params.text_document_position_params;
    let Some(view) = View::of(state, &at.text_document.uri) else { return Answer::now(None) };
    let search = Search::new(&view, view.offset(at.position));
    Answer::Later(Box::new(move || {
        let Search { snapshot, file, at, similar } = &search;
        let workspace = &snapshot.workspace;
        let places = deck_ide::definition(workspace, &snapshot.terms, *file, *at, similar);
        Ok(Some(GotoDefinitionResponse::Array(search.locations(places))))
    }))
}

pub(crate) fn references(state: &State, params: &ReferenceParams) -> Answer<Option<Vec<Location>>> {
    let at = &params.text_document_position;
    let Some(view) = View::of(state, &at.text_document.uri) else { return Answer::now(None) };
    let search = Search::new(&view, view.offset(at.position));
    let with_itself = params.context.include_declaration;
    Answer::Later(Box::new(move || {
        let Search { snapshot, file, at, similar } = &search;
        let workspace = &snapshot.workspace;
        let mut places = deck_ide::references(workspace, &snapshot.terms, *file, *at, similar);
        if !with_itself {
            let is_here =
                |place: &Place| place.file == *file && place.range.contains_inclusive(*at);
            places.retain(|place| !is_here(place));
        }
        Ok(Some(search.locations(places)))
    }))
}
