//! Text into the few tokens that dates are made of.
//!
//! Only numbers and the words of `words` become tokens. What stands between two of them is kept as
//! a `Gap`, so that a word that has nothing to do with dates parts what stands around it.

mod number;
mod table;
mod vocabulary;
mod words;

use table::Letters;
pub use words::Unit;
pub(crate) use words::Word;

/// A token, with what stands before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token {
    /// Byte offset of its first byte.
    pub(crate) start: u32,
    /// Byte offset after its last byte.
    pub(crate) end: u32,
    pub(crate) kind: Kind,
    /// What parts it from the token before.
    pub(crate) gap: Gap,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Digits.
    Number(Number),
    /// A whole date in digits.
    Numeric(Numeric),
    /// A word that dates are made of.
    Word(Word, Case),
}

/// A number of one to five digits that is not a part of something bigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    pub(crate) value: i32,
    /// How many digits were written.
    pub(crate) digits: u8,
    pub(crate) shape: Shape,
}

/// What is written around the digits of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `30`
    Plain,
    /// `30th`
    Ordinal,
    /// `1930s`, `1930's`
    Plural,
    /// `'39`
    Short,
    /// `'30s`
    ShortPlural,
}

/// Three numbers that make a date; which of them is the day is not always known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Numeric {
    /// The year as written, with two to four digits.
    pub(crate) year: i32,
    pub(crate) year_digits: u8,
    /// The numbers beside the year: month and day where the year stands first, else in the order
    /// they are written.
    pub(crate) beside: (u8, u8),
    /// Whether the year stands first, which leaves no doubt about the other two.
    pub(crate) year_first: bool,
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Case {
    Lower,
    Capital,
    Upper,
}

/// What stands between two tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// Nothing at all.
    None,
    /// Blanks, or the end of a line.
    Space,
    /// A hyphen or a dash, with or without blanks.
    Dash,
    /// A comma.
    Comma,
    /// A slash.
    Slash,
    /// A full stop, which may end an abbreviation.
    Dot,
    /// An opening bracket, with what else may stand beside it.
    Open,
    /// `'s`
    Possessive,
    /// Anything else, a word above all.
    Other,
}

/// The tokens of a text, in order.
pub(crate) fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { text, tokens: Vec::with_capacity(text.len() / 12), at: 0 };
    lexer.run();
    lexer.tokens
}

struct Lexer<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
}

impl Lexer<'_> {
    fn run(&mut self) {
        let bytes = self.text.as_bytes();
        while let Some(&byte) = bytes.get(self.at) {
            match CLASS[usize::from(byte)] {
                Class::Digit => self.number(),
                Class::Letter => self.word(),
                Class::Other => self.at += 1,
                Class::Wide => {
                    let mark = punctuation(bytes, self.at).map(|length| self.at + length);
                    self.at = mark.unwrap_or_else(|| words::end(bytes, self.at));
                }
            }
        }
    }

    fn number(&mut self) {
        let start = self.at;
        let run = number::Run::read(self.text, start);
        self.at = run.end;
        for (kind, start, end) in run.tokens(self.text) {
            self.push(kind, start, end);
        }
    }

    fn word(&mut self) {
        let start = self.at;
        let bytes = self.text.as_bytes();
        if let Some(letters) = self.short_word() {
            if let Some(word) = letters.meaning() {
                self.push(Kind::Word(word, table::case(&bytes[start..self.at])), start, self.at);
            }
            return;
        }
        if let Some((word, end)) = words::era(bytes, start) {
            self.at = end;
            self.push(Kind::Word(word, Case::Upper), start, end);
            return;
        }
        self.at = words::end(bytes, start);
        let word = &bytes[start..self.at];
        if let Some(meaning) = Letters::of(word).and_then(Letters::meaning) {
            self.push(Kind::Word(meaning, table::case(word)), start, self.at);
        }
    }

    /// Nearly all words are a few letters with a blank or mark behind them, and are read at once.
    fn short_word(&mut self) -> Option<Letters> {
        let bytes = self.text.as_bytes();
        let (letters, count) = Letters::leading(*bytes[self.at..].first_chunk()?);
        let next = *bytes.get(self.at + count)?;
        // `A.D.` is read by another.
        let whole = CLASS[usize::from(next)] == Class::Other && !(count == 1 && next == b'.');
        if count == 0 || count == 16 || !whole {
            return None;
        }
        self.at += count;
        Some(letters)
    }

    fn push(&mut self, kind: Kind, start: usize, end: usize) {
        let before = self.tokens.last().map_or(0, |token| token.end as usize);
        let gap = if self.tokens.is_empty() { Gap::Other } else { gap(&self.text[before..start]) };
        let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        self.tokens.push(Token { start: offset(start), end: offset(end), kind, gap });
    }
}

/// What a byte may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    Digit,
    Letter,
    Other,
    /// A byte outside ASCII: a letter, as a rule.
    Wide,
}

static CLASS: [Class; 256] = {
    let mut classes = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        #[expect(clippy::cast_possible_truncation, reason = "there are 256 bytes")]
        let it = byte as u8;
        if it.is_ascii_digit() {
            classes[byte] = Class::Digit;
        } else if it.is_ascii_alphabetic() || it == b'_' {
            classes[byte] = Class::Letter;
        } else if !it.is_ascii() {
            classes[byte] = Class::Wide;
        }
        byte += 1;
    }
    classes
};

/// The length of the mark at `at`, if it is one of the marks outside ASCII: dashes, quotes, blanks.
fn punctuation(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at..)? {
        [0xE2 | 0xE3, 0x80, _, ..] => Some(3),
        [0xE2, 0x88, 0x92, ..] => Some(3),
        [0xC2, _, ..] => Some(2),
        _ => None,
    }
}

/// What the text between two tokens is.
fn gap(between: &str) -> Gap {
    match between {
        " " => return Gap::Space,
        "" => return Gap::None,
        _ => {}
    }
    // Three characters and their blanks are the most that is looked at; but the blanks that stand
    // for a comment or a tag may be many.
    if between.len() > 9 {
        return if between.bytes().all(|byte| byte == b' ') { Gap::Space } else { Gap::Other };
    }
    let mark = between.trim_matches([' ', '\u{a0}', '\u{202f}', '\u{2009}']);
    match mark {
        "" | "\n" | "\r\n" => Gap::Space,
        "-" | "–" | "—" | "‐" | "‑" | "‒" | "−" | "--" => Gap::Dash,
        "," | ",\n" => Gap::Comma,
        "/" => Gap::Slash,
        "." => Gap::Dot,
        "(" | "[" => Gap::Open,
        "'s" | "’s" | "'" | "’" => Gap::Possessive,
        _ => Gap::Other,
    }
}
