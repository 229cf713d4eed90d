//! Whether a text is a deck in the native dialect though it is not called one.
//!
//! The limits were chosen on some thousands of documents that are no decks, see
//! `docs/quality.md`.

use crate::dialect::native::is_blank;
use crate::reparse::front_matter;
use crate::{CardForm, Deck, Dialect, LineKind, parse_as};

/// What in the text says that it is a native deck: `deck:` in its front matter.
pub(super) fn mark(text: &str) -> Option<String> {
    front_matter(text)?.field("deck").map(|_| "its front matter has `deck:`".to_owned())
}

fn read(text: &str) -> Deck {
    parse_as(text, Dialect::Deck, &std::sync::Arc::default())
}

/// What a text holds when it is read as a native deck.
#[derive(Default)]
struct Counts {
    cards: usize,
    answered: usize,
    labelled: usize,
    /// Questions without a label of more than 25 words.
    long: usize,
    /// Lines that are not blank.
    lines: usize,
    /// Lines that belong to no card.
    prose: usize,
    /// Those of them before the first card.
    preface: usize,
}

/// Whether the text, a Markdown document or plain text, is a native deck beyond doubt; and what
/// tells.
pub(super) fn judge(text: &str, markdown: bool) -> Result<String, String> {
    let counts = Counts::of(text);
    let all_labelled = counts.labelled == counts.cards && counts.prose == 0;
    let least = if markdown && !all_labelled { 5 } else { 3 };
    let prose = if markdown { counts.lines / 10 } else { counts.lines / 3 };
    if counts.cards == 0 {
        return Err("it has no mark of any dialect".to_owned());
    }
    let said = format!("{} of its {} questions have an answer", counts.answered, counts.cards);
    if counts.answered < least {
        return Err(format!("{said}: too few to tell a deck from a text that asks now and then"));
    }
    if counts.answered * 10 < counts.cards * 9 {
        return Err(format!("{said}: more than one in ten has none"));
    }
    let cards = counts.cards;
    if cards * 10 < counts.lines {
        return Err(format!(
            "it has {cards} questions on {} lines: fewer than decks have",
            counts.lines
        ));
    }
    if counts.long * 5 > cards {
        return Err(format!("{} of its {cards} questions have more than 25 words", counts.long));
    }
    if counts.prose > prose || markdown && counts.preface > 0 {
        return Err(format!("{} of its {} lines belong to no card", counts.prose, counts.lines));
    }
    Ok(said)
}

impl Counts {
    fn of(text: &str) -> Self {
        let deck = read(text);
        let mut counts = Self::default();
        for (start, item) in deck.items_at() {
            let says = |kind| !matches!(kind, LineKind::Blank | LineKind::Comment);
            counts.lines += item.lines.iter().filter(|line| says(line.kind)).count();
            let prose = item.lines.iter().filter(|line| line.kind == LineKind::Prose).count();
            counts.prose += prose;
            if counts.cards == 0 {
                counts.preface += prose;
            }
            let Some(card) = item.card() else { continue };
            let front = &text[card.front + start];
            counts.cards += 1;
            counts.answered += usize::from(card.back.is_some() || card.form == CardForm::Cloze);
            match card.form {
                CardForm::Question if words(front) > 25 => counts.long += 1,
                CardForm::Labelled | CardForm::Cloze => counts.labelled += 1,
                _ => {}
            }
        }
        counts
    }
}

fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| !is_blank(word)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARDS: &str = "What is A?\nB\n\nWhat is C?\nD\n\nWhat is E?\nF\n";

    #[test]
    fn plain_text_needs_three_answered_cards_and_markdown_five() {
        assert!(judge(CARDS, false).is_ok());
        assert!(judge(CARDS, true).is_err());
        assert!(judge(&CARDS.repeat(2), true).is_ok());
        assert!(judge("Q: a\nA: b\n\nQ: c\nA: d\n\nQ: e\nA: f\n", true).is_ok());
    }

    #[test]
    fn documents_that_ask_now_and_then_are_no_decks() {
        assert!(judge(&format!("A note.\n\nMore of it.\n\n{}", CARDS.repeat(2)), true).is_err());
        assert!(judge(&format!("{CARDS}\n{}", "Prose.\n\n".repeat(40)), false).is_err());
        assert!(judge("", false).is_err());
        assert!(judge(&"What?\n".repeat(20), false).is_err());
    }

    #[test]
    fn front_matter_may_say_that_it_is_a_deck() {
        assert!(mark("---\ndeck: History\n---\n").is_some());
        assert!(mark("---\ntitle: History\n---\n").is_none());
    }
}
