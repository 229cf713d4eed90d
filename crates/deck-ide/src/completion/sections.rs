//! Titles of sections that other decks have.

use deck_syntax::Dialect;

use super::place::{At, most_first, starts_with, used};
use super::{Completion, CompletionKind, MAX_PROPOSALS};
use crate::names::NameKind;

/// Titles, behind the `#` of a heading.
pub(super) fn complete(at: &At<'_>) -> Option<Vec<Completion>> {
    if at.dialect() == Dialect::Anki {
        return None;
    }
    let words = at.line.before.trim_start_matches('#');
    let level = at.line.before.len() - words.len();
    let typed = words.strip_prefix(' ').filter(|_| (1..=6).contains(&level))?.trim_start();
    // What is being typed is itself a title by now.
    let others = |title: &str, uses: u32| uses - u32::from(uses > 0 && title == whole(at));
    let titles = at.cx.names.iter(NameKind::Section).map(|(it, uses)| (it, others(it, uses)));
    let fitting = titles.filter(|(title, uses)| *uses > 0 && starts_with(title, typed));
    let mut found: Vec<(&str, u32)> = fitting.filter(|(title, _)| *title != typed).collect();
    found.sort_by_key(|(_, uses)| most_first(*uses));
    let best = found.into_iter().take(MAX_PROPOSALS);
    let propose = |(title, uses)| {
        at.propose((title, CompletionKind::Section), typed, used(uses), most_first(uses))
    };
    Some(best.map(propose).collect())
}

/// The title on the line, also what stands behind the position.
fn whole<'a>(at: &At<'a>) -> &'a str {
    let start = usize::from(at.line.start);
    let end = usize::from(at.offset) + at.line.after.len();
    at.file.text.get(start..end).unwrap_or_default().trim_start_matches('#').trim()
}
