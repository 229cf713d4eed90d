//! What the parser keeps between two items: what the head says of the rows below it.

use super::header::{HeaderLine, Key, is_html_value, separator_value};
use super::sniff;
use crate::deck::Context;

/// The state, packed into the bits that [`Context`] leaves to a dialect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State(u64);

/// A part of the state: its lowest bit and how many it has.
#[derive(Clone, Copy)]
struct Slot(u32, u32);

const BELOW_HEAD: Slot = Slot(0, 1);
const SNIFFED: Slot = Slot(1, 1);
/// 0: none; else its place in [`sniff::SEPARATORS`], from 1.
const SEPARATOR: Slot = Slot(2, 3);
/// 0: not set; 1: off; 2: on.
const HTML: Slot = Slot(5, 2);
/// A [`Notetype`].
const NOTETYPE: Slot = Slot(7, 2);
const FRONT: Slot = Slot(9, 5);
const BACK: Slot = Slot(14, 5);
const TAGS: Slot = Slot(19, 5);
const GUID: Slot = Slot(24, 5);
const NOTETYPE_COLUMN: Slot = Slot(29, 5);
const DECK_COLUMN: Slot = Slot(34, 5);
const LABELS: Slot = Slot(39, 6);

/// What is known of the note type of all rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Notetype {
    /// None is said, or one of unknown fields.
    Unknown = 0,
    Cloze = 1,
    /// A question and an answer.
    Basic = 2,
    /// A question and an answer, asked in both directions.
    Reversed = 3,
}

impl Notetype {
    /// The note type that Anki calls so when it is new; people give theirs names like it.
    pub(super) fn of(name: &str) -> Self {
        let name = name.trim().to_lowercase();
        match name.as_str() {
            _ if name.contains("cloze") => Self::Cloze,
            "basic (and reversed card)" => Self::Reversed,
            _ if name.starts_with("basic") => Self::Basic,
            _ => Self::Unknown,
        }
    }
}

impl State {
    pub(super) fn start() -> Self {
        Self(0)
    }

    pub(super) fn of(context: Context) -> Self {
        Self(context.own())
    }

    pub(super) fn keep(self, context: &mut Context) {
        context.set_own(self.0);
    }

    fn get(self, slot: Slot) -> u64 {
        self.0 >> slot.0 & ((1 << slot.1) - 1)
    }

    /// A number too large for its slot is as good as none.
    fn set(&mut self, slot: Slot, value: u64) {
        let mask = (1 << slot.1) - 1;
        let value = if value > mask { 0 } else { value };
        self.0 = self.0 & !(mask << slot.0) | value << slot.0;
    }

    fn number(self, slot: Slot) -> usize {
        usize::try_from(self.get(slot)).unwrap_or(0)
    }

    pub(super) fn below_head(self) -> bool {
        self.get(BELOW_HEAD) == 1
    }

    pub(super) fn leave_head(&mut self) {
        self.set(BELOW_HEAD, 1);
    }

    pub(super) fn sniffed(self) -> bool {
        self.get(SNIFFED) == 1
    }

    pub(super) fn separator(self) -> Option<u8> {
        let place = self.number(SEPARATOR).checked_sub(1)?;
        sniff::SEPARATORS.get(place).copied()
    }

    fn set_separator(&mut self, separator: u8) {
        let place = sniff::SEPARATORS.iter().position(|&it| it == separator);
        self.set(SEPARATOR, place.map_or(0, |place| place as u64 + 1));
    }

    pub(super) fn html(self) -> bool {
        self.get(HTML) == 2
    }

    pub(super) fn notetype(self) -> Notetype {
        match self.get(NOTETYPE) {
            1 => Notetype::Cloze,
            2 => Notetype::Basic,
            3 => Notetype::Reversed,
            _ => Notetype::Unknown,
        }
    }

    /// The column (from 1) that the labels call the question; 0 if none.
    pub(super) fn front(self) -> usize {
        self.number(FRONT)
    }

    /// The column (from 1) that the labels call the answer; 0 if none.
    pub(super) fn back(self) -> usize {
        self.number(BACK)
    }

    pub(super) fn tags_column(self) -> usize {
        self.number(TAGS)
    }

    pub(super) fn guid_column(self) -> usize {
        self.number(GUID)
    }

    pub(super) fn notetype_column(self) -> usize {
        self.number(NOTETYPE_COLUMN)
    }

    /// Whether the column (from 1) holds part of the note, rather than something about it.
    pub(super) fn is_content(self, column: usize) -> bool {
        ![TAGS, GUID, NOTETYPE_COLUMN, DECK_COLUMN]
            .into_iter()
            .any(|slot| self.number(slot) == column)
    }

    /// How many columns have labels; 0 if none has.
    pub(super) fn labels(self) -> usize {
        self.number(LABELS)
    }

    /// Takes in what a header says, as Anki does: what it cannot read says nothing.
    pub(super) fn apply(&mut self, header: &HeaderLine<'_>) {
        let value = header.value_text();
        match header.known {
            Some(Key::Separator) => {
                if let Some(separator) = separator_value(value) {
                    self.set_separator(separator);
                }
            }
            Some(Key::Html) => {
                if let Some(html) = is_html_value(value) {
                    self.set(HTML, if html { 2 } else { 1 });
                }
            }
            Some(Key::Columns) => self.set_labels(value, self.separator()),
            Some(Key::Notetype) => self.set(NOTETYPE, Notetype::of(value) as u64),
            Some(Key::NotetypeColumn) => self.set_column(NOTETYPE_COLUMN, value),
            Some(Key::DeckColumn) => self.set_column(DECK_COLUMN, value),
            Some(Key::TagsColumn) => self.set_column(TAGS, value),
            Some(Key::GuidColumn) => self.set_column(GUID, value),
            Some(Key::Tags | Key::Deck | Key::IfMatches | Key::MatchScope) | None => {}
        }
    }

    fn set_column(&mut self, slot: Slot, value: &str) {
        if let Ok(column) = value.trim().parse() {
            self.set(slot, column);
        }
    }

    /// Takes the sides from the labels of the columns, where they leave no doubt.
    pub(super) fn set_labels(&mut self, value: &str, separator: Option<u8>) {
        let separator = separator.unwrap_or_else(|| sniff::ankis_choice(value));
        let labels: Vec<String> = value
            .split(char::from(separator))
            .map(|label| label.trim().trim_matches('"').trim().to_lowercase())
            .collect();
        let only = |names: &[&str]| {
            let mut places =
                (1_u64..).zip(&labels).filter(|(_, label)| names.contains(&label.as_str()));
            let first = places.next();
            first.filter(|_| places.next().is_none()).map_or(0, |(place, _)| place)
        };
        self.set(FRONT, only(&["front", "question", "text"]));
        self.set(BACK, only(&["back", "answer", "definition"]));
        self.set(LABELS, labels.len() as u64);
    }

    /// Finds out what the head did not say; returns how far the text was looked at.
    pub(super) fn sniff(&mut self, text: &str, at: usize) -> usize {
        self.set(SNIFFED, 1);
        if self.separator().is_some() && self.get(HTML) != 0 {
            return at;
        }
        let (window, looked) = sniff::window(text, at);
        if self.separator().is_none()
            && let Some(separator) = sniff::separator(window)
        {
            self.set_separator(separator);
        }
        if self.get(HTML) == 0 {
            let html = self.separator().is_some_and(|separator| sniff::html(window, separator));
            self.set(HTML, if html { 2 } else { 1 });
        }
        looked
    }
}
