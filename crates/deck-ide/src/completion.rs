//! What may be written at a position.

mod anki;
mod attributes;
mod front_matter;
mod media;
mod place;
mod resolve;
mod sections;
mod snippets;
mod suppression;
mod tags;
mod terms;

use std::path::Path;

use deck_lint::{Diagnostic, FileId, Terms, Workspace};
use deck_syntax::{TextRange, TextSize};

use crate::names::Names;
use place::At;
pub use resolve::documentation;

/// How many proposals of one sort there are at most; whoever types on gets others.
pub const MAX_PROPOSALS: usize = 50;

/// What is asked, and what is known.
#[derive(Clone, Copy)]
pub struct CompletionCx<'a> {
    /// The decks.
    pub workspace: &'a Workspace,
    /// The terms of the decks.
    pub terms: &'a Terms,
    /// The names that the decks give.
    pub names: &'a Names,
    /// What was found in the file, where rules are proposed by what they found; may be empty.
    pub findings: &'a [Diagnostic],
    /// What a folder holds: names of files, and names of folders with a `/` behind them. Called
    /// only where the path of a picture or recording is typed.
    pub list: &'a dyn Fn(&Path) -> Vec<String>,
}

/// Something that may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Completion {
    /// What it is called in the list; what is typed is compared with it.
    pub label: String,
    /// What it is.
    pub kind: CompletionKind,
    /// What is written.
    pub insert: Insert,
    /// What it stands in for: the part of the word that is typed already.
    pub range: TextRange,
    /// A few words beside it; may be empty.
    pub detail: String,
    /// The list is in the order of these.
    pub sort_key: String,
}

/// What a proposal is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CompletionKind {
    /// A card, or another part of a deck.
    Snippet,
    /// `@tags` and the like.
    Attribute,
    /// A key of the front matter, or of the head of text for Anki.
    Key,
    /// A value that such a key takes.
    Value,
    /// A tag.
    Tag,
    /// An id for the card.
    Id,
    /// Where facts come from.
    Source,
    /// The title of a section.
    Section,
    /// A deck, as `History::USSR`.
    Deck,
    /// A term, as the decks spell it.
    Term,
    /// The name of a rule.
    Rule,
    /// What a comment for decklint starts with.
    Order,
    /// A picture or a recording.
    File,
    /// A folder.
    Folder,
}

/// What a proposal writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Insert {
    /// This text.
    Plain(String),
    /// A template: `$0`, `${1:words}` are where to type next; `\` stands before what means itself.
    Snippet(String),
}

impl Insert {
    /// The text without places to type at, for editors that know none.
    pub fn plain(&self) -> String {
        match self {
            Self::Plain(text) => text.clone(),
            Self::Snippet(template) => snippets::plain(template),
        }
    }
}

/// What may be written at byte offset `at` of a file, best first. Looks at the item there and at
/// those around it, and at the indexes given, however large the workspace is.
pub fn complete(cx: &CompletionCx<'_>, file: FileId, at: TextSize) -> Vec<Completion> {
    let here = At::new(cx, file, at);
    let mut found = suppression::complete(&here)
        .or_else(|| front_matter::complete(&here))
        .or_else(|| anki::complete(&here))
        .or_else(|| here.is_verbatim.then(Vec::new))
        .or_else(|| media::complete(&here))
        .or_else(|| attributes::complete(&here))
        .or_else(|| tags::complete(&here))
        .or_else(|| sections::complete(&here))
        .unwrap_or_else(|| [terms::complete(&here), snippets::complete(&here)].concat());
    found.sort_by(|one, other| one.sort_key.cmp(&other.sort_key));
    found
}
