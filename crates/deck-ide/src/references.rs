//! Where else something stands: a tag, an id, a section, a term, a date, a question.
//!
//! These read the whole workspace: they are for requests, not for keystrokes.

use deck_dates::Interval;
use deck_lint::{FileId, Member, Terms, Workspace};
use deck_syntax::{TextRange, TextSize};

use crate::Place;
use crate::names::{NameKind, names_of};
use crate::paths::section_links;
use crate::subject::{Subject, SubjectKind, dates_of, subject_at};

/// All places of what stands at byte offset `at`, that one included, in the order of files and
/// places: uses of a tag, an id or a term, a section and the links to it, dates on cards that lie
/// within the date, and the questions of `similar`, which are the cards that ask what the card at
/// the position asks.
pub fn references(
    workspace: &Workspace,
    terms: &Terms,
    file: FileId,
    at: TextSize,
    similar: &[Member],
) -> Vec<Place> {
    let source = workspace.file(file);
    let Some(subject) = subject_at(source, terms, at) else { return Vec::new() };
    let here = Place { file, range: subject.range };
    let mut places = match subject.kind {
        SubjectKind::Name(NameKind::Section) => section(workspace, here),
        SubjectKind::Name(kind) => named(workspace, kind, &source.text[subject.range]),
        SubjectKind::Term => term(workspace, terms, &source.text[subject.range]),
        SubjectKind::Date(days) => dated(workspace, days),
        SubjectKind::Question => questions(workspace, similar),
    };
    if !places.contains(&here) {
        places.push(here);
    }
    places.sort_by_key(|place| (place.file, place.range.start(), place.range.end()));
    places.dedup();
    places
}

/// Where what stands at byte offset `at` is to be found: the card of an id, the first use of a tag
/// or a term, other cards about just this date, other cards that ask the same.
pub fn definition(
    workspace: &Workspace,
    terms: &Terms,
    file: FileId,
    at: TextSize,
    similar: &[Member],
) -> Vec<Place> {
    let Some(subject) = subject_at(workspace.file(file), terms, at) else { return Vec::new() };
    let here = Place { file, range: subject.range };
    let mut places = references(workspace, terms, file, at, similar);
    match subject.kind {
        SubjectKind::Name(NameKind::Id) => {}
        SubjectKind::Name(_) | SubjectKind::Term => places.truncate(1),
        SubjectKind::Date(days) => {
            places.retain(|place| *place != here && is_dated(workspace, place, days));
        }
        SubjectKind::Question => places.retain(|place| *place != here),
    }
    places
}

/// The places where a name of a kind is given.
pub(crate) fn named(workspace: &Workspace, kind: NameKind, text: &str) -> Vec<Place> {
    let mut places = Vec::new();
    for (id, file) in workspace.files() {
        for index in 0..file.deck.items().len() {
            let item = file.item(index);
            let names = names_of(&item).into_iter();
            let same = names.filter(|name| name.kind == kind && &item.text[name.range] == text);
            places.extend(same.map(|name| Place { file: id, range: name.range + item.start }));
        }
    }
    places
}

/// A section's heading and the links to it.
pub(crate) fn section(workspace: &Workspace, heading: Place) -> Vec<Place> {
    let mut places = section_links(workspace, heading);
    places.push(heading);
    places
}

fn term(workspace: &Workspace, terms: &Terms, text: &str) -> Vec<Place> {
    let places = terms.places(workspace, text).into_iter();
    places.map(|place| Place { file: place.file, range: place.range }).collect()
}

/// The dates on cards that lie within some days; of a range of dates, not its ends.
fn dated(workspace: &Workspace, days: Interval) -> Vec<Place> {
    let mut places = Vec::new();
    for (id, file) in workspace.files() {
        for card in file.deck.cards() {
            let mut last = TextRange::empty(TextSize::new(0));
            for (range, _) in dates_of(&file.item(card.index)).filter(|it| days.holds(it.1)) {
                if !last.contains_range(range) || last.is_empty() {
                    places.push(Place { file: id, range: range + card.start });
                    last = range;
                }
            }
        }
    }
    places
}

fn is_dated(workspace: &Workspace, place: &Place, days: Interval) -> bool {
    let file = workspace.file(place.file);
    let Some(item) = file.deck.item_at(place.range.start()).map(|index| file.item(index)) else {
        return false;
    };
    dates_of(&item).any(|(range, of)| range + item.start == place.range && of == days)
}

fn questions(workspace: &Workspace, similar: &[Member]) -> Vec<Place> {
    let place = |member: &Member| {
        let file = workspace.file(member.file);
        let card = file.deck.items().get(member.item)?.card()?;
        Some(Place { file: member.file, range: card.front + file.deck.start(member.item) })
    };
    similar.iter().filter_map(place).collect()
}

/// The text of a subject.
pub(crate) fn text_of<'w>(workspace: &'w Workspace, file: FileId, subject: &Subject) -> &'w str {
    &workspace.file(file).text[subject.range]
}
