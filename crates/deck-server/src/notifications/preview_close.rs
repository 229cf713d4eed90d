//! `decklint/preview/close`

use serde::Deserialize;

use crate::state::State;

/// Which webview is gone.
#[derive(Debug, Deserialize)]
pub(crate) struct CloseParams {
    pub(crate) id: String,
}

pub(crate) fn handle(state: &mut State, id: &str) {
    state.shows.close(id);
}
