//! A timeline for programs.

use deck_ide::timeline::date_in_words;
use serde::Serialize;

use super::{End, Event, Source};
use crate::wording::iso;

#[derive(Serialize)]
struct EventData<'e> {
    date: String,
    edtf: Option<&'e str>,
    first: Option<String>,
    last: Option<String>,
    start: &'static str,
    end: &'static str,
    span: bool,
    source: &'static str,
    section: &'e str,
    question: &'e str,
    answer: &'e str,
    file: &'e str,
    line: usize,
}

/// The events as a JSON array; `first` and `last` are days, both included, `null` where open.
pub(crate) fn write(events: &[Event]) -> serde_json::Result<String> {
    let events: Vec<EventData<'_>> = events.iter().map(data).collect();
    serde_json::to_string_pretty(&events)
}

fn data(event: &Event) -> EventData<'_> {
    let day = |end: End, day: i64| (end != End::Open).then(|| iso(day));
    EventData {
        date: date_in_words(event),
        edtf: event.edtf.as_deref(),
        first: day(event.start, event.days.first),
        last: day(event.end, event.days.last),
        start: name(event.start),
        end: name(event.end),
        span: event.is_span,
        source: match event.source {
            Source::Attribute => "attribute",
            Source::Question => "question",
            Source::Answer => "answer",
        },
        section: &event.lane,
        question: &event.question,
        answer: &event.answer,
        file: &event.file,
        line: event.line,
    }
}

fn name(end: End) -> &'static str {
    match end {
        End::Sharp => "sharp",
        End::Soft => "soft",
        End::Open => "open",
    }
}
