//! What a deck says and an outline cannot.

use text_size::TextSize;

use super::reader::{Reader, tags};
use crate::deck::{Card, Item};
use crate::dialect::anki;
use crate::{FrontMatter, TextRange, first_words};

impl Reader<'_> {
    /// Comments, review dates and names of blocks.
    pub(super) fn comments(&mut self, start: TextSize, item: &Item) {
        for comment in &item.comments {
            let at = start + comment.start();
            let text = self.text[*comment + start].trim();
            let what = if text.starts_with("<!--SR:") {
                "the review dates (`<!--SR:`)".to_owned()
            } else if text.starts_with('^') {
                format!("the name of the block, `{text}`")
            } else {
                let words = text.trim_start_matches(['<', '!', '-', '#', '%', ' ']);
                let words = words.trim_end_matches(['>', '-', '%', ' ']);
                format!("the comment “{}”", first_words(words))
            };
            self.lose(at, what);
        }
    }

    /// The deck's name, unless the front matter gives another.
    pub(super) fn title(&mut self, start: TextSize, title: &str) {
        match &self.outline.title {
            Some(name) if name != title => {
                let what = format!("the title “{title}”: the deck is called “{name}” above it");
                self.lose(start, what);
            }
            _ => self.outline.title = Some(title.to_owned()),
        }
    }

    pub(super) fn front_matter(&mut self, start: TextSize, item: &Item, matter: &FrontMatter) {
        let names = ["title", "name", "deck"];
        let name = names.into_iter().find(|key| matter.scalar(key).is_some());
        if let Some(name) = name.and_then(|key| matter.scalar(key)) {
            self.outline.title = Some(name.to_owned());
        }
        self.outline.tags.extend(matter.strings("tags"));
        for field in &matter.fields {
            if field.key != "tags" && Some(field.key.as_str()) != name {
                let at = start + field.key_range.start();
                self.lose(at, format!("`{}` of the front matter", field.key));
            }
        }
        if matter.fields.is_empty() && !item.errors.is_empty() {
            self.lose(start, "the front matter, which cannot be read");
        }
    }

    /// A `#key:value` line of Anki text.
    pub(super) fn header(&mut self, start: TextSize, key: &str, value: &str) {
        let column = || value.trim().parse().ok();
        match key.trim().to_ascii_lowercase().as_str() {
            "deck" => self.outline.title = Some(value.to_owned()),
            "tags" => self.outline.tags.extend(tags(value)),
            "deck column" => self.columns.deck = column(),
            "notetype column" => self.columns.notetype = column(),
            "notetype" => self.notetype(start, value),
            "columns" => {
                let names = value.trim().replace('\t', ", ");
                self.lose(start, format!("what the columns are called: {names}"));
            }
            "separator" | "html" | "tags column" | "guid column" => {}
            _ => self.lose(start, format!("the line `#{key}:{value}`")),
        }
    }

    /// What a row says in columns of its own: its deck, and a note type with a name of its own.
    pub(super) fn columns_of_row(&mut self, start: TextSize) {
        if self.columns.deck.is_none() && self.columns.notetype.is_none() {
            return;
        }
        let Some(separator) = self.separator else { return };
        let (record, _) = anki::record(self.text, usize::from(start), separator);
        let text = self.text;
        let field = |column: Option<usize>| {
            let field = record.fields.get(column?.checked_sub(1)?)?;
            Some(text.get(field.start..field.end)?.trim()).filter(|it| !it.is_empty())
        };
        if let Some(name) = field(self.columns.deck) {
            self.lose(start, format!("that the card belongs to the deck “{name}”"));
        }
        if let Some(name) = field(self.columns.notetype) {
            self.notetype(start, name);
        }
    }

    fn notetype(&mut self, start: TextSize, name: &str) {
        let name = name.trim();
        let plain = ["basic", "basic (and reversed card)", "cloze"];
        if !plain.iter().any(|it| name.eq_ignore_ascii_case(it)) {
            self.lose(start, format!("the note type “{name}”"));
        }
    }

    /// Deletions inside others: an outline shows them with the one around them.
    pub(super) fn nested(&mut self, start: TextSize, card: &Card, text: &str) {
        let around = |range: TextRange| {
            let mut all = card.deletions.iter();
            all.any(|it| it.range != range && it.range.contains_range(range))
        };
        for inner in card.deletions.iter().filter(|inner| around(inner.range)) {
            let words = first_words(&text[inner.text]);
            let what = format!(
                "that “{words}” is hidden by itself: it is hidden with the words \
                                around it now"
            );
            self.lose(start, what);
        }
    }
}
