//! `decklint/preview/open`, and the commands that open a preview in a browser

use deck_preview::Scope;
use deck_render::page::{self, PageOptions, Transport};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tower_lsp::jsonrpc::Error;
use tower_lsp::ls_types::{ExecuteCommandParams, MessageType, ShowDocumentParams, Uri, request};

use super::Answer;
use crate::shows::Way;
use crate::state::State;

/// Shows the cards of a document in a browser: name of the document, `{all}`; the address is the
/// result.
pub(crate) const PREVIEW: &str = "decklint.preview";

/// The same on a time axis.
pub(crate) const TIMELINE: &str = "decklint.timeline";

/// What a webview needs.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct OpenParams {
    uri: Uri,
    #[serde(default)]
    all: bool,
    nonce: String,
    csp_source: String,
    media_base: String,
}

/// A page for a webview, and the name by which to speak of it.
#[derive(Debug, Serialize)]
pub(crate) struct Opened {
    id: String,
    html: String,
}

pub(crate) fn open(state: &mut State, params: &OpenParams) -> Answer<Opened> {
    let Some(id) = state.open_show(&params.uri, Way::Webview, scope(params.all)) else {
        return no_deck();
    };
    let html = page::html(&PageOptions {
        nonce: &params.nonce,
        csp_source: &params.csp_source,
        media_base: params.media_base.trim_end_matches('/'),
        transport: Transport::Webview,
        title: state.shows.title(&id),
    });
    Answer::now(Opened { id, html })
}

fn scope(all: bool) -> Scope {
    if all { Scope::All } else { Scope::Deck }
}

fn no_deck<T>() -> Answer<T> {
    Answer::Now(Err(Error::invalid_params("the document is no deck, so it has no cards to show")))
}

/// Opens the browser.
pub(crate) fn command(state: &mut State, params: &ExecuteCommandParams) -> Answer<Option<Value>> {
    let named = params.arguments.first().and_then(|uri| uri.as_str()?.parse::<Uri>().ok());
    let only = || state.buffers.values().find(|it| it.home.is_some()).map(|it| it.uri.clone());
    let Some(uri) = named.or_else(only) else { return no_deck() };
    let all = params.arguments.get(1).and_then(|options| options.get("all")?.as_bool());
    let address = match state.address_of(&uri, scope(all.unwrap_or_default())) {
        Ok(Some(address)) => address,
        Ok(None) => return no_deck(),
        Err(error) => {
            tracing::error!("no preview: {error}");
            return Answer::Now(Err(Error::internal_error()));
        }
    };
    let address = if params.command == TIMELINE { address + "#timeline" } else { address };
    show(state, &address);
    Answer::now(Some(address.into()))
}

fn show(state: &State, address: &str) {
    let uri = address.parse::<Uri>().ok().filter(|_| state.abilities.shows_documents);
    let Some(uri) = uri else {
        return state.editor.show(MessageType::INFO, format!("Preview: {address}"));
    };
    let params =
        ShowDocumentParams { uri, external: Some(true), take_focus: Some(true), selection: None };
    state.editor.ask::<request::ShowDocument>(params, |_| ());
}
