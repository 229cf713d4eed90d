//! Cards, and what is said of them, as text where nobody draws Markdown.

use std::fmt::Write as _;

use deck_syntax::{Dialect, anki};
use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use crate::html::options;

/// Markdown as plain text: lists have bullets, tables columns that line up, rules are lines. Holds no
/// control character but `\n`.
pub fn plain_text(markdown: &str, dialect: Dialect) -> String {
    let mut writer = Writer::default();
    for event in Parser::new_ext(markdown, options(dialect)) {
        writer.event(event);
    }
    writer.out.trim_end().replace(|c: char| c.is_control() && c != '\n', " ")
}

/// A part of a card as plain text, whatever its deck is written in. `html`: whether rows of Anki text
/// hold HTML.
pub fn card_text(text: &str, dialect: Dialect, html: bool) -> String {
    match dialect {
        Dialect::Anki if html => anki::words(anki::below_answer_line(text)).into_owned(),
        Dialect::Anki => text.to_owned(),
        _ => plain_text(text, dialect),
    }
}

#[derive(Default)]
struct Writer {
    out: String,
    /// For each list that is open, the number of its next item, if it has numbers.
    lists: Vec<Option<u64>>,
    /// The rows of the table that is being read.
    table: Vec<Vec<String>>,
    in_cell: bool,
    /// The block of HTML that is being read.
    html: String,
}

impl Writer {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(Tag::List(first)) => {
                self.begin_line();
                self.lists.push(first);
            }
            Event::End(TagEnd::List(_)) => _ = self.lists.pop(),
            Event::Start(Tag::Item) => self.item(),
            Event::Start(Tag::Table(_)) => self.table.clear(),
            Event::Start(Tag::TableHead | Tag::TableRow) => self.table.push(Vec::new()),
            Event::Start(Tag::TableCell) => {
                self.in_cell = true;
                if let Some(row) = self.table.last_mut() {
                    row.push(String::new());
                }
            }
            Event::End(TagEnd::TableCell) => self.in_cell = false,
            Event::End(TagEnd::Table) => self.end_table(),
            Event::Start(Tag::Paragraph | Tag::CodeBlock(_) | Tag::Heading { .. }) => {
                self.begin_block();
            }
            Event::Text(text)
            | Event::Code(text)
            | Event::InlineMath(text)
            | Event::DisplayMath(text) => {
                self.text(&text);
            }
            Event::InlineHtml(tag) => self.text(&anki::words(&tag)),
            Event::Html(line) => self.html += &line,
            Event::End(TagEnd::HtmlBlock) => self.end_html(),
            Event::SoftBreak | Event::HardBreak => self.new_line(),
            Event::TaskListMarker(is_right) => self.text(if is_right { "☑ " } else { "☐ " }),
            Event::Rule => {
                self.begin_line();
                self.out += "────\n";
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        match self.table.last_mut().and_then(|row| row.last_mut()).filter(|_| self.in_cell) {
            Some(cell) => *cell += text,
            None => {
                for (index, line) in text.split('\n').enumerate() {
                    if index > 0 {
                        self.new_line();
                    }
                    self.out += line;
                }
            }
        }
    }

    fn new_line(&mut self) {
        self.out.push('\n');
        self.out += &"  ".repeat(self.lists.len());
    }

    fn begin_line(&mut self) {
        let end = self.out.trim_end_matches(' ').len();
        self.out.truncate(end);
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    /// A paragraph stands apart from the one above, unless it is an item's first.
    fn begin_block(&mut self) {
        if self.out.ends_with("• ") || self.out.ends_with(". ") {
            return;
        }
        self.begin_line();
        if !self.out.is_empty() && self.lists.is_empty() {
            self.out.push('\n');
        }
        self.out += &"  ".repeat(self.lists.len());
    }

    fn item(&mut self) {
        self.begin_line();
        self.out += &"  ".repeat(self.lists.len().saturating_sub(1));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                let _ = write!(self.out, "{number}. ");
                *number += 1;
            }
            _ => self.out += "• ",
        }
    }

    fn end_html(&mut self) {
        let html = std::mem::take(&mut self.html);
        let shown = match html.trim_start().strip_prefix("<!--") {
            Some(comment) => comment.split_once("-->").map_or("", |(_, after)| after),
            None => &html,
        };
        let words = anki::words(shown);
        if !words.trim().is_empty() {
            self.begin_block();
            self.text(words.trim());
        }
    }

    fn end_table(&mut self) {
        self.begin_line();
        let columns = self.table.iter().map(Vec::len).max().unwrap_or(0);
        let width = |column: usize| {
            let cells = self.table.iter().filter_map(|row| row.get(column));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in std::mem::take(&mut self.table) {
            let cells = row.iter().zip(&widths).map(|(cell, &width)| format!("{cell:width$}"));
            let line = cells.collect::<Vec<_>>().join("  ");
            self.out += line.trim_end();
            self.out.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(markdown: &str) -> String {
        plain_text(markdown, Dialect::Deck)
    }

    #[test]
    fn markdown_as_text() {
        assert_eq!(
            shown("**Which pacts?**\n\n---\n\n- one `x`\n- two\n  1. a\n  2. b\n"),
            "Which pacts?\n────\n• one x\n• two\n  1. a\n  2. b"
        );
        assert_eq!(shown("| a | long |\n|---|---|\n| bcd | e |\n"), "a    long\nbcd  e");
        assert_eq!(shown("- [x] yes\n- [ ] no\n"), "• ☑ yes\n• ☐ no");
        assert_eq!(shown("A<br>*b* <!-- c -->![d](e.png) H<sub>2</sub>O\n"), "A b d H_2O");
        assert_eq!(shown("<img alt=\"Sparks\" src=\"a.png\">\n"), "Sparks");
        assert_eq!(shown("<!-- not\nshown --> a\n\nb\n"), "a\n\nb");
        assert_eq!(shown("A \u{1b}[31mred one\n"), "A  [31mred one");
    }
}
