//! `workspace/willRenameFiles`

use deck_ide::{Moved, will_rename};
use tower_lsp::ls_types::{RenameFilesParams, Uri, WorkspaceEdit};

use super::Answer;
use crate::convert::uri;
use crate::state::State;
use crate::view::Snapshot;

/// Links follow the files they lead to.
pub(crate) fn handle(state: &State, params: &RenameFilesParams) -> Answer<Option<WorkspaceEdit>> {
    let path = |name: &str| uri::to_path(&name.parse::<Uri>().ok()?);
    let moved = params
        .files
        .iter()
        .filter_map(|file| Some(Moved { from: path(&file.old_uri)?, to: path(&file.new_uri)? }));
    let moved: Vec<Moved> = moved.collect();
    let root = state
        .roots
        .iter()
        .find(|root| moved.first().is_some_and(|moved| moved.from.starts_with(&root.folder)));
    let Some(snapshot) = root.map(|root| Snapshot::of(state, root)) else {
        return Answer::now(None);
    };
    Answer::Later(Box::new(move || {
        let edits = will_rename(&snapshot.workspace, &moved);
        Ok((!edits.is_empty()).then(|| snapshot.workspace_edit(edits)))
    }))
}
