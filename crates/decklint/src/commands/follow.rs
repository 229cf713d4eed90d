//! Decks that follow their files.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use deck_lint::{Change, FileId, Live, OpenError, Options, Workspace, is_media};
use deck_syntax::{TextRange, TextSize, decode};
use notify_debouncer_mini::notify::{self, RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};

/// An editor writes a file in several steps: so long nothing more must come.
const REST: Duration = Duration::from_millis(30);

/// What is watched.
pub(crate) type Watcher = Debouncer<RecommendedWatcher>;

/// Tells of files that change in some folders, without those in them.
pub(crate) fn watch(
    folders: &BTreeSet<PathBuf>,
    tell: impl Fn(BTreeSet<PathBuf>) + Send + 'static,
) -> notify::Result<Watcher> {
    let tell = move |changed: DebounceEventResult| {
        tell(changed.unwrap_or_default().into_iter().map(|it| it.path).collect());
    };
    let mut debouncer = new_debouncer(REST, tell)?;
    for folder in folders {
        debouncer.watcher().watch(folder, RecursiveMode::NonRecursive)?;
    }
    Ok(debouncer)
}

/// Decks and what is wrong with them, as their files are.
pub(crate) struct Follower {
    options: Options,
    pub(crate) live: Live,
    /// Whether the decks could not be read anew when they should have been.
    is_behind: bool,
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
        Self { options, live: Live::new(workspace), is_behind: false, stamps: HashMap::new() }
    }

    /// Reads files that may have changed.
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
        if !touched.is_empty() {
            let found = Live::look_at_all_cards(self.live.workspace());
            touched.extend(self.live.adopt(found));
        }
        Followed::Files(touched)
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
        let now = about.map(|about| (about.modified().ok(), about.len()));
        self.stamps.insert(path.to_owned(), now) != Some(now)
    }

    /// Whether what lies at a path, or lay there, may change what is said of decks.
    fn may_matter(&self, path: &Path) -> bool {
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
            || self.live.workspace().find(path).is_some()
            || self.live.workspace().files().any(|(_, file)| file.path.starts_with(path))
    }

    fn open_again(&mut self) -> Followed {
        let kept = self.live.keep();
        let options = Options { known: Some(kept.workspace().clone()), ..self.options.clone() };
        match Workspace::open(&options, &|_, _| ()) {
            Ok(workspace) => {
                self.is_behind = false;
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
