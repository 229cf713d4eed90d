//! What is shown, and how it follows the files.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use deck_ide::preview::{Gallery, Picture, timeline};
use deck_lint::{Change, FileId, Live, OpenError, Options, Workspace};
use deck_preview::{FromPage, PageMessage, Server, Show};
use deck_syntax::{TextRange, TextSize, decode};

use super::SHOW;

/// Decks, what they look like, and what the pages know of them.
pub(super) struct Viewer {
    options: Options,
    live: Live,
    files: Vec<FileId>,
    gallery: Gallery,
    picture: Picture,
    show: Show,
}

impl Viewer {
    pub(super) fn new(workspace: Workspace, options: Options) -> Self {
        let mut viewer = Self {
            options,
            live: Live::new(workspace),
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
        &self.live.workspace().root
    }

    /// The folders in which the decks lie.
    pub(super) fn folders(&self) -> BTreeSet<PathBuf> {
        let files = self.live.workspace().selected();
        files.filter_map(|(_, file)| file.path.parent().map(Path::to_owned)).collect()
    }

    fn select(&mut self) {
        self.files = self.live.workspace().selected().map(|(file, _)| file).collect();
    }

    /// Draws what has changed; gives the message that says so.
    fn draw(&mut self) -> Option<String> {
        self.picture = self.gallery.picture(&self.live, &self.files);
        self.show.update(self.picture.scene.clone())
    }

    /// Answers a page.
    pub(super) fn answer(&mut self, said: FromPage, server: &Server) {
        match said.message {
            PageMessage::Ready => server.send_to(said.page, self.show.whole()),
            PageMessage::Timeline => {
                let dated = timeline(&self.live, &self.picture);
                server.send_to(said.page, self.show.timeline(&dated));
            }
            PageMessage::Open { card } => self.name_place(&card),
            // What is shown was said on the command line: no choice is offered.
            PageMessage::Scope { .. } => {}
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
            let path = &self.live.workspace().file(*file).path;
            anstream::println!("{}:{line}", crate::files::shown(path));
        }
    }

    fn colour(&mut self, cards: &[String]) -> Option<String> {
        let mut is_new = false;
        for index in self.show.indices_of(cards) {
            if let Some(place) = self.picture.places.get(index) {
                is_new |= self.gallery.colour(self.live.workspace(), *place);
            }
        }
        if is_new { self.draw() } else { None }
    }

    /// Reads files that may have changed; gives the message that says what has.
    pub(super) fn read_again(&mut self, paths: &BTreeSet<PathBuf>) -> Option<String> {
        let mut touched = BTreeSet::new();
        let mut is_new = false;
        for path in paths {
            match self.edit(path) {
                Some(files) => touched.extend(files),
                // A file that came, went, or cannot be told: all is read anew, and what is still
                // the same is kept.
                None if self.may_be_deck(path) => {
                    self.open_again();
                    touched = self.files.iter().copied().collect();
                    is_new = true;
                    break;
                }
                None => {}
            }
        }
        if touched.is_empty() && !is_new {
            return None;
        }
        let found = Live::look_at_all_cards(self.live.workspace());
        touched.extend(self.live.adopt(found));
        for file in touched.iter().filter(|file| self.files.contains(file)) {
            self.gallery.refresh(&self.live, *file);
        }
        self.draw()
    }

    /// Edits the file at a path as it was edited on disk; the files of which something else is said
    /// now, or `None` if it is no deck that is known, or cannot be read.
    fn edit(&mut self, path: &Path) -> Option<BTreeSet<FileId>> {
        let file = self.live.workspace().find(path)?;
        let decoded = decode(std::fs::read(path).ok()?);
        if !decoded.invalid.is_empty() {
            return None;
        }
        let before = &self.live.workspace().file(file).text;
        let Some((range, insert)) = difference(before, &decoded.text) else {
            return Some(BTreeSet::new());
        };
        Some(self.live.edit(file, &[Change { range, insert }]))
    }

    fn may_be_deck(&self, path: &Path) -> bool {
        let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        let is_known = self.live.workspace().find(path).is_some();
        is_known || ["deck", "md", "markdown", "txt", "tsv", "csv", "toml"].contains(&extension)
    }

    fn open_again(&mut self) {
        let kept = self.live.keep();
        let options = Options { known: Some(kept.workspace().clone()), ..self.options.clone() };
        // While a configuration is being written it may be nonsense: what was there stays.
        let workspace = match Workspace::open(&options, &|_, _| ()) {
            Ok(workspace) => workspace,
            // The last deck is gone. It may come back: many a program saves by way of another file.
            Err(OpenError::NoDecks(_) | OpenError::NoSuchPath(_)) => Workspace::of_texts([]),
            Err(_) => return,
        };
        self.live = Live::renewed(workspace, &kept);
        self.select();
    }
}

/// The one replacement that makes one text of another; `None` if they are the same.
fn difference<'n>(old: &str, new: &'n str) -> Option<(TextRange, &'n str)> {
    if old == new {
        return None;
    }
    let same = |pair: &(u8, u8)| pair.0 == pair.1;
    let head = old.bytes().zip(new.bytes()).take_while(same).count();
    let head = old.floor_char_boundary(head).min(new.floor_char_boundary(head));
    let most = (old.len() - head).min(new.len() - head);
    let tails = old.bytes().rev().zip(new.bytes().rev()).take(most);
    let tail = tails.take_while(same).count();
    let upto = |text: &str| text.ceil_char_boundary(text.len() - tail);
    let range = TextRange::new(size(head), size(upto(old)));
    Some((range, &new[head..upto(new)]))
}

fn size(at: usize) -> TextSize {
    TextSize::new(u32::try_from(at).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_difference_makes_one_text_of_the_other() {
        let texts =
            ["", "a", "ab", "aab", "é", "è", "aé", "aéb", "aèb", "日本", "日木", "aa", "aaa"];
        for old in texts {
            for new in texts {
                let mut text = old.to_owned();
                if let Some((range, insert)) = difference(old, new) {
                    text.replace_range(std::ops::Range::<usize>::from(range), insert);
                }
                assert_eq!(text, new, "from {old}");
            }
        }
    }
}
