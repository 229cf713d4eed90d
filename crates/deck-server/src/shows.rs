//! The pages that show cards: in the editor's webviews, and in browsers.

use std::collections::{BTreeSet, HashMap};
use std::io;
use std::path::{Path, PathBuf};

use deck_ide::preview::{Gallery, Picture, timeline};
use deck_lint::FileId;
use deck_preview::{Server, Show};
use tower_lsp::ls_types::Uri;

use crate::client::Editor;
use crate::event::Event;
use crate::publish::Pending;
use crate::root::RootId;
use crate::state::State;

/// The pages that show cards.
#[derive(Default)]
pub(crate) struct Shows {
    last: u64,
    open: Vec<Open>,
    /// What decks look like.
    galleries: HashMap<RootId, Gallery>,
    /// The server for browsers, once one was wanted. It ends with the session.
    server: Option<Server>,
    /// Files that have changed, or of which something else is said.
    stale: BTreeSet<(RootId, FileId)>,
    /// Whether everything may have changed.
    is_stale: bool,
}

/// How a page is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Webview,
    Browser,
}

/// Which pages are told something.
#[derive(Debug, Clone, Copy)]
pub(crate) enum To {
    /// The one in the webview.
    Webview,
    /// One in a browser.
    Page(u64),
}

/// A deck that is shown.
struct Open {
    id: String,
    way: Way,
    root: RootId,
    /// The deck. It keeps its path where a scan gives it another number.
    path: PathBuf,
    picture: Picture,
    show: Show,
    /// The item of the card that was last said to be under the cursor.
    cursor: Option<usize>,
}

impl Open {
    /// Tells all pages of the show.
    fn tell(&self, editor: &Editor, server: Option<&Server>, message: String) {
        match self.way {
            Way::Webview => editor.to_webview(&self.id, &message),
            Way::Browser => {
                if let Some(server) = server {
                    server.send(&self.id, message);
                }
            }
        }
    }

    /// Tells the page that asked.
    fn answer(&self, editor: &Editor, server: Option<&Server>, to: To, message: String) {
        match (to, server) {
            (To::Page(page), Some(server)) => server.send_to(page, message),
            _ => self.tell(editor, server, message),
        }
    }
}

impl Shows {
    /// Takes note of what has changed, for [`State::present`].
    pub(crate) fn note(&mut self, pending: &Pending) {
        if !self.open.is_empty() {
            self.stale.extend(pending.edited.union(&pending.touched));
            self.is_stale |= pending.refresh;
        }
    }

    pub(crate) fn close(&mut self, id: &str) {
        self.open.retain(|open| open.id != id);
    }

    fn find(&self, id: &str) -> Option<&Open> {
        self.open.iter().find(|open| open.id == id)
    }

    pub(crate) fn title(&self, id: &str) -> &str {
        self.find(id).map_or("", |open| &open.picture.scene.title)
    }

    /// Where a card is written.
    pub(crate) fn place_of(&self, id: &str, card: &str) -> Option<(RootId, FileId, usize)> {
        let open = self.find(id)?;
        let (file, item) = *open.picture.places.get(open.show.index_of(card)?)?;
        Some((open.root, file, item))
    }

    /// Shows the card under the cursor, or that there is none.
    pub(crate) fn follow(
        &mut self,
        editor: &Editor,
        (root, file): (RootId, FileId),
        item: Option<usize>,
    ) {
        for open in self.open.iter_mut().filter(|open| open.root == root) {
            let is_here = open.picture.places.first().is_some_and(|place| place.0 == file);
            if is_here && open.cursor != item {
                open.cursor = item;
                let card = item.and_then(|item| open.picture.card_of(file, item));
                open.tell(editor, self.server.as_ref(), open.show.cursor(card));
            }
        }
    }
}

impl State {
    /// Shows a document; gives the name of the show, or `None` if it is no deck.
    pub(crate) fn open_show(&mut self, uri: &Uri, way: Way) -> Option<String> {
        let (root_id, file) = self.locate(uri)?;
        let root = self.roots.iter().find(|root| root.id == root_id)?;
        let path = root.live.workspace().file(file).path.clone();
        self.shows.last += 1;
        let id = self.shows.last.to_string();
        let gallery = self.shows.galleries.entry(root_id).or_default();
        gallery.refresh(&root.live, file);
        let picture = gallery.picture(&root.live, &[file]);
        let mut show = Show::default();
        show.update(picture.scene.clone());
        let open = Open { id: id.clone(), way, root: root_id, path, picture, show, cursor: None };
        self.shows.open.push(open);
        Some(id)
    }

    /// The address at which a browser shows a document; `None` if it is no deck.
    ///
    /// # Errors
    /// If no server can be started.
    pub(crate) fn address_of(&mut self, uri: &Uri) -> io::Result<Option<String>> {
        let Some((root, file)) = self.locate(uri) else { return Ok(None) };
        let Some(path) = self.root(root).map(|it| it.live.workspace().file(file).path.clone())
        else {
            return Ok(None);
        };
        if self.shows.server.is_none() {
            let events = self.events.clone();
            let hear = move |said| _ = events.send(Event::Page(said));
            self.shows.server = Some(self.editor.wait(Server::start(0, hear))?);
        }
        let is_it =
            |open: &&Open| open.way == Way::Browser && open.root == root && open.path == path;
        let known = self.shows.open.iter().find(is_it).map(|open| open.id.clone());
        let Some(id) = known.or_else(|| self.open_show(uri, Way::Browser)) else { return Ok(None) };
        Ok(self.serve_show(&id))
    }

    fn serve_show(&self, id: &str) -> Option<String> {
        let open = self.shows.find(id)?;
        let workspace = self.root(open.root)?.live.workspace();
        // A deck outside of any workspace has its pictures beside it.
        let folder = if workspace.root.as_os_str().is_empty() {
            open.path.parent().unwrap_or(Path::new("/"))
        } else {
            &workspace.root
        };
        let server = self.shows.server.as_ref()?;
        Some(server.add(id, &open.picture.scene.title, folder.to_owned()))
    }

    /// Tells all pages what has changed since they were last told.
    pub(crate) fn present(&mut self) {
        let stale = std::mem::take(&mut self.shows.stale);
        let is_stale = std::mem::take(&mut self.shows.is_stale);
        if self.shows.open.is_empty() || (stale.is_empty() && !is_stale) {
            return;
        }
        let Shows { open, galleries, server, .. } = &mut self.shows;
        for open in open {
            let Some(root) = self.roots.iter().find(|root| root.id == open.root) else { continue };
            let Some(file) = root.live.workspace().find(&open.path) else { continue };
            if !is_stale && !stale.contains(&(open.root, file)) {
                continue;
            }
            let gallery = galleries.entry(open.root).or_default();
            gallery.refresh(&root.live, file);
            open.picture = gallery.picture(&root.live, &[file]);
            if let Some(message) = open.show.update(open.picture.scene.clone()) {
                open.tell(&self.editor, server.as_ref(), message);
            }
        }
    }

    /// Tells a page all there is.
    pub(crate) fn tell_all(&self, id: &str, to: To) {
        let Some(open) = self.shows.find(id) else { return };
        let server = self.shows.server.as_ref();
        open.answer(&self.editor, server, to, open.show.whole());
        let file = open.picture.places.first().map(|place| place.0);
        let card = file.zip(open.cursor).and_then(|(file, item)| open.picture.card_of(file, item));
        if card.is_some() {
            open.answer(&self.editor, server, to, open.show.cursor(card));
        }
    }

    /// Tells a page the dated cards.
    pub(crate) fn tell_timeline(&self, id: &str, to: To) {
        let Some(open) = self.shows.find(id) else { return };
        let Some(root) = self.root(open.root) else { return };
        // A scan that was not yet presented may have given the file another number.
        let known = open.picture.places.first().map(|place| place.0);
        if known.is_some() && root.live.workspace().find(&open.path) != known {
            return;
        }
        let message = open.show.timeline(&timeline(&root.live, &open.picture));
        open.answer(&self.editor, self.shows.server.as_ref(), to, message);
    }

    /// Colours the code on cards that have come into sight.
    pub(crate) fn colour(&mut self, id: &str, cards: &[String]) {
        let Shows { open, galleries, server, .. } = &mut self.shows;
        let Some(open) = open.iter_mut().find(|open| open.id == id) else { return };
        let Some(root) = self.roots.iter().find(|root| root.id == open.root) else { return };
        let workspace = root.live.workspace();
        // Between a scan and the next telling, numbers of files are of another workspace.
        let Some(file) = workspace.find(&open.path) else { return };
        let gallery = galleries.entry(open.root).or_default();
        for card in cards.iter().filter_map(|card| open.show.index_of(card)) {
            if let Some((_, item)) = open.picture.places.get(card) {
                gallery.colour(workspace, (file, *item));
            }
        }
        open.picture = gallery.picture(&root.live, &[file]);
        if let Some(message) = open.show.update(open.picture.scene.clone()) {
            open.tell(&self.editor, server.as_ref(), message);
        }
    }
}
