//! Stretches of days, and how two of them lie to each other.

use crate::calendar;

/// A stretch of days, both ends included, as `calendar` counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Interval {
    /// Its first day.
    pub first: i64,
    /// Its last day, not before the first.
    pub last: i64,
}

/// How one interval lies to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    /// They share no day: a conflict, where both are about one thing.
    Disjoint,
    /// The first lies wholly in the second, and is shorter.
    Within,
    /// The first holds the second, and is longer.
    Contains,
    /// They are the same days.
    Equal,
    /// They share days, and each has days of its own: nothing can be said.
    Overlap,
}

impl Interval {
    /// From the first day to the last, whichever way round they are given.
    pub fn new(one: i64, other: i64) -> Self {
        Self { first: one.min(other), last: one.max(other) }
    }

    /// The days of some years of the Gregorian calendar, both included.
    pub fn of_years(first: i32, last: i32) -> Self {
        Self::new(calendar::from_gregorian((first, 1, 1)), calendar::from_gregorian((last, 12, 31)))
    }

    /// The days of some months, from the first one of `start` (year, month) on.
    pub fn of_months((year, month): (i32, u8), count: u8) -> Self {
        let last = i32::from(month - 1) + i32::from(count) - 1;
        let (last_year, last_month) = (year + last / 12, u8::try_from(last % 12).unwrap_or(0) + 1);
        let end = calendar::days_in_month(last_year, last_month);
        Self::new(
            calendar::from_gregorian((year, month, 1)),
            calendar::from_gregorian((last_year, last_month, end)),
        )
    }

    /// How many days it has, at least 1.
    pub fn days(self) -> i64 {
        self.last - self.first + 1
    }

    /// The same with days added at both ends.
    #[must_use]
    pub fn widened(self, days: i64) -> Self {
        Self { first: self.first - days, last: self.last + days }
    }

    /// The least interval that holds both.
    #[must_use]
    pub fn hull(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }

    /// Whether all days of `other` are in this one.
    pub fn holds(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// How this one lies to `other`.
    pub fn relation(self, other: Self) -> Relation {
        if self == other {
            Relation::Equal
        } else if self.last < other.first || other.last < self.first {
            Relation::Disjoint
        } else if self.holds(other) {
            Relation::Contains
        } else if other.holds(self) {
            Relation::Within
        } else {
            Relation::Overlap
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_values_and_their_directions() {
        let year = Interval::of_years(1938, 1938);
        let month = Interval::of_months((1938, 9), 1);
        let winter = Interval::of_months((1938, 12), 3);
        assert_eq!(year.relation(year), Relation::Equal);
        assert_eq!(year.relation(month), Relation::Contains);
        assert_eq!(month.relation(year), Relation::Within);
        assert_eq!(winter.relation(year), Relation::Overlap);
        assert_eq!(month.relation(winter), Relation::Disjoint);
        assert_eq!(winter.days(), 90);
    }
}
