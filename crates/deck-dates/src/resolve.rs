//! Expressions into mentions: which year is meant where none is written.

mod anchor;
mod step;

use text_size::{TextRange, TextSize};

use crate::calendar;
use crate::context::Context;
use crate::grammar::{Draft, Found, Setting, Source, What, Which};
use crate::interval::Interval;
use crate::lex::Unit;
use crate::mention::{Calendar, Confidence, Kind, Mention, Origin, Provenance};
use crate::value::Value;
use anchor::Anchor;

/// The mentions of a text, from its expressions in order.
pub(crate) fn resolve(found: Vec<Found>, context: &Context) -> Vec<Mention> {
    let mut resolver = Resolver { context, anchor: Anchor::of(context) };
    let mut mentions = Vec::with_capacity(found.len());
    for found in found {
        match found {
            Found::One(draft) => mentions.push(resolver.mention(draft)),
            Found::Pair(first, second) => {
                mentions.push(resolver.mention(first));
                mentions.push(resolver.mention(second));
            }
            Found::Range(first, second) => mentions.push(resolver.range(first, second)),
        }
    }
    mentions
}

struct Resolver<'a> {
    context: &'a Context,
    anchor: Anchor,
}

impl Resolver<'_> {
    fn range(&mut self, first: Draft, second: Draft) -> Mention {
        let start = self.mention(first);
        let end = after(&start, self.mention(second));
        let interval = match (start.interval, end.interval, second.what) {
            (Some(start), Some(end), _) => Some(start.hull(end)),
            // Up to the day of reading, if that is known.
            (Some(start), None, What::Open) => {
                self.context.reference.map(|now| Interval::new(start.first, now.max(start.last)))
            }
            _ => None,
        };
        Mention {
            range: start.range.cover(end.range),
            kind: Kind::Range,
            value: None,
            interval,
            alternative: None,
            granularity: start.granularity.min(end.granularity),
            part: None,
            approximate: start.approximate || end.approximate,
            uncertain: start.uncertain || end.uncertain,
            bound: None,
            calendar: start.calendar,
            era: start.era.or(end.era),
            weekday: None,
            origin: None,
            provenance: weaker(start.provenance, end.provenance, second.what),
            confidence: start.confidence.min(end.confidence),
            month_range: start.month_range,
            length: None,
            ends: Some(Box::new([start, end])),
        }
    }

    fn mention(&mut self, draft: Draft) -> Mention {
        let draft = self.with_era(draft);
        let (value, provenance) = self.value(&draft);
        let julian = draft.julian;
        let interval =
            value.and_then(|value| if julian { julian_day(value) } else { value.interval() });
        if draft.confidence >= Confidence::Medium
            && self.moves_on(&draft, value)
            && let Some(value) = value
        {
            self.anchor.move_to(value);
        }
        let (kind, length, granularity) = sort(&draft, value);
        let alternative = draft
            .alternative
            .and_then(|(month, day)| Value::Day(value?.year(), month, day).interval());
        Mention {
            range: range(draft.start, draft.end),
            kind,
            value,
            interval,
            alternative,
            granularity,
            part: draft.part,
            approximate: draft.approximate,
            uncertain: draft.uncertain,
            bound: draft.bound,
            calendar: self.calendar(julian, interval),
            era: draft.era,
            weekday: draft.weekday,
            provenance,
            origin: origin(draft.what),
            confidence: draft.confidence,
            month_range: draft.month_range.map(|(start, end)| range(start, end)),
            ends: None,
            length,
        }
    }

    /// A year of three digits without an era is one where the text has such years, and of their
    /// era: `in 490 BC … in 480`.
    fn with_era(&self, draft: Draft) -> Draft {
        let (Some(Value::Year(year @ 100..=999)), None) = (draft.value(), draft.era) else {
            return draft;
        };
        let near = |year: i32| self.anchor.year.is_some_and(|now| (now - year).abs() <= 200);
        let what = match () {
            () if near(1 - year) => What::Value(Value::Year(1 - year)),
            () if near(year) => draft.what,
            () => return draft,
        };
        Draft {
            what,
            confidence: draft.confidence.max(Confidence::Medium),
            source: Source::Earlier,
            ..draft
        }
    }

    fn value(&self, draft: &Draft) -> (Option<Value>, Provenance) {
        match draft.what {
            What::Value(value) if draft.source == Source::Earlier => {
                (Some(value), self.anchor.provenance())
            }
            What::Value(value) if value.year().is_some() => {
                let lent = draft.source == Source::OtherEnd;
                (Some(value), if lent { Provenance::Inherited } else { Provenance::Explicit })
            }
            What::Value(value) => match self.anchor.year_for(value) {
                Some(year) => (Some(value.in_year(year)), self.anchor.provenance()),
                None => (Some(value), Provenance::None),
            },
            What::DecadeOf(ten) => {
                let century = self.anchor.century().unwrap_or(1900);
                (Some(Value::Decade(century + i32::from(ten))), Provenance::Explicit)
            }
            What::Step(step) => match step::resolve(step, &self.anchor, self.context) {
                Some(value) => (Some(value), self.anchor.provenance()),
                None => (None, Provenance::None),
            },
            _ => (None, Provenance::None),
        }
    }

    /// Whether a text goes on from a date: not from what stands in brackets, looks back, or counts
    /// from the day of reading; nor from a year ahead that is mentioned in passing among days.
    fn moves_on(&self, draft: &Draft, value: Option<Value>) -> bool {
        let back = [Which::Ago, Which::This, Which::Previous];
        let looks_back = matches!(draft.what, What::Step(step) if back.contains(&step.which));
        let ahead = match (value, self.anchor.year) {
            (Some(Value::Year(year)), Some(now)) => self.anchor.month.is_some() && year > now,
            _ => false,
        };
        match draft.setting {
            Setting::Aside => false,
            Setting::Opening => !looks_back,
            Setting::Within => !looks_back && !ahead,
        }
    }

    fn calendar(&self, julian: bool, interval: Option<Interval>) -> Calendar {
        match interval {
            _ if julian => Calendar::Julian,
            Some(interval) if interval.first >= self.context.gregorian_from => Calendar::Gregorian,
            _ => Calendar::Unknown,
        }
    }
}

/// The end of a range whose year is carried: the next one, where it would lie before the start.
fn after(start: &Mention, end: Mention) -> Mention {
    let before = match (start.interval, end.interval) {
        (Some(start), Some(end)) => end.last < start.first,
        _ => false,
    };
    if end.is_explicit() || !before {
        return end;
    }
    let value = end.value.and_then(|value| Some(value.in_year(value.year()?.checked_add(1)?)));
    Mention { value, interval: value.and_then(Value::interval), ..end }
}

/// A range is no surer of its years than its weaker end.
fn weaker(start: Provenance, end: Provenance, second: What) -> Provenance {
    let written = |one: Provenance| matches!(one, Provenance::Explicit | Provenance::Inherited);
    if second == What::Open || (written(start) && written(end)) {
        start
    } else if written(start) {
        end
    } else {
        start
    }
}

fn sort(draft: &Draft, value: Option<Value>) -> (Kind, Option<crate::mention::Length>, Unit) {
    let unit = value.map(Value::granularity);
    match draft.what {
        What::Value(_) | What::DecadeOf(_) => (Kind::Point, None, unit.unwrap_or(Unit::Year)),
        What::Length(length) => (Kind::Duration, Some(length), length.unit),
        What::Step(step) => {
            let unit = unit.unwrap_or_else(|| step::unit(step));
            (Kind::Relative, step::length(step), unit)
        }
        What::Recurring => (Kind::Recurring, None, Unit::Day),
        What::Open | What::Vague(_) => (Kind::Vague, None, Unit::Day),
    }
}

fn origin(what: What) -> Option<Origin> {
    match what {
        What::Vague(origin) => Some(origin),
        What::Open => Some(Origin::Reading),
        What::Step(step) if matches!(step.which, Which::Ago | Which::This) => Some(Origin::Reading),
        What::Step(_) => Some(Origin::Text),
        _ => None,
    }
}

/// A day of the Julian calendar; months and years differ too little to matter.
fn julian_day(value: Value) -> Option<Interval> {
    match value {
        Value::Day(Some(year), month, day) if !value.impossible() => {
            let day = calendar::from_julian((year, month, day));
            Some(Interval::new(day, day))
        }
        other => other.interval(),
    }
}

fn range(start: u32, end: u32) -> TextRange {
    TextRange::new(TextSize::new(start), TextSize::new(end))
}
