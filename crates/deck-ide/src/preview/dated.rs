//! The dated cards of a page.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::Path;

use deck_dates::Context;
use deck_lint::{FileId, Live, Member};
use deck_render::{Timeline, TimelineEntry};

use super::{Picture, title};
use crate::timeline::{self, Event, date_in_words, events_of_file};
use crate::words::on_one_line;

/// The day that a page counts from, 1 January 1970, as `deck-dates` counts.
const EPOCH: i64 = 719_163;

/// Letters of a date and what happened then, at most.
const LONGEST_LABEL: usize = 60;

/// Letters of a section's name, at most.
const LONGEST_LANE: usize = 90;

/// Rules that find cards which date one thing differently.
const CLASHES: [&str; 2] = ["conflicting-dates", "conflicting-answers"];

/// The dated cards of a picture, in order, with those that contradict each other.
pub fn timeline(live: &Live, picture: &Picture) -> Timeline {
    timeline_of(live, &picture.places)
}

/// The dated cards of some decks, as [`timeline`] gives them, without drawing any of their cards.
pub fn timeline_of_decks(live: &Live, files: &[FileId]) -> Timeline {
    let cards = files.iter().flat_map(|&file| {
        let items = live.workspace().file(file).deck.items().iter().enumerate();
        items.filter(|(_, item)| item.card().is_some()).map(move |(item, _)| (file, item))
    });
    timeline_of(live, &cards.collect::<Vec<_>>())
}

fn timeline_of(live: &Live, places: &[(FileId, usize)]) -> Timeline {
    let cards: HashMap<(FileId, usize), usize> =
        places.iter().enumerate().map(|(card, place)| (*place, card)).collect();
    let files: BTreeSet<FileId> = places.iter().map(|(file, _)| *file).collect();
    let clashes = clashes(live, &files);
    let mut found: Vec<(FileId, usize, Event)> = Vec::new();
    for &file in &files {
        let events = events_of_file(live.workspace().file(file), &name).into_iter();
        found.extend(
            events.filter_map(|event| Some((file, *cards.get(&(file, event.item))?, event))),
        );
    }
    let lanes = Lanes::of(live, &files, &found);
    found.sort_by_key(|(_, card, event)| (event.days.first, event.days.last, *card, event.line));
    let entries = found.iter().map(|(file, card, event)| {
        let with = clashes.get(&Member { file: *file, item: event.item }).into_iter().flatten();
        let conflicts = with.filter_map(|it| cards.get(&(it.file, it.item)).copied()).collect();
        entry(event, *card, lanes.of_event(*file, event), conflicts)
    });
    let entries = entries.collect();
    Timeline { lanes: lanes.names, entries }
}

/// What a deck without any title is called: as [`title`] calls it.
fn name(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The sections with dated cards, in the order of the decks and not of what happened.
struct Lanes {
    names: Vec<String>,
    by_name: HashMap<(FileId, String), usize>,
}

impl Lanes {
    fn of(live: &Live, files: &BTreeSet<FileId>, found: &[(FileId, usize, Event)]) -> Self {
        let mut order: Vec<(usize, FileId, &str)> =
            found.iter().map(|(file, card, event)| (*card, *file, event.lane.as_str())).collect();
        order.sort_unstable();
        let mut lanes = Self { names: Vec::new(), by_name: HashMap::new() };
        for (_, file, lane) in order {
            lanes.by_name.entry((file, lane.to_owned())).or_insert_with(|| {
                // Many a deck has a section with the title of another deck's.
                let deck = title(live.workspace().file(file));
                let is_told = files.len() == 1 || deck == lane;
                let name = if is_told { lane.to_owned() } else { format!("{deck}: {lane}") };
                lanes.names.push(on_one_line(&name, LONGEST_LANE));
                lanes.names.len() - 1
            });
        }
        lanes
    }

    fn of_event(&self, file: FileId, event: &Event) -> usize {
        self.by_name.get(&(file, event.lane.clone())).copied().unwrap_or_default()
    }
}

fn entry(event: &Event, card: usize, lane: usize, conflicts: Vec<usize>) -> TimelineEntry {
    let date = date_in_words(event);
    let room = LONGEST_LABEL.saturating_sub(date.chars().count());
    TimelineEntry {
        card,
        lane,
        text: on_one_line(&event.words(), 160),
        label: on_one_line(without_date(in_short(event), event), room),
        date,
        first: event.days.first - EPOCH,
        last: event.days.last - EPOCH,
        start: end(event.start),
        end: end(event.end),
        span: event.is_span,
        conflicts,
    }
}

/// The answer, if it tells more than the date does, else the question.
fn in_short(event: &Event) -> &str {
    let asks = event.question.ends_with('?') || event.question.is_empty();
    if asks && !is_only_date(&event.answer) { &event.answer } else { &event.question }
}

/// What is said of an event without the date that begins it, which the picture shows already:
/// `1938: Austria`, `in 1938 Austria fell`.
fn without_date<'t>(text: &'t str, event: &Event) -> &'t str {
    let introduced = ["In ", "in ", "On ", "on "].iter().find_map(|word| text.strip_prefix(word));
    let date = introduced.unwrap_or(text);
    let found = deck_dates::find(date, &Context::default());
    let Some(first) = found.first().filter(|it| it.range.start() == 0.into()) else { return text };
    if first.narrowed() != Some(event.days) {
        return text;
    }
    let rest = &date[usize::from(first.range.end())..];
    let bare = rest.trim_start_matches([' ', ':', ',', ';', '-', '–', '—']);
    let is_parted =
        rest.trim_start().starts_with([':', ',', ';', '–', '—']) || rest.starts_with(" -");
    let goes_on = (is_parted || introduced.is_some()) && bare.starts_with(char::is_alphabetic);
    if goes_on { bare } else { text }
}

/// Whether an answer is a date and nothing else, which the picture shows already.
fn is_only_date(answer: &str) -> bool {
    let mut rest = answer.to_owned();
    for date in deck_dates::find(answer, &Context::default()).iter().rev() {
        rest.replace_range(std::ops::Range::<usize>::from(date.range), "");
    }
    let mut words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.all(|word| matches!(word, "In" | "in" | "On" | "on" | "From" | "from" | "The" | "the"))
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

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use deck_lint::Workspace;

    use super::*;

    fn labels(deck: &str) -> Vec<String> {
        let workspace = Workspace::of_texts([(PathBuf::from("a.deck"), deck.into())]);
        let live = Live::new(workspace);
        let files: Vec<FileId> = live.workspace().selected().map(|(file, _)| file).collect();
        timeline_of_decks(&live, &files).entries.iter().map(TimelineEntry::whole_label).collect()
    }

    #[test]
    fn no_label_says_its_date_twice() {
        let deck = "What fell?\n- 1938: Austria\n- in March 1939 Prague\n\
                    - 1940 was the year of France\n- 1941-43, much else\n";
        assert_eq!(
            labels(deck),
            [
                "1938  Austria",
                "Mar 1939  Prague",
                "1940  1940 was the year of France",
                "1941–1943  much else"
            ]
        );
    }
}
