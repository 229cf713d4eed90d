//! `initialized`

use serde_json::json;
use tower_lsp::ls_types::{Registration, RegistrationParams, request};

use crate::state::State;

/// Files that may be decks, and what says how they are checked.
const WATCHED: [&str; 4] = [
    "**/*.{deck,md,markdown,txt,tsv,csv}",
    "**/decklint.toml",
    "**/.decklint-words",
    "**/*.baseline",
];

pub(crate) fn handle(state: &mut State) {
    if state.abilities.watches_files {
        let watchers: Vec<_> = WATCHED.iter().map(|glob| json!({ "globPattern": glob })).collect();
        let registration = Registration {
            id: "decks".to_owned(),
            method: "workspace/didChangeWatchedFiles".to_owned(),
            register_options: Some(json!({ "watchers": watchers })),
        };
        let params = RegistrationParams { registrations: vec![registration] };
        state.editor.ask::<request::RegisterCapability>(params, |_| ());
    }
    for folder in std::mem::take(&mut state.folders) {
        state.add_folder(folder);
    }
    state.settle_all();
}
