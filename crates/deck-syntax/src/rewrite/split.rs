//! One card made two.

use text_size::{TextRange, TextSize};

use super::{Place, Rewrite, cards_instead};
use crate::deck::{CardForm, Deck, LineKind};
use crate::dialect::Dialect;
use crate::format::{TextEdit, ending};
use crate::text::offset;

/// What stands where the new card's question will be.
const PLACEHOLDER: &str = "New question";

/// Splits the card at byte offset `at`, which lies on a line of its answer but the first: from that
/// line on the answer belongs to a second card, whose question is still to be written.
///
/// `None` elsewhere, and where the second card would not be one: in a list that goes on from above
/// (an indented line), in code, in dialects whose cards have no lines of their own for an answer.
pub fn split_card(deck: &Deck, text: &str, at: TextSize) -> Option<Rewrite> {
    let place = Place::of(deck, text, at)?;
    let item = &deck.items()[place.item];
    let card = item.card()?;
    let content = place.line.of(text);
    let starts_answer = deck.start(place.item) + card.back?.start() >= offset(place.line.start);
    let is_inside = content.starts_with([' ', '\t']);
    if place.kind != LineKind::Back || place.verbatim || starts_answer || is_inside {
        return None;
    }
    let ending = ending(text);
    let (before, behind) = match (deck.dialect(), card.form) {
        (Dialect::Deck, CardForm::Question) => ("", format!("?{ending}")),
        (Dialect::Deck | Dialect::Hashcards, CardForm::Labelled) => {
            ("Q: ", format!("{ending}A:{}", if is_list(content) { ending } else { " " }))
        }
        (Dialect::Headings, CardForm::Heading) => ("## ", ending.to_owned()),
        _ => return None,
    };
    // A blank line, unless there is one: it ends the card above in every layout.
    let blank = if below_blank(text, place.line.start) { "" } else { ending };
    let inserted = format!("{blank}{before}{PLACEHOLDER}{behind}");
    let start = offset(place.line.start + blank.len() + before.len());
    let edit = TextEdit { range: TextRange::empty(offset(place.line.start)), text: inserted };
    let edits = vec![edit];
    let cards = cards_instead(deck, text, place.item, &edits)?;
    let select = TextRange::at(start, TextSize::of(PLACEHOLDER));
    (cards.len() == 2).then_some(Rewrite { edits, select })
}

fn is_list(content: &str) -> bool {
    crate::dialect::markdown::line::words_start(content) > 0
}

fn below_blank(text: &str, at: usize) -> bool {
    let above = text[..at].strip_suffix('\n').unwrap_or(&text[..at]);
    let above = above.strip_suffix('\r').unwrap_or(above);
    above.rsplit(['\n', '\r']).next().is_none_or(|line| line.trim().is_empty())
}
