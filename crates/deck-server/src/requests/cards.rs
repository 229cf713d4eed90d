//! `decklint/cards`, which is ours: how many cards a document has, for an editor's status bar.

use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::Uri;

use super::Answer;
use crate::state::State;
use crate::view::View;

/// Of which document.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct CardsParams {
    uri: Uri,
}

/// How many cards it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) struct Cards {
    cards: usize,
}

/// Counts; `None` for what is no deck.
pub(crate) fn handle(state: &State, params: &CardsParams) -> Answer<Option<Cards>> {
    let view = View::of(state, &params.uri);
    Answer::now(view.map(|view| Cards { cards: view.source().card_count() }))
}
