//! What a card says happened, and when: the treaty of Rapallo was signed in 1922.

use deck_dates::{Mention, Value};
use text_size::TextRange;

use crate::dated::is_exact;
use crate::hash::hash;
use crate::rule::{Index, ItemCx, Members};

/// Cards by the event that they date.
pub(crate) static EVENTS: Index = Index { keys: |facts| &facts.events, scoped: true };

/// How many cards have to agree before one that does not is said to have slipped.
const AGREEING: usize = 3;

/// More cards on one event than anyone writes by hand are a list, in which dates differ by right.
const MOST_CARDS: usize = 40;

/// What card `number` says of the event that brought the members together.
pub(crate) fn event_at<'a>(members: &Members<'a>, number: usize) -> Option<Event<'a>> {
    let item = members.item(number);
    let event = item.facts?.event_of(item.card()?, item.text)?;
    (event.key == members.key()).then_some(event)
}

/// Whether two cards ask the same. Then their answers are said to conflict, not their dates.
pub(crate) fn ask_the_same(one: &ItemCx<'_>, other: &ItemCx<'_>) -> bool {
    let key = |item: &ItemCx<'_>| item.facts.and_then(|facts| Some(facts.keys.as_ref()?.t1));
    key(one).is_some() && key(one) == key(other)
}

/// Whether the date of a member is that of at least three others but for one digit.
pub(crate) fn is_outlier(members: &Members<'_>, number: usize) -> bool {
    agreed(members, number).is_some()
}

/// A card whose date at least three cards of an event share, where that of member `number`, which
/// stands alone, differs from it by a digit.
pub(crate) fn agreed(members: &Members<'_>, number: usize) -> Option<usize> {
    let count = members.items().count();
    if count <= AGREEING || count > MOST_CARDS {
        return None;
    }
    let item = members.item(number);
    let own = event_at(members, number)?;
    let year = |it: &Event<'_>| it.date.value.and_then(Value::year);
    let same = |number: &usize, wanted: Option<i32>| {
        let fits = |it: &Event<'_>| year(it) == wanted && it.short_name == own.short_name;
        event_at(members, *number).is_some_and(|it| fits(&it))
    };
    let all = || 0..count;
    let alone = all().filter(|it| same(it, year(&own))).count() == 1;
    let first = all().find(|it| {
        let other = event_at(members, *it).and_then(|it| year(&it));
        let count = all().filter(|it| same(it, other)).count();
        count >= AGREEING && other.zip(year(&own)).is_some_and(|(one, own)| is_slip(one, own))
    })?;
    let file = |number: usize| members.item(number).file;
    let comparable = !own.short_name || std::ptr::eq(file(first), item.file);
    (alone && comparable).then_some(first)
}

/// Whether one digit is another, or two neighbours have changed places.
fn is_slip(one: i32, other: i32) -> bool {
    let (one, other) = (one.to_string().into_bytes(), other.to_string().into_bytes());
    if one.len() != other.len() {
        return false;
    }
    let apart: Vec<usize> = (0..one.len()).filter(|&at| one[at] != other[at]).collect();
    match apart.as_slice() {
        [_] => true,
        [a, b] => b - a == 1 && one[*a] == other[*b] && one[*b] == other[*a],
        _ => false,
    }
}

/// Something of a name that happened at a date, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Event<'a> {
    /// The name and what happened, as a hash.
    pub(crate) key: u64,
    /// Whether the name is one word only, which elsewhere may be another's.
    pub(crate) short_name: bool,
    /// When.
    pub(crate) date: &'a Mention,
}

/// Things that happen to a name once, each with the verbs that tell it.
#[rustfmt::skip]
const ACTIONS: &[(&str, &[&str])] = &[
    ("sign", &["signed", "sign"]),
    ("ratify", &["ratified", "ratify"]),
    ("begin", &["began", "begin", "begun", "started", "start", "launched"]),
    ("end", &["ended", "end"]),
    ("birth", &["born"]),
    ("death", &["died", "die"]),
    ("founding", &["founded", "established", "found"]),
    ("dissolution", &["dissolved", "abolished", "disbanded"]),
    ("killing", &["assassinated", "executed", "murdered"]),
    ("crowning", &["crowned"]),
    ("fall", &["fell", "collapsed"]),
];

/// Small words inside names.
const JOINERS: [&str; 9] = ["of", "the", "de", "la", "von", "van", "for", "and", "to"];

/// The event that a card tells of, by its question (`When was the treaty of Rapallo signed?`) or a
/// sentence of its answer (`The treaty of Rapallo was signed in 1922`).
pub(crate) fn event<'a>(
    text: &str,
    front: TextRange,
    (front_dates, back_dates): (&'a [Mention], &'a [Mention]),
    back: Option<TextRange>,
) -> Option<Event<'a>> {
    let asked = back.and_then(|back| asked(text, front, back, front_dates, back_dates));
    // What a cloze card tells stands on its only side.
    let (side, dates) = back.map_or((front, front_dates), |back| (back, back_dates));
    asked.or_else(|| dates.iter().find_map(|date| told(text, side, date)))
}

fn asked<'a>(
    text: &str,
    front: TextRange,
    back: TextRange,
    front_dates: &[Mention],
    back_dates: &'a [Mention],
) -> Option<Event<'a>> {
    const STARTS: [&str; 8] = [
        "When was ",
        "When did ",
        "When were ",
        "In which year was ",
        "In which year did ",
        "In what year was ",
        "In what year did ",
        "What year was ",
    ];
    let question = text[front].trim().strip_suffix('?')?;
    let rest = STARTS.iter().find_map(|start| question.strip_prefix(start))?;
    let (name, verb) = rest.trim().rsplit_once(' ')?;
    let date = back_dates.first().filter(|date| is_exact(date))?;
    let lead = text[TextRange::new(back.start(), date.range.start().max(back.start()))].trim();
    let opens = matches!(lead, "" | "In" | "On" | "in" | "on");
    (front_dates.is_empty() && opens).then(|| named(name, verb, date)).flatten()
}

fn told<'a>(text: &str, side: TextRange, date: &'a Mention) -> Option<Event<'a>> {
    let lead = &text[TextRange::new(side.start(), date.range.start().max(side.start()))];
    let start = lead.rfind(['\n', '.', ';', ':']).map_or(0, |at| at + 1);
    let clause = lead[start..].trim().trim_start_matches(['-', '*', ' ']);
    let clause = clause.strip_suffix(" in").or_else(|| clause.strip_suffix(" on"))?;
    let (name, verb) = clause.rsplit_once(' ')?;
    let name = [" was", " were"].iter().find_map(|it| name.strip_suffix(it)).unwrap_or(name);
    named(name.trim_end_matches(','), verb, date).filter(|_| is_exact(date))
}

/// The event of a name, where it is nothing but a name and the verb is known.
fn named<'a>(name: &str, verb: &str, date: &'a Mention) -> Option<Event<'a>> {
    let (action, _) = ACTIONS.iter().find(|(_, verbs)| verbs.contains(&verb))?;
    let mut key = String::from(*action);
    let (mut capitals, mut count) = (0, 0);
    for word in name.split_whitespace() {
        let word = word.trim_matches(['*', '_']);
        let capital = word.starts_with(char::is_uppercase);
        let article = matches!(word, "The" | "the");
        let whole =
            word.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.'));
        if !whole || !(capital || JOINERS.contains(&word)) {
            return None;
        }
        count += 1;
        capitals += usize::from(capital && !article);
        if !article {
            key.push(' ');
            key.push_str(&word.to_lowercase());
        }
    }
    let pronoun = ["he", "she", "it", "they", "this", "these", "both", "who", "we", "i"];
    let lone = capitals == 1 && key.split(' ').count() == 2;
    let named =
        capitals > 0 && count < 8 && !key.split(' ').skip(1).any(|it| pronoun.contains(&it));
    named.then(|| Event { key: hash(key.as_bytes()), short_name: lone, date })
}
