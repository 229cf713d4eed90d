//! What a deck says, apart from how it is written: for writing it in another dialect.

use text_size::{TextRange, TextSize};

use crate::deck::{AttributeKey, Card, CardForm, Deck, Item, ItemKind};
use crate::dialect::{Dialect, anki, hashcards, native, obsidian};
use crate::{LineTable, side_text};

/// A deck's content. Texts are Markdown, with `\n` at the end of each line but the last, and
/// without what their dialect needs to tell them from its marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    /// The deck's name.
    pub title: Option<String>,
    /// Tags of all cards.
    pub tags: Vec<String>,
    /// What stands below each other.
    pub parts: Vec<Part>,
}

/// A part of an [`Outline`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The line on which it starts, counted from 1.
    pub line: usize,
    /// What it is.
    pub content: Content,
}

/// What a part is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// A heading that groups the cards below it.
    Section {
        /// How deep it is, 1 to 6.
        level: u8,
        /// Its words.
        text: String,
    },
    /// A card.
    Note(Note),
    /// Text that belongs to no card.
    Prose(String),
}

/// A card's content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What is asked and answered.
    pub sides: Sides,
    /// Its tags, those of the deck not included.
    pub tags: Vec<String>,
    /// Its attributes, tags and `@reverse` not included.
    pub attributes: Vec<(AttributeKey, String)>,
    /// Further fields.
    pub extra: Vec<String>,
}

/// What a card asks and answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sides {
    /// A question and its answer; either may be empty.
    Basic {
        /// The question.
        front: String,
        /// The answer.
        back: String,
        /// Whether it is asked in both directions.
        both_ways: bool,
    },
    /// A text with parts that are hidden.
    Cloze(Vec<Piece>),
}

/// A piece of a cloze text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// What is always shown.
    Text(String),
    /// What is hidden. One inside another is flattened.
    Deletion {
        /// Its number; those with the same one are hidden together.
        number: Option<u32>,
        /// What is hidden.
        text: String,
        /// What is shown in its place.
        hint: Option<String>,
    },
}

impl Outline {
    /// The content of a deck that was parsed from `text`.
    pub fn of(deck: &Deck, text: &str) -> Self {
        let html = deck.dialect() == Dialect::Anki && anki::Format::of(text).html;
        let lines = LineTable::new(text);
        let mut reader = Reader { deck, text, html, lines, outline: Self::default() };
        for (start, item) in deck.items_at() {
            reader.item(start, item);
        }
        reader.drop_marks();
        reader.outline
    }

    /// The cards.
    pub fn notes(&self) -> impl Iterator<Item = (usize, &Note)> {
        self.parts.iter().filter_map(|part| match &part.content {
            Content::Note(note) => Some((part.line, note)),
            _ => None,
        })
    }
}

struct Reader<'t> {
    deck: &'t Deck,
    text: &'t str,
    /// Whether sides are HTML.
    html: bool,
    lines: LineTable,
    outline: Outline,
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

    fn item(&mut self, start: TextSize, item: &Item) {
        let text = &self.text[TextRange::at(start, item.len())];
        let content = match &item.kind {
            ItemKind::Title { text: title } => {
                self.outline.title.get_or_insert_with(|| text[*title].to_owned());
                return;
            }
            ItemKind::FrontMatter(matter) => {
                for key in ["title", "name", "deck"] {
                    if let Some(title) = matter.scalar(key) {
                        self.outline.title.get_or_insert_with(|| title.to_owned());
                    }
                }
                self.outline.tags.extend(matter.strings("tags"));
                return;
            }
            ItemKind::Header(header) => {
                match text[header.key].trim().to_ascii_lowercase().as_str() {
                    "deck" => self.outline.title = Some(text[header.value].to_owned()),
                    "tags" => self.outline.tags.extend(tags(&text[header.value])),
                    _ => {}
                }
                return;
            }
            ItemKind::Attribute(attribute) if attribute.key == AttributeKey::Tags => {
                self.outline.tags.extend(tags(&text[attribute.value]));
                return;
            }
            ItemKind::Section { level, text: words } => {
                Content::Section { level: *level, text: text[*words].to_owned() }
            }
            ItemKind::Card(card) => Content::Note(self.note(card, item, text)),
            ItemKind::Prose => Content::Prose(lines_of(&prose(item, text))),
            ItemKind::Attribute(attribute) => Content::Prose(text[attribute.range].to_owned()),
            ItemKind::Blank | ItemKind::Separator => return,
        };
        self.outline.parts.push(Part { line: self.lines.line(start).0 + 1, content });
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
            let shown = self.cloze_plain(&side_text(item, text, TextRange::new(from, upto)));
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
                text: self.cloze_plain(&hidden),
                hint: deletion.hint.map(|hint| self.cloze_plain(&text[hint])),
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

    fn cloze_plain(&self, piece: &str) -> String {
        match self.deck.dialect() {
            Dialect::Hashcards => hashcards::unescape(&with_newlines(piece)),
            Dialect::Anki if self.html => anki::to_markdown(&with_newlines(piece)),
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

/// A text whose lines end in `\n`, without white space at their ends and its own.
pub(crate) fn lines_of(text: &str) -> String {
    let lines: Vec<&str> = crate::lines(text).map(|line| line.of(text).trim_end()).collect();
    lines.join("\n").trim().to_owned()
}

fn with_newlines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// The tags in a value: words parted by spaces or commas, without their `#`.
fn tags(value: &str) -> impl Iterator<Item = String> + '_ {
    let words = value.split([',', ' ', '\t']).map(|tag| tag.trim_start_matches('#'));
    words.filter(|tag| !tag.is_empty()).map(str::to_owned)
}
