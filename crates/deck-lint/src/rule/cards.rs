//! What a rule sees of the cards of a workspace: those that share a key, or all of them.

use std::cell::OnceCell;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use deck_syntax::Dialect;

use super::ItemCx;
use crate::events::{Event, shared_events};
use crate::facts::Keys;
use crate::finding::Finding;
use crate::lexicon::Lexicon;
use crate::media::{MediaFiles, Shown, shown};
use crate::source::{FileId, SourceFile};
use crate::twins::{Twin, twins};
use crate::workspace::Workspace;

/// Where a card is: a file and the index of its item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Member {
    /// The file.
    pub file: FileId,
    /// The index of the item in its deck.
    pub item: usize,
}

/// All cards of a workspace, as a rule sees them.
pub struct CardsCx<'a> {
    files: &'a [Arc<SourceFile>],
    index: OnceLock<deck_similarity::Index<Member>>,
    lexicon: &'a Lexicon,
    media: Option<&'a MediaFiles>,
    root: &'a Path,
}

/// A finding, and the cards that it names: first the one that it is relative to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// The cards; a [`Related`](crate::Related) place names one by its number here.
    pub members: Vec<Member>,
    /// What is wrong.
    pub finding: Finding,
}

impl<'a> CardsCx<'a> {
    pub(crate) fn new(workspace: &'a Workspace) -> Self {
        Self {
            files: &workspace.files,
            index: OnceLock::new(),
            lexicon: &workspace.lexicon,
            media: workspace.media.as_deref(),
            root: &workspace.root,
        }
    }

    /// The files, in the order of their paths.
    pub(crate) fn files(&self) -> &'a [Arc<SourceFile>] {
        self.files
    }

    /// What the configuration knows of words.
    pub(crate) fn lexicon(&self) -> &'a Lexicon {
        self.lexicon
    }

    /// The pictures and sounds below the root; `None` where nobody has looked for them.
    pub(crate) fn media(&self) -> Option<&'a MediaFiles> {
        self.media
    }

    /// The pictures and sounds that cards in Markdown show, each with its card and the folder of
    /// its deck, relative to the root.
    pub(crate) fn shown(&self) -> impl Iterator<Item = (Member, PathBuf, Shown<'a>)> + '_ {
        self.members().flat_map(|member| {
            let item = self.item(member);
            let folder = item.file.path.parent().unwrap_or(Path::new(""));
            let folder = folder.strip_prefix(self.root).unwrap_or(folder).to_owned();
            let shown = if item.dialect() == Dialect::Anki { Vec::new() } else { shown(&item) };
            shown.into_iter().map(move |shown| (member, folder.clone(), shown))
        })
    }

    /// The cards, in the order of their files and places.
    pub fn members(&self) -> impl Iterator<Item = Member> + '_ {
        self.files.iter().enumerate().flat_map(|(file, source)| {
            let cards = source.facts.iter().enumerate().filter(|(_, facts)| facts.is_some());
            cards.map(move |(item, _)| Member { file: FileId(file), item })
        })
    }

    /// The item that holds a card.
    ///
    /// # Panics
    /// If the card is another workspace's.
    pub fn item(&self, member: Member) -> ItemCx<'a> {
        self.files[member.file.0].item(member.item)
    }

    /// By what a card's question is found.
    pub fn keys(&self, member: Member) -> Option<&'a Keys> {
        self.files[member.file.0].facts[member.item].as_ref()?.keys.as_ref()
    }

    /// The cards by their questions, worked out once.
    pub fn index(&self) -> &deck_similarity::Index<Member> {
        self.index.get_or_init(|| {
            let mut index = deck_similarity::Index::new();
            for member in self.members() {
                if let Some(keys) = self.keys(member) {
                    index.insert(member, keys.clone());
                }
            }
            index
        })
    }
}

/// Cards that share a key, in the order of their files and places.
pub struct Members<'a> {
    files: &'a [Arc<SourceFile>],
    group: &'a [Member],
    key: u64,
    /// Those that ask the same, worked out once for all rules that ask for it.
    twins: OnceCell<Vec<Twin>>,
    /// What they say of the event that they share, worked out once as well.
    events: OnceCell<Vec<Option<Event<'a>>>>,
}

impl<'a> Members<'a> {
    pub(crate) fn new(files: &'a [Arc<SourceFile>], group: &'a [Member], key: u64) -> Self {
        Self { files, group, key, twins: OnceCell::new(), events: OnceCell::new() }
    }

    /// The key that they share, one of those that the index gives for each.
    pub(crate) fn key(&self) -> u64 {
        self.key
    }

    /// The item that holds card `member`.
    ///
    /// # Panics
    /// If there are fewer members than that.
    pub fn item(&self, member: usize) -> ItemCx<'a> {
        let member = self.group[member];
        self.files[member.file.0].item(member.item)
    }

    /// The items that hold the cards: two or more.
    pub fn items(&self) -> impl Iterator<Item = ItemCx<'a>> + '_ {
        (0..self.group.len()).map(|member| self.item(member))
    }

    /// What each card says of the event that brought the members together.
    pub(crate) fn events(&self) -> &[Option<Event<'a>>] {
        self.events.get_or_init(|| shared_events(self))
    }

    /// The cards that ask what an earlier one asks.
    pub(crate) fn twins(&self) -> &[Twin] {
        self.twins.get_or_init(|| twins(self))
    }
}
