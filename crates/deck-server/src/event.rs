//! What the owner of the state is told.

use deck_lint::{Live, OfAllCards};
use deck_preview::FromPage;
use tower_lsp::ls_types::{
    DidChangeTextDocumentParams, DidChangeWatchedFilesParams, DidChangeWorkspaceFoldersParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, InitializeParams,
};

use crate::indexes::Indexes;
use crate::notifications::preview_cursor::CursorParams;
use crate::notifications::preview_message::MessageParams;
use crate::notifications::preview_scroll::ScrollParams;
use crate::root::RootId;
use crate::state::State;

/// What the owner of the state is told, in the order in which it happened.
pub(crate) enum Event {
    Initialize(Box<InitializeParams>),
    Initialized,
    Open(DidOpenTextDocumentParams),
    Change(DidChangeTextDocumentParams),
    Close(DidCloseTextDocumentParams),
    /// A document was saved.
    Saved,
    Watched(DidChangeWatchedFilesParams),
    Folders(DidChangeWorkspaceFoldersParams),
    /// The editor's settings have changed.
    Configured,
    /// A question of the editor, which answers itself.
    Query(Box<dyn FnOnce(&mut State) + Send>),
    /// A page in an editor's webview says something.
    Webview(MessageParams),
    /// An editor's webview is gone.
    WebviewClosed(String),
    /// A page in a browser says something.
    Page(FromPage),
    /// The cursor has moved.
    Cursor(CursorParams),
    /// The editor was scrolled.
    Scroll(ScrollParams),
    /// The decks of a root have been read, or why they could not be.
    Scanned(RootId, Box<Result<(Live, Indexes), String>>),
    /// The rules that look at all cards have run over a root as it was at that generation; `None`
    /// if they failed.
    Compared(RootId, u64, Option<OfAllCards>),
}
