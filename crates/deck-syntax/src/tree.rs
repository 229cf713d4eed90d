//! A deck printed as a tree, for people and for tests.

use std::fmt::Write as _;

use text_size::{TextRange, TextSize};

use crate::deck::{CardForm, Deck, Item, ItemKind};
use crate::{LineTable, side_text};

/// Prints what the parser saw: a line for each item, indented lines for its parts, and last the
/// errors. Line numbers count from 1.
pub fn print(deck: &Deck, text: &str) -> String {
    let mut printer = Printer { text, table: LineTable::new(text), out: String::new() };
    for (start, item) in deck.items_at() {
        printer.item(start, item);
    }
    for (range, error) in deck.errors() {
        let lines = printer.lines(range);
        printer.line(&format!("error {} {lines}: {}", error.kind.rule(), printer.quote(range)));
    }
    printer.out
}

struct Printer<'t> {
    text: &'t str,
    table: LineTable,
    out: String,
}

impl Printer<'_> {
    fn item(&mut self, start: TextSize, item: &Item) {
        let absolute = |range: TextRange| range + start;
        match &item.kind {
            ItemKind::Blank => {}
            ItemKind::FrontMatter(front_matter) => {
                self.line(&format!("front matter {}", self.lines(item.visible() + start)));
                for field in &front_matter.fields {
                    self.line(&format!(
                        "  {}: {}",
                        field.key,
                        self.quote(field.value_range + start)
                    ));
                }
            }
            ItemKind::Title { text } => self.part("title", absolute(*text)),
            ItemKind::Section { level, text } => {
                self.part(&format!("section of level {level}"), absolute(*text));
            }
            ItemKind::Separator => {
                self.line(&format!("separator {}", self.lines(item.visible() + start)));
            }
            ItemKind::Header(header) => {
                self.part("header", absolute(header.key.cover(header.value)));
            }
            ItemKind::Attribute(attribute) => self.part("attribute", absolute(attribute.range)),
            ItemKind::Prose => {
                let lines = absolute(item.visible());
                let words = TextSize::of(self.text[lines].trim_end());
                self.part("prose", TextRange::at(lines.start(), words));
            }
            ItemKind::Card(_) => self.card(start, item),
        }
    }

    fn card(&mut self, start: TextSize, item: &Item) {
        let Some(card) = item.card() else { return };
        let form = match card.form {
            CardForm::Question => "card",
            CardForm::Labelled => "card with labels",
            CardForm::OneLine { both_ways: false } => "card on one line",
            CardForm::OneLine { both_ways: true } => "card on one line, both ways",
            CardForm::Cloze => "cloze card",
            CardForm::Term => "card of a term and its definition",
            CardForm::Separated { both_ways: false } => "card with a line between its sides",
            CardForm::Separated { both_ways: true } => {
                "card with a line between its sides, both ways"
            }
            CardForm::Row { both_ways: false } => "card in a row",
            CardForm::Row { both_ways: true } => "card in a row, both ways",
            CardForm::Heading => "card below a heading",
        };
        self.line(&format!("{form} {}", self.lines(item.visible() + start)));
        let item_text = self.text[TextRange::at(start, item.len())].to_owned();
        for (name, side) in [("question", Some(card.front)), ("answer", card.back)] {
            if let Some(side) = side.filter(|side| !side.is_empty()) {
                let lines = self.lines(side + start);
                let words = quote(&side_text(item, &item_text, side));
                self.line(&format!("  {name} {lines}: {words}"));
            }
        }
        for field in &card.extra {
            self.part("  field", *field + start);
        }
        for deletion in &card.deletions {
            let number = deletion.number.map_or(String::new(), |number| format!(" {number}"));
            let hint = deletion
                .hint
                .map_or(String::new(), |hint| format!(", hint {}", self.quote(hint + start)));
            let text = self.quote(deletion.text + start);
            self.line(&format!("  deletion{number}: {text}{hint}"));
        }
        for attribute in &card.attributes {
            self.part("  attribute", attribute.range + start);
        }
    }

    fn part(&mut self, name: &str, range: TextRange) {
        self.line(&format!("{name} {}: {}", self.lines(range), self.quote(range)));
    }

    fn line(&mut self, line: &str) {
        let _ = writeln!(self.out, "{line}");
    }

    fn lines(&self, range: TextRange) -> String {
        let (first, _) = self.table.line(range.start());
        let (last, _) =
            self.table.line(range.end().max(range.start() + TextSize::new(1)) - TextSize::new(1));
        if first == last { format!("{}", first + 1) } else { format!("{}-{}", first + 1, last + 1) }
    }

    fn quote(&self, range: TextRange) -> String {
        quote(&self.text[range])
    }
}

fn quote(words: &str) -> String {
    format!("{words:?}")
}
