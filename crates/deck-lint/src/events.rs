//! What a card says happened, and when: the treaty of Rapallo was signed in 1922.

use deck_dates::Mention;
use text_size::TextRange;

use crate::dated::is_exact;
use crate::hash::hash;

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
