//! From what a deck says to HTML that is safe to show.
//!
//! What we write ourselves is escaped as it is written. Where the author wrote tags, all of it goes
//! through ammonia, which reads HTML as a browser does. Formulas and coloured code are put in their
//! places only afterwards, so that no author can write them by hand.

mod clean;
mod code;
pub(crate) mod gaps;
mod markdown;
mod math;
mod media;
mod stash;

use deck_syntax::{Card, TextRange, side_text};

use crate::face::Source;
pub(crate) use clean::{field, plain_field};
pub(crate) use markdown::{markdown, options};
pub use media::media_paths;

/// What is known while a side is written.
#[derive(Clone)]
pub(crate) struct Cx<'a> {
    pub(crate) source: Source<'a>,
    pub(crate) colours: bool,
    /// Whether the side is the one that asks: gaps and right choices are hidden.
    pub(crate) is_front: bool,
    /// Whether code was met that would be coloured, and was not.
    pub(crate) is_plain: bool,
}

impl<'a> Cx<'a> {
    pub(crate) fn new(source: Source<'a>, colours: bool) -> Self {
        Self { source, colours, is_front: false, is_plain: false }
    }

    fn item_text(&self, index: usize) -> &'a str {
        let deck = self.source.deck;
        let range = deck.start(index).into()..deck.start(index + 1).into();
        self.source.text.get::<std::ops::Range<usize>>(range).unwrap_or_default()
    }

    /// The words of a side of the card that is item `index`.
    pub(crate) fn side(&self, index: usize, range: TextRange) -> std::borrow::Cow<'a, str> {
        side_text(&self.source.deck.items()[index], self.item_text(index), range)
    }

    /// A cloze text as it stands, its gaps marked; those inside others are part of them.
    pub(crate) fn with_gaps(&self, card: &Card, index: usize) -> String {
        let mut text = String::new();
        let mut at = card.front.start();
        for gap in &card.deletions {
            if gap.range.start() < at {
                continue;
            }
            text += &gaps::unmarked(&self.side(index, TextRange::new(at, gap.range.start())));
            gaps::open(&mut text);
            let hint = gap.hint.map(|hint| self.side(index, hint));
            let shown = match (self.is_front, hint) {
                (false, _) => self.side(index, gap.text),
                (true, Some(hint)) => hint,
                (true, None) => "…".into(),
            };
            text += &gaps::unmarked(&shown);
            gaps::close(&mut text);
            at = gap.range.end();
        }
        let rest = TextRange::new(at, card.front.end().max(at));
        text + &gaps::unmarked(&self.side(index, rest))
    }
}

/// Plain text as HTML, line by line.
pub(crate) fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for (index, line) in deck_syntax::lines(text.trim_end()).enumerate() {
        if index > 0 {
            out.push_str("<br>");
        }
        escape(&mut out, line.of(text));
    }
    out
}

/// Writes text so that it is text, in an element or in an attribute's quotes.
pub fn escape(out: &mut String, text: &str) {
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"']) {
        out.push_str(&rest[..at]);
        out.push_str(match rest.as_bytes()[at] {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ => "&quot;",
        });
        rest = &rest[at + 1..];
    }
    out.push_str(rest);
}
