//! What `deck-dates` finds, in the terms of the gold.

use deck_dates::{Confidence, Context, Mention, calendar};

use super::Class;
use super::gold::Document;

/// A date that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    /// Code points before it.
    pub(super) start: usize,
    /// Code points up to its end.
    pub(super) end: usize,
    /// Its value in EDTF, if it has one.
    pub(super) value: Option<String>,
}

/// The dates of a document, with the ends of ranges for the ranges.
pub(super) fn find_mentions(document: &Document) -> Vec<Mention> {
    deck_dates::find(&document.text, &context(document))
}

/// What is scored: the ends of ranges, and nothing that is more likely to be no date.
pub(super) fn find(document: &Document, class: Class) -> Vec<Span> {
    let mentions = find_mentions(document);
    let mut places = Places::new(&document.text);
    mentions
        .iter()
        .flat_map(Mention::points)
        .filter(|mention| mention.confidence > Confidence::Low)
        .filter(|mention| class == Class::All || mention.is_explicit())
        .map(|mention| Span {
            start: places.chars_before(mention.range.start().into()),
            end: places.chars_before(mention.range.end().into()),
            value: mention.edtf(),
        })
        .collect()
}

fn context(document: &Document) -> Context {
    let mut parts = document.reference.get(..10).unwrap_or("").splitn(3, '-');
    let mut part = || parts.next()?.parse().ok();
    let day = |year: i64, month: i64, day: i64| {
        Some((i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?))
    };
    let date = (|| day(part()?, part()?, part()?))();
    Context { reference: date.map(calendar::from_gregorian), ..Context::default() }
}

/// Byte offsets into code points, for offsets that do not go back far.
struct Places<'a> {
    text: &'a str,
    bytes: usize,
    chars: usize,
}

impl<'a> Places<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, bytes: 0, chars: 0 }
    }

    fn chars_before(&mut self, at: usize) -> usize {
        if at < self.bytes {
            (self.bytes, self.chars) = (0, 0);
        }
        self.chars += self.text[self.bytes..at].chars().count();
        self.bytes = at;
        self.chars
    }
}
