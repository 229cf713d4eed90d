//! Notes as Obsidian's Spaced Repetition plugin reads them.
//!
//! Between cards, [`Parser::item`] looks for headings, rules and tags. All other lines come in
//! blocks, and a block is what its marks make of it: a card on one line, a card with a line between
//! its sides, a cloze card, or prose. The rules that the comments name are those of
//! `docs/dialects/obsidian.md`, which also says where they differ from the plugin's, and why.

mod block;
mod cloze;
mod mark;
mod text;
mod write;

use crate::deck::{Attribute, AttributeKey, Context, Item, ItemKind, LineKind};
use crate::dialect::ItemParser;
use crate::dialect::markdown::line::{heading, trim};
use crate::dialect::markdown::{Scanner, stands_on_scanner};
use crate::text::RawLine;

pub use cloze::has_deletion;
pub use mark::{
    InlineSeparator, bare_separators, inline_separator, is_line_separator, tag_of_note,
};
pub(crate) use write::{unescape, write};

/// How the plugin's owner writes cards; the default is the plugin's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// Between question and answer on one line: `::`.
    pub separator: String,
    /// The same for a card that is asked in both directions: `:::`.
    pub both_ways_separator: String,
    /// Alone on a line between question and answer: `?`.
    pub line_separator: String,
    /// The same for a card that is asked in both directions: `??`.
    pub both_ways_line_separator: String,
    /// Alone on a line, ends a card; empty: a blank line does.
    pub end_marker: String,
    /// Whether `==marked==` words are deletions.
    pub highlights: bool,
    /// Whether `**bold**` words are deletions.
    pub bold: bool,
    /// Whether words in `{{double curly brackets}}` are deletions.
    pub curly_brackets: bool,
    /// The tags, with their `#`, that make a note a deck.
    pub tags: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            separator: "::".to_owned(),
            both_ways_separator: ":::".to_owned(),
            line_separator: "?".to_owned(),
            both_ways_line_separator: "??".to_owned(),
            end_marker: String::new(),
            highlights: true,
            bold: false,
            curly_brackets: false,
            tags: vec!["#flashcards".to_owned()],
        }
    }
}

/// The parser of this dialect.
pub(crate) struct Parser<'t> {
    scanner: Scanner<'t>,
    settings: &'t Settings,
}

stands_on_scanner!(Parser);

impl ItemParser for Parser<'_> {
    fn item(&mut self, at: usize, context: Context) -> (Item, Context) {
        self.begin(at, context);
        let kind = self.read_item(at);
        self.finish(kind)
    }
}

impl<'t> Parser<'t> {
    pub(crate) fn new(text: &'t str, settings: &'t Settings) -> Self {
        // Formulas and comments do not reach over the line between the sides of a card.
        let scanner = Scanner::new(text, |line| matches!(line.trim(), "?" | "??"));
        Self { scanner, settings }
    }

    fn read_item(&mut self, at: usize) -> ItemKind {
        if self.context.has(Context::FIRST_BYTE)
            && let Some(front_matter) = self.front_matter(at)
        {
            return front_matter;
        }
        let past = self.skip_transparent(at);
        if past > at {
            return ItemKind::Blank;
        }
        self.context.set(Context::FILE_START, false);
        let line = self.line(at);
        let content = self.content(line);
        if self.is_heading(line) {
            return self.heading(line);
        }
        if mark::is_break(content) || mark::is_line(content, &self.settings.end_marker) {
            self.mark_line(line, LineKind::Separator);
            self.start_block(line.next);
            return ItemKind::Separator;
        }
        if mark::is_tag_line(content) {
            let attribute = self.tag_line(line);
            self.start_block(line.next);
            return ItemKind::Attribute(attribute);
        }
        match self.one_line_separator(content) {
            Some(separator) => self.one_line_card(line, separator),
            None => self.block(line),
        }
    }

    /// Whether the line is a heading and nothing more: none that is the question of a card.
    fn is_heading(&mut self, line: RawLine) -> bool {
        let content = self.content(line);
        if heading(content).is_none()
            || self.one_line_separator(content).is_some()
            || cloze::has_deletion(content, self.settings)
        {
            return false;
        }
        line.next >= self.text.len() || {
            let below = self.line(line.next);
            is_line_separator(below.of(self.text), self.settings).is_none()
        }
    }

    /// A heading: the note's title if it is the first of level 1 and no card stands above it.
    fn heading(&mut self, line: RawLine) -> ItemKind {
        let at = self.column_0(line);
        let (level, start, end) = heading(&self.text[at..line.end]).unwrap_or((1, 0, 0));
        let is_title = level == 1
            && !self.context.has(Context::TITLED)
            && !self.context.has(Context::CARD_ABOVE);
        self.mark_line(line, if is_title { LineKind::Title } else { LineKind::Section });
        let text = self.trimmed(at + start, at + end);
        self.start_block(line.next);
        if is_title {
            self.context.set(Context::TITLED, true);
            return ItemKind::Title { text };
        }
        ItemKind::Section { level, text }
    }

    /// Reads a line of nothing but tags.
    fn tag_line(&mut self, line: RawLine) -> Attribute {
        self.mark_line(line, LineKind::Attribute);
        let (start, end) = trim(self.text, self.column_0(line), line.end);
        self.tag(start, end)
    }

    /// A tag, or several, from the first one's `#` on.
    fn tag(&self, start: usize, end: usize) -> Attribute {
        let range = self.range(start, end);
        let value = self.range((start + 1).min(end), end);
        Attribute { key: AttributeKey::Tags, range, value }
    }
}
