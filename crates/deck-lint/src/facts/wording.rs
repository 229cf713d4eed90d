//! What stands out in the words of a card, seen in one pass over them. Most cards have nothing
//! that stands out, and the rules about wording are done with them by a look at this.

use deck_syntax::{Card, TextRange, TextSize};

use super::dates::SideWords;
use super::prose::prose_of;
use crate::spelling::Speller;
use crate::terms::opens;
use crate::words::{Form, Word, key, words};

/// What stands out in the words of a card.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wording {
    /// What stands out in the question, or in a cloze card's text.
    pub front: Side,
    /// What stands out in the answer.
    pub back: Side,
    /// Words that are known to be misspelled, question first, relative to the card's item.
    pub slips: Box<[TextRange]>,
}

/// What stands out in the words of a side.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is seen, or not, by itself")]
pub struct Side {
    /// How many words it has, code and formulas not counted.
    pub words: u32,
    /// How many of them ask: what, who, when, and the like.
    pub asking: u8,
    /// It has a word that points at someone: he, their, and the like.
    pub points_at_someone: bool,
    /// It has a word that points at something: both, these, former, and the like.
    pub points_at_something: bool,
    /// It has a word that counts what a list has: from two to seven.
    pub counts: bool,
    /// It has a word that says when by the day it is written on: ago, recently, and the like.
    pub ages: bool,
    /// One of the words that never stand twice in a row does.
    pub stutters: bool,
    /// It may name something: a word has a capital and is none that only opens sentences, or two
    /// are joined by a hyphen.
    pub names: bool,
}

impl Wording {
    /// Looks at the words of a card.
    pub(super) fn of(card: &Card, words: SideWords<'_>) -> Self {
        let mut slips = Vec::new();
        let mut look = |side: TextRange, words| {
            Side::of(&prose_of(words), |word| {
                let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
                let range = TextRange::new(size(word.start), size(word.end));
                slips.push(range + side.start());
            })
        };
        let front = look(card.front, words.front);
        let back = card.back.map(|back| look(back, words.back)).unwrap_or_default();
        Self { front, back, slips: slips.into() }
    }
}

impl Side {
    fn of(prose: &str, mut slip: impl FnMut(&Word)) -> Self {
        let mut side = Self::default();
        let mut before: Option<Word> = None;
        Speller::with(|speller| {
            for word in words(prose) {
                side.words += 1;
                side.note(word.key);
                side.names |= word.form != Form::Small && side.is_name(prose, &word)
                    || prose.as_bytes().get(word.end) == Some(&b'-');
                if let Some(before) = before.filter(|before| before.key == word.key) {
                    side.stutters |= stutters(prose, &before, &word);
                }
                if speller.is_misspelled(prose, &word) {
                    slip(&word);
                }
                before = Some(word);
            }
        });
        side
    }

    /// Whether the word that was counted last, which is not in small letters of ASCII, may be a
    /// name: not where it begins with a digit or a small letter, nor where it opens the side and is
    /// one that opens sentences and names nothing.
    fn is_name(&self, prose: &str, word: &Word) -> bool {
        let first = prose.as_bytes()[word.start];
        let small = first.is_ascii_lowercase() || first.is_ascii_digit();
        !(small || self.words == 1 && opens(word.key))
    }

    fn note(&mut self, word: u64) {
        match word {
            WHAT | WHO | WHEN | WHERE | WHY | HOW | WHICH | WHOM | WHOSE => {
                self.asking = self.asking.saturating_add(1);
            }
            HE | SHE | HIM | HIS | HER | HERS | THEY | THEM | THEIR => {
                self.points_at_someone = true;
            }
            BOTH | THESE | THOSE | THIS | FORMER | LATTER => self.points_at_something = true,
            TWO | THREE | FOUR | FIVE | SIX | SEVEN => self.counts = true,
            AGO | LAST | RECENTLY | CURRENTLY => self.ages = true,
            _ => {}
        }
    }
}

/// Whether two equal words that follow each other are a slip: `the the`, on one line.
pub(crate) fn stutters(prose: &str, one: &Word, other: &Word) -> bool {
    let gap = &prose[one.end..other.start];
    one.key == other.key
        && NEVER_TWICE.contains(&one.key)
        && other.form == Form::Small
        && one.form != Form::Other
        && !gap.is_empty()
        && gap.bytes().all(|b| matches!(b, b' ' | b'\t'))
}

/// Words that stand twice in a row in no English sentence. `had had`, `that that`, `is is`, `in in`
/// (`logged in in May`) and `to to` do.
const NEVER_TWICE: [u64; 16] = [
    key("the"),
    key("a"),
    key("an"),
    key("of"),
    key("and"),
    key("or"),
    key("with"),
    key("from"),
    key("for"),
    key("at"),
    key("as"),
    key("was"),
    key("were"),
    key("are"),
    key("by"),
    key("their"),
];

const WHAT: u64 = key("what");
const WHO: u64 = key("who");
const WHEN: u64 = key("when");
const WHERE: u64 = key("where");
const WHY: u64 = key("why");
const HOW: u64 = key("how");
const WHICH: u64 = key("which");
const WHOM: u64 = key("whom");
const WHOSE: u64 = key("whose");
const HE: u64 = key("he");
const SHE: u64 = key("she");
const HIM: u64 = key("him");
const HIS: u64 = key("his");
const HER: u64 = key("her");
const HERS: u64 = key("hers");
const THEY: u64 = key("they");
const THEM: u64 = key("them");
const THEIR: u64 = key("their");
const BOTH: u64 = key("both");
const THESE: u64 = key("these");
const THOSE: u64 = key("those");
const THIS: u64 = key("this");
const FORMER: u64 = key("former");
const LATTER: u64 = key("latter");
const TWO: u64 = key("two");
const THREE: u64 = key("three");
const FOUR: u64 = key("four");
const FIVE: u64 = key("five");
const SIX: u64 = key("six");
const SEVEN: u64 = key("seven");
const AGO: u64 = key("ago");
const LAST: u64 = key("last");
const RECENTLY: u64 = key("recently");
const CURRENTLY: u64 = key("currently");
