//! A file of the workspace, read and parsed.

mod characters;
mod edit;
mod headings;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use deck_syntax::{
    Deck, Decoded, Dialect, LineTable, Settings, TextRange, TextSize, anki, parse_as,
};
use whatlang::Lang;

use crate::facts::CardFacts;
use crate::facts::dates::{self, SideCx};
use crate::rule::ItemCx;
pub use characters::Length;
use characters::{Characters, STEP};
pub(crate) use edit::Spliced;

/// A byte order mark.
const MARK: char = '\u{FEFF}';

/// The number of a file in its workspace.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub usize);

/// A deck file: its text, what the parser saw, what the rules need to know of it.
#[derive(Debug, Clone)]
pub struct SourceFile {
    /// Where it is: an absolute path, or a made-up one for text that is in no file.
    pub path: PathBuf,
    /// Its text, with every byte that is not UTF-8 read as U+001A.
    pub text: String,
    /// The offsets of those bytes.
    pub invalid: Vec<TextSize>,
    /// What the parser saw.
    pub deck: Deck,
    /// What is known of each item that is a card, in the order of the deck's items.
    pub facts: Vec<Option<CardFacts>>,
    /// Whether the cards' sides are HTML.
    pub html: bool,
    language: OnceLock<Option<Lang>>,
    lines: OnceLock<LineTable>,
    characters: OnceLock<Characters>,
    headings: OnceLock<headings::Headings>,
}

impl SourceFile {
    /// Reads a deck that is written in `dialect`.
    pub fn new(
        path: PathBuf,
        decoded: Decoded,
        dialect: Dialect,
        settings: &Arc<Settings>,
    ) -> Self {
        let deck = parse_as(&decoded.text, dialect, settings);
        let html = dialect == Dialect::Anki && anki::Format::of(&decoded.text).html;
        let sides = SideCx::of(&deck, html);
        let facts = deck
            .items_at()
            .map(|(start, item)| {
                let card = item.card()?;
                let text = &decoded.text[TextRange::at(start, item.len())];
                Some(CardFacts::of(card, item, text, &sides))
            })
            .collect();
        Self {
            path,
            text: decoded.text,
            invalid: decoded.invalid,
            deck,
            facts,
            html,
            language: OnceLock::new(),
            lines: OnceLock::new(),
            characters: OnceLock::new(),
            headings: OnceLock::new(),
        }
    }

    /// Gives the file another text, which is read in the same dialect.
    pub fn set_text(&mut self, text: String) {
        let path = std::mem::take(&mut self.path);
        let decoded = Decoded { text, invalid: Vec::new() };
        let (dialect, settings) = (self.deck.dialect(), Arc::clone(self.deck.settings()));
        *self = Self::new(path, decoded, dialect, &settings);
    }

    /// The item of that index, as a rule sees it.
    ///
    /// # Panics
    /// If the deck has no such item.
    pub fn item(&self, index: usize) -> ItemCx<'_> {
        let item = self.deck.items()[index].as_ref();
        let start = self.deck.start(index);
        let text = &self.text[TextRange::at(start, item.len())];
        ItemCx { file: self, item, text, start, facts: self.facts[index].as_ref() }
    }

    /// How many cards it holds.
    pub fn card_count(&self) -> usize {
        self.facts.iter().flatten().count()
    }

    /// Where its lines start.
    pub fn lines(&self) -> &LineTable {
        self.lines.get_or_init(|| LineTable::new(&self.text))
    }

    /// How long the text is that stands before a byte offset, with a byte order mark.
    pub fn length_before(&self, at: TextSize) -> Length {
        let notes = self.characters.get_or_init(|| Characters::of(&self.text));
        notes.before(&self.text, at.into())
    }

    /// Line and column of a byte offset, both counted from 1; the column counts characters. A byte
    /// order mark is none of them: no editor shows it.
    pub fn line_column(&self, at: TextSize) -> (usize, usize) {
        let (line, start) = self.lines().line(at);
        let before = self.text.get(usize::from(start)..usize::from(at)).unwrap_or_default();
        let marks =
            if line == 0 { before.len() - before.trim_start_matches(MARK).len() } else { 0 };
        // In a very long line nobody may count from its start for each of many places.
        let characters = if before.len() < STEP {
            before.chars().count()
        } else {
            self.length_before(at).characters - self.length_before(start).characters
        };
        (line + 1, characters - marks / MARK.len_utf8() + 1)
    }

    /// The path as a person in folder `from` would write it.
    pub fn display_path(&self, from: &Path) -> String {
        self.path.strip_prefix(from).unwrap_or(&self.path).display().to_string()
    }

    /// Whether the deck is written in English: by its `lang`, else as far as can be told from its
    /// words. Rules that need English are silent elsewhere.
    pub fn is_english(&self) -> bool {
        *self.language.get_or_init(|| self.detect_language()) == Some(Lang::Eng)
    }

    /// The part of the text that tells its language: the first cards do so as surely as the whole
    /// deck, and much sooner.
    fn language_sample(&self) -> Range<usize> {
        let start = self.deck.cards().next().map_or(0, |card| usize::from(card.start));
        start..self.text.floor_char_boundary(start + 4_000)
    }

    fn detect_language(&self) -> Option<Lang> {
        let declared = self.deck.front_matter().and_then(|(_, matter)| matter.scalar("lang"));
        if let Some(lang) = declared {
            let code = lang.split(['-', '_']).next().unwrap_or(lang).to_ascii_lowercase();
            return if dates::is_english(lang) { Some(Lang::Eng) } else { Lang::from_code(code) };
        }
        let sample = &self.text[self.language_sample()];
        if is_plainly_english(&sample[..sample.floor_char_boundary(1_500)]) {
            return Some(Lang::Eng);
        }
        whatlang::detect(sample).filter(|info| info.confidence() > 0.3).map(|info| info.lang())
    }
}

/// Whether so many words are ones that only English has that no other language is possible. Most
/// decks are done with here: telling languages apart by their letters takes a hundred times longer.
fn is_plainly_english(sample: &str) -> bool {
    const ENGLISH: [&str; 12] = [
        "the", "and", "what", "which", "were", "with", "that", "from", "when", "who", "how", "did",
    ];
    let (mut english, mut all) = (0, 0);
    for word in sample.split_ascii_whitespace() {
        all += 1;
        let known = word.len() < 6 && ENGLISH.iter().any(|it| word.eq_ignore_ascii_case(it));
        english += usize::from(known);
    }
    all >= 20 && english * 14 >= all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_end_in_three_ways() {
        let at = |text: &str, place: &str| {
            let decoded = deck_syntax::decode(text.as_bytes().to_vec());
            let file = SourceFile::new("a.deck".into(), decoded, Dialect::Deck, &Arc::default());
            let start = u32::try_from(text.find(place).unwrap()).unwrap();
            file.line_column(TextSize::new(start))
        };
        assert_eq!(at("é𝄞x", "x"), (1, 3));
        assert_eq!(at("a\r\né x", "x"), (2, 3));
        assert_eq!(at("a\ré x", "x"), (2, 3));
        assert_eq!(at("\u{FEFF}éx\nb", "x"), (1, 2));
        assert_eq!(at("\u{FEFF}éx\nb", "b"), (2, 1));
        let long = "é".repeat(STEP);
        assert_eq!(at(&format!("{long}x"), "x"), (1, STEP + 1));
        assert_eq!(at(&format!("\u{FEFF}{long}x"), "x"), (1, STEP + 1));
        assert_eq!(at(&format!("\u{FEFF}{long}\n{long}x"), "x"), (2, STEP + 1));
    }
}
