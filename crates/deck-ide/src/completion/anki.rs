//! The head of text for Anki.

use deck_syntax::{Dialect, anki};

use super::place::{At, most_first, starts_with, used};
use super::{Completion, CompletionKind};
use crate::names::NameKind;

/// What keys take.
const VALUES: [(&str, &[&str]); 5] = [
    ("separator", &["tab", "comma", "semicolon", "pipe", "colon", "space"]),
    ("html", &["true", "false"]),
    ("notetype", &["Basic", "Basic (and reversed card)", "Cloze"]),
    ("if matches", &["update current", "keep current", "keep both"]),
    ("match scope", &["notetype", "notetype + deck"]),
];

/// `#key:value`, where nothing but such lines and comments stands above; tags in their column.
pub(super) fn complete(at: &At<'_>) -> Option<Vec<Completion>> {
    if at.dialect() != Dialect::Anki {
        return None;
    }
    let line = at.line.before.strip_prefix('#').filter(|_| is_head(at))?;
    let Some((key, typed)) = line.split_once(':') else { return Some(keys(at, line)) };
    let key = key.trim().to_lowercase();
    let named = match key.as_str() {
        "deck" => NameKind::Deck,
        "tags" => {
            let word = super::place::tail(typed, |c| !c.is_whitespace());
            return Some(super::tags::named(at, NameKind::Tag, word));
        }
        _ => return Some(values(at, &key, typed)),
    };
    let others = at.cx.names.iter(named).filter(|(name, _)| *name != typed.trim());
    let fitting = others.filter(|(name, _)| starts_with(name, typed));
    let propose = |(name, uses)| {
        at.propose((name, CompletionKind::Deck), typed, used(uses), most_first(uses))
    };
    Some(fitting.take(super::MAX_PROPOSALS).map(propose).collect())
}

fn is_head(at: &At<'_>) -> bool {
    let start = usize::from(at.line.start);
    start < 8_000
        && at.file.text.get(..start).is_some_and(|above| {
            above.trim_start_matches('\u{FEFF}').lines().all(|line| line.starts_with('#'))
        })
}

fn keys(at: &At<'_>, typed: &str) -> Vec<Completion> {
    let fitting = anki::Key::ALL.iter().filter(|key| starts_with(key.name(), typed));
    (0..)
        .zip(fitting)
        .map(|(rank, key)| {
            let label = format!("{}:", key.name());
            at.propose((&label, CompletionKind::Key), typed, "", rank)
        })
        .collect()
}

fn values(at: &At<'_>, key: &str, typed: &str) -> Vec<Completion> {
    let values = VALUES.iter().find(|(name, _)| *name == key).map_or(&[][..], |(_, list)| *list);
    let fitting = (0..).zip(values).filter(|(_, value)| starts_with(value, typed));
    fitting
        .map(|(rank, value)| at.propose((value, CompletionKind::Value), typed, "", rank))
        .collect()
}
