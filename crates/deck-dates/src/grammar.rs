//! Tokens into expressions.
//!
//! Every recogniser is a function from a place among the tokens to the expression that starts
//! there, if one does. Each looks at a bounded number of tokens, and reading goes on after what
//! was found, so that the time is that of the text's length.

mod amount;
mod century;
mod day;
mod deictic;
mod draft;
mod length;
mod lists;
mod month;
mod numeric;
mod part;
mod range;
mod season;
mod setting;
mod trust;
mod vague;
mod weekday;
mod year;

use crate::context::{Context, Language};
use crate::lex::{Case, Gap, Kind, Number, Shape, Token, Word};
use crate::mention::Confidence;
pub(crate) use deictic::{Step, To, Which};
pub(crate) use draft::{Draft, Found, Setting, Source, What};

/// The expressions of a text, in order.
pub(crate) fn read(text: &str, tokens: &[Token], context: &Context) -> Vec<Found> {
    let parser = Parser { text, tokens, context };
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match parser.found(at) {
            Some(one) => {
                at = one.next().max(at + 1);
                found.push(one.set(|draft| parser.setting(draft.start)));
            }
            None => at += 1,
        }
    }
    found
}

/// The tokens, and questions about them that recognisers ask.
pub(crate) struct Parser<'a> {
    text: &'a str,
    tokens: &'a [Token],
    context: &'a Context,
}

impl Parser<'_> {
    fn found(&self, at: usize) -> Option<Found> {
        if !self.may_start(at) {
            return None;
        }
        if self.context.language == Language::Other && self.word(at).is_some() {
            return None;
        }
        if let Some(found) = self.range(at) {
            return Some(found);
        }
        let draft = self.step(at).or_else(|| self.length(at)).or_else(|| self.vague(at))?;
        Some(Found::One(draft))
    }

    /// Whether an expression may start at a token. Most tokens of a text are small words that only
    /// stand inside one, or articles of something else: to know them at sight saves half the time.
    fn may_start(&self, at: usize) -> bool {
        match self.word(at) {
            Some(Word::The | Word::A) => self.gap(at + 1) == Gap::Space,
            Some(
                Word::Of
                | Word::In
                | Word::On
                | Word::To
                | Word::And
                | Word::Or
                | Word::By
                | Word::From
                | Word::For
                | Word::Than
                | Word::Between
                | Word::Since
                | Word::Until
                | Word::During
                | Word::Through
                | Word::Within
                | Word::Before
                | Word::After,
            ) => false,
            Some(Word::At | Word::Measure | Word::About) => {
                matches!(self.gap(at + 1), Gap::Space | Gap::Dot)
            }
            _ => true,
        }
    }

    /// A date, with what is said about its parts.
    fn date(&self, at: usize) -> Option<Draft> {
        self.part(at).or_else(|| self.core(at))
    }

    /// A date without a word about its parts.
    fn core(&self, at: usize) -> Option<Draft> {
        match self.tokens.get(at)?.kind {
            Kind::Numeric(numeric) => Some(self.numeric(at, numeric)),
            Kind::Number(_) => self
                .day_month(at)
                .or_else(|| self.year_first(at))
                .or_else(|| self.month_in_digits(at))
                .or_else(|| self.century(at))
                .or_else(|| self.decade(at))
                .or_else(|| self.year(at)),
            Kind::Word(word, _) => self.core_word(at, word),
        }
    }

    fn core_word(&self, at: usize, word: Word) -> Option<Draft> {
        match word {
            Word::Month(..) => self.month_day(at).or_else(|| self.month(at)),
            Word::Weekday(..) => self.weekday(at),
            Word::Season(_) => self.season(at),
            Word::Decade(_) => self.decade(at),
            Word::Ordinal(_) | Word::Cardinal(_) => {
                self.century(at).or_else(|| self.day_month(at)).or_else(|| self.spelled_decade(at))
            }
            Word::Ad => self.year(at),
            Word::Christmas => Some(self.christmas(at)),
            Word::New => self.new_year(at),
            _ => None,
        }
    }

    fn word(&self, at: usize) -> Option<Word> {
        match self.tokens.get(at)?.kind {
            Kind::Word(word, _) => Some(word),
            _ => None,
        }
    }

    /// The word at a place, if only blanks part it from the one before.
    fn next_word(&self, at: usize) -> Option<Word> {
        (self.gap(at) == Gap::Space).then(|| self.word(at)).flatten()
    }

    fn is(&self, at: usize, word: Word) -> bool {
        self.next_word(at) == Some(word)
    }

    fn case(&self, at: usize) -> Option<Case> {
        match self.tokens.get(at)?.kind {
            Kind::Word(_, case) => Some(case),
            _ => None,
        }
    }

    fn number(&self, at: usize) -> Option<Number> {
        match self.tokens.get(at)?.kind {
            Kind::Number(number) => Some(number),
            _ => None,
        }
    }

    fn plain(&self, at: usize) -> Option<Number> {
        self.number(at).filter(|number| number.shape == Shape::Plain)
    }

    fn gap(&self, at: usize) -> Gap {
        self.tokens.get(at).map_or(Gap::Other, |token| token.gap)
    }

    /// The word before a place, if only blanks part them.
    fn word_before(&self, at: usize) -> Option<Word> {
        if self.gap(at) != Gap::Space {
            return None;
        }
        self.word(at.checked_sub(1)?)
    }

    /// The place after an optional word.
    fn skip(&self, at: usize, word: Word) -> usize {
        if self.is(at, word) { at + 1 } else { at }
    }

    /// An expression over the tokens from `first` to `last`, both included.
    fn draft(&self, first: usize, last: usize, what: What) -> Draft {
        let span = |at: usize| self.tokens.get(at).map_or((0, 0), |token| (token.start, token.end));
        Draft {
            start: span(first).0,
            end: span(last).1,
            next: last + 1,
            what,
            part: None,
            approximate: false,
            uncertain: false,
            bound: None,
            era: None,
            julian: false,
            weekday: None,
            confidence: Confidence::High,
            source: Source::Own,
            alternative: None,
            month_range: None,
            setting: Setting::Within,
        }
    }

    /// The text after a byte offset.
    fn after(&self, end: u32) -> &str {
        self.text.get(end as usize..).unwrap_or("")
    }

    /// The text before a byte offset.
    fn before(&self, start: u32) -> &str {
        self.text.get(..start as usize).unwrap_or("")
    }
}
