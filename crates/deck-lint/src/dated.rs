//! What the rules about dates share.

use deck_dates::{Confidence, Kind, Mention, Unit};
use text_size::TextRange;

use crate::facts::CardFacts;
use crate::rule::ItemCx;

/// The dates of a card that can hardly be anything else, question first.
pub(crate) fn sure<'a>(cx: &ItemCx<'a>) -> impl Iterator<Item = &'a Mention> + use<'a> {
    let facts = cx.facts;
    let front = facts.into_iter().flat_map(CardFacts::front_dates);
    let back = facts.into_iter().flat_map(CardFacts::back_dates);
    front.chain(back).filter(|mention| mention.confidence > Confidence::Low)
}

/// The same, with the ends of ranges one by one.
pub(crate) fn points<'a>(cx: &ItemCx<'a>) -> impl Iterator<Item = &'a Mention> + use<'a> {
    sure(cx).flat_map(Mention::points).filter(|point| point.kind == Kind::Point)
}

/// The dates that stand side by side on a side of a card, with what stands between them.
pub(crate) fn neighbours<'a>(
    cx: &ItemCx<'a>,
) -> impl Iterator<Item = (&'a Mention, &'a str, &'a Mention)> + use<'a> {
    let (facts, text) = (cx.facts, cx.text);
    let sides = facts.into_iter().flat_map(|facts| [facts.front_dates(), facts.back_dates()]);
    sides.flat_map(|side| side.windows(2)).filter_map(move |pair| {
        let [one, other] = pair else { return None };
        let sure = one.confidence.min(other.confidence) > Confidence::Low;
        let gap = TextRange::new(one.range.end(), other.range.start().max(one.range.end()));
        sure.then(|| (one, text[gap].trim(), other))
    })
}

/// The text of a side, up to a place in it.
pub(crate) fn before<'a>(cx: &ItemCx<'a>, mention: &Mention) -> &'a str {
    &cx.text[..usize::from(mention.range.start())]
}

/// The text after a mention, up to the end of the item.
pub(crate) fn after<'a>(cx: &ItemCx<'a>, mention: &Mention) -> &'a str {
    &cx.text[usize::from(mention.range.end())..]
}

/// The word that `text` ends in, without what stands after it.
pub(crate) fn last_word(text: &str) -> &str {
    let text = text.trim_end();
    let start = text
        .rfind(|c: char| !c.is_alphanumeric())
        .map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8));
    &text[start..]
}

/// Whether it is a date of a year or less that is written with its year, and said to be neither
/// before nor after, nor about it.
pub(crate) fn is_exact(mention: &Mention) -> bool {
    mention.is_explicit()
        && mention.confidence > Confidence::Low
        && mention.granularity <= Unit::Year
        && mention.bound.is_none()
        && !mention.approximate
        && !mention.uncertain
}

/// The words of a text in small letters, without what stands around them.
pub(crate) fn lower_words(text: &str) -> impl Iterator<Item = String> + '_ {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    words.filter(|word| !word.is_empty()).map(str::to_lowercase)
}
