//! The dated cards of a page.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use deck_lint::{FileId, Live, Member};
use deck_render::{Timeline, TimelineEntry};

use super::{Picture, plain_path};
use crate::timeline::{self, Event, date_in_words, events_of_file};
use crate::words::on_one_line;

/// The day that a page counts from, 1 January 1970, as `deck-dates` counts.
const EPOCH: i64 = 719_163;

/// Rules that find cards which date one thing differently.
const CLASHES: [&str; 2] = ["conflicting-dates", "conflicting-answers"];

/// The dated cards of a picture, in order, with those that contradict each other.
pub fn timeline(live: &Live, picture: &Picture) -> Timeline {
    let cards: HashMap<(FileId, usize), usize> =
        picture.places.iter().enumerate().map(|(card, place)| (*place, card)).collect();
    let files: BTreeSet<FileId> = picture.places.iter().map(|(file, _)| *file).collect();
    let clashes = clashes(live, &files);
    let mut found: Vec<(FileId, Event)> = Vec::new();
    for &file in &files {
        let events = events_of_file(live.workspace().file(file), &plain_path);
        found.extend(events.into_iter().map(|event| (file, event)));
    }
    found.sort_by_key(|(file, event)| (event.days.first, event.days.last, *file, event.line));
    let entries = found.into_iter().filter_map(|(file, event)| {
        let card = *cards.get(&(file, event.item))?;
        let with = clashes.get(&Member { file, item: event.item }).into_iter().flatten();
        let conflicts =
            with.filter_map(|it| cards.get(&(it.file, it.item)).copied()).collect::<Vec<_>>();
        Some(entry(&event, card, conflicts))
    });
    Timeline { entries: entries.collect() }
}

fn entry(event: &Event, card: usize, conflicts: Vec<usize>) -> TimelineEntry {
    TimelineEntry {
        card,
        lane: event.lane.clone(),
        date: date_in_words(event),
        text: on_one_line(&event.words(), 160),
        first: event.days.first - EPOCH,
        last: event.days.last - EPOCH,
        start: end(event.start),
        end: end(event.end),
        span: event.is_span,
        conflicts,
    }
}

fn end(end: timeline::End) -> deck_render::End {
    match end {
        timeline::End::Sharp => deck_render::End::Sharp,
        timeline::End::Soft => deck_render::End::Soft,
        timeline::End::Open => deck_render::End::Open,
    }
}

/// For each card that contradicts others, which they are; each says so of the other.
fn clashes(live: &Live, files: &BTreeSet<FileId>) -> BTreeMap<Member, BTreeSet<Member>> {
    let workspace = live.workspace();
    let member = |file: FileId, at| {
        let item = workspace.file(file).deck.item_at(at)?;
        Some(Member { file, item })
    };
    let mut clashes: BTreeMap<Member, BTreeSet<Member>> = BTreeMap::new();
    let findings = files.iter().flat_map(|file| live.diagnostics(*file));
    for finding in findings.filter(|it| CLASHES.contains(&it.rule.name)) {
        let Some(one) = member(finding.file, finding.range.start()) else { continue };
        let others = finding.labels.iter().filter_map(|it| member(it.file, it.range.start()));
        for other in others.filter(|other| *other != one) {
            clashes.entry(one).or_default().insert(other);
            clashes.entry(other).or_default().insert(one);
        }
    }
    clashes
}
