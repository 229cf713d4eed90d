//! What a card says happened, and when: the treaty of Rapallo was signed in 1922.

mod lexicon;
mod noun;
mod period;
mod phrase;
mod question;
mod sentence;
mod slip;

use deck_dates::{Bound, Confidence, Kind, Mention, Relation, Unit, Value, compare};
use text_size::{TextRange, TextSize};

use crate::facts::CardFacts;
use crate::rule::{Index, ItemCx, Members};
pub(crate) use lexicon::{looks_past, root};
use period::Sides;
use sentence::Told;
pub(crate) use slip::{agreed, is_outlier};

/// Cards by the events that they date.
pub(crate) static EVENTS: Index = Index { keys: |facts| &facts.events, scoped: true };

/// What a card says of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// That it happened.
    Happened,
    /// That it lasted so long.
    Span,
    /// That something else was a part of it.
    Within,
}

/// Something of a name that happened at a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Event<'a> {
    /// The name and what happened, as a hash.
    pub(crate) key: u64,
    /// The whole name, as a hash: of people, the key knows but the last.
    name: u64,
    /// By whose doing, as a hash, if it is said.
    agent: Option<u64>,
    /// Whether the name is one word only, which elsewhere may be another's.
    pub(crate) short_name: bool,
    /// Whether it happened but once, so that any other date is wrong.
    once: bool,
    /// What is said of it.
    pub(crate) role: Role,
    /// When.
    pub(crate) date: &'a Mention,
}

impl<'a> Event<'a> {
    fn new(told: &Told, date: &'a Mention) -> Self {
        // `was killed by gunfire`
        let agent = told.agent.as_ref().filter(|agent| agent.capital);
        Self {
            key: told.key(),
            name: told.theme.hash(),
            agent: agent.map(phrase::Phrase::hash),
            short_name: told.theme.is_short() && agent.is_none(),
            once: told.action.once && (told.theme.proper || lexicon::is_find(told.action)),
            role: Role::Happened,
            date,
        }
    }

    /// Whether both say that the same did it at the same time.
    pub(crate) fn says_the_same(&self, other: &Self) -> bool {
        self.agent == other.agent && self.date.interval == other.date.interval
    }

    /// Whether both cannot be true: the same happened, and not at the same time. What may happen
    /// again, or to another of that name, has to look like a slip of the pen.
    pub(crate) fn contradicts(&self, other: &Self, same_file: bool) -> bool {
        let known = same_file || !(self.short_name || other.short_name);
        let once = self.once && other.once && known;
        let unsaid = self.agent.is_none() || other.agent.is_none();
        let same_day = slip::is_same_day(self.date, other.date);
        let same = self.agent == other.agent || (once && unsaid) || same_day;
        let apart = compare(self.date, other.date) == Some(Relation::Disjoint);
        let happened = self.role == Role::Happened && other.role == Role::Happened;
        let misprint = || {
            let bound = self.date.bound.or(other.date.bound);
            bound.is_none() && slip::is_misprint(self.date, other.date)
        };
        let named = self.name == other.name;
        happened && same && apart && ((once && named) || ((named || same_day) && misprint()))
    }
}

/// What each card says of the event that brought the members together.
pub(crate) fn shared_events<'a>(members: &Members<'a>) -> Vec<Option<Event<'a>>> {
    let event = |item: ItemCx<'a>| {
        let events = item.facts?.events_of(item.card()?, item.text);
        events.into_iter().find(|event| event.key == members.key())
    };
    members.items().map(event).collect()
}

/// Whether two cards ask the same. Then their answers are said to conflict, not their dates.
pub(crate) fn ask_the_same(one: &ItemCx<'_>, other: &ItemCx<'_>) -> bool {
    let key = |item: &ItemCx<'_>| item.facts.and_then(|facts| Some(facts.keys.as_ref()?.t1));
    key(one).is_some() && key(one) == key(other)
}

/// The events that a card tells of, each once: by its question (`When was the treaty of Rapallo
/// signed?`) or the sentences of its answer (`The treaty of Rapallo was signed in 1922`). What a
/// cloze card tells stands on its only side.
pub(crate) fn events<'a>(
    text: &str,
    facts: &'a CardFacts,
    front: TextRange,
    back: Option<TextRange>,
) -> Vec<Event<'a>> {
    let mut events: Vec<Event<'a>> = Vec::new();
    let (side, dates) =
        back.map_or((front, facts.front_dates()), |back| (back, facts.back_dates()));
    if !dates.iter().any(|date| date.points().iter().any(is_sure)) {
        return events;
    }
    if let Some(date) = answer(text, facts, side)
        && let Some(told) = back.and_then(|_| question::asked(&text[front]))
    {
        events.push(Event::new(&told, date));
    }
    for (at, date) in dates.iter().enumerate().filter(|(_, date)| is_sure(date)) {
        if let Some(told) = told_at(text, side, dates, at) {
            let event = Event::new(&told, date);
            if events.iter().all(|known| known.key != event.key) {
                events.push(event);
            }
        }
    }
    let sides = Sides { text, front, back: side, is_cloze: back.is_none() };
    for event in period::periods(sides, facts, dates) {
        if events.iter().all(|known| known.key != event.key) {
            events.push(event);
        }
    }
    events
}

/// Whether it is a date that a card can be held to, said to be neither before nor after, nor about
/// it.
fn is_sure(date: &Mention) -> bool {
    date.is_explicit()
        && matches!(date.kind, Kind::Point)
        && date.confidence > Confidence::Low
        && date.granularity <= Unit::Century
        && matches!(date.bound, None | Some(Bound::Before | Bound::After | Bound::By))
        && date.alternative.is_none()
        && !date.approximate
        && !date.uncertain
}

/// The date that answers a question for one: what the answer opens with, `It was signed in` aside.
fn answer<'a>(text: &str, facts: &'a CardFacts, side: TextRange) -> Option<&'a Mention> {
    let date = facts.back_dates().first().filter(|date| is_sure(date))?;
    let lead = text[TextRange::new(side.start(), date.range.start().max(side.start()))].trim();
    let mut words = lead.split_ascii_whitespace();
    let first = words.next().unwrap_or_default();
    let opens = matches!(first, "" | "In" | "On" | "in" | "on") && words.count() <= 1;
    let again = matches!(first, "It" | "He" | "She" | "They") && lead.split(' ').count() <= 5;
    let lone = !is_choice(text, facts.back_dates(), 0);
    (facts.front_dates().is_empty() && (opens || again) && lone).then_some(date)
}

/// Whether the date is one of several between which the text does not choose: `1935 or 1936`.
fn is_choice(text: &str, dates: &[Mention], at: usize) -> bool {
    let joined = |one: &Mention, other: &Mention| {
        let gap = text.get(usize::from(one.range.end())..usize::from(other.range.start()));
        matches!(
            gap.map(str::trim),
            Some("or" | "and" | "/" | "," | ", and" | ", or" | "(" | "–" | "-")
        )
    };
    let before = at.checked_sub(1).is_some_and(|before| joined(&dates[before], &dates[at]));
    before || dates.get(at + 1).is_some_and(|after| joined(&dates[at], after))
}

/// Where the last date ends. The Seven Years' War is none.
fn end_of_last(dates: &[Mention]) -> Option<TextSize> {
    dates.iter().rfind(|date| date.kind != Kind::Duration).map(|date| date.range.end())
}

/// What is told of the date number `at` of a side.
fn told_at(text: &str, side: TextRange, dates: &[Mention], at: usize) -> Option<Told> {
    if is_choice(text, dates, at) {
        return None;
    }
    let date = &dates[at];
    let from = end_of_last(&dates[..at]).unwrap_or(side.start());
    let upto = dates.get(at + 1).map_or(side.end(), |after| after.range.start());
    let lead = text.get(usize::from(from)..usize::from(date.range.start()))?;
    let tail = text.get(usize::from(date.range.end())..usize::from(upto))?;
    if !may_lead(lead) {
        return None;
    }
    let start = lead.rfind(['\n', ';', ':', '>']).into_iter().chain(full_stops(lead).last()).max();
    let is_first = start.is_some() || at == 0;
    let lead = lead[start.map_or(0, |at| at + 1)..].trim_start_matches(is_bullet);
    let lead =
        lead.rfind("{{").filter(|at| !lead[*at..].contains(' ')).map_or(lead, |at| &lead[..at]);
    let lead = lead.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '['));
    let lead = lead.strip_suffix(" the").unwrap_or(lead);
    let (body, preposition) = lead.rsplit_once(char::is_whitespace).unwrap_or(("", lead));
    match preposition {
        "" | "In" | "On" | "in" | "on" if body.trim().is_empty() => {
            let end = tail.find(['\n', ';', '<']).into_iter().chain(full_stops(tail).next()).min();
            sentence::after_date(&tail[..end.unwrap_or(tail.len())]).filter(|_| is_first)
        }
        "before" | "after" | "by" if date.bound.is_some() => sentence::before_date(body),
        "in" | "on" | "(in" | "(on" => sentence::before_date(body),
        _ if lead.ends_with('(') && tail.starts_with(')') => {
            noun::name_before(lead.trim_end_matches('('))
        }
        _ => None,
    }
}

/// Whether what stands before a date may end a statement on it, or begin one. Most dates are done
/// with here.
fn may_lead(lead: &str) -> bool {
    let lead = lead.trim_ascii_end();
    let lead = lead.strip_suffix(" the").unwrap_or(lead);
    let last = lead.rsplit([' ', '\n']).next().unwrap_or_default();
    let prepositions =
        ["", "in", "on", "In", "On", "(in", "(on", "before", "after", "by", "the", "The"];
    prepositions.contains(&last) || !last.ends_with(|c: char| c.is_alphanumeric() || c == ',')
}

/// The full stops that end sentences: not that of `U.S.` or of `Gen.`.
pub(crate) fn full_stops(text: &str) -> impl Iterator<Item = usize> + '_ {
    let bytes = text.as_bytes();
    let ends = memchr::memchr_iter(b'.', bytes).filter(|at| bytes.get(at + 1) == Some(&b' '));
    ends.filter(|&at| {
        let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        word.len() > 3 || word.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit())
    })
}

fn is_bullet(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '*' | '•' | '+' | '_')
}

/// The year of a date that is a year or shorter.
fn year(date: &Mention) -> Option<i32> {
    date.value.filter(|_| date.granularity <= Unit::Year).and_then(Value::year)
}
