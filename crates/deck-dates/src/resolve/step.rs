//! Steps from a date to another: `two days later`, `the following year`.

use super::anchor::Anchor;
use crate::calendar;
use crate::context::Context;
use crate::grammar::{Step, To, Which};
use crate::lex::Unit;
use crate::mention::Length;
use crate::value::Value;

/// The date to which a step leads, if the one it starts from is known well enough.
pub(super) fn resolve(step: Step, anchor: &Anchor, context: &Context) -> Option<Value> {
    let from = start(step.which, anchor, context)?;
    match step.to {
        To::Unit(unit) => by(from, unit, direction(step.which)),
        To::Length(length) if length.least.is_some() && length.least == length.most => {
            let count = i32::try_from(length.least?).ok().filter(|count| *count < 10_000)?;
            by(from, length.unit, count * direction(step.which))
        }
        To::Length(_) | To::Weekday(_) => None,
        To::Within(value) => Some(value.in_year(from.0 + direction(step.which))),
        To::Season(season) => {
            let value = Value::Season(Some(from.0), season);
            Some(value.in_year(from.0 + later(step.which, from.1, season.first_month())))
        }
        To::Month(month) => {
            Some(Value::Month(Some(from.0 + later(step.which, from.1, month)), month))
        }
    }
}

/// A year, and the month and day if they are known.
type Start = (i32, Option<u8>, Option<u8>);

fn start(which: Which, anchor: &Anchor, context: &Context) -> Option<Start> {
    let told = matches!(which, Which::Ago | Which::This);
    if let Some(day) = context.reference.filter(|_| told) {
        let (year, month, day) = calendar::to_gregorian(day);
        return Some((year, Some(month), Some(day)));
    }
    (!told || which == Which::This).then_some((anchor.year?, anchor.month, anchor.day))
}

fn direction(which: Which) -> i32 {
    match which {
        Which::Same | Which::This => 0,
        Which::Next => 1,
        Which::Previous | Which::Ago => -1,
    }
}

/// The year to go to for a month or season: `next May` in March is in the same year.
fn later(which: Which, from: Option<u8>, to: u8) -> i32 {
    match which {
        Which::Next => i32::from(from.is_none_or(|from| to <= from)),
        Which::Previous | Which::Ago => -i32::from(from.is_none_or(|from| to >= from)),
        Which::Same | Which::This => 0,
    }
}

fn by((year, month, day): Start, unit: Unit, count: i32) -> Option<Value> {
    match unit {
        Unit::Day | Unit::Week => {
            let length = if unit == Unit::Day { 1 } else { 7 };
            let (Some(month), Some(day)) = (month, day) else { return None };
            if unit == Unit::Week && count == 0 {
                return None;
            }
            let to = calendar::from_gregorian((year, month, day)) + i64::from(count * length);
            let (year, month, day) = calendar::to_gregorian(to);
            Some(Value::Day(Some(year), month, day))
        }
        Unit::Month => {
            let months = year.checked_mul(12)?.checked_add(i32::from(month?) - 1 + count)?;
            let month = u8::try_from(months.rem_euclid(12)).ok()? + 1;
            Some(Value::Month(Some(months.div_euclid(12)), month))
        }
        Unit::Year => Some(Value::Year(year.checked_add(count)?)),
        Unit::Decade => Some(Value::Decade(tens(year, 10).checked_add(count * 10)?)),
        Unit::Century => Some(Value::Century(tens(year, 100).checked_add(count * 100)?)),
        Unit::Minute | Unit::Hour | Unit::Millennium => None,
    }
}

/// The first year of the decade or century of a year.
fn tens(year: i32, length: i32) -> i32 {
    if year > 0 {
        year - year % length
    } else {
        // 490 BC is of the 490s BC, which begin in 499 BC.
        let before = 1 - year;
        1 - (before - before % length + length - 1)
    }
}

/// The unit in which a step is said.
pub(super) fn unit(step: Step) -> Unit {
    match step.to {
        To::Unit(unit) => unit,
        To::Length(length) => length.unit,
        To::Within(value) => value.granularity(),
        To::Season(_) | To::Month(_) => Unit::Month,
        To::Weekday(_) => Unit::Day,
    }
}

/// The length of a step, if it has one.
pub(super) fn length(step: Step) -> Option<Length> {
    match step.to {
        To::Length(length) => Some(length),
        _ => None,
    }
}
