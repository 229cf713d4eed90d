use deck_dates::{Mention, Relation, Unit, Value, compare};
use deck_syntax::CardForm;
use text_size::{TextRange, TextSize};

use crate::asked::{Asked, asked};
use crate::dated::{after, before, is_exact, neighbours};
use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::restated::{Content, asks_about, dated_otherwise};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A year beside a century or a decade that it is not in.
pub(crate) static RULE: Rule = Rule {
    name: "century-mismatch",
    summary: "a year lies outside the century or decade that is given for it",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("century_mismatch.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let found = findings.0.len();
    for (one, gap, other) in neighbours(cx) {
        let (long, short) = if is_long(cx, one) { (one, other) } else { (other, one) };
        let same = in_brackets(cx, gap, other) || (long == one && continues(cx, gap, one));
        if same && is_long(cx, long) && is_apart(long, short) {
            findings.push(finding(cx, long, short));
        }
    }
    if findings.0.len() == found
        && let Some((long, short)) = across(cx)
    {
        findings.push(finding(cx, long, short));
    }
}

/// A century that the question names or the answer opens with, and a year of the answer that is
/// said to be that of the same thing.
fn across<'a>(cx: &ItemCx<'a>) -> Option<(&'a Mention, &'a Mention)> {
    let (facts, card) = cx.facts.zip(cx.card())?;
    let back = card.back.filter(|_| card.form != CardForm::Cloze)?;
    if let [long] = facts.front_dates()
        && is_long(cx, long)
    {
        let other = (cx.file.is_english() && asks_about(cx, long))
            .then(|| dated_otherwise(cx, long, card.front, back));
        return other.flatten().map(|short| (long, short));
    }
    let [long, short] = facts.back_dates() else { return None };
    let question = &cx.text[card.front];
    let opens = before(cx, long).get(usize::from(back.start())..)?.split_whitespace().count() <= 2;
    let which = || matches!(asked(question), Some(Asked::Unit(Unit::Century | Unit::Decade)));
    let wrong = opens
        && facts.front_dates().is_empty()
        && is_long(cx, long)
        && is_apart(long, short)
        && which();
    let said = || Content::of(question, None).filter(|it| !it.is_empty());
    (wrong && said()?.is_restated(cx, back, short)).then_some((long, short))
}

/// Whether it is a century or decade that says by itself which.
fn is_long(cx: &ItemCx<'_>, mention: &Mention) -> bool {
    // `the twenties` are those of any century.
    let named = cx.text[mention.range].bytes().filter(u8::is_ascii_digit).count() > 2;
    let clear = mention.is_explicit() && !mention.approximate && mention.bound.is_none();
    match mention.value {
        Some(Value::Century(_)) => clear,
        Some(Value::Decade(_)) => clear && named,
        _ => false,
    }
}

/// `the 19th century (1914)`, and nothing more in the brackets.
fn in_brackets(cx: &ItemCx<'_>, gap: &str, last: &Mention) -> bool {
    matches!(gap, "(" | "(in") && after(cx, last).trim_start().starts_with(')')
}

/// `In the 19th century, in 1914,`: both say when the same thing was.
fn continues(cx: &ItemCx<'_>, gap: &str, long: &Mention) -> bool {
    let before = before(cx, long).trim_end();
    let before = before.strip_suffix("the").unwrap_or(before).trim_end();
    let opens = before.strip_suffix("in").or_else(|| before.strip_suffix("In"));
    matches!(gap, ", in" | ", on")
        && opens.is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
}

fn is_apart(long: &Mention, short: &Mention) -> bool {
    match (long.interval, short.interval, short.value) {
        // `the 17th century (the 1700s)`
        (Some(long), Some(other), Some(Value::Century(_))) => {
            short.is_explicit() && long.relation(other) == Relation::Disjoint
        }
        _ => is_exact(short) && compare(long, short) == Some(Relation::Disjoint),
    }
}

fn finding(cx: &ItemCx<'_>, long: &Mention, short: &Mention) -> Finding {
    let range = named(cx, long);
    let (long_text, short_text) = (&cx.text[range], &cx.text[short.range]);
    let finding = Finding::new(range, format!("{short_text} is not in the {long_text}"))
        .label("not that one")
        .help("the 19th century is the years from 1801 to 1900: find out which of the two is wrong")
        .place(short.range, "this lies outside");
    match right(long_text, long, short) {
        Some(right) => {
            let edit = TextEdit::replace(range, right.as_str());
            finding.fix(Fix::unsafe_(format!("Write `{right}`"), [edit]))
        }
        None => finding,
    }
}

/// The century or decade, without the article before it.
fn named(cx: &ItemCx<'_>, long: &Mention) -> TextRange {
    let text = &cx.text[long.range];
    let article =
        ["the ", "The "].iter().find(|it| text.starts_with(**it)).map_or(0, |it| it.len());
    let article = TextSize::new(u32::try_from(article).unwrap_or(0));
    TextRange::new(long.range.start() + article, long.range.end())
}

/// The century or decade, as it is written, with the number that holds the year.
fn right(text: &str, long: &Mention, short: &Mention) -> Option<String> {
    let year = short.value?.year().filter(|year| *year > 0)?;
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let rest = text[digits..].trim_start_matches(|c: char| c.is_ascii_digit());
    let number = match long.value? {
        Value::Decade(_) => return Some(format!("{}{}{rest}", &text[..digits], year / 10 * 10)),
        Value::Century(first) if first >= 0 => (year + 99) / 100,
        _ => return None,
    };
    // `the 1800s`
    let rest = ["st", "nd", "rd", "th"].iter().find_map(|ending| rest.strip_prefix(ending))?;
    Some(format!("{}{number}{}{rest}", &text[..digits], ordinal(number)))
}

fn ordinal(number: i32) -> &'static str {
    match (number % 10, number % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    }
}
