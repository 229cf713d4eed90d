use deck_dates::{Mention, Provenance, Season, Value};

use crate::dated::sure;
use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A stretch of time that ends before it begins.
pub(crate) static RULE: Rule = Rule {
    name: "reversed-range",
    summary: "a stretch of time ends before it begins",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("reversed_range.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for range in sure(cx).filter(|range| range.reversed()) {
        if let Some([start, end]) = range.ends.as_deref()
            && !is_winter(start)
        {
            findings.push(finding(cx, range, start, end));
        }
    }
}

/// The winter of `winter–spring 1920` is the one that ended in that year.
fn is_winter(start: &Mention) -> bool {
    let winter = matches!(start.value, Some(Value::Season(_, Season::Winter)));
    winter && start.provenance == Provenance::Inherited
}

fn finding(cx: &ItemCx<'_>, range: &Mention, start: &Mention, end: &Mention) -> Finding {
    let (first, last) = (&cx.text[start.range], &cx.text[end.range]);
    let said = format!("this goes from {first} back to {last}");
    let finding = Finding::new(range.range, said)
        .label("ends before it begins")
        .help("one of the two is wrong, or they stand the wrong way round: look them up");
    let own = |end: &Mention| end.provenance == Provenance::Explicit && end.era.is_none();
    if !own(start) || !own(end) {
        // A year or an era that stands once would change its place.
        return finding;
    }
    let edits = [TextEdit::replace(start.range, last), TextEdit::replace(end.range, first)];
    finding.fix(Fix::unsafe_("Swap the two dates", edits))
}
