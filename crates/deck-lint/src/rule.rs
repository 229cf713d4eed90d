//! What a rule is.

mod cards;
pub mod dialects;
mod item;

use deck_syntax::{Dialect, SyntaxError};

use crate::diagnostic::Level;
use crate::facts::CardFacts;
use crate::finding::{Finding, Findings};
pub use cards::{CardsCx, Member, Members, Placed};
pub use item::{DeckCx, ItemCx, ItemLine};

/// A rule, declared once, as data. Every list, page and schema is derived from it.
#[derive(Debug)]
pub struct Rule {
    /// Its name: kebab-case, says what is wrong, and is the only identifier.
    pub name: &'static str,
    /// What it finds, in one sentence without a full stop.
    pub summary: &'static str,
    /// What it is about.
    pub group: Group,
    /// The dialects in which it makes sense.
    pub dialects: &'static [Dialect],
    /// How much its findings matter, unless configured.
    pub level: Level,
    /// Whether it runs unless asked not to.
    pub enabled: bool,
    /// The version that first had it.
    pub since: &'static str,
    /// What its fixes are.
    pub fix: FixKind,
    /// Its page: documentation, explanation and test cases at once.
    pub page: &'static str,
    /// How one diagnostic stands for many findings of one file; `None` if ten findings of the rule
    /// are worth ten diagnostics.
    pub rollup: Option<Rollup>,
    /// How it finds what it finds.
    pub check: Check,
}

/// A rule is known by its name.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Rule {}

impl Rule {
    /// Whether the rule makes sense in a dialect.
    pub fn reads(&self, dialect: Dialect) -> bool {
        self.dialects.contains(&dialect)
    }

    /// The dialects in which it makes sense, in words.
    pub fn dialects_in_words(&self) -> String {
        if self.dialects.len() == Dialect::ALL.len() {
            return "in every dialect".to_owned();
        }
        let names: Vec<&str> = self.dialects.iter().map(|dialect| dialect.name()).collect();
        format!("in {}", names.join(", "))
    }

    /// The page without what only the tests of its examples need to know.
    pub fn plain_page(&self) -> String {
        let lines = self.page.lines().map(|line| {
            let ticks = line.bytes().take_while(|&b| b == b'`').count();
            let name = line[ticks..].split_once(' ').map_or("", |(name, _)| name);
            let is_example = ticks >= 3 && Dialect::from_name(name).is_some();
            if is_example { &line[..ticks + name.len()] } else { line }
        });
        lines.flat_map(|line| [line, "\n"]).collect()
    }
}

/// How one diagnostic stands for ten or more findings of one file.
#[derive(Debug, Clone, Copy)]
pub struct Rollup {
    /// What it says when it stands for this many.
    pub message: fn(usize) -> String,
    /// Only where there are more than one for so many cards; `None` for wherever there are ten.
    pub one_card_in: Option<usize>,
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// How the deck is written.
    Structure,
    /// Questions that stand there twice.
    Duplicates,
    /// When things happened.
    Dates,
    /// Whether the cards will be remembered.
    Recall,
    /// How words are written.
    Text,
    /// Pictures and sounds.
    Media,
}

impl Group {
    /// The group's name, which is also the folder of its rules.
    pub fn name(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Duplicates => "duplicates",
            Self::Dates => "dates",
            Self::Recall => "recall",
            Self::Text => "text",
            Self::Media => "media",
        }
    }
}

/// What fixes a rule offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FixKind {
    /// None.
    None,
    /// Fixes that may be applied unseen.
    Safe,
    /// Fixes that someone has to look at, or to choose between.
    Unsafe,
}

impl FixKind {
    /// In a word.
    pub fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Safe => "safe",
            Self::Unsafe => "unsafe",
        }
    }
}

/// How a rule finds what it finds: pure functions, so that the same text always says the same.
#[derive(Debug, Clone, Copy)]
pub enum Check {
    /// Puts the parser's error of the same name into words, or knows better and says nothing.
    /// Ranges are relative to the item.
    Syntax(fn(&SyntaxError, &ItemCx<'_>) -> Option<Finding>),
    /// Looks at one item, a card or what stands between cards. Ranges are relative to the item.
    Item(fn(&ItemCx<'_>, &mut Findings)),
    /// Looks at a whole file. Ranges are the file's.
    Deck(fn(&DeckCx<'_>, &mut Findings)),
    /// Looks at cards that share a key, wherever in the workspace they are.
    Workspace {
        /// Which keys.
        index: &'static Index,
        /// What is wrong with two or more cards that share a key, in the order of their files and
        /// places. Yields the number of the member and the finding, relative to that member's item.
        judge: Judge,
    },
    /// Looks at all cards of the workspace at once.
    Cards(fn(&CardsCx<'_>) -> Vec<Placed>),
    /// The engine itself, while it applies suppressions.
    Suppression,
}

/// What is wrong with cards that share a key: numbers of members, each with a finding that is
/// relative to that member's item.
pub type Judge = fn(&Members<'_>) -> Vec<(usize, Finding)>;

/// A way to find cards that belong together.
#[derive(Debug)]
pub struct Index {
    /// The keys of a card, hashes, each once; cards without one are left alone.
    pub keys: fn(&CardFacts) -> &[u64],
    /// Whether only cards are compared that `[duplicates] scope` lets be compared.
    pub scoped: bool,
}
