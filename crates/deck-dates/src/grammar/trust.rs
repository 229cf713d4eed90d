//! How far a bare number can be trusted to be a year.

use super::Parser;
use super::lists::{COUNTED, LABELS, NOT_PLURAL, SIZES, UNITS};
use super::year::is_likely;
use crate::lex::{Gap, Word};
use crate::mention::Confidence;

impl Parser<'_> {
    /// How far a number of so many digits, without an era, is a year; `None` if it is none.
    pub(super) fn trust(&self, at: usize, digits: u8) -> Option<Confidence> {
        let number = self.plain(at)?;
        let token = self.tokens.get(at)?;
        if self.is_labelled(at)
            || self.scaled(token.end)
            || self.computed(token.start)
            || self.in_a_formula(at)
            || self.counted_from_nought(at)
            || self.is_quantity(at)
        {
            return None;
        }
        let introduced = self.introduced(at);
        match digits {
            4 if is_likely(number.value) => Some(self.trust_four(at, introduced)),
            4 if introduced && number.value > 2100 => Some(Confidence::Low),
            // Only the text around it can tell: see where it is resolved.
            3 | 5 if introduced && !self.counts(token.end) => Some(Confidence::Low),
            _ => None,
        }
    }

    fn trust_four(&self, at: usize, introduced: bool) -> Confidence {
        let (start, end) = self.tokens.get(at).map_or((0, 0), |token| (token.start, token.end));
        let value = self.plain(at).map_or(0, |number| number.value);
        let plural = introduced || value % 100 != 0;
        let counts = self.counts(end) || (!plural && self.counts_further(end)) || self.sized(start);
        // `the 1936 elections`, `post-1945 politics`, `its 2006 highs`
        let attributive = self.word_before(at) == Some(Word::The)
            || self.prefixed(start)
            || (value % 100 != 0 && self.owned(start));
        let count = counts && !(attributive || (introduced && value % 100 != 0));
        let measure = self.measured(at) && !self.word_is_circa(at);
        // A round thousand is a number first.
        if value == 1000 || count || measure || self.quoted(start, end) {
            Confidence::Low
        } else if introduced && !counts {
            Confidence::High
        } else {
            Confidence::Medium
        }
    }

    /// Whether a word clings to it with a hyphen: `pre-1914`.
    fn prefixed(&self, start: u32) -> bool {
        let before = self.before(start).strip_suffix('-').unwrap_or("");
        before.ends_with(|c: char| c.is_ascii_lowercase())
    }

    fn owned(&self, start: u32) -> bool {
        let before = self.before(start).strip_suffix(' ').unwrap_or("");
        [" its", " his", " her", " their", "'s", "’s"].iter().any(|word| before.ends_with(word))
    }

    /// Whether a word before says that a time follows: `in 1938`.
    pub(super) fn introduced(&self, at: usize) -> bool {
        let words = [
            Word::In,
            Word::By,
            Word::Since,
            Word::Until,
            Word::From,
            Word::Between,
            Word::During,
            Word::Through,
            Word::Before,
            Word::After,
            Word::Early,
            Word::Late,
            Word::Mid,
            Word::Circa,
            Word::About,
        ];
        self.word_before(at).is_some_and(|word| words.contains(&word))
            || (at > 0 && self.gap(at) == Gap::Dot && self.word(at - 1) == Some(Word::Circa))
    }

    fn measured(&self, at: usize) -> bool {
        matches!(self.word_before(at), Some(Word::Measure))
            || (self.word_before(at) == Some(Word::Than)
                && at.checked_sub(2).and_then(|before| self.word(before)) == Some(Word::Measure))
    }

    fn word_is_circa(&self, at: usize) -> bool {
        matches!(self.word_before(at), Some(Word::Circa | Word::About))
    }

    /// Whether it ends what begins with nought, which no year is called: `0 to 1023`.
    fn counted_from_nought(&self, at: usize) -> bool {
        let joined = matches!(self.word_before(at), Some(Word::To | Word::Through | Word::And));
        let first = at.checked_sub(2).filter(|_| joined && self.gap(at - 1) == Gap::Space);
        first.and_then(|first| self.plain(first)).is_some_and(|number| number.value == 0)
    }

    /// Whether it tells how much of something there is: `E ~ 2100 J`, `E ~ 2100`.
    fn is_quantity(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        // `in 1914 N Africa`
        let dated = matches!(self.word_before(at), Some(Word::In | Word::Since | Word::During));
        is_defined(self.before(token.start)) || (!dated && has_unit(self.after(token.end)))
    }

    /// Whether it is one number of several that are no range: `32 - 2015`.
    fn in_a_formula(&self, at: usize) -> bool {
        let mark = |gap: Gap| matches!(gap, Gap::Dash | Gap::Slash);
        let other = |at: usize| self.plain(at).filter(|number| !is_likely(number.value));
        let year = self.plain(at).map_or(0, |number| number.value);
        let before = mark(self.gap(at)) && at > 0 && other(at - 1).is_some();
        let after = other(at + 1).filter(|_| mark(self.gap(at + 1)));
        before || after.is_some_and(|after| self.completed(year, after, at + 1).is_none())
    }

    /// Whether a label stands before it, or before the number that a dash joins to it.
    fn is_labelled(&self, at: usize) -> bool {
        let label =
            |at: usize| self.tokens.get(at).is_some_and(|token| self.has_label(token.start));
        let joined = matches!(self.gap(at), Gap::Dash | Gap::Slash);
        label(at) || (joined && at > 0 && self.plain(at - 1).is_some() && label(at - 1))
    }

    /// Whether a label stands before it, with a full stop or without.
    fn has_label(&self, start: u32) -> bool {
        let before = self.before(start).trim_end_matches([' ', '\u{a0}', '.', ':', '°', 'º']);
        let letters = before.bytes().rev().take(12).take_while(u8::is_ascii_alphabetic).count();
        let word = &before[before.len() - letters..];
        let gap = start as usize - before.len();
        (1..=2).contains(&gap) && LABELS.iter().any(|label| label.eq_ignore_ascii_case(word))
    }

    /// Whether the number goes on: `1500 million`, `1936 %`.
    fn scaled(&self, end: u32) -> bool {
        let rest = self.after(end);
        let rest = rest.trim_start_matches([' ', '\u{a0}', '-']);
        let operator = rest.starts_with(['+', '*', '<', '>', '÷', '²', '³']);
        operator || rest.starts_with(['%', '$', '€', '£', '°', '×', '='])
    }

    /// Whether an operator stands before it: `x > 1000`.
    fn computed(&self, start: u32) -> bool {
        let before = self.before(start).strip_suffix(' ').unwrap_or("");
        before.ends_with(['<', '>', '=', '≤', '≥', '≈', '×', '÷', '+', '→'])
    }

    /// Whether what follows is something that can be counted: a plural, or a unit of measure.
    pub(super) fn counts(&self, end: u32) -> bool {
        let Some(rest) = self.after(end).strip_prefix([' ', '\u{a0}']) else { return false };
        let letters = rest.bytes().take(20).take_while(u8::is_ascii_lowercase).count();
        let word = &rest[..letters];
        if COUNTED.contains(&word) {
            return true;
        }
        letters > 3 && word.ends_with('s') && !word.ends_with("ss") && !NOT_PLURAL.contains(&word)
    }

    /// Whether a round number counts what follows an adjective or two: `2000 British troops`.
    fn counts_further(&self, end: u32) -> bool {
        let rest = self.after(end);
        if [" of ", " were ", " or "].iter().any(|word| rest.starts_with(word)) {
            return true;
        }
        let mut at = end;
        for _ in 0..2 {
            let Some(rest) = self.after(at).strip_prefix(' ') else { return false };
            let letters = rest.bytes().take(20).take_while(u8::is_ascii_alphabetic).count();
            if letters < 4 {
                return false;
            }
            at += 1 + u32::try_from(letters).unwrap_or(0);
            if self.counts(at) {
                return true;
            }
        }
        false
    }

    /// Whether the size of something is told: `a force of 1944`.
    fn sized(&self, start: u32) -> bool {
        let Some(before) = self.before(start).strip_suffix(" of ") else { return false };
        let letters = before.bytes().rev().take(12).take_while(u8::is_ascii_alphabetic).count();
        SIZES.contains(&&before[before.len() - letters..])
    }

    fn quoted(&self, start: u32, end: u32) -> bool {
        let opens = ['"', '“', '\'', '‘', '«', '„'];
        let closes = ['"', '”', '\'', '’', '»', '“'];
        let before = self.before(start).chars().next_back();
        let after = self.after(end).chars().next();
        before.is_some_and(|c| opens.contains(&c)) && after.is_some_and(|c| closes.contains(&c))
    }
}

/// Whether the symbol of a unit follows, and no word or abbreviation that looks like one.
fn has_unit(rest: &str) -> bool {
    let rest = rest.strip_prefix([' ', '\u{a0}', '\u{202f}']).unwrap_or(rest);
    let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let (symbol, behind) = rest.split_at(length);
    // `1948 N. Korea`, `1945 V-E Day`, `1936 K'nex`
    let stop = behind.strip_prefix('.').is_some_and(|behind| !behind.trim_start().is_empty());
    UNITS.contains(&symbol) && !stop && !behind.starts_with(['-', '\'', '’', '&'])
}

/// Whether a symbol of one letter is said to be about what follows: `E ~ `. A tilde alone, as in
/// `~1990`, may stand before a year.
fn is_defined(before: &str) -> bool {
    let Some(name) = before.trim_end_matches(' ').strip_suffix(['~', '∼', '≃']) else {
        return false;
    };
    let mut back = name.trim_end_matches(' ').chars().rev();
    back.next().is_some_and(char::is_alphabetic) && !back.next().is_some_and(char::is_alphanumeric)
}
