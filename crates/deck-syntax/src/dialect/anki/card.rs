//! From a row to a card.

use text_size::{TextRange, TextSize};

use super::Parser;
use super::record::Field;
use super::state::{Notetype, State};
use crate::deck::{Attribute, AttributeKey, Card, CardForm, Deletion, ItemKind, LineKind, Opening};
use crate::dialect::markdown::{cloze, line, take};
use crate::error::SyntaxErrorKind;
use crate::text::RawLine;

/// The fields of a row that are part of the note, trimmed, relative to the item.
#[derive(Default)]
struct Sides {
    front: Option<TextRange>,
    back: Option<TextRange>,
    extra: Vec<TextRange>,
}

impl Parser<'_> {
    /// The card of the row that was read last. Its first line starts at `at`, its words at `start`,
    /// and it ends with the line `last`.
    pub(super) fn card(
        &mut self,
        at: usize,
        (start, last): (usize, RawLine),
        state: State,
    ) -> ItemKind {
        let sides = self.sides(state);
        self.attributes(state);
        let first = if last.start == start {
            RawLine { start: at, ..last }
        } else {
            RawLine::at(self.scanner.text, at)
        };
        self.row_lines(first, last, &sides);
        let deletions = self.deletions(&sides, state);
        let kind = match (sides.front, deletions) {
            (Some(front), Some(deletions)) => self.cloze(front, sides, deletions),
            _ => self.question(sides, state),
        };
        self.scanner.attributes.clear();
        kind
    }

    fn field(&self, index: usize) -> Option<TextRange> {
        let field: &Field = self.record.fields.get(index)?;
        let (start, end) = line::trim(self.scanner.text, field.start, field.end);
        (start < end).then(|| self.scanner.range(start, end))
    }

    fn sides(&self, state: State) -> Sides {
        let named = |column: usize| {
            Some(column).filter(|&it| it > 0 && state.is_content(it)).map(|it| it - 1)
        };
        let content = |index: &usize| state.is_content(index + 1);
        let mut rest = (0..self.record.fields.len()).filter(content);
        let named_back = named(state.back());
        let front = named(state.front()).or_else(|| rest.find(|&it| Some(it) != named_back));
        let others = (0..self.record.fields.len()).filter(content).filter(|&it| Some(it) != front);
        let mut sides = Sides { front: front.and_then(|it| self.field(it)), ..Sides::default() };
        for index in others {
            let Some(range) = self.field(index) else { continue };
            // Of columns without names, the first that holds anything is the answer.
            if named_back.map_or(sides.back.is_none(), |back| back == index) {
                sides.back = Some(range);
            } else {
                sides.extra.push(range);
            }
        }
        sides
    }

    fn attributes(&mut self, state: State) {
        let columns =
            [(state.guid_column(), AttributeKey::Id), (state.tags_column(), AttributeKey::Tags)];
        for (column, key) in columns {
            if let Some(range) = column.checked_sub(1).and_then(|index| self.field(index)) {
                self.scanner.attributes.push(Attribute { key, range, value: range });
            }
        }
    }

    fn row_lines(&mut self, mut line: RawLine, last: RawLine, sides: &Sides) {
        let holds = |side: Option<TextRange>, line: TextRange| {
            side.is_some_and(|side| side.start() < line.end() && line.start() < side.end())
        };
        loop {
            let range = self.scanner.range(line.start, line.next);
            let kind = match (holds(sides.front, range), holds(sides.back, range)) {
                (true, true) => LineKind::FrontAndBack,
                (true, false) => LineKind::Front,
                (false, true) => LineKind::Back,
                (false, false) => LineKind::Prose,
            };
            self.scanner.push(line, kind);
            if line.next >= last.next {
                return;
            }
            line = RawLine::at(self.scanner.text, line.next);
        }
    }

    /// The deletions of the question, if the row is a cloze: its note type says so, or a deletion
    /// has a number and no note type says otherwise.
    fn deletions(&mut self, sides: &Sides, state: State) -> Option<Vec<Deletion>> {
        let front = sides.front?;
        let words = &self.scanner.text[front + self.item_start()];
        let is_cloze = match self.row_notetype(state) {
            Notetype::Cloze => true,
            Notetype::Basic | Notetype::Reversed => false,
            Notetype::Unknown => memchr::memmem::find(words.as_bytes(), b"{{c")
                .is_some_and(|at| is_numbered(&words[at..])),
        };
        if !is_cloze {
            return None;
        }
        let read = cloze::deletions(words, front.start(), |_| None);
        let found: Vec<Deletion> =
            read.found.into_iter().filter(|deletion| deletion.number.is_some()).collect();
        for (kind, range) in read.errors {
            let at = usize::from(range.start() + self.item_start());
            if is_numbered(&self.scanner.text[at..]) {
                self.scanner.errors.push(crate::SyntaxError { kind, range });
            }
        }
        if found.is_empty() && self.scanner.errors.is_empty() {
            let kind = SyntaxErrorKind::ClozeWithoutDeletion;
            self.scanner.errors.push(crate::SyntaxError { kind, range: front });
        }
        Some(found)
    }

    /// The note type of this row: that in its column, else that of all rows.
    fn row_notetype(&self, state: State) -> Notetype {
        let own = state.notetype_column().checked_sub(1).and_then(|index| self.field(index));
        let Some(own) = own else { return state.notetype() };
        Notetype::of(&self.scanner.text[own + self.item_start()])
    }

    fn item_start(&self) -> TextSize {
        crate::text::offset(self.scanner.start)
    }

    fn cloze(&mut self, front: TextRange, sides: Sides, deletions: Vec<Deletion>) -> ItemKind {
        let extra: Vec<TextRange> = sides.back.into_iter().chain(sides.extra).collect();
        ItemKind::Card(Card {
            form: CardForm::Cloze,
            front,
            back: None,
            opening: Opening::Block,
            extra: extra.into(),
            attributes: take(&mut self.scanner.attributes),
            deletions: deletions.into(),
        })
    }

    fn question(&mut self, sides: Sides, state: State) -> ItemKind {
        let (kind, range) = match (sides.front, sides.back) {
            (None, None) => return ItemKind::Prose,
            // What a quote took along is no question that lacks an answer.
            (Some(front), None)
                if (sides.extra.is_empty() || state.back() > 0)
                    && !self.record.fields.iter().any(|field| field.unclosed) =>
            {
                (Some(SyntaxErrorKind::MissingAnswer), front)
            }
            (None, Some(back)) => (Some(SyntaxErrorKind::MissingQuestion), back),
            (Some(front), _) => (None, front),
        };
        if let Some(kind) = kind {
            self.scanner.errors.push(crate::SyntaxError { kind, range });
        }
        ItemKind::Card(Card {
            form: CardForm::Row { both_ways: self.row_notetype(state) == Notetype::Reversed },
            front: sides.front.unwrap_or_else(|| TextRange::empty(range.start())),
            back: sides.back,
            opening: Opening::Block,
            extra: sides.extra.into(),
            attributes: take(&mut self.scanner.attributes),
            deletions: Box::default(),
        })
    }
}

/// Whether the text starts with `{{c1::` or the like.
fn is_numbered(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("{{c") else { return false };
    let digits = rest.bytes().take(9).take_while(u8::is_ascii_digit).count();
    digits > 0 && rest[digits..].starts_with("::")
}
