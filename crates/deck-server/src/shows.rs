//! The pages that show cards: in the editor's webviews, and in browsers.

mod open;
mod step;

use std::collections::HashMap;
use std::io;
use std::path::Path;

use deck_ide::preview::{Gallery, Picture, timeline};
use deck_lint::FileId;
use deck_preview::{Scope, Server, Show};
use tower_lsp::ls_types::Uri;

use crate::event::Event;
use crate::publish::Pending;
use crate::root::RootId;
use crate::state::State;
use open::Open;

/// The pages that show cards.
#[derive(Default)]
pub(crate) struct Shows {
    last: u64,
    open: Vec<Open>,
    /// What decks look like.
    galleries: HashMap<RootId, Gallery>,
    /// The server for browsers, once one was wanted. It ends with the session.
    server: Option<Server>,
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

impl Shows {
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
}

impl State {
    /// Shows a document, or all decks of its workspace; gives the name of the show, or `None` if it
    /// is no deck.
    pub(crate) fn open_show(&mut self, uri: &Uri, way: Way, scope: Scope) -> Option<String> {
        let (root_id, file) = self.locate(uri)?;
        let root = self.roots.iter().find(|root| root.id == root_id)?;
        let path = root.live.workspace().file(file).path.clone();
        self.shows.last += 1;
        let id = self.shows.last.to_string();
        // A file alone has no others to show.
        let show = if root.is_workspace { Show::with_scope(scope) } else { Show::default() };
        let scope = if root.is_workspace { scope } else { Scope::Deck };
        let (picture, files) = (Picture::default(), Vec::new());
        let mut open = Open {
            id: id.clone(),
            way,
            root: root_id,
            path,
            scope,
            files,
            picture,
            show,
            cursor: None,
            is_pointing: false,
        };
        open.draw(self.shows.galleries.entry(root_id).or_default(), &root.live, |_| true);
        open.show.update(open.picture.scene.clone());
        self.shows.open.push(open);
        Some(id)
    }

    /// Shows more, or less, on a page.
    pub(crate) fn widen(&mut self, id: &str, scope: Scope) {
        let Shows { open, galleries, server, .. } = &mut self.shows;
        let Some(open) = open.iter_mut().find(|open| open.id == id) else { return };
        let Some(root) = self.roots.iter().find(|root| root.id == open.root) else { return };
        if !root.is_workspace || open.scope == scope {
            return;
        }
        open.scope = scope;
        open.draw(galleries.entry(open.root).or_default(), &root.live, |_| true);
        let message = open.show.widen(scope, open.picture.scene.clone());
        open.tell(&self.editor, server.as_ref(), message);
        open.point(&self.editor, server.as_ref());
    }

    /// The address at which a browser shows a document; `None` if it is no deck.
    ///
    /// # Errors
    /// If no server can be started.
    pub(crate) fn address_of(&mut self, uri: &Uri, scope: Scope) -> io::Result<Option<String>> {
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
        let is_it = |open: &&Open| {
            let is_same = open.root == root && open.path == path && open.scope == scope;
            open.way == Way::Browser && is_same
        };
        let known = self.shows.open.iter().find(is_it).map(|open| open.id.clone());
        let Some(id) = known.or_else(|| self.open_show(uri, Way::Browser, scope)) else {
            return Ok(None);
        };
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

    /// Tells all pages what has changed since the editor was last told, which comes after.
    pub(crate) fn present(&mut self) {
        let Pending { edited, touched, refresh } = &self.pending;
        if edited.is_empty() && touched.is_empty() && !refresh {
            return;
        }
        let Shows { open, galleries, server, .. } = &mut self.shows;
        for open in open {
            let Some(root) = self.roots.iter().find(|root| root.id == open.root) else { continue };
            let open_root = open.root;
            let gallery = galleries.entry(open.root).or_default();
            let has_changed = |file| {
                let file = (open_root, file);
                *refresh || edited.contains(&file) || touched.contains(&file)
            };
            if !open.draw(gallery, &root.live, has_changed) {
                continue;
            }
            if let Some(message) = open.show.update(open.picture.scene.clone()) {
                open.tell(&self.editor, server.as_ref(), message);
            }
            // The editor may have told of a card before it was drawn.
            if !open.is_pointing && open.pointed().is_some() {
                open.point(&self.editor, server.as_ref());
            }
        }
    }

    /// Tells a page all there is.
    pub(crate) fn tell_all(&self, id: &str, to: To) {
        let Some(open) = self.shows.find(id) else { return };
        let server = self.shows.server.as_ref();
        open.answer(&self.editor, server, to, open.show.whole());
        if let Some(card) = open.pointed() {
            open.answer(&self.editor, server, to, open.show.cursor(Some(card)));
        }
    }

    /// Tells a page the dated cards.
    pub(crate) fn tell_timeline(&self, id: &str, to: To) {
        let Some(open) = self.shows.find(id) else { return };
        let Some(root) = self.root(open.root) else { return };
        if !open.is_current(root.live.workspace()) {
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
        if !open.is_current(workspace) {
            return;
        }
        let gallery = galleries.entry(open.root).or_default();
        for card in open.show.indices_of(cards) {
            if let Some(place) = open.picture.places.get(card) {
                gallery.colour(workspace, *place);
            }
        }
        open.picture = gallery.picture(&root.live, &open.ids());
        if let Some(message) = open.show.update(open.picture.scene.clone()) {
            open.tell(&self.editor, server.as_ref(), message);
        }
    }
}
