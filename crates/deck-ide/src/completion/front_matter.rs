//! The keys and values of front matter.

use deck_syntax::Dialect;

use super::place::{At, most_first, starts_with, tail, used};
use super::{Completion, CompletionKind, Insert};
use crate::names::NameKind;

/// The keys, and what they say.
pub(super) const KEYS: [(&str, &str); 6] = [
    ("title", "what the deck is called"),
    ("deck", "where its cards go, such as History::USSR"),
    ("tags", "tags of all its cards"),
    ("lang", "the language it is written in, such as en"),
    ("id", "a name for the deck that stays when its title changes"),
    ("dates", "whether 4/9/1938 is in September or in April"),
];

const LANGUAGES: [(&str, &str); 10] = [
    ("en", "English"),
    ("de", "German"),
    ("es", "Spanish"),
    ("fr", "French"),
    ("it", "Italian"),
    ("ja", "Japanese"),
    ("la", "Latin"),
    ("pt", "Portuguese"),
    ("ru", "Russian"),
    ("zh", "Chinese"),
];

const ORDERS: [(&str, &str); 2] =
    [("day-first", "4/9/1938 is in September"), ("month-first", "4/9/1938 is in April")];

/// How far down front matter is looked for.
const LONGEST: usize = 8_000;

/// Keys, or values of the key that the line has, inside front matter.
pub(super) fn complete(at: &At<'_>) -> Option<Vec<Completion>> {
    let above = above(at)?;
    let mark = if at.dialect() == Dialect::Hashcards { '=' } else { ':' };
    let line = at.line.before;
    let key = match line.split_once(mark) {
        Some((key, _)) => key.trim(),
        None if line.trim_start().starts_with('-') => last_key(above, mark)?,
        None => return Some(keys(at, above, mark)),
    };
    Some(values(at, key, line))
}

/// The front matter above the line: it may not be closed yet, or hold no key that can be read, so
/// that the parser sees none.
fn above<'a>(at: &At<'a>) -> Option<&'a str> {
    let start = usize::from(at.line.start);
    if at.dialect() == Dialect::Anki || start > LONGEST {
        return None;
    }
    let above = at.file.text.get(..start)?;
    let above = above.strip_prefix('\u{FEFF}').unwrap_or(above);
    let mut lines = above.lines();
    let opens = lines.next()?.trim_end() == "---";
    let goes_on = |line: &str| line.contains([':', '=']) || line.starts_with([' ', '-', '#', '\t']);
    let inside = lines.all(|line| line.trim_end() != "---" && goes_on(line));
    (opens && inside && !at.line.before.starts_with("---")).then_some(above)
}

fn last_key(above: &str, mark: char) -> Option<&str> {
    let mut lines = above.lines().rev();
    let line = lines.find(|line| line.starts_with(|c: char| c.is_alphabetic()))?;
    line.split_once(mark).map(|(key, _)| key.trim())
}

fn keys(at: &At<'_>, above: &str, mark: char) -> Vec<Completion> {
    let typed = at.line.before.trim_start();
    let known: &[(&str, &str)] = match at.dialect() {
        Dialect::Deck => &KEYS,
        Dialect::Hashcards => &[("name", "what the deck is called")],
        _ => &KEYS[2..3],
    };
    let has = |key: &str| {
        above.lines().any(|line| line.split_once(mark).is_some_and(|it| it.0.trim() == key))
    };
    let free = (0..).zip(known).filter(|(_, (key, _))| starts_with(key, typed) && !has(key));
    free.map(|(rank, (key, detail))| {
        let proposal = at.propose((key, CompletionKind::Key), typed, *detail, rank);
        let template = match mark {
            '=' => format!("{key} = \"$0\""),
            _ if *key == "tags" => "tags: [$0]".to_owned(),
            _ => format!("{key}: $0"),
        };
        Completion { insert: Insert::Snippet(template), ..proposal }
    })
    .collect()
}

fn values(at: &At<'_>, key: &str, line: &str) -> Vec<Completion> {
    let word = tail(line, |c| !c.is_whitespace() && !matches!(c, ',' | '[' | '"' | '\'' | '='));
    let listed = |list: &[(&str, &str)]| {
        let fitting = (0..)
            .zip(list)
            .filter(|(_, (value, name))| starts_with(value, word) || starts_with(name, word));
        let propose = |(rank, (value, name)): (u32, &(&str, &str))| {
            at.propose((value, CompletionKind::Value), word, *name, rank)
        };
        fitting.map(propose).collect()
    };
    match key {
        "lang" => listed(&LANGUAGES),
        "dates" => listed(&ORDERS),
        "tags" => super::tags::named(at, NameKind::Tag, word.trim_start_matches('#')),
        "deck" => {
            let typed = line.split_once([':', '=']).map_or("", |(_, value)| value.trim_start());
            let typed = typed.trim_start_matches(['"', '\'']);
            let decks = at.cx.names.iter(NameKind::Deck);
            let fitting = decks.filter(|(deck, _)| *deck != typed && starts_with(deck, typed));
            let propose = |(deck, uses)| {
                at.propose((deck, CompletionKind::Deck), typed, used(uses), most_first(uses))
            };
            fitting.take(super::MAX_PROPOSALS).map(propose).collect()
        }
        _ => Vec::new(),
    }
}
