//! The words that dates are made of, in English.

use std::sync::LazyLock;

use super::Case;
use super::vocabulary::WORDS;

/// What a word means in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    /// A month from 1, and whether it is written in full.
    Month(u8, bool),
    /// A weekday from 0 for Monday, and whether it is written in full.
    Weekday(u8, bool),
    /// A season from 0 for spring.
    Season(u8),
    /// `first` to `thirty`-something: one word of it.
    Ordinal(u8),
    /// `one` to `ninety`.
    Cardinal(u8),
    /// `twenties` to `nineties`: the ten of the decade.
    Decade(u8),
    /// A unit of time, and whether it is plural.
    Unit(Unit, bool),
    Quarter,
    Half,
    Early,
    Mid,
    Late,
    Beginning,
    Middle,
    End,
    Part,
    Latter,
    /// `circa`: near the year that follows.
    Circa,
    /// `about`, `around`: near the date or amount that follows.
    About,
    /// `over`, `almost`: before an amount.
    Measure,
    Than,
    Before,
    After,
    By,
    Since,
    Until,
    From,
    Between,
    To,
    And,
    Or,
    Bc,
    Ad,
    The,
    Of,
    In,
    On,
    At,
    For,
    During,
    Through,
    Within,
    A,
    Same,
    This,
    That,
    Next,
    Previous,
    Last,
    Few,
    Later,
    Earlier,
    Ago,
    Now,
    Present,
    Former,
    Recent,
    Future,
    Past,
    Today,
    Daily,
    Each,
    Time,
    DayPart,
    Noon,
    Old,
    Age,
    Long,
    Christmas,
    Shortly,
    Very,
    New,
    Eve,
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

/// Where a word ends that starts at `start`: after its last letter, digit or byte outside ASCII.
pub(super) fn end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(&byte) = bytes.get(at) {
        let wide = !byte.is_ascii() && super::punctuation(bytes, at).is_none();
        if !(wide || byte.is_ascii_alphanumeric() || byte == b'_') {
            break;
        }
        at += 1;
    }
    at.max(start + 1)
}

/// Eras written with full stops.
const ERAS: [(&[u8], Word); 5] = [
    (b"B.C.E.", Word::Bc),
    (b"B.C.E", Word::Bc),
    (b"B.C.", Word::Bc),
    (b"A.D.", Word::Ad),
    (b"C.E.", Word::Ad),
];

/// `B.C.`, `A.D.` and the like at `start`, and where it ends. The last full stop is left to the
/// sentence where the era is written without one inside.
pub(super) fn era(bytes: &[u8], start: usize) -> Option<(Word, usize)> {
    if bytes.get(start + 1) != Some(&b'.') {
        return None;
    }
    let rest = &bytes[start..];
    let (era, word) = ERAS.iter().find(|(era, _)| rest.starts_with(era))?;
    Some((*word, start + era.len()))
}

/// The meaning of a word, and how it is written.
pub(super) fn lookup(word: &[u8]) -> Option<(Word, Case)> {
    if word.len() > LONGEST {
        return None;
    }
    let place = TABLE[slot(word)?];
    let (name, meaning) = WORDS.get(usize::from(place))?;
    if !name.as_bytes().eq_ignore_ascii_case(word) {
        return collided(word);
    }
    Some((*meaning, case(word)))
}

/// Words that fall into the slot of another are few, and looked for one by one.
fn collided(word: &[u8]) -> Option<(Word, Case)> {
    let same = |name: &str| name.as_bytes().eq_ignore_ascii_case(word);
    let place = COLLIDED.iter().find(|place| same(WORDS[usize::from(**place)].0))?;
    Some((WORDS[usize::from(*place)].1, case(word)))
}

fn case(word: &[u8]) -> Case {
    match word {
        [first, ..] if first.is_ascii_lowercase() => Case::Lower,
        [_, second, ..] if second.is_ascii_uppercase() => Case::Upper,
        _ => Case::Capital,
    }
}

const LONGEST: usize = 13;
const SLOTS: usize = 4096;
const EMPTY: u16 = u16::MAX;

/// The place of a word in the table: its first four letters, its last two and its length, mixed.
fn slot(word: &[u8]) -> Option<usize> {
    let first = word.first()? | 0x20;
    let letter = |at: usize| word.get(at).map_or(0, |byte| u64::from(byte | 0x20));
    let end = u64::from(word.last()? | 0x20);
    let packed = u64::from(first)
        | letter(1) << 8
        | letter(2) << 16
        | letter(3) << 24
        | end << 32
        | (word.len() as u64) << 40
        | letter(word.len().saturating_sub(2)) << 48;
    let mixed = packed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    usize::try_from(mixed >> 52).ok()
}

static TABLE: LazyLock<[u16; SLOTS]> = LazyLock::new(|| {
    let mut table = [EMPTY; SLOTS];
    for (place, (name, _)) in (0..).zip(WORDS) {
        if let Some(slot) = slot(name.as_bytes())
            && table[slot] == EMPTY
        {
            table[slot] = place;
        }
    }
    table
});

static COLLIDED: LazyLock<Vec<u16>> = LazyLock::new(|| {
    let lost = |place: &u16| {
        slot(WORDS[usize::from(*place)].0.as_bytes()).is_none_or(|slot| TABLE[slot] != *place)
    };
    (0..u16::try_from(WORDS.len()).unwrap_or(EMPTY)).filter(lost).collect()
});
