use deck_dates::{Confidence, Kind, Mention, Unit};
use deck_syntax::{CardForm, TextRange};

use crate::asked::{Asked, asked};
use crate::dated::lower_words;
use crate::diagnostic::Level;
use crate::facts::dates::{SideCx, mentions};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A question for a date whose answer has none.
pub(crate) static RULE: Rule = Rule {
    name: "missing-date",
    summary: "the question asks when, and the answer has no date",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("missing_date.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some(card) = cx.card().filter(|card| card.form != CardForm::Cloze) else { return };
    let Some(back) = card.back else { return };
    let front = &cx.text[card.front];
    let Some(asked) = asked(front) else { return };
    let is_dated = cx.facts.is_some_and(|facts| !facts.back_dates().is_empty());
    if asked == Asked::When && is_dated {
        return;
    }
    if !cx.file.is_english() || is_shown(&cx.text[back]) || has_list(front) {
        return;
    }
    let side = SideCx::of(&cx.file.deck, cx.file.html);
    let found = mentions(cx.item, cx.text, back, &side);
    match asked {
        Asked::When if is_name(front) && found.is_empty() && !tells_time(&cx.text[back]) => {
            findings.push(none(back, "when", "a date"));
        }
        Asked::Unit(unit) if found.is_empty() && !tells_time(&cx.text[back]) => {
            findings.push(none(back, "for a time", name(unit)));
        }
        Asked::Unit(unit) => {
            if let Some(coarse) = coarser(&found, unit) {
                findings.push(too_coarse(coarse, unit));
            }
        }
        Asked::When => {}
    }
}

/// Whether the answer may be something that is not words: a picture, a formula, code.
fn is_shown(answer: &str) -> bool {
    ["![", "<img", "$", "`", "\\("].iter().any(|mark| answer.contains(mark))
}

/// Whether the question lists what may be answered.
fn has_list(question: &str) -> bool {
    question.lines().nth(1).is_some()
}

/// Whether the question is about something with a name: `When did you last eat?` is not.
fn is_name(question: &str) -> bool {
    let mut words = question.split_whitespace().skip(1);
    words.any(|word| {
        word.len() > 1 && word.starts_with(|c: char| c.is_uppercase()) && !word.starts_with("I'")
    })
}

/// Whether the answer says when in other words than those of the calendar.
fn tells_time(answer: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "after", "before", "during", "when", "while", "until", "since", "once", "as", "at",
        "period", "era", "age", "reign", "dynasty", "war", "year", "years", "century", "never",
        "always", "today", "night", "day", "morning", "evening", "week", "month", "months",
        "late", "early", "end", "beginning", "start", "time", "upon", "on", "under", "following",
        "unknown", "not",
    ];
    let roman = |word: &str| word.len() > 1 && word.chars().all(|c| "ivxlcdm".contains(c));
    answer.bytes().any(|byte| byte.is_ascii_digit())
        || lower_words(answer).any(|word| WORDS.contains(&&*word) || roman(&word))
}

/// The finest date of the answer, where it is coarser than what is asked for.
fn coarser(found: &[Mention], asked: Unit) -> Option<&Mention> {
    let calendar = |it: &&Mention| matches!(it.kind, Kind::Point | Kind::Range);
    // `two years later`, `the same day`: said by its distance from something.
    if found.is_empty() || !found.iter().all(|it| calendar(&it) && it.confidence > Confidence::Low)
    {
        return None;
    }
    let finest = found.iter().min_by_key(|it| it.granularity)?;
    (asked <= Unit::Century && finest.granularity > asked).then_some(finest)
}

fn name(unit: Unit) -> &'static str {
    match unit {
        Unit::Day => "a day",
        Unit::Month => "a month",
        Unit::Year => "a year",
        Unit::Decade => "a decade",
        _ => "a century",
    }
}

fn none(back: TextRange, asks: &str, wanted: &str) -> Finding {
    Finding::new(back, format!("the question asks {asks}, and the answer has no date"))
        .label("no date here")
        .help(format!("give {wanted}, or ask for what the answer tells"))
}

fn too_coarse(date: &Mention, asked: Unit) -> Finding {
    let wanted = name(asked);
    Finding::new(date.range, format!("the question asks for {wanted}, and the answer is coarser"))
        .label(format!("not {wanted}"))
        .help(format!("give {wanted}, or ask for less: the question can't be answered like this"))
}
