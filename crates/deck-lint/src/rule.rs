//! What a rule is.

use std::cell::OnceCell;

use deck_syntax::{Card, Dialect, Item, LineKind, SyntaxError, TextRange, TextSize};

use crate::diagnostic::Level;
use crate::facts::CardFacts;
use crate::finding::{Finding, Findings};
use crate::source::{FileId, SourceFile};
use crate::twins::{Twin, twins};

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

/// Dialects in which a rule makes sense.
pub mod dialects {
    use deck_syntax::Dialect;

    /// All of them.
    pub const ALL: &[Dialect] = &Dialect::ALL;
    /// Those whose cards are Markdown.
    pub const MARKDOWN: &[Dialect] =
        &[Dialect::Deck, Dialect::Hashcards, Dialect::Obsidian, Dialect::Headings];
    /// The native one alone.
    pub const NATIVE: &[Dialect] = &[Dialect::Deck];
    /// Those with labels: `Q:`, `A:` and `C:`.
    pub const LABELLED: &[Dialect] = &[Dialect::Deck, Dialect::Hashcards];
    /// Notes of the Obsidian plugin alone.
    pub const OBSIDIAN: &[Dialect] = &[Dialect::Obsidian];
    /// Decks for hashcards alone.
    pub const HASHCARDS: &[Dialect] = &[Dialect::Hashcards];
    /// Decks of headings alone.
    pub const HEADINGS: &[Dialect] = &[Dialect::Headings];
    /// Text for Anki alone.
    pub const ANKI: &[Dialect] = &[Dialect::Anki];
}

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
}

impl Group {
    /// The group's name, which is also the folder of its rules.
    pub fn name(self) -> &'static str {
        match self {
            Self::Structure => "structure",
            Self::Duplicates => "duplicates",
            Self::Dates => "dates",
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
    /// The key of a card, a hash; cards without one are left alone.
    pub key: fn(&CardFacts) -> Option<u64>,
}

/// An item as a rule sees it.
#[derive(Clone, Copy)]
pub struct ItemCx<'a> {
    /// The file.
    pub file: &'a SourceFile,
    /// The item.
    pub item: &'a Item,
    /// The item's text, to which all ranges are relative.
    pub text: &'a str,
    /// Where the item starts in the file.
    pub start: TextSize,
    /// What is known of the card, if the item is one.
    pub facts: Option<&'a CardFacts>,
}

impl<'a> ItemCx<'a> {
    /// The card, if the item is one.
    pub fn card(&self) -> Option<&'a Card> {
        self.item.card()
    }

    /// The dialect the file is written in.
    pub fn dialect(&self) -> Dialect {
        self.file.deck.dialect()
    }

    /// The item's lines.
    pub fn lines(&self) -> impl Iterator<Item = ItemLine<'a>> + use<'a> {
        let text = self.text;
        let mut start = TextSize::new(0);
        self.item.lines.iter().map(move |line| {
            let range = TextRange::new(start, line.end);
            start = line.end;
            let content = without_ending(&text[range]);
            ItemLine { start: range.start(), content, kind: line.kind, verbatim: line.verbatim }
        })
    }
}

/// A line without its ending. Every rule asks for every line, so this looks at bytes.
fn without_ending(line: &str) -> &str {
    let ending = match line.as_bytes() {
        [.., b'\r', b'\n'] => 2,
        [.., b'\n' | b'\r'] => 1,
        _ => 0,
    };
    &line[..line.len() - ending]
}

/// A line of an item.
#[derive(Debug, Clone, Copy)]
pub struct ItemLine<'a> {
    /// Where it starts, relative to the item.
    pub start: TextSize,
    /// What stands on it, its ending not included.
    pub content: &'a str,
    /// What it is.
    pub kind: LineKind,
    /// Whether it is code, comment or display mathematics, so that no mark on it means anything.
    pub verbatim: bool,
}

impl ItemLine<'_> {
    /// Where its content stands, relative to the item.
    pub fn range(&self) -> TextRange {
        TextRange::at(self.start, TextSize::of(self.content))
    }

    /// `start..end`, byte offsets into the line, relative to the item.
    pub fn part(&self, start: usize, end: usize) -> TextRange {
        let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
        TextRange::new(size(start), size(end)) + self.start
    }
}

/// A file as a rule sees it.
pub struct DeckCx<'a> {
    /// The file.
    pub file: &'a SourceFile,
}

impl<'a> DeckCx<'a> {
    /// The file's text.
    pub fn text(&self) -> &'a str {
        &self.file.text
    }

    /// The items as rules see them.
    pub fn items(&self) -> impl Iterator<Item = ItemCx<'a>> + use<'a> {
        let file = self.file;
        (0..file.deck.items().len()).map(move |index| file.item(index))
    }
}

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
    files: &'a [SourceFile],
    index: OnceCell<deck_similarity::Index<Member>>,
}

/// A finding, and the cards that it names: first the one that it is relative to.
#[derive(Debug)]
pub struct Placed {
    /// The cards; a [`Related`](crate::Related) place names one by its number here.
    pub members: Vec<Member>,
    /// What is wrong.
    pub finding: Finding,
}

impl<'a> CardsCx<'a> {
    pub(crate) fn new(files: &'a [SourceFile]) -> Self {
        Self { files, index: OnceCell::new() }
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

    /// The cards by their questions, worked out once for all rules that ask for it.
    pub fn index(&self) -> &deck_similarity::Index<Member> {
        self.index.get_or_init(|| {
            let mut index = deck_similarity::Index::new();
            for member in self.members() {
                let facts = self.files[member.file.0].facts[member.item].as_ref();
                if let Some(keys) = facts.and_then(|facts| facts.keys.as_ref()) {
                    index.insert(member, keys.clone());
                }
            }
            index
        })
    }
}

/// Cards that share a key, in the order of their files and places.
pub struct Members<'a> {
    files: &'a [SourceFile],
    cards: &'a [Member],
    /// Those that ask the same, worked out once for all rules that ask for it.
    twins: OnceCell<Vec<Twin>>,
}

impl<'a> Members<'a> {
    pub(crate) fn new(files: &'a [SourceFile], cards: &'a [Member]) -> Self {
        Self { files, cards, twins: OnceCell::new() }
    }

    /// The item that holds card `member`.
    ///
    /// # Panics
    /// If there are fewer members than that.
    pub fn item(&self, member: usize) -> ItemCx<'a> {
        let member = self.cards[member];
        self.files[member.file.0].item(member.item)
    }

    /// The items that hold the cards: two or more.
    pub fn items(&self) -> impl Iterator<Item = ItemCx<'a>> + '_ {
        (0..self.cards.len()).map(|member| self.item(member))
    }

    /// The cards that ask what an earlier one asks.
    pub(crate) fn twins(&self) -> &[Twin] {
        self.twins.get_or_init(|| twins(self))
    }
}
