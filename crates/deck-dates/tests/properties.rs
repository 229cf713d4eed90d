//! What holds for any text whatever.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::str::FromStr;
use std::time::{Duration, Instant};

use deck_dates::{Context, Kind, Language, compare, find, widened};
use edtf_core::Edtf;
use proptest::prelude::*;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// Pieces of dates, so that random texts are full of near misses.
const PIECES: &[&str] = &[
    "1938",
    "30",
    "9",
    "1",
    "0",
    "31",
    "2019",
    "99999",
    "490",
    "07",
    "'30s",
    "1930s",
    "30th",
    "1st",
    "1938-09-30",
    "30/9/1938",
    "-",
    "–",
    "—",
    " - ",
    "/",
    ",",
    ", ",
    ".",
    ". ",
    " ",
    "\n",
    "\n\n",
    "(",
    ")",
    "?",
    "'",
    "’",
    "\"",
    "%",
    "$",
    ":",
    "May",
    "may",
    "March",
    "September",
    "Sept",
    "Monday",
    "Sat",
    "spring",
    "summer of",
    "winter",
    "the ",
    "of ",
    "in ",
    "and ",
    "to ",
    "or ",
    "from ",
    "between ",
    "BC",
    " BC",
    "AD ",
    "B.C.",
    "c. ",
    "about ",
    "early ",
    "mid-",
    "late ",
    "end of ",
    "the end of the ",
    "beginning of ",
    "first half of ",
    "second",
    "twenty",
    "twenty-",
    "first",
    "nineteenth",
    "century",
    " centuries BC",
    "decade",
    "years ",
    "year ",
    "two ",
    "a few ",
    "a ",
    "later",
    " ago",
    "the next ",
    "that ",
    "same ",
    "last ",
    "now ",
    "aged ",
    "old",
    "present",
    "é",
    "年",
    "\u{a0}",
    "\u{1F600}",
    "ß",
    "_",
    "#",
    "troops",
    "Christmas ",
    "twenties",
    "night of ",
    "until ",
    "millennium",
    "half ",
];

fn texts() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => proptest::sample::select(PIECES).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

fn runner() -> TestRunner {
    let config = Config { cases: 4000, failure_persistence: None, ..Config::default() };
    TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]))
}

#[test]
fn mentions_are_in_order_and_cut_the_text_cleanly() {
    let check = |text: String| {
        for language in [Language::English, Language::Other] {
            let context = Context { language, ..Context::default() };
            let mut at = 0;
            for mention in find(&text, &context) {
                let (start, end) = (mention.range.start().into(), mention.range.end().into());
                prop_assert!(at <= start && start < end, "{mention:?}");
                prop_assert!(text.is_char_boundary(start) && text.is_char_boundary(end));
                at = end;
                if let Some(month) = mention.month_range {
                    prop_assert!(text.get(month.start().into()..month.end().into()).is_some());
                }
                let inside = mention.points().iter().all(|p| mention.range.contains_range(p.range));
                prop_assert!(inside);
            }
        }
        Ok(())
    };
    runner().run(&texts(), check).unwrap();
}

#[test]
fn intervals_hold_their_parts_and_compare_with_themselves() {
    let check = |text: String| {
        for mention in find(&text, &Context::default()) {
            let Some(interval) = mention.interval else { continue };
            prop_assert!(interval.first <= interval.last);
            prop_assert!(widened(&mention).unwrap().holds(interval));
            prop_assert!(interval.holds(mention.narrowed().unwrap()));
            prop_assert!(compare(&mention, &mention).is_some());
        }
        Ok(())
    };
    runner().run(&texts(), check).unwrap();
}

#[test]
fn edtf_is_understood_by_another_program() {
    let check = |text: String| {
        for mention in find(&text, &Context::default()) {
            let Some(edtf) = mention.edtf() else { continue };
            // A range the wrong way round is no interval for anyone.
            if mention.kind == Kind::Range && (mention.reversed() || mention.interval.is_none()) {
                continue;
            }
            prop_assert!(Edtf::from_str(&edtf).is_ok(), "{edtf} of {}", &text[mention.range]);
        }
        Ok(())
    };
    runner().run(&texts(), check).unwrap();
}

/// Ten times the text may take ten times the time, and not a hundred times.
#[test]
fn time_grows_with_the_text() {
    let time = |text: &str| {
        let start = Instant::now();
        let found = find(text, &Context::default());
        (start.elapsed(), found.len())
    };
    let check = |piece: &str, size: usize| {
        let (less, _) = time(&piece.repeat(size / 10 / piece.len()));
        let (more, _) = time(&piece.repeat(size / piece.len()));
        let most = less.max(Duration::from_millis(20)) * 40;
        assert!(more < most, "{piece:?}: {less:?} for a tenth, {more:?} for the whole");
    };
    for digits_and_dashes in ["1-", "1938 - ", "19-38–4 "] {
        check(digits_and_dashes, 10_000_000);
    }
    for piece in ["1938/9/", "the ", "early ", "1 and ", "May ", "  ", "-A", "(", "'", "é1", "c. "]
    {
        check(piece, 1_000_000);
    }
}
