//! What only decks of headings have.

use std::sync::Arc;

use memchr::memmem;

use super::mark::tags;
use crate::deck::{CardRef, Deck, ItemKind, LineKind};
use crate::{Dialect, lines, native, parse_as};

/// How many headings, if nothing but a `%` or a tag tells, make a deck.
const ENOUGH: usize = 8;
/// How many lines an answer has at most, and one in two of them.
const LONG: usize = 20;
const SHORT: usize = 4;

/// What in the text says that it is written in this dialect: a `%` between the sides of a card; a
/// line of tags; headings that are questions, nearly all of them; or a title, many headings with a
/// few lines below each, and nothing else. Other documents have headings, too, but hardly so.
pub(crate) fn looks_like(text: &str) -> Option<String> {
    let heading = b"## ";
    if !text.as_bytes().starts_with(heading) && memmem::find(text.as_bytes(), b"\n## ").is_none() {
        return None;
    }
    let deck = parse_as(text, Dialect::Headings, &Arc::default());
    let answered = deck.cards().filter(|card| card.card.back.is_some()).count();
    if answered < 2 {
        return None;
    }
    if deck.cards().any(|card| is_parted(&card)) {
        return Some("a `%` parts a heading from the text below it".to_owned());
    }
    if deck.cards().any(|card| has_tags(&card, text)) {
        return Some("it has tags as in `[#algebra]()` below a heading".to_owned());
    }
    if let Some(questions) = asks(&deck, text) {
        return Some(format!("{questions} headings are questions"));
    }
    is_plain(&deck, text)
        .then(|| format!("it is {answered} headings with a few lines below each, and nothing else"))
}

fn is_parted(card: &CardRef<'_>) -> bool {
    card.card.back.is_some() && card.item.lines().any(|(_, kind)| kind == LineKind::Separator)
}

/// Whether the card has tags that are no numbers of anything, and lead nowhere but to a file.
fn has_tags(card: &CardRef<'_>, text: &str) -> bool {
    card.card.attributes.iter().any(|tag| {
        let written = &text[tag.range + card.start];
        let name = &text[tag.value + card.start];
        let link = written.rsplit_once(']').map_or("", |(_, link)| link);
        tags(written).next().is_some()
            && name.starts_with(char::is_alphabetic)
            && (link == "()" || link.starts_with("(./") || link.ends_with(".md)"))
    })
}

/// Whether the text is a title and cards, with short answers and nothing else.
fn is_plain(deck: &Deck, text: &str) -> bool {
    let is_title = |kind: &ItemKind| matches!(kind, ItemKind::Title { .. });
    let only_cards = deck.items().iter().all(|item| {
        matches!(item.kind, ItemKind::Blank | ItemKind::FrontMatter(_) | ItemKind::Card(_))
            || is_title(&item.kind)
    });
    if !only_cards || !deck.items().iter().any(|item| is_title(&item.kind)) {
        return false;
    }
    let mut lengths = Vec::new();
    for card in deck.cards() {
        let front = &text[card.card.front + card.start];
        let back = card.card.back.map_or("", |back| &text[back + card.start]);
        if front.is_empty() || back.is_empty() || is_version(front) || has_heading(&card, text) {
            return false;
        }
        lengths.push(lines(back).filter(|line| !native::is_blank(line.of(back))).count());
    }
    lengths.sort_unstable();
    lengths.len() >= ENOUGH
        && lengths[lengths.len() / 2] <= SHORT
        && lengths.last().is_some_and(|&longest| longest <= LONG)
}

/// Whether a heading stands in the answer, as in the chapters of a document.
fn has_heading(card: &CardRef<'_>, text: &str) -> bool {
    card.item.lines().zip(&card.item.lines).any(|((range, kind), line)| {
        kind == LineKind::Back && !line.verbatim && text[range + card.start].starts_with("###")
    })
}

/// Whether the heading is a version or a date, as in a list of changes: `[1.2.0]`, `v0.3`.
fn is_version(heading: &str) -> bool {
    let number = heading.trim_start_matches(['v', '[', '(']);
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let mut after = rest.chars();
    rest.len() < number.len()
        && matches!(after.next(), Some('.' | '-' | '/'))
        && after.next().is_some_and(|c| c.is_ascii_digit())
}

/// How many headings are questions, if nearly all are, and none has much below it.
fn asks(deck: &Deck, text: &str) -> Option<usize> {
    let mut cards = 0;
    let mut questions = 0;
    for card in deck.cards() {
        cards += 1;
        let back = card.card.back.map_or("", |back| &text[back + card.start]);
        let is_long = lines(back).nth(40).is_some();
        if back.is_empty() || is_long {
            continue;
        }
        questions += usize::from(native::is_question(&text[card.card.front + card.start]));
    }
    (questions >= ENOUGH && questions * 10 >= cards * 9).then_some(questions)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decks_of_headings() {
        let plain = format!("# Git\n\n{}", "## Show the log\n\n`git log`\n\n".repeat(8));
        for text in [
            "# T\n\n## What?\nx\n%\nThat\n\n## Who?\nShe\n",
            "## Quicksort\nDivides\n[#algorithms](./algorithms.md)\n## Heap\nA tree\n",
            &"## What is it?\nThat\n".repeat(8),
            &plain,
        ] {
            assert!(looks_like(text).is_some(), "{text}");
        }
    }

    #[test]
    fn other_documents() {
        let changes = format!("# Changes\n\n{}", "## 1.2.0\n\n- Faster\n\n".repeat(20));
        let chapters = format!("# Use\n\nAn introduction.\n\n{}", "## So\n\nA.\n\n".repeat(20));
        for text in [
            "# T\n\n## Install\n\nRun it.\n\n## Use\n\nRun it again.\n",
            "## A\n```\n%\n```\n## B\nx\n",
            "## 1.0\nFixed\n[#12](https://example.org/12)\n## 0.9\nFirst\n",
            &changes,
            &chapters,
        ] {
            assert!(looks_like(text).is_none(), "{text}");
        }
    }
}
