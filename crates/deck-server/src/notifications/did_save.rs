//! `textDocument/didSave`

use crate::state::State;

/// Where the editor watches no files for us, saving is the moment to look at those on disk: a deck
/// or a configuration file may have changed beside the editor, or in it.
pub(crate) fn handle(state: &mut State) {
    if !state.abilities.watches_files {
        state.read_anew();
    }
}
