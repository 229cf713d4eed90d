//! The date that a text has reached, from which later ones take what they do not say.

use crate::context::Context;
use crate::mention::Provenance;
use crate::value::Value;

/// The date that a text has reached.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchor {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u8>,
    pub(super) day: Option<u8>,
    from_text: bool,
}

impl Anchor {
    /// What is in force before the text begins.
    pub(super) fn of(context: &Context) -> Self {
        let (year, month) =
            context.in_force.map_or((None, None), |(year, month)| (Some(year), month));
        Self { year, month, day: None, from_text: false }
    }

    pub(super) fn provenance(&self) -> Provenance {
        if self.from_text { Provenance::Carried } else { Provenance::Context }
    }

    pub(super) fn century(&self) -> Option<i32> {
        self.year.filter(|year| *year >= 1000).map(|year| year - year % 100)
    }

    /// Goes on to a date that was mentioned.
    pub(super) fn move_to(&mut self, value: Value) {
        let Some(year) = value.year() else { return };
        match value {
            Value::Decade(_) | Value::Century(_) | Value::Millennium(_) => return,
            Value::Day(_, month, day) => (self.month, self.day) = (Some(month), Some(day)),
            other => (self.month, self.day) = (other.month(), None),
        }
        self.year = Some(year);
        self.from_text = true;
    }

    /// The year of a date that has none: the last one mentioned, or the next where the months have
    /// begun again.
    pub(super) fn year_for(&self, value: Value) -> Option<i32> {
        let year = self.year?;
        let (Some(last), Some(month)) = (self.month, value.month()) else { return Some(year) };
        Some(if last >= month + 9 { year + 1 } else { year })
    }
}
