//! `decklint preview [PATH …]`

mod viewer;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use deck_lint::Options;
use deck_preview::{FromPage, Server};
use notify_debouncer_mini::notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};

use crate::Outcome;
use crate::args::{DialectArg, PreviewArgs};
use crate::failure::Failure;
use crate::files::open_decks;
use viewer::Viewer;

/// An editor writes a file in several steps: so long nothing more must come.
const REST: Duration = Duration::from_millis(30);

/// The one show that is served.
const SHOW: &str = "decks";

/// What may happen.
enum Event {
    Page(FromPage),
    Files(BTreeSet<PathBuf>),
}

/// Shows decks until somebody presses Ctrl+C.
pub(crate) fn run(args: &PreviewArgs) -> Result<Outcome, Failure> {
    let workspace = open_decks(&args.paths, args.dialect)?;
    let options = Options {
        paths: args.paths.clone(),
        dialect: args.dialect.map(DialectArg::dialect),
        ..Options::default()
    };
    let failure = |what: &str, error| Failure::File { what: what.to_owned(), error };
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()
        .map_err(|error| failure("start", error))?;
    let (sender, events) = channel();
    let server = runtime
        .block_on(start(args.port, sender.clone()))
        .map_err(|error| Failure::Port { port: args.port, error })?;
    let viewer = Viewer::new(workspace, options);
    let address = server.add(SHOW, viewer.title(), viewer.root().to_owned());
    anstream::println!("{address}");
    anstream::eprintln!("press Ctrl+C to end");
    let watcher = watch(&viewer.folders(), sender);
    if !args.no_open && open::that_detached(&address).is_err() {
        anstream::eprintln!("no browser could be opened: open {address} yourself");
    }
    serve(&events, viewer, &server);
    drop(watcher);
    Ok(Outcome::Clean)
}

async fn start(port: u16, sender: Sender<Event>) -> std::io::Result<Server> {
    // Nobody listens any more when the command ends.
    Server::start(port, move |said| _ = sender.send(Event::Page(said))).await
}

/// Tells of files that change. Where the system cannot watch, the page shows what was there.
fn watch(
    folders: &BTreeSet<PathBuf>,
    sender: Sender<Event>,
) -> Option<Debouncer<RecommendedWatcher>> {
    let tell = move |changed: DebounceEventResult| {
        let paths = changed.unwrap_or_default().into_iter().map(|it| it.path).collect();
        let _ = sender.send(Event::Files(paths));
    };
    let watching = new_debouncer(REST, tell).and_then(|mut debouncer| {
        for folder in folders {
            debouncer.watcher().watch(folder, RecursiveMode::NonRecursive)?;
        }
        Ok(debouncer)
    });
    match watching {
        Ok(debouncer) => Some(debouncer),
        Err(error) => {
            anstream::eprintln!("changes will not be shown: {error}");
            None
        }
    }
}

fn serve(events: &Receiver<Event>, mut viewer: Viewer, server: &Server) {
    for event in events {
        match event {
            Event::Page(said) => viewer.answer(said, server),
            Event::Files(paths) => {
                if let Some(message) = viewer.read_again(&paths) {
                    server.send(SHOW, message);
                }
            }
        }
    }
}
