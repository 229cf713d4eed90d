//! What one page shows, and what has changed.

use std::collections::HashSet;
use std::sync::Arc;

use deck_render::timeline::width;
use deck_render::{Card, Scene, SceneCard, SectionTitle, Timeline};

use crate::matching::matched;
use crate::message::{Dated, Put, Scope, Section, Shift, ToPage};

/// With more changes than this, all is said anew: it is shorter.
const MANY: usize = 2_000;

/// What one page shows. Cards and sections keep their names from one scene to the next.
#[derive(Debug, Default)]
pub struct Show {
    version: u64,
    names: u64,
    title: String,
    scope: Option<Scope>,
    sections: Vec<(String, SectionTitle)>,
    cards: Vec<Shown>,
}

#[derive(Debug, Clone)]
struct Shown {
    id: Arc<str>,
    /// The name of its section.
    section: Option<String>,
    card: SceneCard,
}

impl Shown {
    fn card(&self) -> Card<'_> {
        let face = &self.card.face;
        Card {
            id: &self.id,
            file: &self.card.file,
            line: self.card.line,
            section: self.section.as_deref(),
            kind: face.kind,
            front: &face.front,
            back: &face.back,
            tags: &face.tags,
            badges: &self.card.badges,
            reversible: face.reversible,
            plain: face.is_plain,
        }
    }

    /// Whether the page would show them alike, their lines apart.
    fn is_like(&self, other: &Self) -> bool {
        (Arc::ptr_eq(&self.card.face, &other.card.face) || self.card.face == other.card.face)
            && self.card.badges == other.card.badges
            && self.section == other.section
            && self.card.file == other.card.file
    }
}

impl Show {
    /// A show that a page may widen to all decks, and narrow to one.
    pub fn with_scope(scope: Scope) -> Self {
        Self { scope: Some(scope), ..Self::default() }
    }

    /// Shows more or less; gives the message that says all there is.
    pub fn widen(&mut self, scope: Scope, scene: Scene) -> String {
        self.scope = Some(scope);
        self.update(scene);
        self.whole()
    }

    /// Shows another scene; gives the message that says what has changed, if anything has.
    pub fn update(&mut self, scene: Scene) -> Option<String> {
        let title = (self.title != scene.title).then_some(scene.title);
        let sections = self.next_sections(&scene.sections);
        let sections = (self.sections != sections).then_some(sections);
        let names = sections.as_ref().unwrap_or(&self.sections);
        let names: Vec<String> = names.iter().map(|(id, _)| id.clone()).collect();
        let old = std::mem::take(&mut self.cards);
        let from = matches(&old, &scene.cards);
        self.cards = self.next_cards(scene.cards, &from, &old, &names);
        self.version += 1;
        let changes = Changes::of(&old, &from, &self.cards);
        let is_new = changes.is_empty() && title.is_none() && sections.is_none();
        let [has_title, has_sections] = [title.is_some(), sections.is_some()];
        if let Some(title) = title {
            self.title = title;
        }
        if let Some(sections) = sections {
            self.sections = sections;
        }
        if is_new {
            return None;
        }
        if changes.put.len() > MANY {
            return Some(self.whole());
        }
        Some(self.change(&changes, &old, [has_title, has_sections]))
    }

    fn change(&self, changes: &Changes, old: &[Shown], [title, sections]: [bool; 2]) -> String {
        let put = changes.put.iter().map(|&index| Put {
            after: index.checked_sub(1).map(|before| &*self.cards[before].id),
            card: self.cards[index].card(),
        });
        let lines = changes.lines.iter().map(|&(from, count, by)| Shift {
            from: &self.cards[from].id,
            count,
            by,
        });
        let all = self.headings();
        json(&ToPage::Change {
            version: self.version,
            title: title.then_some(self.title.as_str()),
            sections: sections.then_some(&all[..]),
            remove: changes.remove.iter().map(|&index| &*old[index].id).collect(),
            put: put.collect(),
            lines: lines.collect(),
        })
    }

    /// The message that says all there is.
    pub fn whole(&self) -> String {
        json(&ToPage::Deck {
            version: self.version,
            title: &self.title,
            scope: self.scope,
            sections: &self.headings(),
            cards: self.cards.iter().map(Shown::card).collect(),
        })
    }

    /// The message that names the card under the cursor, by its index in the scene.
    pub fn cursor(&self, card: Option<usize>) -> String {
        json(&ToPage::Cursor { card: card.and_then(|card| self.id(card)) })
    }

    /// The message that scrolls to a card, by its index in the scene; `None` if there is none.
    pub fn scroll(&self, card: usize) -> Option<String> {
        Some(json(&ToPage::Scroll { card: self.id(card)? }))
    }

    /// The message about the dated cards of the scene.
    pub fn timeline(&self, timeline: &Timeline) -> String {
        let entries = timeline.entries.iter().filter_map(|entry| {
            Some(Dated {
                card: self.id(entry.card)?,
                lane: entry.lane,
                date: &entry.date,
                text: &entry.text,
                label: &entry.label,
                room: width(&entry.whole_label()),
                first: entry.first,
                last: entry.last,
                start: entry.start,
                end: entry.end,
                span: entry.span,
                conflicts: entry.conflicts.iter().filter_map(|&card| self.id(card)).collect(),
            })
        });
        json(&ToPage::Timeline { lanes: &timeline.lanes, entries: entries.collect() })
    }

    /// The index of a card in the scene, by its name.
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.cards.iter().position(|it| &*it.id == id)
    }

    /// The indices of some cards in the scene, by their names; those that are gone are left out.
    pub fn indices_of(&self, ids: &[String]) -> Vec<usize> {
        let wanted: HashSet<&str> = ids.iter().map(String::as_str).collect();
        let cards = self.cards.iter().enumerate();
        cards.filter(|(_, it)| wanted.contains(&*it.id)).map(|(index, _)| index).collect()
    }

    /// Where a card stands, by its index in the scene: its file and its line, counted from 1.
    pub fn place_of(&self, card: usize) -> Option<(&str, usize)> {
        self.cards.get(card).map(|it| (&*it.card.file, it.card.line))
    }

    fn id(&self, card: usize) -> Option<&str> {
        self.cards.get(card).map(|it| &*it.id)
    }

    fn headings(&self) -> Vec<Section<'_>> {
        self.sections
            .iter()
            .map(|(id, it)| Section { id, title: &it.title, level: it.level })
            .collect()
    }

    fn next_sections(&mut self, new: &[SectionTitle]) -> Vec<(String, SectionTitle)> {
        let likeness = (
            |it: &(String, SectionTitle)| it.1.title.clone(),
            |it: &SectionTitle| it.title.clone(),
        );
        let from = matched(&self.sections, new, |old, new| old.1 == *new, likeness);
        let named = from.into_iter().zip(new).map(|(old, section)| {
            let id = match old {
                Some(old) => self.sections[old].0.clone(),
                None => next_name(&mut self.names, 's'),
            };
            (id, section.clone())
        });
        named.collect()
    }

    fn next_cards(
        &mut self,
        new: Vec<SceneCard>,
        from: &[Option<usize>],
        old: &[Shown],
        sections: &[String],
    ) -> Vec<Shown> {
        let shown = new.into_iter().zip(from).map(|(card, from)| {
            let id = match from {
                Some(from) => Arc::clone(&old[*from].id),
                None => next_name(&mut self.names, 'c').into(),
            };
            let section = card.section.and_then(|index| sections.get(index)).cloned();
            Shown { id, section, card }
        });
        shown.collect()
    }
}

/// A name that was never given before.
fn next_name(names: &mut u64, kind: char) -> String {
    *names += 1;
    format!("{kind}{names}")
}

fn matches(old: &[Shown], new: &[SceneCard]) -> Vec<Option<usize>> {
    let same = |old: &Shown, new: &SceneCard| Arc::ptr_eq(&old.card.face, &new.face);
    let likeness = (
        |it: &Shown| (it.card.file.to_string(), it.card.face.front.clone()),
        |it: &SceneCard| (it.file.to_string(), it.face.front.clone()),
    );
    matched(old, new, same, likeness)
}

/// What has changed, as indices.
#[derive(Debug, Default, PartialEq, Eq)]
struct Changes {
    /// Of the old cards.
    remove: Vec<usize>,
    /// Of the new cards.
    put: Vec<usize>,
    /// Runs of new cards that have only moved by some lines: the first, how many, how far.
    lines: Vec<(usize, usize, i64)>,
}

impl Changes {
    fn of(old: &[Shown], from: &[Option<usize>], new: &[Shown]) -> Self {
        let kept: HashSet<usize> = from.iter().copied().flatten().collect();
        let remove = (0..old.len()).filter(|index| !kept.contains(index)).collect();
        let mut changes = Self { remove, ..Self::default() };
        // A card has moved where it stands above one that it stood below.
        let mut last = None;
        for (index, (shown, from)) in new.iter().zip(from).enumerate() {
            let stays = from.filter(|from| last.is_none_or(|last| last < *from));
            last = stays.or(last);
            match stays.map(|from| &old[from]).filter(|old| old.is_like(shown)) {
                Some(old) => changes.shift(index, lines_between(old.card.line, shown.card.line)),
                None => changes.put.push(index),
            }
        }
        changes
    }

    fn shift(&mut self, index: usize, by: i64) {
        match self.lines.last_mut() {
            Some((first, count, other)) if *other == by && *first + *count == index => *count += 1,
            _ if by != 0 => self.lines.push((index, 1, by)),
            _ => {}
        }
    }

    fn is_empty(&self) -> bool {
        self.remove.is_empty() && self.put.is_empty() && self.lines.is_empty()
    }
}

/// How far down a line has moved.
fn lines_between(from: usize, upto: usize) -> i64 {
    let line = |line| i64::try_from(line).unwrap_or(i64::MAX);
    line(upto) - line(from)
}

fn json(message: &ToPage<'_>) -> String {
    // Strings and numbers: there is nothing that JSON has no form for.
    serde_json::to_string(message).unwrap_or_default()
}
