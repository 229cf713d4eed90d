use deck_dates::Mention;
use text_size::TextRange;

use crate::dated::is_exact;
use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A list of dates that is in no order.
pub(crate) static RULE: Rule = Rule {
    name: "unsorted-dates",
    summary: "a list of dated points is not in the order of its dates",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: false,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("unsorted_dates.md"),
    rollup: None,
    check: Check::Item(check),
};

/// A point of a list, with the date it opens with.
struct Point<'a> {
    line: TextRange,
    text: &'a str,
    date: &'a Mention,
}

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some(points) = list(cx).filter(|points| points.len() > 2) else { return };
    let first = |point: &Point<'_>| point.date.interval.map(|it| it.first);
    let fallen = points.windows(2).position(|pair| first(&pair[0]) > first(&pair[1]));
    let rising = points.windows(2).any(|pair| first(&pair[0]) < first(&pair[1]));
    if let Some(at) = fallen.filter(|_| rising) {
        findings.push(finding(&points, points[at + 1].date));
    }
}

/// The points of the answer, if it is a list of lines that open with dates, and nothing else.
fn list<'a>(cx: &ItemCx<'a>) -> Option<Vec<Point<'a>>> {
    let back = cx.card()?.back?;
    let dates = cx.facts?.back_dates();
    let lines = cx.lines().filter(|line| !line.range().is_empty());
    let lines = lines.filter(|line| back.contains_range(line.range()));
    lines.map(|line| point(line.range(), line.content, dates)).collect()
}

fn point<'a>(line: TextRange, text: &'a str, dates: &'a [Mention]) -> Option<Point<'a>> {
    let words = text.strip_prefix("- ").or_else(|| text.strip_prefix("* "))?;
    let words = ["In ", "On "].iter().find_map(|it| words.strip_prefix(it)).unwrap_or(words);
    let start = usize::from(line.start()) + text.len() - words.len();
    let date = dates.iter().find(|date| usize::from(date.range.start()) == start)?;
    is_exact(date).then_some(Point { line, text, date })
}

fn finding(points: &[Point<'_>], date: &Mention) -> Finding {
    let mut sorted: Vec<&Point<'_>> = points.iter().collect();
    sorted.sort_by_key(|point| point.date.interval.map(|it| it.first));
    let edits: Vec<TextEdit> =
        points.iter().zip(sorted).map(|(to, from)| TextEdit::replace(to.line, from.text)).collect();
    Finding::new(date.range, "this comes before the point above it")
        .label("earlier than the one above")
        .help("a list in the order of time is learnt as a story")
        .fix(Fix::safe("Put the points in the order of time", edits))
}
