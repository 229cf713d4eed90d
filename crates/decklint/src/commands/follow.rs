//! Decks that follow their files.

mod watcher;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use deck_lint::{Change, FileId, Live, OpenError, Options, Workspace, is_media};
use deck_syntax::{TextRange, TextSize, decode};

pub(crate) use watcher::Watcher;

/// Decks and what is wrong with them, as their files are.
pub(crate) struct Follower {
    options: Options,
    pub(crate) live: Live,
    /// Whether the decks could not be read anew when they should have been.
    is_behind: bool,
    /// Whether decks were edited since the rules that look at all cards ran.
    is_uncompared: bool,
    /// What is no deck that is known, as it was when something was last told of it.
    stamps: HashMap<PathBuf, Stamp>,
}

/// When a file was last written and how long it is; `None` if it is not there.
type Stamp = Option<(Option<SystemTime>, u64)>;

/// What changes of files came to.
#[derive(Debug)]
pub(crate) enum Followed {
    /// Something else may be said of these files; of none if nothing has changed.
    Files(BTreeSet<FileId>),
    /// All was read anew, so that files have other numbers.
    Anew,
    /// It cannot be read: what was there stays.
    Not(OpenError),
}

impl Follower {
    pub(crate) fn new(workspace: Workspace, options: Options) -> Self {
        Self {
            options,
            live: Live::new(workspace),
            is_behind: false,
            is_uncompared: false,
            stamps: HashMap::new(),
        }
    }

    /// Reads files that may have changed. Rules that look at all cards run in [`Self::compare`], but
    /// where all is read anew.
    pub(crate) fn read_again(&mut self, paths: &BTreeSet<PathBuf>) -> Followed {
        let mut touched = BTreeSet::new();
        for path in paths {
            match if self.is_behind { None } else { self.edit(path) } {
                Some(files) => touched.extend(files),
                // A file that came, went, or cannot be told: all is read anew, and what is still
                // the same is kept.
                None if self.may_matter(path) && self.has_changed(path) => {
                    return self.open_again();
                }
                None => {}
            }
        }
        self.is_uncompared |= !touched.is_empty();
        Followed::Files(touched)
    }

    /// Runs the rules that look at all cards, if a deck was edited since they last ran: they take
    /// their time, and nobody need wait for them who wants to see what the others say. Gives the
    /// files of which something else may be said.
    pub(crate) fn compare(&mut self) -> BTreeSet<FileId> {
        if !std::mem::take(&mut self.is_uncompared) {
            return BTreeSet::new();
        }
        let found = Live::look_at_all_cards(self.live.workspace());
        self.live.adopt(found)
    }

    /// Edits the file at a path as it was edited on disk; the files of which something else is said
    /// now, or `None` if it is no deck that is known, or cannot be read.
    fn edit(&mut self, path: &Path) -> Option<BTreeSet<FileId>> {
        let file = self.live.workspace().find(path)?;
        let decoded = decode(std::fs::read(path).ok()?);
        let before = self.live.workspace().file(file);
        if !decoded.invalid.is_empty() || !before.invalid.is_empty() {
            return None;
        }
        let Some((range, insert)) = difference(&before.text, &decoded.text) else {
            return Some(BTreeSet::new());
        };
        Some(self.live.edit(file, &[Change { range, insert }]))
    }

    /// Whether something else lies at a path than when something was last told of it. Systems tell
    /// of files that are only read, too: without this, reading decks anew would go on for ever.
    fn has_changed(&mut self, path: &Path) -> bool {
        let about = std::fs::metadata(path).ok();
        // It may have come and gone between two looks, and been read in between.
        if about.is_none() && self.live.workspace().find(path).is_some() {
            return true;
        }
        let now = about.map(|about| (about.modified().ok(), about.len()));
        self.stamps.insert(path.to_owned(), now) != Some(now)
    }

    /// Whether what lies at a path, or lay there, may change what is said of decks.
    fn may_matter(&self, path: &Path) -> bool {
        let workspace = self.live.workspace();
        if workspace.is_configured_by(path) {
            return true;
        }
        // A folder that only holds a configuration may be anybody's.
        if !workspace.may_hold_decks(path) {
            return false;
        }
        let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default();
        if matches!(name, ".decklint-words" | ".gitignore" | ".ignore") {
            return true;
        }
        // Editors write hidden files beside the one that is edited.
        if name.starts_with('.') {
            return false;
        }
        let extension = path.extension().and_then(|it| it.to_str()).unwrap_or_default();
        ["deck", "md", "markdown", "txt", "tsv", "csv", "toml", "baseline"].contains(&extension)
            || is_media(path)
            || path.is_dir()
            || workspace.find(path).is_some()
            || workspace.files().any(|(_, file)| file.path.starts_with(path))
    }

    fn open_again(&mut self) -> Followed {
        let kept = self.live.keep();
        let options = Options { known: Some(kept.workspace().clone()), ..self.options.clone() };
        match Workspace::open(&options, &|_, _| ()) {
            Ok(workspace) => {
                self.is_behind = false;
                self.is_uncompared = false;
                self.live = Live::renewed(workspace, &kept);
                Followed::Anew
            }
            // While a configuration is being written it may be nonsense: what was there stays.
            Err(error) => {
                self.is_behind = true;
                Followed::Not(error)
            }
        }
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
    fn a_deck_that_is_gone_is_missed_though_it_was_gone_before() {
        let folder = tempfile::tempdir().unwrap();
        let root = dunce::canonicalize(folder.path()).unwrap();
        let (gone, other) = (root.join("gone.deck"), root.join("other.deck"));
        for path in [&gone, &other] {
            std::fs::write(path, "What is GDP?\nOutput\n").unwrap();
        }
        let options = Options { paths: vec![root], ..Options::default() };
        let workspace = Workspace::open(&options, &|_, _| ()).unwrap();
        let mut follower = Follower::new(workspace, options);
        // Told of while it was gone, and back before all was read anew.
        follower.stamps.insert(gone.clone(), None);
        std::fs::remove_file(&gone).unwrap();
        let came_to = follower.read_again(&BTreeSet::from([gone]));
        assert!(matches!(came_to, Followed::Anew), "{came_to:?}");
        assert_eq!(follower.live.workspace().files().count(), 1);
    }

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
