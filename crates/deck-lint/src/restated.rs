//! Answers that say again what their question says, with a date.

use deck_dates::{Mention, Relation, compare};
use text_size::TextRange;

use crate::dated::{is_exact, lower_words};
use crate::events::{full_stops, looks_past, root};
use crate::rule::ItemCx;

/// Words of a question that an answer need not say again.
#[rustfmt::skip]
const ASKING: &[&str] = &[
    "a", "an", "and", "at", "by", "century", "date", "day", "decade", "did", "do", "does", "during",
    "event", "events", "for", "from", "happen", "happened", "how", "in", "into", "is", "it", "month",
    "of", "on", "place", "take", "the", "to", "took", "was", "were", "what", "when", "where", "which",
    "who", "whom", "why", "with", "year",
];

/// Words that make a statement one of another time than its date.
#[rustfmt::skip]
const ELSEWHEN: &[&str] = &[
    "after", "ago", "already", "before", "could", "earlier", "eventually", "finally", "following",
    "former", "had", "has", "have", "later", "never", "not", "now", "once", "originally",
    "previously", "since", "subsequently", "then", "until", "will", "would",
];

/// Words that begin another statement within a sentence.
#[rustfmt::skip]
const LINKS: &[&str] = &[
    "after", "although", "as", "because", "before", "but", "since", "so", "that", "though", "until",
    "when", "where", "which", "while", "who", "whose",
];

/// What a question says beside asking, as the roots of its words; `time` is the date in it.
pub(crate) struct Content(Vec<u64>);

impl Content {
    /// What the question of a card says, `None` where it does not ask what happened.
    pub(crate) fn of(question: &str, time: Option<std::ops::Range<usize>>) -> Option<Self> {
        let time = time.unwrap_or(0..0);
        let (before, after) = (question.get(..time.start)?, question.get(time.end..)?);
        let mut words: Vec<String> = lower_words(before).chain(lower_words(after)).collect();
        let first =
            words.iter().position(|it| matches!(&**it, "who" | "what" | "which" | "when"))?;
        // `Which country invaded …` is not answered by a country that says it is one.
        let kind = words
            .get(first + 1)
            .filter(|it| !matches!(&*words[first], "who" | "when") && !ASKING.contains(&&***it));
        if kind.is_some() {
            words.remove(first + 1);
        }
        let told = words.iter().filter(|it| !ASKING.contains(&&***it));
        Some(Self(told.map(|it| root(it)).collect()))
    }

    /// Whether it says nothing: `What happened in 1936?`
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the statement that the date of an answer belongs to says all of it.
    pub(crate) fn is_restated(&self, cx: &ItemCx<'_>, back: TextRange, date: &Mention) -> bool {
        let Some(statement) = statement(cx, back, date) else { return false };
        let words: Vec<String> = lower_words(statement.text).collect();
        let elsewhen = words.iter().any(|word| ELSEWHEN.contains(&&**word));
        let all = self.0.iter().all(|it| words.iter().any(|word| root(word) == *it));
        // Of a name alone, an answer may go on to tell what came of what was before.
        let enough = self.0.len() > 1 || statement.opens || !goes_on(statement.tail);
        !elsewhen && all && enough && words.len() > 1
    }
}

/// Whether a sentence goes on to tell something.
fn goes_on(tail: &str) -> bool {
    lower_words(tail).any(|word| looks_past(&word))
}

/// The part of an answer's sentence that a date is about.
struct Statement<'a> {
    text: &'a str,
    /// What follows the date.
    tail: &'a str,
    /// Whether the date opens the sentence.
    opens: bool,
}

fn statement<'a>(cx: &ItemCx<'a>, back: TextRange, date: &Mention) -> Option<Statement<'a>> {
    let lead = cx.text.get(usize::from(back.start())..usize::from(date.range.start()))?;
    let tail = cx.text.get(usize::from(date.range.end())..usize::from(back.end()))?;
    let start = lead.rfind(['\n', ';', ':']).into_iter().chain(full_stops(lead).last()).max();
    let lead = &lead[start.map_or(0, |at| at + 1)..];
    let end = tail.find(['\n', ';']).into_iter().chain(full_stops(tail).next()).min();
    let tail = &tail[..end.unwrap_or(tail.len())];
    let bare = lead.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '*' | '•'));
    if matches!(bare.trim_end(), "" | "In" | "On" | "in" | "on") {
        let text = until_link(tail.trim_start_matches([',', ' ']));
        return Some(Statement { text, tail, opens: true });
    }
    let lead = lead.trim_end();
    let lead = lead.strip_suffix("in").or_else(|| lead.strip_suffix("on"))?;
    let lead = &lead[lead.rfind(',').map_or(0, |at| at + 1)..];
    let is_link = |it: String| LINKS.contains(&&*it);
    let whole = !lower_words(lead).any(is_link);
    whole.then_some(Statement { text: lead, tail, opens: false })
}

/// A text up to a word that begins another statement.
fn until_link(text: &str) -> &str {
    let spaces = text.match_indices(char::is_whitespace);
    let mut links = spaces.filter(|(at, _)| {
        let word = text[*at..].split_whitespace().next().unwrap_or_default();
        LINKS.contains(&word)
    });
    links.next().map_or(text, |(at, _)| &text[..at])
}

/// The date of an answer that says again what its question says of another time, `asked`; no date
/// of the answer may fit the question.
pub(crate) fn dated_otherwise<'a>(
    cx: &ItemCx<'a>,
    asked: &Mention,
    question: TextRange,
    back: TextRange,
) -> Option<&'a Mention> {
    let dates = cx.facts?.back_dates();
    let apart = |it: &Mention| compare(asked, it).is_none_or(|it| it == Relation::Disjoint);
    let time = usize::from(asked.range.start() - question.start())
        ..usize::from(asked.range.end() - question.start());
    if !dates.iter().all(apart) {
        return None;
    }
    let content = Content::of(&cx.text[question], Some(time))?;
    let generic = content.is_empty();
    if generic
        && (dates.iter().filter(|it| is_exact(it)).count() > 1
            || !lower_words(&cx.text[question]).any(|it| it == "happened"))
    {
        return None;
    }
    dates.iter().find(|date| {
        is_exact(date) && compare(asked, date).is_some() && content.is_restated(cx, back, date)
    })
}

/// Whether the question is what happened at that date: `Who left the League in 1933?`. The date is
/// its last word, or it starts with `When in 1933`.
pub(crate) fn asks_about(cx: &ItemCx<'_>, asked: &Mention) -> bool {
    let Some(card) = cx.card() else { return false };
    let front = &cx.text[card.front];
    let from = usize::from(asked.range.start() - card.front.start());
    let upto = usize::from(asked.range.end() - card.front.start());
    let before: Vec<String> = lower_words(&front[..from]).collect();
    let before: Vec<&str> = before.iter().map(String::as_str).collect();
    match before.as_slice() {
        ["when", "in" | "during"] => true,
        // `In 1933, who left the League?`
        ["in" | "on"] => front[upto..].starts_with(','),
        ["who" | "what" | "which" | "where", .., word, "in" | "on"] => {
            let part = word.ends_with("ed") && before.contains(&"did");
            let relative = before[1..].iter().any(|it| matches!(*it, "that" | "which" | "who"));
            front[upto..].trim() == "?" && !part && !relative
        }
        _ => false,
    }
}
