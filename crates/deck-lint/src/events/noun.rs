//! What is told without a sentence: by a noun, by a name alone, in an aside.

use super::lexicon::{Form, Shape, action, tells_by_noun};
use super::phrase::{Phrase, Word, phrase, words};
use super::sentence::{Told, follows, object, told};

/// Kinds of things that happen, and agreements, which are signed.
const OCCASIONS: [&str; 8] =
    ["battle", "siege", "massacre", "coup", "putsch", "uprising", "mutiny", "summit"];
const AGREEMENTS: [&str; 6] = ["treaty", "pact", "agreement", "armistice", "accord", "accords"];

/// What a name says of itself, right before a date in brackets: `the Treaty of Rapallo (1922)`.
pub(super) fn name_before(text: &str) -> Option<Told> {
    let words = words(text);
    let is_part = |it: &Word<'_>| {
        !it.parted
            && (it.text.starts_with(char::is_uppercase)
                || matches!(&*it.lower, "of" | "the" | "and" | "de")
                || OCCASIONS.contains(&&*it.lower)
                || AGREEMENTS.contains(&&*it.lower))
    };
    let start = words.iter().rposition(|it| !is_part(it)).map_or(0, |at| at + 1);
    named(phrase(&words[start..])?)
}

/// What a name says that is all: a battle happens, a treaty is signed.
pub(super) fn named(name: Phrase) -> Option<Told> {
    let verb = match () {
        () if name.has(&AGREEMENTS) => "signed",
        () if name.has(&OCCASIONS) => "happened",
        () => return None,
    };
    let enough = name.capital && !name.is_short();
    let action = action(verb, Form::Past).filter(|_| enough)?;
    Some(Told { action, theme: name, agent: None })
}

/// What is said of a name in an aside that is no more than a verb: `signed`, `was signed`, `died`.
pub(super) fn apposed(before: &[Word<'_>], aside: &[Word<'_>]) -> Option<Told> {
    let (auxiliary, verb) = match aside {
        [verb] => (false, verb),
        [was, verb] if was.lower == "was" => (true, verb),
        _ => return None,
    };
    let (last, inner) = before.split_last()?;
    let action = action(&verb.lower, Form::Past).filter(|_| last.parted)?;
    let is_part = |it: &Word<'_>| {
        let small = matches!(&*it.lower, "of" | "the" | "treaty" | "pact");
        it.text.starts_with(char::is_uppercase) || small
    };
    let start = inner.iter().rposition(|it| it.parted || !is_part(it)).map_or(0, |at| at + 1);
    let name = phrase(&before[start..]).filter(|it| it.capital && is_part(last))?;
    told(action, auxiliary || action.shape == Shape::Object, name, None)
}

/// `the signing of the Treaty of Versailles`, `Stalin's death`, at the end.
pub(super) fn noun_at_end(words: &[Word<'_>]) -> Option<Told> {
    let (last, owner) = words.split_last()?;
    if let Some(action) = action(&last.lower, Form::Noun)
        && owner.last().is_some_and(|it| it.lower.ends_with("'s") || it.lower.ends_with("’s"))
    {
        let start = owner.iter().rposition(|it| it.text.starts_with(char::is_lowercase));
        let theme = phrase(&owner[start.map_or(0, |at| at + 1)..])?;
        return (tells_by_noun(action) && theme.capital).then_some(Told {
            action,
            theme,
            agent: None,
        });
    }
    let of = |at: &usize| {
        follows(words, *at, "of")
            && action(&words[*at].lower, Form::Noun).is_some_and(tells_by_noun)
    };
    noun_at_start(&words[(0..words.len()).find(of)?..])
}

/// The same at the start, up to a mark or another statement.
pub(super) fn noun_at_start(words: &[Word<'_>]) -> Option<Told> {
    let start = usize::from(words.first()?.lower == "the");
    let action = action(&words.get(start)?.lower, Form::Noun).filter(|it| tells_by_noun(*it))?;
    if !follows(words, start, "of") {
        return None;
    }
    let theme = object(&words[start + 2..]).filter(|it| it.capital)?;
    Some(Told { action, theme, agent: None })
}
