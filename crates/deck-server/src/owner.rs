//! The thread that owns the state.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Instant;

use crate::event::Event;
use crate::notifications::{
    did_change, did_change_watched_files, did_change_workspace_folders, did_close, did_open,
    did_save, initialized, preview_close, preview_cursor, preview_message, preview_scroll,
};
use crate::state::State;

/// After so many events what has changed is published, even if more are waiting.
const AT_ONCE: usize = 100;

/// Handles events until nobody is left to send any.
pub(crate) fn run(events: &Receiver<Event>, mut state: State) {
    loop {
        match next(events, &state) {
            Next::Event(event) => survive(&mut state, |state| handle(*event, state)),
            Next::Rest => survive(&mut state, State::rest),
            Next::End => return,
        }
        // Whoever types fast wants to hear of the last letter, not of each.
        for event in events.try_iter().take(AT_ONCE) {
            survive(&mut state, |state| handle(event, state));
        }
        // A page is told of one card, the editor of everything that is wrong with a deck, which
        // takes much longer to say.
        survive(&mut state, State::present);
        survive(&mut state, State::publish);
    }
}

/// What comes next.
enum Next {
    Event(Box<Event>),
    /// Nobody has typed for a while.
    Rest,
    /// Nobody is left to send an event.
    End,
}

fn next(events: &Receiver<Event>, state: &State) -> Next {
    let Some(at) = state.rests_at() else {
        return events.recv().map_or(Next::End, |event| Next::Event(Box::new(event)));
    };
    match events.recv_timeout(at.saturating_duration_since(Instant::now())) {
        Ok(event) => Next::Event(Box::new(event)),
        Err(RecvTimeoutError::Timeout) => Next::Rest,
        Err(RecvTimeoutError::Disconnected) => Next::End,
    }
}

/// A rule that panics must not take the editor's server with it. What it left half done is read
/// anew.
fn survive(state: &mut State, step: impl FnOnce(&mut State)) {
    if catch_unwind(AssertUnwindSafe(|| step(state))).is_err() {
        tracing::error!("a step failed; all decks are read anew");
        state.start_anew();
    }
}

fn handle(event: Event, state: &mut State) {
    match event {
        Event::Initialize(params) => state.initialize(&params),
        Event::Initialized => initialized::handle(state),
        Event::Open(params) => did_open::handle(state, params),
        Event::Change(params) => did_change::handle(state, params),
        Event::Close(params) => did_close::handle(state, &params),
        Event::Saved => did_save::handle(state),
        Event::Watched(params) => did_change_watched_files::handle(state, &params),
        Event::Folders(params) => did_change_workspace_folders::handle(state, &params),
        Event::Configured => state.read_anew(),
        Event::Query(query) => query(state),
        Event::Webview(params) => preview_message::of_webview(state, params),
        Event::WebviewClosed(id) => preview_close::handle(state, &id),
        Event::Page(said) => preview_message::of_browser(state, said),
        Event::Cursor(params) => preview_cursor::handle(state, &params),
        Event::Scroll(params) => preview_scroll::handle(state, &params),
        Event::Scanned(root, result) => state.scanned(root, *result),
        Event::Compared(root, generation, found) => state.compared(root, generation, found),
    }
}
