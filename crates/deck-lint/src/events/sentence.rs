//! What a sentence or a question tells: who did what to whom.

use super::lexicon::{Action, Form, Shape, action, is_find, is_of_person, looks_past, unknown};
use super::noun::{apposed, noun_at_end, noun_at_start};
use super::phrase::{Phrase, Word, phrase, words};
use crate::hash::hash;
use crate::words::keys;

/// What happened to what, and by whose doing.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) action: Action,
    pub(super) theme: Phrase,
    pub(super) agent: Option<Phrase>,
}

/// Words that begin another statement within a sentence.
#[rustfmt::skip]
const LINKS: &[u64] = &keys([
    "after", "although", "as", "because", "before", "but", "if", "once", "since", "so", "that",
    "though", "until", "when", "where", "whereas", "which", "while", "who", "whose",
]);

/// Words behind which a sentence speaks of something else than what it tells.
#[rustfmt::skip]
const ADJUNCTS: &[u64] = &keys([
    "about", "across", "against", "at", "between", "by", "during", "following", "from", "in", "into",
    "near", "on", "out", "over", "through", "to", "under", "upon", "with", "within", "without",
]);

/// Words that make a verb say what did not happen then.
#[rustfmt::skip]
const UNTOLD: &[u64] = &keys([
    "can", "could", "had", "has", "have", "may", "might", "must", "never", "not", "should", "to",
    "will", "would", "if",
]);

/// What a text says that ends in a date.
pub(super) fn before_date(text: &str) -> Option<Told> {
    let words = words(text);
    let start = words.iter().rposition(|it| LINKS.contains(&it.key)).map_or(0, |at| at + 1);
    // `Victoria, who died in`, `the Treaty of Versailles, signed on`
    if start > 0
        && matches!(&*words[start - 1].lower, "who" | "which")
        && let Some(told) = apposed(&words[..start - 1], &words[start..])
    {
        return Some(told);
    }
    let words = &words[start..];
    let comma = words[..words.len().max(1) - 1].iter().rposition(|it| it.parted);
    let after_comma = comma.map_or(words, |at| &words[at + 1..]);
    let has_verb = after_comma.iter().any(|it| is_past(it));
    if let Some(told) = comma.and_then(|at| apposed(&words[..=at], after_comma)) {
        return Some(told);
    }
    let words = if has_verb { after_comma } else { words };
    noun_at_end(words).or_else(|| {
        let (told, verb) = statement(words)?;
        // The date is that of the last verb.
        words[verb + 1..].iter().all(|it| !is_past(it)).then_some(told)
    })
}

/// What a text says that follows a date.
pub(super) fn after_date(text: &str) -> Option<Told> {
    let mut words = words(text.trim_start_matches([',', ':', ' ', '-', '–', '—', '}', ']', ')']));
    let first = words.first_mut()?;
    first.opens = false;
    if !LINKS.contains(&first.key) && !ADJUNCTS.contains(&first.key) {
        return noun_at_start(&words).or_else(|| Some(statement(&words)?.0));
    }
    // `On 17 September 1939, after signing …, the Soviets …`
    let comma = words.iter().position(|it| it.parted)?;
    Some(statement(&words[comma + 1..])?.0)
}

/// Who did what to whom, and the number of the verb.
fn statement(words: &[Word<'_>]) -> Option<(Told, usize)> {
    let limit = words.iter().position(|it| it.parted && is_past(it));
    let words = limit.map_or(words, |at| &words[..=at]);
    for (at, word) in words.iter().enumerate() {
        if UNTOLD.contains(&word.key) || LINKS.contains(&word.key) {
            return None;
        }
        let told = match &*word.lower {
            "was" | "were" => {
                let is_adverb = |it: &&Word<'_>| it.lower.ends_with("ly") || it.lower == "also";
                let adverbs = words[at + 1..].iter().take_while(is_adverb).count();
                passive(words, at, at + 1 + adverbs)?
            }
            "took" if follows(words, at, "place") => happened(words, at)?,
            _ => match past(&word.lower) {
                Some(action) if at > 0 && is_past(word) => active(words, at, action)?,
                _ => continue,
            },
        };
        return Some(told);
    }
    None
}

/// Whether it may be a verb: `united`, and not `United`.
fn is_past(word: &Word<'_>) -> bool {
    !word.text.starts_with(char::is_uppercase) && looks_past(&word.lower)
}

fn past(word: &str) -> Option<Action> {
    action(word, Form::Past).or_else(|| unknown(word).filter(|_| word.ends_with("ed")))
}

pub(super) fn follows(words: &[Word<'_>], at: usize, word: &str) -> bool {
    words.get(at + 1).is_some_and(|it| it.lower == word)
}

/// What is told by the participle at `verb` of what stands before `auxiliary`.
pub(super) fn passive(words: &[Word<'_>], auxiliary: usize, verb: usize) -> Option<(Told, usize)> {
    let action = past(&words.get(verb)?.lower)?;
    let by = words[verb + 1..].iter().position(|it| it.lower == "by");
    let by = by.and_then(|by| object(&words[verb + by + 2..]));
    Some((told(action, true, subject(&words[..auxiliary])?, by)?, verb))
}

fn active(words: &[Word<'_>], at: usize, action: Action) -> Option<(Told, usize)> {
    let action =
        if follows(words, at, "out") { self::action("began", Form::Past)? } else { action };
    let subject = subject(&words[..at])?;
    let rest = &words[at + 1..];
    Some((told(action, false, subject, governed(rest, action))?, at))
}

fn happened(words: &[Word<'_>], at: usize) -> Option<(Told, usize)> {
    let action = action("happened", Form::Past)?;
    let told =
        noun_at_start(&words[..at]).or_else(|| told(action, false, subject(&words[..at])?, None));
    Some((told?, at + 1))
}

/// The name that a verb is told of: what stands before it, without what leads in.
fn subject(words: &[Word<'_>]) -> Option<Phrase> {
    const LEADS: [&str; 10] =
        ["and", "but", "so", "then", "thus", "later", "finally", "however", "also", "meanwhile"];
    let start = words.iter().take_while(|it| LEADS.contains(&&*it.lower)).count();
    let words = &words[start..];
    let enclosed = words.iter().any(|it| it.parted);
    let common = |it: &Phrase| words.len() == 1 && words[0].opens && it.is_common();
    phrase(words).filter(|it| !enclosed && !common(it))
}

/// What a verb governs: its object, or the place of what has none.
pub(super) fn governed(words: &[Word<'_>], action: Action) -> Option<Phrase> {
    if action.shape == Shape::Sole { place(words, action) } else { object(words) }
}

/// The name that follows a verb.
pub(super) fn object(words: &[Word<'_>]) -> Option<Phrase> {
    let ends = |it: &Word<'_>| ADJUNCTS.contains(&it.key) || LINKS.contains(&it.key);
    // `invaded and occupied the Baltic States`
    let words = match words {
        [and, verb, rest @ ..] if and.lower == "and" && is_past(verb) => rest,
        _ => words,
    };
    let end = words.iter().position(ends).unwrap_or(words.len());
    let end = words[..end].iter().position(|it| it.parted).map_or(end, |at| at + 1);
    // `declared war on Japan`
    let war = end == 1 && words[0].lower == "war" && follows(words, 0, "on");
    if war {
        return Some(phrase(&words[..1])?.with(object(&words[2..])?));
    }
    let words = &words[..end];
    let words = &words[..words
        .iter()
        .position(|it| it.lower == "and")
        .filter(|at| parts(words, *at))
        .unwrap_or(end)];
    let plain = words.iter().all(|it| !is_past(it));
    phrase(words).filter(|_| plain)
}

/// Whether `and` joins two statements rather than two names.
fn parts(words: &[Word<'_>], and: usize) -> bool {
    let rest = &words[and + 1..];
    let named = rest.iter().take(2).any(|it| it.text.starts_with(char::is_uppercase));
    !named || rest.iter().any(|it| is_past(it))
}

/// Where someone landed.
fn place(words: &[Word<'_>], action: Action) -> Option<Phrase> {
    let leads = matches!(&*words.first()?.lower, "in" | "at" | "on" | "to" | "into" | "from");
    object(&words[1..]).filter(|it| leads && !action.once && it.capital)
}

/// What is told by a verb of its subject and what follows it.
pub(super) fn told(
    action: Action,
    passive: bool,
    subject: Phrase,
    other: Option<Phrase>,
) -> Option<Told> {
    let (theme, agent) = match (action.shape, passive) {
        (Shape::Sole, _) => match other {
            Some(place) => (subject.with(place), None),
            None => (subject, None),
        },
        (_, true) => (subject, other),
        (Shape::Either, false) => match other {
            Some(object) => (object, Some(subject)),
            None => (subject, None),
        },
        (Shape::Object, false) => (other?, Some(subject)),
    };
    let named = theme.capital || is_find(action);
    let capital = named || agent.as_ref().is_some_and(|it| it.capital);
    capital.then_some(Told { action, theme, agent })
}

impl Told {
    /// The same for whatever tells the same thing of the same name.
    pub(super) fn key(&self) -> u64 {
        let mut bytes = self.action.id.to_le_bytes().to_vec();
        if is_of_person(self.action) {
            // `Lenin`, `Vladimir Lenin`
            bytes.extend(self.theme.last().as_bytes());
        } else {
            bytes.extend(self.theme.hash().to_le_bytes());
        }
        // `Austria adopted a constitution`: of whose?
        if let Some(agent) =
            self.agent.as_ref().filter(|_| !self.theme.capital && !is_find(self.action))
        {
            bytes.extend(agent.hash().to_le_bytes());
        }
        hash(&bytes)
    }
}
