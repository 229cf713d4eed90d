//! What a question asks the date of.

use super::lexicon::{Form, Shape, action, unknown};
use super::noun::named;
use super::phrase::{Word, phrase, words};
use super::sentence::{Told, governed, passive, told};

/// What happened, where a question asks when: `When was the Treaty of Rapallo signed?`.
pub(super) fn asked(question: &str) -> Option<Told> {
    let question = question.trim().strip_suffix('?')?;
    if question.contains('\n') {
        return None;
    }
    // Nearly all questions are done with here.
    let first = question.split_ascii_whitespace().next()?;
    let starts = ["when", "in", "on", "during", "which", "what"];
    if !starts.iter().any(|start| first.eq_ignore_ascii_case(start)) {
        return None;
    }
    let words = words(question);
    let (auxiliary, rest) = after_when(&words)?;
    if auxiliary == "did" {
        return did(rest);
    }
    let verb = (1..rest.len()).find_map(|at| passive(rest, at, at));
    verb.map(|(told, _)| told).or_else(|| named(phrase(rest)?))
}

/// The auxiliary of a question that asks when, and what follows it.
fn after_when<'w, 't>(words: &'w [Word<'t>]) -> Option<(&'w str, &'w [Word<'t>])> {
    const UNITS: [&str; 6] = ["year", "date", "day", "month", "decade", "century"];
    let lower = |at: usize| words.get(at).map(|it: &Word<'_>| &*it.lower);
    let is_unit = |at: usize| lower(at).is_some_and(|it| UNITS.contains(&it));
    let which = |at: usize| matches!(lower(at), Some("which" | "what"));
    let at = match lower(0)? {
        "when" => 1,
        "which" | "what" if is_unit(1) => 2,
        "in" | "on" | "during" if which(1) && is_unit(2) => 3,
        _ => return None,
    };
    let auxiliary = lower(at).filter(|it| matches!(*it, "was" | "were" | "did"))?;
    Some((auxiliary, &words[at + 1..]))
}

/// `Germany invade Poland`, `the Battle of Britain begin`
fn did(words: &[Word<'_>]) -> Option<Told> {
    let base = |at: usize| action(&words[at].lower, Form::Base);
    let last = words.len().checked_sub(1)?;
    let place = words[last].lower == "place" && last > 0 && words[last - 1].lower == "take";
    if place {
        return told(action("happen", Form::Base)?, false, phrase(&words[..last - 1])?, None);
    }
    if words[last].lower == "out" && last > 1 {
        return told(action("begin", Form::Base)?, false, phrase(&words[..last - 1])?, None);
    }
    if let Some(intransitive) = base(last).filter(|it| it.shape != Shape::Object && last > 0) {
        return told(intransitive, false, phrase(&words[..last])?, None);
    }
    let capital = |at: usize| words[at].text.starts_with(char::is_uppercase);
    let known = (1..words.len()).find(|&at| base(at).is_some() && words[at - 1].lower != "the");
    let names = |at: usize| phrase(&words[at..=at]).is_some();
    let lower = (1..words.len()).find(|&at| !capital(at) && capital(at - 1) && names(at));
    let at = known.or(lower)?;
    let verb = base(at).or_else(|| unknown(&words[at].lower))?;
    let rest = &words[at + 1..];
    told(verb, false, phrase(&words[..at])?, governed(rest, verb))
}
