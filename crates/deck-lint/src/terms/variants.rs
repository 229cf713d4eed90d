//! Names that are spelled in two ways, and which of the two is the slip.
//!
//! A name is taken for a slip of another only where the cards themselves say so: the other stands
//! on at least three, or a part of it is written with a capital everywhere else.

mod collect;
mod edits;

use std::collections::HashMap;

use text_size::TextRange;

use super::term_key;
use crate::hash::hash;
use crate::rule::{CardsCx, Member};
use collect::{Place, Seen, Seens, collect};

/// How often the usual spelling of a name stands at least.
const USUAL: u32 = 3;
/// Shorter names are letters that stand for something.
const SHORTEST: usize = 4;

/// A place where a name is spelled otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Variant {
    /// The card.
    pub(crate) member: Member,
    /// Where, relative to its item.
    pub(crate) range: TextRange,
    /// As it stands there.
    pub(crate) written: String,
    /// As it is to be, or as it is spelled elsewhere.
    pub(crate) usual: String,
    /// Whether the other spelling is right as far as can be told; else both are as good.
    pub(crate) is_told: bool,
    /// A place where it is spelled so.
    pub(crate) other: Option<(Member, TextRange)>,
    /// What tells, in a few words.
    pub(crate) why: String,
}

/// The places where names are spelled otherwise, in the order of files and places.
pub(crate) fn variants(cx: &CardsCx<'_>) -> Vec<Variant> {
    let seen = collect(cx);
    let parts = parts(&seen);
    let key = |text: &str| hash(term_key(text).as_bytes());
    let mut by_key: Vec<(u64, &str)> = seen.keys().map(|text| (key(text), &**text)).collect();
    by_key.sort_unstable();
    let mut found = Vec::new();
    for spellings in by_key.chunk_by(|one, other| one.0 == other.0).filter(|it| it.len() > 1) {
        for (_, wrong) in spellings {
            let usual = spellings.iter().find_map(|it| told((&seen, &parts), wrong, it.1));
            found.extend(usual.into_iter().flat_map(|usual| all(&seen, wrong, &usual)));
        }
    }
    for (wrong, usual) in edits::one_edit_apart(&seen) {
        let why = format!("`{usual}` stands there {} times", seen[usual].uses());
        found.extend(all(&seen, wrong, &Usual { text: usual, why, is_told: true }));
    }
    found.retain(|it| !cx.lexicon().knows(&it.written));
    found.sort_by_key(|it| (it.member, it.range.start()));
    found.dedup_by_key(|it| (it.member, it.range));
    found
}

/// How often a word stands inside sentences with a capital, by itself or in a phrase.
type Parts<'s> = HashMap<&'s str, u32>;

/// The words of the phrases, where any name is written with a hyphen and so has parts.
fn parts(seen: &Seens) -> Parts<'_> {
    let mut parts = Parts::new();
    if seen.keys().any(|text| text.contains('-')) {
        for (text, it) in seen.iter().filter(|(_, it)| it.inside > 0) {
            for word in text.split(' ').filter(|word| word.starts_with(char::is_uppercase)) {
                *parts.entry(word).or_default() += it.inside;
            }
        }
    }
    parts
}

/// The other spelling of a name, and what tells.
struct Usual<'u> {
    text: &'u str,
    why: String,
    is_told: bool,
}

/// Every place of a spelling.
fn all(
    seen: &Seens,
    wrong: &str,
    &Usual { text: usual, ref why, is_told }: &Usual<'_>,
) -> Vec<Variant> {
    let other = seen[usual].places().next();
    let places = seen[wrong].places();
    let variant = |(member, range): Place| Variant {
        member,
        range,
        written: wrong.to_owned(),
        usual: usual.to_owned(),
        is_told,
        other: other.filter(|place| *place != (member, range)),
        why: why.clone(),
    };
    places.map(variant).collect()
}

/// Whether one spelling of a term is a slip of another, and what tells.
fn told<'u>((seen, parts): (&Seens, &Parts<'_>), wrong: &str, usual: &'u str) -> Option<Usual<'u>> {
    if wrong == usual || wrong.len() < SHORTEST {
        return None;
    }
    let (slip, right) = (seen.get(wrong)?, seen.get(usual)?);
    if wrong.eq_ignore_ascii_case(usual) && wrong.contains('-') {
        let (why, is_told) = capital((seen, parts), wrong, usual)?;
        return Some(Usual { text: usual, why, is_told });
    }
    // Words in capitals are stressed, and small compounds are no names.
    let is_name = wrong.starts_with(char::is_uppercase) && wrong.chars().any(char::is_lowercase);
    let rare = is_name && slip.uses() == 1 && slip.inside == 1 && right.inside >= USUAL;
    let why = format!("`{usual}` stands there {} times", right.uses());
    rare.then_some(Usual { text: usual, why, is_told: true })
}

/// What makes a name of what follows, and is no word of its own.
const PREFIXES: [&str; 6] = ["anti", "pan", "pro", "neo", "trans", "sino"];

/// Of two compounds that differ in capitals, why the one with more of them is right, and whether
/// that is more than that it stands as often.
fn capital(
    (seen, whole): (&Seens, &Parts<'_>),
    wrong: &str,
    usual: &str,
) -> Option<(String, bool)> {
    // In `A-level` and `X-ray` the letter is the name, whatever `Level` is elsewhere.
    if wrong.find('-') == Some(1) {
        return None;
    }
    let parts = wrong.split('-').zip(usual.split('-'));
    let mut why = None;
    for (number, (small, large)) in parts.enumerate().filter(|(_, (small, large))| small != large) {
        let raised = small.starts_with(char::is_lowercase) && large.starts_with(char::is_uppercase);
        if !raised || !small[1..].eq(&large[1..]) {
            return None;
        }
        let uses = |text: &str| seen.get(text).map_or(0, |it: &Seen| it.inside);
        let is_name = large.len() >= 5 && whole.get(large).is_some_and(|&uses| uses >= 2);
        let (one, other) = (uses(wrong), uses(usual));
        why = Some(if number > 0 && is_name {
            (format!("`{large}` has a capital on other cards"), true)
        } else if number == 0 && PREFIXES.contains(&small) && other >= one.max(1) {
            (format!("`{usual}` has a capital elsewhere"), other > one)
        } else {
            return None;
        });
    }
    why
}
