//! What holds for any text whatever.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::time::{Duration, Instant};

use deck_similarity::{Index, Keys, Question, Tier, canonical, conflict, fold_markup, judge};
use proptest::prelude::*;

/// Pieces of questions, so that random texts meet the rules, and their near misses.
const PIECES: &[&str] = &[
    "What",
    "what's",
    "How",
    "how",
    "do",
    "can",
    "I",
    "i",
    "you",
    "is",
    "was",
    "the",
    "a",
    "an",
    "difference",
    "between",
    "different",
    "from",
    "and",
    "or",
    "by",
    "who",
    "Who",
    "whom",
    "define",
    "mean",
    "meaning",
    "of",
    "In",
    "in",
    "1936",
    "1,000",
    "World",
    "War",
    "II",
    "best",
    "way",
    "to",
    "less",
    "unhappy",
    "married",
    "written",
    "wrote",
    "founded",
    "stopped",
    "think",
    "according",
    "France's",
    "'s",
    "'",
    "’",
    "countries",
    "boxes",
    "ies",
    "s",
    "self-driving",
    "-",
    "--",
    "`",
    "`a",
    "b`",
    "$",
    "$x$",
    "![",
    "![](",
    ")",
    "(",
    "[",
    "{{c1::x}}",
    "?",
    "??",
    "!",
    "…",
    "¿",
    "？",
    "é",
    "e\u{301}",
    "的",
    "カ",
    "ﬁ",
    "İ",
    "ß",
    "\u{200d}",
    "\u{feff}",
    "\u{a0}",
    "\0",
    "😀",
    "NASA",
    "Polish",
    "polish",
    "please",
    "why",
    "not",
    "number",
    "one",
    "twelve",
    "1st",
    "first",
    "&",
    "%",
    "Yes",
    "no",
    "No.",
    "BC",
    "44",
    "March",
    "7",
    "7th",
    "3.14",
    "5%",
    "km",
    "**",
    "_",
    "1.",
    "2)",
];

fn config() -> ProptestConfig {
    let mut config = ProptestConfig::default();
    // The same cases in every run, unless other ones or more are asked for.
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.rng_seed = proptest::test_runner::RngSeed::Fixed(1936);
    }
    config.failure_persistence = None;
    config
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![9 => prop::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>()];
    let space = prop_oneof![8 => Just(" "), 1 => Just(""), 1 => Just("\n")];
    prop::collection::vec((piece, space), 0..14).prop_map(|parts| {
        parts.into_iter().flat_map(|(piece, space)| [piece, space.to_owned()]).collect()
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn keys_and_judgement_agree(a in text(), b in text()) {
        let (a, b) = (Question::lex(&a), Question::lex(&b));
        prop_assert_eq!(judge(&a, &b), a.keys().shared(&b.keys()));
        prop_assert_eq!(judge(&a, &b), judge(&b, &a));
        prop_assert_eq!(judge(&a, &a), Some(Tier::Same));
    }

    #[test]
    fn the_first_tier_is_the_canonical_form(text in text(), verbatim in any::<bool>()) {
        let question = if verbatim { Question::verbatim(&text) } else { Question::lex(&text) };
        prop_assert_eq!(question.canonical(), canonical(&text, verbatim));
        prop_assert_eq!(question.keys().t1, Keys::t1_of(&text, verbatim));
    }

    #[test]
    fn each_tier_holds_the_one_before(text in text(), end in "[?!. ]{0,3}") {
        let (a, b) = (Question::lex(&text), Question::lex(&format!("{text}{end}")));
        if a.canonical() == b.canonical() {
            let (a, b) = (a.keys(), b.keys());
            prop_assert_eq!((a.t2, a.t3), (b.t2, b.t3));
        }
    }

    #[test]
    fn words_lie_in_the_text(text in text()) {
        let question = Question::lex(&text);
        for index in 0..question.len() {
            let (before, after) = question.around(index).unwrap();
            let written = question.written(index).unwrap();
            prop_assert_eq!([before, written, after].concat(), question.text());
        }
        for (_, index) in question.keys().one_slot() {
            prop_assert!(question.word(index).is_some());
        }
    }

    #[test]
    fn answers_conflict_both_ways_and_never_with_themselves(a in text(), b in text()) {
        prop_assert_eq!(conflict(&a, &b), conflict(&b, &a));
        prop_assert_eq!(conflict(&a, &a), None);
        if fold_markup(&a) == fold_markup(&b) {
            prop_assert_eq!(conflict(&a, &b), None);
        }
    }

    #[test]
    fn an_index_built_by_edits_is_the_index_built_at_once(
        texts in prop::collection::vec(text(), 1..12),
        edits in prop::collection::vec((0_usize..12, text()), 0..20),
    ) {
        let mut last = texts.clone();
        let mut edited = Index::new();
        for (id, text) in texts.iter().enumerate() {
            edited.insert(id, Question::lex(text).keys());
        }
        for (id, text) in edits {
            let id = id % last.len();
            edited.remove(id);
            edited.insert(id, Question::lex(&text).keys());
            last[id] = text;
        }
        let mut built = Index::new();
        for (id, text) in last.iter().enumerate() {
            built.insert(id, Question::lex(text).keys());
        }
        let question = |id: usize| last.get(id).map(|text| Question::lex(text));
        for tier in Tier::ALL {
            prop_assert_eq!(edited.groups(tier), built.groups(tier));
        }
        prop_assert_eq!(edited.families(question), built.families(question));
        prop_assert_eq!(edited.typo_twins(question), built.typo_twins(question));
    }
}

/// Texts that are long in one way, in which a search that goes on to the end from every place
/// would take hours.
#[test]
fn long_texts_take_no_longer_than_their_length() {
    let limit = Duration::from_secs(5);
    for piece in PIECES.iter().copied().chain(["how do i ", "a and ", "what is best way to ", "` "])
    {
        for text in [piece.repeat(20_000), format!("{piece} ").repeat(20_000)] {
            let start = Instant::now();
            let question = Question::lex(&text);
            let _ =
                (question.keys(), judge(&question, &Question::lex(&text)), conflict(&text, "1936"));
            assert!(start.elapsed() < limit, "{piece:?} took {:?}", start.elapsed());
        }
    }
}

#[test]
fn both_ways_to_write_a_letter_are_one_question() {
    let (a, b) = (
        Question::lex("Who wrote Les Mise\u{301}rables?"),
        Question::lex("Who wrote Les Mis\u{e9}rables?"),
    );
    assert_eq!(judge(&a, &b), Some(Tier::Same));
}
