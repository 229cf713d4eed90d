//! What lasts, and what is said to lie within it: the First World War lasted from 1914 to 1918.

use deck_dates::{Confidence, Kind, Mention};
use text_size::TextRange;

use super::phrase::{Phrase, Word, phrase, words};
use super::{Event, Role, answer, end_of_last, full_stops};
use crate::facts::CardFacts;
use crate::hash::hash;

/// The sides of a card.
#[derive(Clone, Copy)]
pub(super) struct Sides<'a> {
    pub(super) text: &'a str,
    pub(super) front: TextRange,
    /// The answer, or the only side of a cloze card.
    pub(super) back: TextRange,
    pub(super) is_cloze: bool,
}

/// The spans that a card gives, and what it says lies in one.
pub(super) fn periods<'a>(
    sides: Sides<'_>,
    facts: &'a CardFacts,
    dates: &'a [Mention],
) -> Vec<Event<'a>> {
    let mut found = Vec::new();
    let asked = (!sides.is_cloze).then(|| asked(sides, facts, dates)).flatten();
    found.extend(asked);
    // Nearly all sides are done with here.
    let within = memchr::memmem::find(sides.text[sides.back].as_bytes(), b"uring ").is_some();
    for (at, date) in dates.iter().enumerate().filter(|(_, it)| within || is_span(it)) {
        let from = end_of_last(&dates[..at]).unwrap_or(sides.back.start());
        let lead = clause(&sides.text[TextRange::new(from, date.range.start().max(from))]);
        if is_span(date) {
            found.extend(lasted(lead).and_then(|name| event(&name, Role::Span, date)));
        } else if super::is_sure(date) && date.bound.is_none() {
            let tail = &sides.text
                [TextRange::new(date.range.end(), sides.back.end().max(date.range.end()))];
            let name = during(lead).or_else(|| during_after(tail));
            found.extend(name.and_then(|name| event(&name, Role::Within, date)));
        }
    }
    found
}

fn event<'a>(name: &Phrase, role: Role, date: &'a Mention) -> Option<Event<'a>> {
    let key = hash(&[&name.hash().to_le_bytes()[..], b"period"].concat());
    let short_name = name.is_short();
    (name.capital && name.proper).then_some(Event {
        key,
        name: key,
        agent: None,
        short_name,
        once: true,
        role,
        date,
    })
}

/// Whether it is a span of sure years, months or days.
fn is_span(date: &Mention) -> bool {
    let sure = date.kind == Kind::Range && date.is_explicit() && date.confidence > Confidence::Low;
    sure && !date.reversed() && date.bound.is_none() && date.points().iter().all(super::is_sure)
}

/// The part of a text after the last mark that ends a statement.
fn clause(lead: &str) -> &str {
    let start = lead.rfind(['\n', ';', ':', '>']).into_iter().chain(full_stops(lead).last()).max();
    lead[start.map_or(0, |at| at + 1)..].trim_matches(super::is_bullet)
}

/// The name that a span follows: `the Thirty Years' War (`, `the war lasted from`.
fn lasted(lead: &str) -> Option<Phrase> {
    if let Some(lead) = lead.strip_suffix('(') {
        let words = words(lead);
        let is_part = |it: &Word<'_>| {
            it.text.starts_with(|c: char| !c.is_lowercase()) || matches!(&*it.lower, "of" | "the")
        };
        let start = words.iter().rposition(|it| !is_part(it) || it.parted);
        return phrase(&words[start.map_or(0, |at| at + 1)..]);
    }
    let mut words = words(lead);
    let lower =
        |words: &[Word<'_>]| words.last().map(|it| it.lower.to_string()).unwrap_or_default();
    if matches!(&*lower(&words), "from" | "between" | "for") {
        words.pop();
    }
    let verb = lower(&words);
    let fought = verb == "fought" && words.len() > 1 && words[words.len() - 2].lower == "was";
    let lasts = matches!(&*verb, "lasted" | "ran" | "raged" | "continued");
    let rest = if fought { 2 } else { usize::from(lasts) };
    (rest > 0).then(|| phrase(&words[..words.len() - rest])).flatten()
}

/// `During the First World War, in`
fn during(lead: &str) -> Option<Phrase> {
    let lead = lead.strip_suffix("in").or_else(|| lead.strip_suffix("on"))?;
    let at = lead.rfind("uring ")?;
    let comma = lead[at..].trim_end().ends_with(',');
    let name = words(&lead[at + "uring ".len()..]);
    let inner = name.split_last().is_some_and(|(_, inner)| inner.iter().all(|it| !it.parted));
    // `during the invasion of Poland in`: what was in that year, the invasion or what came of it?
    phrase(&name).filter(|_| comma && inner)
}

/// `, during the First World War,`
fn during_after(tail: &str) -> Option<Phrase> {
    let tail = tail.trim_start_matches([',', ' ']).strip_prefix("during ")?;
    let end = tail.find([',', '.', ';', '\n', ')', ':'])?;
    phrase(&words(&tail[..end]))
}

/// What the question says of the answer's span or date.
fn asked<'a>(sides: Sides<'_>, facts: &'a CardFacts, dates: &'a [Mention]) -> Option<Event<'a>> {
    let question = sides.text[sides.front].trim();
    let first = dates.first()?;
    if is_span(first) {
        let words = words(question);
        let lead = &sides.text[TextRange::new(sides.back.start(), first.range.start())];
        let opens =
            matches!(lead.trim(), "" | "From" | "from" | "Between" | "In" | "It lasted from");
        let name = lasting(&words, question.ends_with('?'))?;
        return event(&phrase(name)?, Role::Span, first).filter(|_| opens && dates.len() == 1);
    }
    // Nearly all questions are done with here.
    let starts = ["In", "On", "When"].iter().any(|start| question.starts_with(start));
    let date = starts.then(|| answer(sides.text, facts, sides.back)).flatten()?;
    event(&phrase(containing(&words(question))?)?, Role::Within, date)
}

/// The name whose span a question asks for; the front of a row that is but a name.
fn lasting<'w, 't>(words: &'w [Word<'t>], asks: bool) -> Option<&'w [Word<'t>]> {
    if !asks {
        return Some(words);
    }
    let lower: Vec<&str> = words.iter().map(|it| &*it.lower).collect();
    let (start, end) = match lower.as_slice() {
        ["when", "was" | "were", .., "fought"] => (2, 1),
        ["when", "was" | "were", ..] => (2, 0),
        ["when", "did", .., "take", "place"] => (2, 2),
        ["how", "long", "did", .., "last"] => (3, 1),
        ["from", "when", "to" | "until", "when", "did", .., "last"] => (5, 1),
        _ => return None,
    };
    words.get(start..words.len() - end)
}

/// `In which year of the First World War was …?`, `When during the First World War did …?`
fn containing<'w, 't>(words: &'w [Word<'t>]) -> Option<&'w [Word<'t>]> {
    let lower: Vec<&str> = words.iter().take(5).map(|it| &*it.lower).collect();
    let start = match lower.as_slice() {
        ["in" | "on", "which" | "what", "year" | "month" | "day", "of", ..] => 4,
        ["when", "in" | "during", ..] => 2,
        _ => return None,
    };
    let end = words.iter().position(|it| matches!(&*it.lower, "was" | "were" | "did"))?;
    words.get(start..end)
}
