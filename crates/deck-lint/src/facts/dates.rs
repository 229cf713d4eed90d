//! The dates on the sides of a card.

mod words;

use std::borrow::Cow;
use std::sync::LazyLock;

use deck_dates::{Context, Kind, Language, Mention};
use deck_syntax::{Card, Deck, Item, TextRange, TextSize};
use memchr::memmem::Finder;

pub(crate) use words::words;

/// The dates on a card, where it has any. Ranges are relative to the card's item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dates {
    /// Those of the question, or of a cloze card's text.
    pub front: Box<[Mention]>,
    /// Those of the answer.
    pub back: Box<[Mention]>,
}

impl Dates {
    /// The dates of a card, without what is said by its distance from another day or recurs;
    /// `None` if it has none. `text` is the text of its item, `words` are those of its sides.
    pub(super) fn of(
        card: &Card,
        text: &str,
        words: &SideWords<'_>,
        cx: &SideCx,
    ) -> Option<Box<Self>> {
        let read = |side: TextRange, words: &str| {
            if !may_have_date(&text[side]) {
                return Box::default();
            }
            let mut found = mentions_in(words, side, cx);
            found.retain(|it| matches!(it.kind, Kind::Point | Kind::Range | Kind::Duration));
            found.into_boxed_slice()
        };
        let front = read(card.front, &words.front);
        let back = card.back.map(|back| read(back, &words.back)).unwrap_or_default();
        let empty = front.is_empty() && back.is_empty();
        (!empty).then(|| Box::new(Self { front, back }))
    }
}

/// The words of a card's sides, see [`words`].
pub(super) struct SideWords<'t> {
    pub(super) front: Cow<'t, str>,
    pub(super) back: Cow<'t, str>,
}

impl<'t> SideWords<'t> {
    /// Reads a card in an item whose text is `text`.
    pub(super) fn of(card: &Card, item: &Item, text: &'t str, html: bool) -> Self {
        let read = |side| words(item, text, side, html);
        Self { front: read(card.front), back: card.back.map(read).unwrap_or_default() }
    }
}

/// How the sides of a file's cards are read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SideCx {
    /// Whether they are HTML.
    pub html: bool,
    /// What they do not say about their dates.
    pub dates: Context,
}

impl SideCx {
    /// How the cards of a deck are read: by its front matter's `dates` and `lang`.
    pub fn of(deck: &Deck, html: bool) -> Self {
        let field = |key: &str| deck.front_matter().and_then(|(_, matter)| matter.scalar(key));
        let day_first = match field("dates") {
            Some("day-first") => Some(true),
            Some("month-first") => Some(false),
            _ => None,
        };
        let language = match field("lang") {
            Some(lang) if !is_english(lang) => Language::Other,
            _ => Language::English,
        };
        Self { html, dates: Context { day_first, language, ..Context::default() } }
    }
}

/// Whether a language tag is one of English.
pub(crate) fn is_english(lang: &str) -> bool {
    let code = lang.split(['-', '_']).next().unwrap_or(lang);
    code.eq_ignore_ascii_case("en") || code.eq_ignore_ascii_case("eng")
}

/// All temporal expressions on a side of a card, relative to its item, whatever they are.
pub fn mentions(item: &Item, text: &str, side: TextRange, cx: &SideCx) -> Vec<Mention> {
    mentions_in(&words(item, text, side, cx.html), side, cx)
}

/// The same, in the words of a side.
fn mentions_in(words: &str, side: TextRange, cx: &SideCx) -> Vec<Mention> {
    let mut found = deck_dates::find(words, &cx.dates);
    for mention in &mut found {
        shift(mention, side.start());
    }
    found
}

/// Whether a side may have a date on it: nearly all have digits, and to look for those costs next
/// to nothing.
fn may_have_date(side: &str) -> bool {
    side.bytes().any(|byte| byte.is_ascii_digit()) || CENTURY.find(side.as_bytes()).is_some()
}

/// What a century is told by. Made ready once: most sides have no digit.
static CENTURY: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"entur"));

fn shift(mention: &mut Mention, by: TextSize) {
    mention.range += by;
    if let Some(month) = &mut mention.month_range {
        *month += by;
    }
    for end in mention.ends.iter_mut().flat_map(|ends| ends.iter_mut()) {
        shift(end, by);
    }
}

#[cfg(test)]
mod tests {
    use deck_syntax::{Dialect, Settings, parse_as};

    use super::*;

    fn dates(text: &str, dialect: Dialect) -> Vec<(bool, &str)> {
        let deck = parse_as(text, dialect, &std::sync::Arc::new(Settings::default()));
        let card = deck.cards().next().unwrap();
        let item_text = &text[TextRange::at(card.start, card.item.len())];
        let html = dialect == Dialect::Anki;
        let cx = SideCx::of(&deck, html);
        let words = SideWords::of(card.card, card.item, item_text, html);
        let found = Dates::of(card.card, item_text, &words, &cx).unwrap_or_default();
        let of = |side: &[Mention], back| -> Vec<_> {
            side.iter().map(|it| (back, &item_text[it.range])).collect()
        };
        [of(&found.front, false), of(&found.back, true)].concat()
    }

    #[test]
    fn each_side_has_its_own() {
        let text = "Who left the League in 1933?\nGermany, in October 1933\n";
        assert_eq!(dates(text, Dialect::Deck), [(false, "1933"), (true, "October 1933")]);
    }

    #[test]
    fn code_comments_links_and_attributes_have_none() {
        let text = "When?\n`since 1933` and <!-- in 1934 --> at \
                    [it](https://a.example/in/1935-03-04) and https://b.example/2001/02/03\n\
                    ```\nuntil 1936\n```\n@date 1937\n";
        assert_eq!(dates(text, Dialect::Deck), []);
        let text = "When?\nOn 3 <!-- no --> September 1939\n";
        assert_eq!(dates(text, Dialect::Deck), [(true, "3 <!-- no --> September 1939")]);
    }

    #[test]
    fn what_is_seen_of_html_is_read() {
        let text =
            "#html:true\nWhen?\t<b>30 September</b>&nbsp;1938 <img src=\"1939-01-01.png\">\n";
        assert_eq!(dates(text, Dialect::Anki), [(true, "30 September</b>&nbsp;1938")]);
    }

    #[test]
    fn front_matter_says_which_comes_first() {
        let text = "---\ndates: month-first\n---\nWhen?\nOn 4/9/1938\n";
        let deck = parse_as(text, Dialect::Deck, &std::sync::Arc::new(Settings::default()));
        assert_eq!(SideCx::of(&deck, false).dates.day_first, Some(false));
    }
}
