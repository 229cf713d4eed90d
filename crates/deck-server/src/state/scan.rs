//! Reading decks, on a thread of its own.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use deck_lint::{FileId, Kept, Live, OfAllCards, OpenError, Options, Overlay, Workspace};
use tower_lsp::ls_types::{MessageType, Uri};

use super::State;
use crate::buffer::Buffer;
use crate::event::Event;
use crate::indexes::Indexes;
use crate::root::{Root, RootId, Scan};

/// What takes no longer may be waited for.
const QUICK: Duration = Duration::from_millis(50);

impl State {
    /// The buffers that belong to a root.
    fn buffers_of<'a>(&'a self, root: &'a Root) -> impl Iterator<Item = &'a Buffer> + 'a {
        self.buffers.values().filter(|buffer| self.root_around(&buffer.path) == Some(root.id))
    }

    fn overlays(&self, root: &Root) -> Vec<Overlay> {
        let overlay = |buffer: &Buffer| Overlay {
            path: buffer.path.clone(),
            bytes: buffer.rope.bytes().collect(),
        };
        self.buffers_of(root).map(overlay).collect()
    }

    /// Reads the buffers of a root that has not been scanned: what they say by themselves is told
    /// at once.
    pub(super) fn read_buffers(&mut self, id: RootId) {
        let Some(root) = self.root(id).filter(|root| !root.is_scanned) else { return };
        // A configuration that cannot be used is told of when the root is scanned.
        let Ok(workspace) = Workspace::of_buffers(&root.options(self.overlays(root))) else {
            return;
        };
        if let Some(root) = self.root_mut(id) {
            root.indexes = Indexes::of(&workspace);
            root.live = Live::of_files(workspace);
            root.generation += 1;
        }
        self.adopt_buffers(id);
    }

    /// Finds the files of the buffers of a root.
    fn adopt_buffers(&mut self, id: RootId) {
        let Some(root) = self.root(id) else { return };
        let uris: Vec<Uri> = self.buffers_of(root).map(|buffer| buffer.uri.clone()).collect();
        for uri in uris {
            self.adopt_buffer(id, &uri);
        }
    }

    /// Reads all decks of a root: at once if that takes no time, so that a deck that was just opened
    /// is not unknown for a moment, else on a thread of its own.
    pub(crate) fn scan(&mut self, id: RootId) {
        let Some(root) = self.root_mut(id) else { return };
        if root.scan != Scan::Idle {
            root.scan = Scan::Outdated;
            return;
        }
        root.scan = Scan::Running;
        root.begun = Some(Instant::now());
        let is_quick = root.is_scanned && root.took.is_some_and(|took| took < QUICK);
        let Some(root) = self.root(id) else { return };
        let mut options = root.options(self.overlays(root));
        let kept = root.is_scanned.then(|| root.live.keep());
        options.known = kept.as_ref().map(|kept| kept.workspace().clone());
        let is_alone = !root.is_workspace && !root.belongs_to_a_workspace();
        let shows = self.abilities.shows_progress && kept.is_none() && !is_alone;
        let progress = self.editor.progress(shows, "Reading decks");
        let events = self.events.clone();
        let work = move || {
            let read = catch_unwind(AssertUnwindSafe(|| {
                let progress = |done, all| progress.report(done, all);
                read(&options, is_alone, kept.as_ref(), &progress)
            }));
            progress.end();
            let failed = |_| Err("reading the decks failed; the log says more".to_owned());
            read.unwrap_or_else(failed)
        };
        if is_quick {
            self.scanned(id, work());
        } else {
            // Nobody waits for it when the session has ended.
            std::thread::spawn(move || _ = events.send(Event::Scanned(id, Box::new(work()))));
        }
    }

    /// Takes over what was read; what was typed meanwhile comes on top.
    pub(crate) fn scanned(&mut self, id: RootId, result: Result<(Live, Indexes), String>) {
        let Some(root) = self.root_mut(id) else { return };
        root.took = root.begun.take().map(|begun| begun.elapsed());
        if std::mem::replace(&mut root.scan, Scan::Idle) == Scan::Outdated {
            // It may lack a deck that was opened since.
            self.scan(id);
            return;
        }
        match result {
            Ok((live, indexes)) => {
                (root.live, root.indexes) = (live, indexes);
                root.is_scanned = true;
                root.generation += 1;
                root.compared = root.generation;
                self.told_problem = None;
                self.reports.retain(|(root, _), _| *root != id);
                self.adopt_buffers(id);
            }
            Err(problem) => self.tell_problem(problem),
        }
        self.pending.refresh = true;
    }

    /// Says once why decks cannot be read.
    fn tell_problem(&mut self, message: String) {
        if self.told_problem.as_ref() != Some(&message) {
            self.editor.show(MessageType::ERROR, format!("decklint: {message}"));
            self.told_problem = Some(message);
        }
    }

    /// Runs the rules that look at all cards over a root that has changed, on a thread of its own.
    pub(super) fn compare(&mut self, id: RootId) {
        let events = self.events.clone();
        let Some(root) = self.root_mut(id) else { return };
        let is_due = root.live.compares_cards() && root.compared != root.generation;
        if !is_due || root.is_comparing {
            return;
        }
        root.is_comparing = true;
        let (workspace, generation) = (root.live.workspace().clone(), root.generation);
        std::thread::spawn(move || {
            let look = AssertUnwindSafe(|| Live::look_at_all_cards(&workspace));
            let found = catch_unwind(look).ok();
            drop(workspace);
            let _ = events.send(Event::Compared(id, generation, found));
        });
    }

    /// Takes over what the rules that look at all cards found, unless there were edits since.
    pub(crate) fn compared(&mut self, id: RootId, generation: u64, found: Option<OfAllCards>) {
        let Some(root) = self.root_mut(id) else { return };
        root.is_comparing = false;
        if root.generation != generation {
            self.rest_later();
            return;
        }
        root.compared = generation;
        let Some(found) = found else { return };
        root.live.adopt(found);
        self.reports.retain(|(root, _), _| *root != id);
        // Places in edited files have moved, too, in what is said of others.
        let open: Vec<(RootId, FileId)> =
            self.buffers.values().filter_map(|buffer| buffer.home).collect();
        self.pending.touched.extend(open.into_iter().filter(|(root, _)| *root == id));
        self.pending.refresh = true;
    }

    /// Looks at changed buffers again: what was a note may be a deck now, and one dialect another.
    pub(super) fn tell_dialects_anew(&mut self) {
        let changed = self.buffers.values_mut().filter(|buffer| buffer.is_changed);
        let uris: Vec<Uri> = changed
            .map(|buffer| {
                buffer.is_changed = false;
                buffer.uri.clone()
            })
            .collect();
        for uri in uris {
            let Some(buffer) = self.buffers.get(&uri) else { continue };
            let path = buffer.path.clone();
            let id = buffer.home.map_or_else(|| self.root_for(&path), |(root, _)| root);
            if self.tell_dialect(id, &uri) {
                self.read_buffers(id);
                self.scan(id);
            }
        }
    }

    /// Tells in which dialect a buffer is written; whether that is another one than before.
    pub(super) fn tell_dialect(&mut self, id: RootId, uri: &Uri) -> bool {
        let Some((root, buffer)) = self.root(id).zip(self.buffers.get(uri)) else { return false };
        let text = String::from(&buffer.rope);
        let told = Workspace::dialect_of(&root.options(Vec::new()), &buffer.path, &text);
        let now = told.ok().and_then(|(detection, _)| detection.dialect);
        let Some(buffer) = self.buffers.get_mut(uri) else { return false };
        std::mem::replace(&mut buffer.dialect, now) != now
    }

    /// A buffer was closed. If it had changes that were not saved, the file on disk counts now, if
    /// there is one; a folder that nobody opened is forgotten with its last buffer.
    pub(crate) fn closed(&mut self, id: RootId, is_saved: bool) {
        let Some(root) = self.root(id) else { return };
        if !root.is_workspace && self.buffers_of(root).next().is_none() {
            self.roots.retain(|root| root.id != id);
        } else if !is_saved {
            self.scan(id);
        }
    }

    /// Reads everything as if for the first time: something went wrong, and nothing that is known
    /// can be relied upon.
    pub(crate) fn start_anew(&mut self) {
        for root in &mut self.roots {
            root.is_scanned = false;
            root.is_comparing = false;
        }
        self.reports.clear();
        self.read_anew();
    }

    /// Takes a word of a root as spelled rightly.
    pub(crate) fn know(&mut self, id: RootId, word: &str) {
        if let Some(root) = self.root_mut(id) {
            root.words.push(word.to_owned());
            self.scan(id);
        }
    }

    /// Reads everything anew: the configuration has changed.
    pub(crate) fn read_anew(&mut self) {
        let ids: Vec<RootId> = self.roots.iter().map(|root| root.id).collect();
        for id in ids {
            self.scan(id);
        }
    }
}

/// Reads the decks of a root; files that are the same as those of `kept` are taken from there.
fn read(
    options: &Options,
    is_alone: bool,
    kept: Option<&Kept>,
    progress: &(dyn Fn(usize, usize) + Sync),
) -> Result<(Live, Indexes), String> {
    let opened =
        if is_alone { Workspace::of_buffers(options) } else { Workspace::open(options, progress) };
    let workspace = match opened {
        Err(OpenError::NoDecks(_)) => Workspace::of_texts([]),
        opened => opened.map_err(|error| in_words(&error))?,
    };
    let indexes = Indexes::of(&workspace);
    let live = match kept {
        Some(kept) => Live::renewed(workspace, kept),
        None => Live::new(workspace),
    };
    Ok((live, indexes))
}

/// Why decks cannot be read, for the person at the editor.
fn in_words(error: &OpenError) -> String {
    match error {
        OpenError::Config(error) => {
            let help = if error.help.is_empty() { "" } else { "\n" };
            format!("{}: {error}{help}{}", error.path.display(), error.help)
        }
        OpenError::Baseline(error) => format!("{error}\n{}", error.problem.help()),
        other => other.to_string(),
    }
}
