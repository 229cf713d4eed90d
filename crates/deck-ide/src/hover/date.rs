//! What a date means.

use deck_dates::{Bound, Calendar, Kind, Mention, Value, Weekday};
use deck_lint::{EdtfSpan, SourceFile, edtf_span};
use deck_syntax::AttributeKey;

use super::Hover;
use crate::dates::{Dated, Dates, is_lent};
use crate::inlay::reason;
use crate::spot::Spot;
use crate::when;

/// What the date under the cursor means. The range is relative to the item.
pub(super) fn meaning(file: &SourceFile, spot: &Spot<'_>) -> Option<Hover> {
    written_as_edtf(spot).or_else(|| in_text(file, spot))
}

/// The value of a `@date`.
fn written_as_edtf(spot: &Spot<'_>) -> Option<Hover> {
    let date = spot.cx.card()?.attribute(AttributeKey::Date)?;
    let value = spot.touches(date.value).then(|| &spot.cx.text[date.value])?;
    let EdtfSpan { first, last } = edtf_span(value)?;
    let doubt = match value {
        _ if value.contains('%') => "about then, and doubtful: ",
        _ if value.contains('~') => "about then: ",
        _ if value.contains('?') => "doubtful: ",
        _ => "",
    };
    let words = match (first, last) {
        (Some(first), Some(last)) if first == last => day(first),
        (Some(first), Some(last)) => format!("{} to {}", day(first), day(last)),
        (Some(first), None) => format!("from {} on", day(first)),
        (None, Some(last)) => format!("up to {}", day(last)),
        (None, None) => return None,
    };
    Some(Hover { range: date.value, markdown: format!("{doubt}**{words}**") })
}

/// A day of EDTF, whose years may be longer than any that a calendar counts.
fn day((year, month, day): (i64, u8, u8)) -> String {
    let written = |year| when::value(Value::Day(Some(year), month, day));
    i32::try_from(year).map_or_else(|_| format!("{day}/{month} of the year {year}"), written)
}

fn in_text(file: &SourceFile, spot: &Spot<'_>) -> Option<Hover> {
    let on_card = Dates::at(file, spot.index).of_card(&spot.cx);
    let dated = on_card.into_iter().find(|dated| spot.touches(dated.mention.range))?;
    let heading = words(&dated.mention)?;
    // A year that is written out says all there is to say; the card is of more use.
    let Mention { value, part, .. } = dated.mention;
    let is_year = matches!(value, Some(Value::Year(_))) && part.is_none();
    if is_year && heading == spot.cx.text[dated.mention.range] {
        return None;
    }
    let mut lines = vec![format!("**{heading}**")];
    lines.extend(details(&dated));
    Some(Hover { range: dated.mention.range, markdown: lines.join("  \n") })
}

/// The date in words; `None` for what is no date.
fn words(mention: &Mention) -> Option<String> {
    if let Some([from, upto]) = mention.ends.as_deref() {
        let end = words(upto).unwrap_or_else(|| "now".to_owned());
        return Some(format!("{} to {end}", words(from)?));
    }
    if !matches!(mention.kind, Kind::Point | Kind::Relative) {
        return None;
    }
    let date = when::value(mention.value?);
    let bound = mention.bound.map_or("", |bound| match bound {
        Bound::Before => "before",
        Bound::After => "after",
        Bound::By => "by",
        Bound::Since => "since",
        Bound::Until => "until",
    });
    let doubt = match (mention.approximate, mention.uncertain) {
        (true, _) => "about",
        (false, true) => "perhaps",
        (false, false) => "",
    };
    let parts = [bound, doubt, mention.part.map_or("", when::part), &date];
    Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" "))
}

/// Where its year comes from, which days it covers, what is odd about it.
fn details(dated: &Dated) -> Vec<String> {
    let mention = &dated.mention;
    let mut lines = Vec::new();
    let lent = mention.points().iter().find(|point| is_lent(point)).unwrap_or(mention);
    let reason = reason(lent, dated.lender);
    if !reason.is_empty() {
        lines.push(reason);
    }
    if mention.impossible() {
        lines.push("there is no such day".to_owned());
    }
    lines.extend(days(mention));
    lines.extend(mention.right_weekday().map(|right| {
        let written = mention.weekday.map_or("", Weekday::name);
        format!("it was a {}, not a {written}", right.name())
    }));
    if let Some(other) = mention.alternative {
        lines.push(format!("may also be read as {}", when::interval(other, false)));
    }
    lines
}

/// The days in words, and the date as `@date` takes it.
fn days(mention: &Mention) -> Option<String> {
    let days = mention.narrowed();
    let sure = mention.calendar != Calendar::Unknown;
    let covered = days.map(|days| match mention.calendar {
        Calendar::Julian => format!("{} in today's calendar", when::interval(days, sure)),
        _ => when::interval(days, sure),
    });
    let edtf = mention.edtf().map(|edtf| format!("EDTF `{edtf}`"));
    let said: Vec<String> = covered.into_iter().chain(edtf).collect();
    (!said.is_empty()).then(|| said.join(" · "))
}
