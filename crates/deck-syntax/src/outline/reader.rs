//! From a deck to its outline.

use text_size::{TextRange, TextSize};

use super::{Content, Note, Outline, Part, Piece, Sides, lines_of};
use crate::deck::{AttributeKey, Card, CardForm, Deck, Item, ItemKind};
use crate::dialect::{Dialect, anki, hashcards, native, obsidian};
use crate::{LineTable, Loss, side_text};

/// The content of a deck that was parsed from `text`.
pub(super) fn read(deck: &Deck, text: &str) -> Outline {
    let mut reader = Reader::new(deck, text, LineTable::new(text));
    for (start, item) in deck.items_at() {
        reader.comments(start, item);
        reader.item(start, item);
    }
    reader.drop_marks();
    reader.outline
}

/// The content of the card that is item `index`.
pub(super) fn read_note(deck: &Deck, text: &str, index: usize) -> Option<Note> {
    let item = deck.items().get(index)?;
    let card = item.card()?;
    let item_text =
        text.get(std::ops::Range::<usize>::from(TextRange::at(deck.start(index), item.len())))?;
    // A note says nothing of lines, so none are counted.
    let reader = Reader::new(deck, text, LineTable::new(""));
    Some(reader.note(card, item, item_text))
}

/// Columns of Anki text that say of each row what an outline does not, counted from 1.
#[derive(Default)]
pub(super) struct Columns {
    pub(super) deck: Option<usize>,
    pub(super) notetype: Option<usize>,
}

pub(super) struct Reader<'t> {
    deck: &'t Deck,
    pub(super) text: &'t str,
    /// Whether sides are HTML.
    html: bool,
    /// What parts the fields of Anki text.
    pub(super) separator: Option<u8>,
    pub(super) columns: Columns,
    lines: LineTable,
    pub(super) outline: Outline,
}

impl<'t> Reader<'t> {
    fn new(deck: &'t Deck, text: &'t str, lines: LineTable) -> Self {
        let format = (deck.dialect() == Dialect::Anki).then(|| anki::Format::of(text));
        Self {
            deck,
            text,
            html: format.is_some_and(|format| format.html),
            separator: format.and_then(|format| format.separator),
            columns: Columns::default(),
            lines,
            outline: Outline::default(),
        }
    }
}

impl Reader<'_> {
    /// The tag that makes a note a deck says nothing about its cards.
    fn drop_marks(&mut self) {
        if self.deck.dialect() == Dialect::Obsidian {
            let marks = &self.deck.settings().obsidian.tags;
            let is_mark =
                |tag: &String| marks.iter().any(|mark| mark.trim_start_matches('#') == tag);
            self.outline.tags.retain(|tag| !is_mark(tag));
        }
    }

    /// The line, counted from 1, on which `at` lies.
    fn line(&self, at: TextSize) -> usize {
        self.lines.line(at).0 + 1
    }

    pub(super) fn lose(&mut self, at: TextSize, what: impl Into<String>) {
        let line = self.line(at);
        self.outline.lost.push(Loss { line, what: what.into() });
    }

    fn item(&mut self, start: TextSize, item: &Item) {
        let text = &self.text[TextRange::at(start, item.len())];
        let content = match &item.kind {
            ItemKind::Title { text: title } => return self.title(start, &text[*title]),
            ItemKind::FrontMatter(matter) => return self.front_matter(start, item, matter),
            ItemKind::Header(header) => {
                return self.header(start, &text[header.key], &text[header.value]);
            }
            ItemKind::Attribute(attribute) if attribute.key == AttributeKey::Tags => {
                self.outline.tags.extend(tags(&text[attribute.value]));
                return;
            }
            ItemKind::Attribute(attribute) => {
                let said = format!("`{}`, which is said of the whole deck", &text[attribute.range]);
                return self.lose(start, said);
            }
            ItemKind::Section { level, text: words } => {
                Content::Section { level: *level, text: text[*words].to_owned() }
            }
            ItemKind::Card(card) => {
                self.nested(start, card, text);
                self.columns_of_row(start);
                Content::Note(self.note(card, item, text))
            }
            ItemKind::Prose => Content::Prose(lines_of(&prose(item, text))),
            ItemKind::Blank | ItemKind::Separator => return,
        };
        let line = self.line(start);
        self.outline.parts.push(Part { line, content });
    }

    fn note(&self, card: &Card, item: &Item, text: &str) -> Note {
        let side = |range| self.plain(&side_text(item, text, range));
        let sides = if card.form == CardForm::Cloze && !card.deletions.is_empty() {
            Sides::Cloze(self.pieces(card, item, text))
        } else {
            let back = card.back.map(side).unwrap_or_default();
            Sides::Basic { front: side(card.front), back, both_ways: card.both_ways() }
        };
        let mut note = Note {
            sides,
            tags: Vec::new(),
            attributes: Vec::new(),
            extra: card.extra.iter().map(|field| side(*field)).collect(),
        };
        for attribute in &card.attributes {
            let value = &text[attribute.value];
            match attribute.key {
                AttributeKey::Tags => note.tags.extend(tags(value)),
                AttributeKey::Reverse => {}
                key => note.attributes.push((key, value.to_owned())),
            }
        }
        note
    }

    fn pieces(&self, card: &Card, item: &Item, text: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = card.front.start();
        let show = |from: TextSize, upto: TextSize| {
            let begins = from == card.front.start();
            let piece = side_text(item, text, TextRange::new(from, upto));
            let shown = self.cloze_plain(&piece, begins);
            (!shown.is_empty()).then_some(Piece::Text(shown))
        };
        for deletion in &card.deletions {
            if deletion.range.start() < at {
                continue;
            }
            pieces.extend(show(at, deletion.range.start()));
            let inner = card.deletions.iter().filter(|other| {
                deletion.text.contains_range(other.range) && other.range != deletion.range
            });
            let hidden = flattened(text, deletion.text, inner.copied());
            pieces.push(Piece::Deletion {
                number: deletion.number,
                text: self.cloze_plain(&hidden, true),
                hint: deletion.hint.map(|hint| self.cloze_plain(&text[hint], true)),
            });
            at = deletion.range.end();
        }
        pieces.extend(show(at, card.front.end()));
        pieces
    }

    /// A side as Markdown, without what only its dialect needs.
    fn plain(&self, side: &str) -> String {
        let side = lines_of(side);
        match self.deck.dialect() {
            Dialect::Deck => native::unescape(&side),
            Dialect::Obsidian => obsidian::unescape(&side),
            Dialect::Anki if self.html => anki::to_markdown(&side),
            _ => side,
        }
    }

    /// A piece of a cloze text as Markdown, with the white space at its ends. `begins`: nothing
    /// stands before it.
    fn cloze_plain(&self, piece: &str, begins: bool) -> String {
        match self.deck.dialect() {
            Dialect::Hashcards => hashcards::unescape(&with_newlines(piece)),
            Dialect::Anki if self.html => anki::piece_to_markdown(&with_newlines(piece), begins),
            Dialect::Deck => native::unescape(&with_newlines(piece)),
            _ => with_newlines(piece),
        }
    }
}

/// The text in `range` with the deletions inside it shown.
fn flattened(text: &str, range: TextRange, inner: impl Iterator<Item = crate::Deletion>) -> String {
    let mut flat = String::new();
    let mut at = range.start();
    for deletion in inner {
        if deletion.range.start() < at {
            continue;
        }
        flat.push_str(&text[TextRange::new(at, deletion.range.start())]);
        flat.push_str(&text[deletion.text]);
        at = deletion.range.end();
    }
    flat.push_str(&text[TextRange::new(at, range.end())]);
    flat
}

/// The text of an item of prose, comments left out.
fn prose<'t>(item: &Item, text: &'t str) -> std::borrow::Cow<'t, str> {
    side_text(item, text, item.visible())
}

fn with_newlines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The tags in a value: words parted by spaces or commas, without their `#`.
pub(super) fn tags(value: &str) -> impl Iterator<Item = String> + '_ {
    let words = value.split([',', ' ', '\t']).map(|tag| tag.trim_start_matches('#'));
    words.filter(|tag| !tag.is_empty()).map(str::to_owned)
}
