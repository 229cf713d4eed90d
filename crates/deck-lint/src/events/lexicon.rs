//! The verbs and nouns that tell what happened.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use crate::hash::hash;

/// What happened, as far as a verb or a noun tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Action {
    /// The same for `signed`, `sign` and `signing`: a hash.
    pub(crate) id: u64,
    /// Of whom it is told.
    pub(crate) shape: Shape,
    /// Whether it happens to the same thing but once: a treaty is signed, someone is born.
    pub(crate) once: bool,
}

/// Of whom a verb tells something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Of its subject: `Stalin died`, `Baghdad fell`.
    Sole,
    /// Of its object, or of its subject where it has none: `the Allies ended the war`, `the war
    /// ended`.
    Either,
    /// Of its object: `Germany invaded Poland`, `Poland was invaded`.
    Object,
}

/// How a word tells an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// `did … sign`
    Base,
    /// `signed`, `began`, `begun`
    Past,
    /// `signing`, `signature`
    Noun,
}

use Shape::{Either, Object, Sole};

/// Name, shape, whether once, bases, past forms, nouns.
type Row = (&'static str, Shape, bool, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("sign", Object, true, "sign", "signed", "signing signature"),
    ("ratify", Object, true, "ratify", "ratified", "ratification"),
    ("begin", Either, true, "begin start commence erupt", "began begun started commenced erupted", "beginning start outbreak onset"),
    ("begin", Object, true, "launch", "launched", "launch"),
    ("end", Either, true, "end finish", "ended finished", "end"),
    ("birth", Sole, true, "", "born", "birth"),
    ("death", Sole, true, "die", "died", "death"),
    ("founding", Object, true, "found establish", "founded established", "foundation founding establishment"),
    ("dissolution", Object, true, "dissolve abolish disband", "dissolved abolished disbanded", "dissolution abolition"),
    ("killing", Object, true, "assassinate execute murder", "assassinated executed murdered", "assassination execution murder"),
    ("crowning", Object, true, "crown", "crowned", "coronation"),
    ("happen", Sole, true, "happen occur", "happened occurred fought", ""),
    ("invention", Object, true, "invent", "invented", "invention"),
    ("discovery", Object, true, "discover", "discovered", "discovery"),
    ("publication", Object, false, "publish", "published", "publication"),
    ("fall", Sole, false, "fall collapse", "fell collapsed", "fall collapse"),
    ("abdication", Sole, false, "abdicate", "abdicated", "abdication"),
    ("resignation", Sole, false, "resign", "resigned", "resignation"),
    ("surrender", Sole, false, "surrender capitulate", "surrendered capitulated", "surrender capitulation"),
    ("arrival", Sole, false, "arrive", "arrived", "arrival"),
    ("landing", Sole, false, "land", "landed", "landing"),
    ("retreat", Sole, false, "withdraw retreat", "withdrew withdrawn retreated", "withdrawal retreat"),
    ("invasion", Object, false, "invade", "invaded", "invasion"),
    ("attack", Object, false, "attack", "attacked", "attack"),
    ("bombing", Object, false, "bomb", "bombed", "bombing"),
    ("declaration", Object, false, "declare", "declared", "declaration"),
    ("proclamation", Object, false, "proclaim", "proclaimed", "proclamation"),
    ("capture", Object, false, "capture seize conquer", "captured seized conquered", "capture seizure conquest"),
    ("occupation", Object, false, "occupy", "occupied", "occupation"),
    ("annexation", Object, false, "annex", "annexed", "annexation"),
    ("liberation", Object, false, "liberate", "liberated", "liberation"),
    ("destruction", Object, false, "destroy sink", "destroyed sank sunk", "destruction sinking"),
    ("appointment", Object, false, "appoint", "appointed", "appointment"),
    ("arrest", Object, false, "arrest", "arrested", "arrest"),
    ("killing", Object, false, "kill", "killed", ""),
    ("overthrow", Object, false, "overthrow depose", "overthrew overthrown deposed", "overthrow"),
    ("becoming", Object, false, "become", "became", ""),
    ("entry", Object, false, "enter join", "entered joined", "entry"),
    ("leaving", Object, false, "leave", "left", ""),
    ("break", Object, false, "break", "broke broken", ""),
    ("adoption", Object, false, "adopt approve pass", "adopted approved passed", "adoption"),
    ("opening", Either, false, "open", "opened", "opening"),
    ("closing", Either, false, "close", "closed", "closure"),
    ("cross", Object, false, "cross", "crossed", "crossing"),
    ("agreement", Object, false, "accept", "accepted", ""),
    ("send", Object, false, "send", "sent", ""),
    ("lose", Object, false, "lose", "lost", "loss"),
];

/// Words that end like verbs and stand before nouns, and verbs that tell what lasts or comes again:
/// elections, matches, visits.
#[rustfmt::skip]
const NO_VERBS: &[&str] = &[
    "allied", "armed", "awarded", "based", "biased", "called", "combined", "concerned", "considered",
    "defeated", "elected", "exceeded", "experienced", "failed", "held", "hosted", "increased",
    "involved", "led", "listed", "lived", "located", "married", "met", "named", "played",
    "related", "remained", "ruled", "served", "so-called",
    "stated", "supposed", "united", "used", "visited", "won", "worked", "wanted", "hundred", "needed",
];

type Words = HashMap<&'static str, Vec<(Form, Action)>, FixedState>;

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut words = Words::default();
    for &(name, shape, once, bases, pasts, nouns) in ROWS {
        let action = Action { id: hash(name.as_bytes()), shape, once };
        for (form, list) in [(Form::Base, bases), (Form::Past, pasts), (Form::Noun, nouns)] {
            for word in list.split_ascii_whitespace() {
                words.entry(word).or_default().push((form, action));
            }
        }
    }
    words
});

/// The action that a word in small letters tells in a form.
pub(super) fn action(word: &str, form: Form) -> Option<Action> {
    let known = WORDS.get(word)?;
    known.iter().find(|(known, _)| *known == form).map(|(_, action)| *action)
}

/// Whether a noun with `of` tells it of one thing: the fall of the Berlin Wall, and not the invasion
/// of Poland, of which someone is missing.
pub(super) fn tells_by_noun(action: Action) -> bool {
    action.once || action.shape == Shape::Sole
}

/// Whether it befalls people, who are called by a part of their name.
pub(super) fn is_of_person(action: Action) -> bool {
    [&b"birth"[..], b"death", b"killing", b"crowning"].iter().any(|it| hash(it) == action.id)
}

/// Whether it is the find of a thing that may have no name: penicillin.
pub(super) fn is_find(action: Action) -> bool {
    [&b"invention"[..], b"discovery"].iter().any(|it| hash(it) == action.id)
}

/// Whether a word in small letters may be a verb in the past, known or not.
pub(crate) fn looks_past(word: &str) -> bool {
    action(word, Form::Past).is_some()
        || (word.len() > 4 && word.ends_with("ed"))
        || matches!(
            word,
            "was" | "were" | "led" | "won" | "met" | "held" | "took" | "came" | "went"
        )
}

/// What an unknown verb tells of its object, by its form in `-ed` or its base.
pub(super) fn unknown(word: &str) -> Option<Action> {
    Some(Action { id: hash(stem(word)?.as_bytes()), shape: Object, once: false })
}

/// The same for all forms of a verb and for its noun.
pub(crate) fn root(word: &str) -> u64 {
    let known = WORDS.get(word).and_then(|it| it.first()).map(|(_, action)| action.id);
    known.unwrap_or_else(|| hash(stem(word).unwrap_or(word).as_bytes()))
}

/// What the form in `-ed` of a verb and its base have in common: `visit` and `visited`.
fn stem(word: &str) -> Option<&str> {
    if NO_VERBS.contains(&word) || word.len() < 4 || !word.bytes().all(|b| b.is_ascii_lowercase()) {
        return None;
    }
    let stem = word.strip_suffix("ed").unwrap_or(word);
    let stem = stem.strip_suffix(['e', 'y', 'i']).unwrap_or(stem);
    let doubled = matches!(stem.as_bytes(), [.., a, b] if a == b && !b"sl".contains(b));
    Some(if doubled { &stem[..stem.len() - 1] } else { stem }).filter(|it| it.len() > 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_verb_have_a_stem() {
        for (base, past) in [("propose", "proposed"), ("carry", "carried"), ("stop", "stopped")] {
            assert_eq!(stem(base), stem(past), "{base}");
        }
        assert_eq!(stem("armed"), None);
        assert_eq!(action("signature", Form::Noun), action("sign", Form::Base));
    }
}
