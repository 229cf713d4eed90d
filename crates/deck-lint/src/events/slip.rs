//! Dates that differ as when a finger slips.

use deck_dates::{Mention, Relation, Value, compare};

use super::year;
use crate::rule::Members;

/// How many cards have to agree before one that does not is said to have slipped.
const AGREEING: usize = 3;

/// More cards on one event than anyone writes by hand are a list, in which dates differ by right.
const MOST_CARDS: usize = 40;

/// Whether the date of a member is that of at least three others but for one digit.
pub(crate) fn is_outlier(members: &Members<'_>, number: usize) -> bool {
    agreed(members, number).is_some()
}

/// A card whose date at least three cards of an event share, where that of member `number`, which
/// stands alone, differs from it by a digit.
pub(crate) fn agreed(members: &Members<'_>, number: usize) -> Option<usize> {
    let count = members.items().count();
    if count <= AGREEING || count > MOST_CARDS {
        return None;
    }
    let events: Vec<_> =
        members.events().iter().enumerate().filter_map(|(at, it)| Some((at, (*it)?))).collect();
    let own = members.events()[number].filter(|it| it.date.bound.is_none())?;
    let same_file =
        |other: usize| std::ptr::eq(members.item(other).file, members.item(number).file);
    let contrary = events.iter().filter(|(at, other)| own.contradicts(other, same_file(*at)));
    let (first, right) = contrary.clone().find(|(_, other)| is_slip(own.date, other.date))?;
    let agrees =
        |date: &Mention| compare(right.date, date).is_some_and(|it| it != Relation::Disjoint);
    let agreeing = events.iter().filter(|(_, it)| agrees(it.date)).count();
    // Whatever says something else than they do is this card.
    let alone = events.len() == agreeing + 1 && agreeing >= AGREEING;
    alone.then_some(*first)
}

/// Whether two dates differ as a misprint does from what was meant, and not by a year, since much
/// happens again in the next: the same day of another year, or a digit of the year.
pub(super) fn is_misprint(one: &Mention, other: &Mention) -> bool {
    let years = year(one).zip(year(other));
    let apart = years.map_or(0, |(one, other)| (one - other).abs());
    let least = if is_same_day(one, other) { 1 } else { 2 };
    let months = date_month(one).zip(date_month(other));
    let fits = months.is_none_or(|(one, other)| one == other);
    apart >= least && fits && is_slip(one, other)
}

/// Whether two dates are the same day of two years.
pub(super) fn is_same_day(one: &Mention, other: &Mention) -> bool {
    let day = |date: &Mention| match date.value {
        Some(Value::Day(Some(_), month, day)) => Some((month, day)),
        _ => None,
    };
    day(one).is_some() && day(one) == day(other)
}

fn date_month(date: &Mention) -> Option<u8> {
    date.value.and_then(Value::month)
}

/// Whether one digit of the year is another, or two neighbours have changed places.
fn is_slip(one: &Mention, other: &Mention) -> bool {
    let Some((one, other)) = year(one).zip(year(other)) else { return false };
    let (one, other) = (one.to_string().into_bytes(), other.to_string().into_bytes());
    if one.len() != other.len() {
        return false;
    }
    let apart: Vec<usize> = (0..one.len()).filter(|&at| one[at] != other[at]).collect();
    match apart.as_slice() {
        [_] => true,
        [a, b] => b - a == 1 && one[*a] == other[*b] && one[*b] == other[*a],
        _ => false,
    }
}
