//! `decklint/preview/message`, and the same from a browser

use deck_lint::FileId;
use deck_preview::{FromPage, PageMessage};
use deck_syntax::TextRange;
use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::notification::Notification;
use tower_lsp::ls_types::{Range, ShowDocumentParams, Uri, request};

use crate::notifications::preview_scroll;
use crate::root::RootId;
use crate::shows::To;
use crate::state::State;

/// What a page in a webview says.
#[derive(Debug, Deserialize)]
pub(crate) struct MessageParams {
    id: String,
    message: PageMessage,
}

/// Where the editor is to go.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct GotoParams {
    uri: Uri,
    range: Range,
}

enum Goto {}

impl Notification for Goto {
    type Params = GotoParams;
    const METHOD: &'static str = "decklint/preview/goto";
}

pub(crate) fn of_webview(state: &mut State, params: MessageParams) {
    handle(state, &params.id, To::Webview, params.message);
}

pub(crate) fn of_browser(state: &mut State, said: FromPage) {
    handle(state, &said.show, To::Page(said.page), said.message);
}

fn handle(state: &mut State, id: &str, to: To, message: PageMessage) {
    match message {
        PageMessage::Ready => state.tell_all(id, to),
        PageMessage::Timeline => state.tell_timeline(id, to),
        PageMessage::Scope { scope } => state.widen(id, scope),
        PageMessage::Seen { cards } => state.colour(id, &cards),
        // A page in a browser does not move the editor: it may be one of many.
        PageMessage::Scroll { card } => {
            if let (To::Webview, Some(place)) = (to, state.shows.place_of(id, &card)) {
                preview_scroll::of_webview(state, place);
            }
        }
        PageMessage::Open { card } => {
            if let Some(place) = state.shows.place_of(id, &card) {
                go(state, place, to);
            }
        }
    }
}

/// Goes to a card in the editor.
fn go(state: &State, (root, file, item): (RootId, FileId, usize), to: To) {
    let Some((uri, range)) = place(state, root, file, item) else { return };
    if let To::Webview = to {
        state.editor.notify::<Goto>(GotoParams { uri, range });
    } else if state.abilities.shows_documents {
        let params = ShowDocumentParams {
            uri,
            external: Some(false),
            take_focus: Some(true),
            selection: Some(range),
        };
        state.editor.ask::<request::ShowDocument>(params, |_| ());
    }
}

fn place(state: &State, root_id: RootId, file: FileId, item: usize) -> Option<(Uri, Range)> {
    let root = state.root(root_id)?;
    let deck = &root.live.workspace().file(file).deck;
    let card = deck.items().get(item)?.card()?;
    let at = TextRange::empty(card.front.start()) + deck.start(item);
    Some((state.uri(root_id, file)?, state.positions(root, file).range(at)))
}
