//! Whether two dates can be true together.

use crate::calendar;
use crate::interval::{Interval, Relation};
use crate::lex::Unit;
use crate::mention::{Bound, Calendar, Mention};
use crate::value::Value;

/// Years around an approximate year that it may mean.
const ABOUT_A_YEAR: i64 = 5;
/// Days by which the calendars differed at most.
const CALENDARS_APART: i64 = 13;
/// Days beyond any date, for what has no end.
const EVER: i64 = 40_000_000;

/// How the time of one mention lies to that of another, after both are widened by what is not
/// certain about them; `None` if one of them has no time. Only [`Relation::Disjoint`] is a
/// conflict, and [`Relation::Overlap`] says nothing.
pub fn compare(one: &Mention, other: &Mention) -> Option<Relation> {
    let (exact, against) = (one.interval?, other.interval?);
    if exact == against {
        return Some(Relation::Equal);
    }
    let relation = widened(one)?.relation(widened(other)?);
    Some(match (relation, exact.relation(against)) {
        // Widening is there to avoid conflicts, not to lose agreements.
        (Relation::Overlap, agreement @ (Relation::Within | Relation::Contains)) => agreement,
        (relation, _) => relation,
    })
}

/// The time of a mention, with the days around it that it may mean, too: all days before it for
/// `before 1938`, all days after it for `since 1938`.
pub fn widened(mention: &Mention) -> Option<Interval> {
    if let Some([start, end]) = mention.ends.as_deref()
        && let (Some(start), Some(end)) = (widened(start), widened(end))
    {
        return Some(start.hull(end));
    }
    let exact = mention.interval?;
    let exact = mention.alternative.map_or(exact, |other| exact.hull(other));
    let wide = exact.widened(doubt(mention));
    Some(match mention.bound {
        Some(Bound::Before | Bound::By | Bound::Until) => Interval::new(-EVER, wide.last),
        Some(Bound::After | Bound::Since) => Interval::new(wide.first, EVER),
        None => wide,
    })
}

/// By how many days a mention may be off.
fn doubt(mention: &Mention) -> i64 {
    let vague = mention.approximate || mention.uncertain;
    let nearness = match mention.granularity {
        _ if !vague => 0,
        Unit::Minute | Unit::Hour | Unit::Day | Unit::Week => 7,
        Unit::Month => 62,
        Unit::Year => ABOUT_A_YEAR * 366,
        Unit::Decade => 5 * 366,
        Unit::Century | Unit::Millennium => 25 * 366,
    };
    let nature = match mention.value {
        // Seasons begin when the weather does.
        Some(Value::Season(..)) => 31,
        // The 20th century ended with 1999 or with 2000, and the 1st began with 1.
        Some(Value::Century(_) | Value::Millennium(_)) => 366,
        _ => 0,
    };
    nearness + nature + calendars(mention)
}

fn calendars(mention: &Mention) -> i64 {
    let near = matches!(mention.granularity, Unit::Day | Unit::Month | Unit::Week | Unit::Year);
    let old = mention
        .interval
        .is_some_and(|interval| interval.first < calendar::from_gregorian((1923, 3, 1)));
    if mention.calendar == Calendar::Unknown && near && old { CALENDARS_APART } else { 0 }
}
