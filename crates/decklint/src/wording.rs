//! Dates and texts in words, for people and for programs.

use deck_dates::{Calendar, Confidence, Kind, Mention, Part, Provenance, Unit, calendar};
pub(crate) use deck_ide::{bound_name, on_one_line};

/// The sort of an expression.
pub(crate) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Point => "point",
        Kind::Range => "range",
        Kind::Duration => "duration",
        Kind::Recurring => "recurring",
        Kind::Relative => "relative",
        Kind::Vague => "vague",
    }
}

/// The unit in which it speaks.
pub(crate) fn granularity(unit: Unit) -> &'static str {
    match unit {
        Unit::Minute => "minute",
        Unit::Hour => "hour",
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Year => "year",
        Unit::Decade => "decade",
        Unit::Century => "century",
        Unit::Millennium => "millennium",
    }
}

/// Where its year comes from.
pub(crate) fn provenance(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Explicit => "written",
        Provenance::Inherited => "year from its range",
        Provenance::Carried => "year from an earlier date",
        Provenance::Context => "year from the question",
        Provenance::None => "no year",
    }
}

/// What else is to be said of a date: one or a few words each.
pub(crate) fn notes(mention: &Mention) -> Vec<String> {
    let mut notes: Vec<String> = Vec::new();
    let mut note = |text: &str| notes.push(text.to_owned());
    if let Some(bound) = mention.bound {
        note(bound_name(bound));
    }
    if let Some(part) = mention.part {
        note(part_name(part));
    }
    if mention.calendar == Calendar::Julian {
        note("Julian calendar");
    }
    if mention.points().iter().any(Mention::impossible) {
        note("no such day");
    }
    if mention.reversed() {
        note("ends before it starts");
    }
    if mention.alternative.is_some() {
        note("day and month may be the other way round");
    }
    if mention.confidence == Confidence::Low {
        note("probably no date");
    }
    notes
}

fn part_name(part: Part) -> &'static str {
    match part {
        Part::Start => "its start",
        Part::Early => "early in it",
        Part::Mid => "the middle of it",
        Part::Late => "late in it",
        Part::End => "its end",
        Part::FirstHalf => "its first half",
        Part::SecondHalf => "its second half",
    }
}

/// A day as ISO 8601 writes it; years before 1 as astronomers count them (`-0489` is 490 BC), and
/// those of more than four digits with a sign.
pub(crate) fn iso(day: i64) -> String {
    let (year, month, day) = calendar::to_gregorian(day);
    let year = match year {
        0..=9999 => format!("{year:04}"),
        10_000.. => format!("+{year}"),
        _ => format!("-{:04}", year.unsigned_abs()),
    };
    format!("{year}-{month:02}-{day:02}")
}

/// A text with blanks behind it up to a width in characters.
pub(crate) fn padded(text: &str, width: usize) -> String {
    format!("{text:<width$}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_every_age() {
        assert_eq!(iso(719_163), "1970-01-01");
        assert_eq!(iso(calendar::from_gregorian((-489, 9, 12))), "-0489-09-12");
        assert_eq!(iso(calendar::from_gregorian((12_000, 1, 2))), "+12000-01-02");
    }

    #[test]
    fn long_texts_are_cut() {
        assert_eq!(on_one_line("a\n  b\u{1b}", 9), "a b");
        assert_eq!(on_one_line("abc def", 5), "abc…");
    }
}
