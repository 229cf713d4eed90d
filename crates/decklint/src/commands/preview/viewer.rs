//! What is shown, and how it follows the files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use deck_ide::preview::{Gallery, Picture, timeline};
use deck_lint::{FileId, OpenError, Options, Workspace};
use deck_preview::{FromPage, PageMessage, Server, Show};

use super::SHOW;
use crate::commands::follow::{Followed, Follower};

/// Decks, what they look like, and what the pages know of them.
pub(super) struct Viewer {
    follower: Follower,
    files: Vec<FileId>,
    gallery: Gallery,
    picture: Picture,
    show: Show,
}

/// What came of files that may have changed.
#[derive(Default)]
pub(super) struct News {
    /// What pages are told of it.
    pub(super) message: Option<String>,
    /// Whether all was read anew, so that there may be other folders.
    pub(super) is_anew: bool,
}

impl Viewer {
    pub(super) fn new(workspace: Workspace, options: Options) -> Self {
        let mut viewer = Self {
            follower: Follower::new(workspace, options),
            files: Vec::new(),
            gallery: Gallery::default(),
            picture: Picture::default(),
            show: Show::default(),
        };
        viewer.select();
        viewer.draw();
        viewer
    }

    pub(super) fn title(&self) -> &str {
        &self.picture.scene.title
    }

    pub(super) fn root(&self) -> &Path {
        &self.workspace().root
    }

    pub(super) fn workspace(&self) -> &Workspace {
        self.follower.live.workspace()
    }

    fn select(&mut self) {
        self.files = self.follower.live.workspace().selected().map(|(file, _)| file).collect();
    }

    /// Draws what has changed; gives the message that says so.
    fn draw(&mut self) -> Option<String> {
        self.picture = self.gallery.picture(&self.follower.live, &self.files);
        self.show.update(self.picture.scene.clone())
    }

    /// Answers a page.
    pub(super) fn answer(&mut self, said: FromPage, server: &Server) {
        match said.message {
            PageMessage::Ready => server.send_to(said.page, self.show.whole()),
            PageMessage::Timeline => {
                let dated = timeline(&self.follower.live, &self.picture);
                server.send_to(said.page, self.show.timeline(&dated));
            }
            PageMessage::Open { card } => self.name_place(&card),
            // What is shown was said on the command line, and there is no editor to be scrolled.
            PageMessage::Scope { .. } | PageMessage::Scroll { .. } => {}
            PageMessage::Seen { cards } => {
                if let Some(message) = self.colour(&cards) {
                    server.send(SHOW, message);
                }
            }
        }
    }

    /// There is no editor here: terminals make a link of a path and a line.
    fn name_place(&self, card: &str) {
        let place = self.show.index_of(card).and_then(|card| self.picture.places.get(card));
        let line = self.show.index_of(card).and_then(|card| self.show.place_of(card));
        if let Some(((file, _), (_, line))) = place.zip(line) {
            let path = &self.follower.live.workspace().file(*file).path;
            anstream::println!("{}:{line}", crate::files::shown(path));
        }
    }

    fn colour(&mut self, cards: &[String]) -> Option<String> {
        let mut is_new = false;
        for index in self.show.indices_of(cards) {
            if let Some(place) = self.picture.places.get(index) {
                is_new |= self.gallery.colour(self.follower.live.workspace(), *place);
            }
        }
        if is_new { self.draw() } else { None }
    }

    /// Reads files that may have changed.
    pub(super) fn read_again(&mut self, paths: &BTreeSet<PathBuf>) -> News {
        let (touched, is_anew) = match self.follower.read_again(paths) {
            Followed::Files(files) if files.is_empty() => return News::default(),
            Followed::Files(files) => (files, false),
            Followed::Anew => {
                self.select();
                (self.files.iter().copied().collect(), true)
            }
            // The last deck is gone. It may come back: many a program saves by way of another file.
            Followed::Not(OpenError::NoDecks(_) | OpenError::NoSuchPath(_)) => {
                self.files.clear();
                (BTreeSet::new(), false)
            }
            Followed::Not(_) => return News::default(),
        };
        News { message: self.refresh(&touched), is_anew }
    }

    /// Lets the rules run that look at all cards; gives the message that says what they changed.
    pub(super) fn compare(&mut self) -> Option<String> {
        let touched = self.follower.compare();
        if touched.is_empty() { None } else { self.refresh(&touched) }
    }

    fn refresh(&mut self, touched: &BTreeSet<FileId>) -> Option<String> {
        for file in touched.iter().filter(|file| self.files.contains(file)) {
            self.gallery.refresh(&self.follower.live, *file);
        }
        self.draw()
    }
}
