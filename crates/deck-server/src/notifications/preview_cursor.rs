//! `decklint/cursor`

use serde::Deserialize;
use tower_lsp::ls_types::{Position, Uri};

use crate::state::State;
use crate::view::View;

/// Where the cursor is.
#[derive(Debug, Deserialize)]
pub(crate) struct CursorParams {
    uri: Uri,
    position: Position,
}

pub(crate) fn handle(state: &mut State, params: &CursorParams) {
    let Some(view) = View::of(state, &params.uri) else { return };
    let at = view.offset(params.position);
    let item = view.source().deck.item_at(at);
    let card = item.filter(|&item| view.source().deck.items()[item].card().is_some());
    let (root, path) = (view.root.id, view.source().path.clone());
    state.shows.follow(&state.editor, (root, &path), card);
}
