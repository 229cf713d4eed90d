//! `decklint preview [PATH …]`

mod viewer;

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};

use deck_lint::{Options, Workspace};
use deck_preview::{FromPage, Server};

use crate::Outcome;
use crate::args::{DialectArg, PreviewArgs};
use crate::commands::follow::Watcher;
use crate::failure::Failure;
use crate::files::open_decks;
use viewer::Viewer;

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
    let watcher = watch(viewer.workspace(), sender);
    if !args.no_open && open::that_detached(&address).is_err() {
        anstream::eprintln!("no browser could be opened: open {address} yourself");
    }
    serve(&events, viewer, &server, watcher);
    Ok(Outcome::Clean)
}

async fn start(port: u16, sender: Sender<Event>) -> std::io::Result<Server> {
    // Nobody listens any more when the command ends.
    Server::start(port, move |said| _ = sender.send(Event::Page(said))).await
}

/// Tells of files that change. Where the system cannot watch, the page shows what was there.
fn watch(workspace: &Workspace, sender: Sender<Event>) -> Option<Watcher> {
    // Nobody listens any more when the command ends.
    let tell = move |paths| _ = sender.send(Event::Files(paths));
    match Watcher::start(workspace.folders(), tell) {
        Ok(watcher) => Some(watcher),
        Err(error) => {
            anstream::eprintln!("changes will not be shown: {error}");
            None
        }
    }
}

fn serve(
    events: &Receiver<Event>,
    mut viewer: Viewer,
    server: &Server,
    mut watcher: Option<Watcher>,
) {
    for event in events {
        match event {
            Event::Page(said) => viewer.answer(said, server),
            Event::Files(paths) => {
                read_again(paths, &mut viewer, server, watcher.as_mut());
                if let Some(message) = viewer.compare() {
                    server.send(SHOW, message);
                }
            }
        }
    }
}

/// Reads files that may have changed, and what new folders hold that came with them.
fn read_again(
    mut paths: BTreeSet<PathBuf>,
    viewer: &mut Viewer,
    server: &Server,
    mut watcher: Option<&mut Watcher>,
) {
    while !paths.is_empty() {
        let news = viewer.read_again(&paths);
        if let Some(message) = news.message {
            server.send(SHOW, message);
        }
        let follow = |watcher: &mut Watcher| watcher.follow(viewer.workspace()).ok();
        let more = watcher.as_mut().filter(|_| news.is_anew).and_then(|it| follow(it));
        paths = more.unwrap_or_default();
    }
}
