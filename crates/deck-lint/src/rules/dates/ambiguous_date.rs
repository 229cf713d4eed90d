use deck_dates::{Confidence, Mention, Value};
use text_size::TextSize;

use crate::dated::points;
use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, DeckCx, FixKind, Group, Rollup, Rule, dialects};

/// A date of which nobody can say which number is the month.
pub(crate) static RULE: Rule = Rule {
    name: "ambiguous-date",
    summary: "a date in digits may mean two days",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("ambiguous_date.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} dates here may mean two days each"),
        one_card_in: None,
    }),
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let mut doubtful: Vec<(TextSize, &Mention)> = Vec::new();
    let (mut day_first, mut month_first) = (false, false);
    for item in cx.items() {
        for date in points(&item).filter(|date| date.month_range.is_none()) {
            if date.alternative.is_some() && date.confidence == Confidence::High {
                doubtful.push((item.start, date));
            } else if let Some(first_is_day) = order(&item.text[date.range], date) {
                day_first |= first_is_day;
                month_first |= !first_is_day;
            }
        }
    }
    // One 30/9/1938 says how the others are read.
    if day_first == month_first {
        findings_for(cx, &doubtful, findings);
    }
}

/// Whether the day comes first, where the numbers themselves tell.
fn order(text: &str, date: &Mention) -> Option<bool> {
    let Some(Value::Day(_, _, day)) = date.value else { return None };
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty());
    let (first, second) = (numbers.next()?, numbers.next()?);
    (day > 12 && first.len() <= 2 && second.len() <= 2).then(|| first.parse() == Ok(day))
}

fn findings_for(cx: &DeckCx<'_>, doubtful: &[(TextSize, &Mention)], findings: &mut Findings) {
    for (start, date) in doubtful {
        let range = date.range + *start;
        let Some(Value::Day(_, month, day)) = date.value else { continue };
        let written = &cx.text()[range];
        let said = format!("{written} is {} or {}", name(day, month), name(month, day));
        let finding = Finding::new(range, said).label("which number is the month?").help(
            "write the month in words, or say `dates: day-first` or `dates: month-first` in \
                 the front matter",
        );
        findings.push(finding);
    }
}

fn name(day: u8, month: u8) -> String {
    let month = deck_dates::calendar::MONTHS[usize::from(month.clamp(1, 12) - 1)];
    format!("{day} {month}")
}
