//! `decklint/scroll`, and the same from a webview

use deck_lint::FileId;
use deck_syntax::{Deck, ItemKind, TextRange};
use serde::{Deserialize, Serialize};
use tower_lsp::ls_types::notification::Notification;
use tower_lsp::ls_types::{Position, Uri};

use crate::root::RootId;
use crate::state::State;
use crate::view::View;

/// What is at the top: of the editor, or of where it is to scroll to.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct ScrollParams {
    uri: Uri,
    /// Counted from 0.
    line: u32,
}

enum Scroll {}

impl Notification for Scroll {
    type Params = ScrollParams;
    const METHOD: &'static str = "decklint/preview/scroll";
}

/// The editor was scrolled.
pub(crate) fn handle(state: &mut State, params: &ScrollParams) {
    let Some(view) = View::of(state, &params.uri) else { return };
    let at = view.offset(Position::new(params.line, 0));
    let deck = &view.source().deck;
    if let Some(card) = deck.item_at(at).and_then(|item| card_near(deck, item)) {
        state.shows.scroll(&state.editor, (view.root.id, &view.source().path), card);
    }
}

/// A page was scrolled to a card. An editor that has it in a webview scrolls, too.
pub(crate) fn of_webview(state: &State, (root_id, file, card): (RootId, FileId, usize)) {
    let (Some(root), Some(uri)) = (state.root(root_id), state.uri(root_id, file)) else { return };
    let deck = &root.live.workspace().file(file).deck;
    let Some(item) = top_of(deck, card) else { return };
    let range = state.positions(root, file).range(TextRange::empty(deck.start(item)));
    state.editor.notify::<Scroll>(ScrollParams { uri, line: range.start.line });
}

/// The first card from an item on; after the last one, that.
fn card_near(deck: &Deck, item: usize) -> Option<usize> {
    let is_card = |at: &usize| deck.items()[*at].card().is_some();
    (item..deck.items().len()).find(is_card).or_else(|| (0..item).rev().find(is_card))
}

/// The item at the top when a card is: the first of the headings right above it, as on the page.
/// `None` if there is no such item.
fn top_of(deck: &Deck, card: usize) -> Option<usize> {
    let is_heading = |item: &usize| {
        matches!(deck.items()[*item].kind, ItemKind::Title { .. } | ItemKind::Section { .. })
    };
    deck.items().get(card)?;
    Some((0..card).rev().take_while(is_heading).last().unwrap_or(card))
}
