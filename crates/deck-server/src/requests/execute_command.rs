//! `workspace/executeCommand`

use deck_ide::{Place, fix_all};
use deck_lint::Member;
use serde_json::Value;
use tower_lsp::jsonrpc::{Error, Result};
use tower_lsp::ls_types::{
    ApplyWorkspaceEditParams, ExecuteCommandParams, MessageType, Position, ShowDocumentParams,
    TextEdit, Uri, request,
};

use super::{Answer, preview};
use crate::state::State;
use crate::view::{View, workspace_edit};

/// Shows the first of the cards that ask what the card at a position asks: name of the document,
/// position.
pub(crate) const SIMILAR: &str = "decklint.similar";

/// Puts right all of a document that can safely be: name of the document.
pub(crate) const FIX_ALL: &str = "decklint.fixAll";

/// Takes a word as spelled rightly from now on, also before the list that has it is saved: name of
/// a document of the workspace, word.
pub(crate) const KNOW: &str = "decklint.knowWord";

/// All commands.
pub(crate) const ALL: [&str; 5] = [SIMILAR, FIX_ALL, KNOW, preview::PREVIEW, preview::TIMELINE];

pub(crate) fn handle(state: &mut State, params: &ExecuteCommandParams) -> Answer<Option<Value>> {
    if [preview::PREVIEW, preview::TIMELINE].contains(&params.command.as_str()) {
        return preview::command(state, params);
    }
    let argument = |index: usize| params.arguments.get(index);
    let uri = argument(0).and_then(|uri| uri.as_str()?.parse::<Uri>().ok());
    let Some(uri) = uri else {
        return Answer::Now(Err(Error::invalid_params("the first argument names a document")));
    };
    let done = match params.command.as_str() {
        SIMILAR => similar(state, &uri, argument(1)),
        FIX_ALL => {
            fix(state, &uri);
            Ok(())
        }
        KNOW => know(state, &uri, argument(1)),
        other => Err(Error::invalid_params(format!("there is no command `{other}`"))),
    };
    Answer::Now(done.map(|()| None))
}

fn similar(state: &State, uri: &Uri, position: Option<&Value>) -> Result<()> {
    let position = position.and_then(|it| serde_json::from_value::<Position>(it.clone()).ok());
    let position =
        position.ok_or_else(|| Error::invalid_params("the second argument is a position"))?;
    let Some(view) = View::of(state, uri) else { return Ok(()) };
    let Some(item) = view.source().deck.item_at(view.offset(position)) else { return Ok(()) };
    let alike = view.root.live.asking_alike(Member { file: view.file, item });
    let first = alike.first().and_then(|card| {
        let item = view.workspace().file(card.file).item(card.item);
        let range = item.card()?.front + item.start;
        view.location(Place { file: card.file, range })
    });
    match first {
        Some(location) => {
            let params = ShowDocumentParams {
                uri: location.uri,
                external: Some(false),
                take_focus: Some(true),
                selection: Some(location.range),
            };
            state.editor.ask::<request::ShowDocument>(params, |_| ());
        }
        None => state.editor.show(MessageType::INFO, "No other card asks this."),
    }
    Ok(())
}

fn know(state: &mut State, uri: &Uri, word: Option<&Value>) -> Result<()> {
    let word = word.and_then(Value::as_str);
    let word = word.ok_or_else(|| Error::invalid_params("the second argument is a word"))?;
    if let Some((root, _)) = state.locate(uri) {
        state.know(root, word);
    }
    Ok(())
}

fn fix(state: &State, uri: &Uri) {
    let Some(view) = View::of(state, uri) else { return };
    let Some(action) = fix_all(&view.root.live.diagnostics(view.file)) else {
        state.editor.show(MessageType::INFO, "Nothing here can safely be put right by itself.");
        return;
    };
    let positions = view.positions();
    let edits = action
        .edits
        .into_iter()
        .map(|edit| TextEdit { range: positions.range(edit.range), new_text: edit.insert });
    let version = state.buffers.get(uri).map(|buffer| buffer.version);
    let changed = std::iter::once((uri.clone(), version, edits.collect()));
    let params = ApplyWorkspaceEditParams {
        label: Some(action.title),
        edit: workspace_edit(changed, state.abilities.versioned_edits),
    };
    state.editor.ask::<request::ApplyWorkspaceEdit>(params, |_| ());
}
