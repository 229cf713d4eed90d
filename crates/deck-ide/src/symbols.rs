//! The outline of a deck: its title, its sections one in the other, its cards by their questions.

mod find;

use deck_lint::{Diagnostic, FileId, ItemCx, SourceFile, Workspace, count};
use deck_syntax::{Card, CardForm, TextRange};

pub use find::{FoundSymbol, workspace_symbols};

use crate::sections::{self, Section};
use crate::words;

/// An entry of an outline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol {
    /// The words of the heading, or the question; never empty.
    pub name: String,
    /// The start of the answer, or how many cards a section has; then how many problems there are.
    pub detail: String,
    /// What it is.
    pub kind: SymbolKind,
    /// All of it: a section with its cards, a card with its answer.
    pub range: TextRange,
    /// What to select: the words of the heading, or the question.
    pub selection: TextRange,
    /// How many findings start in it.
    pub problems: usize,
    /// What stands in it.
    pub children: Vec<Symbol>,
}

/// What an entry of an outline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SymbolKind {
    /// The whole deck, by its title.
    Deck,
    /// A section.
    Section,
    /// A question and its answer.
    Card,
    /// A text with deletions.
    Cloze,
    /// A term and its definition, or a pair of words.
    Term,
}

/// The outline of a file. `findings` are those of this file, in any order; without them no entry
/// has problems.
pub fn document_symbols(
    workspace: &Workspace,
    file: FileId,
    findings: &[Diagnostic],
) -> Vec<Symbol> {
    let file = workspace.file(file);
    let mut starts: Vec<_> = findings.iter().map(|finding| finding.range.start()).collect();
    starts.sort_unstable();
    let outline = Outline { file, starts: &starts, sections: &sections::all(file) };
    let symbols = outline.below(0, file.deck.items().len(), 0).0;
    if let Some(deck) = outline.named_by_front_matter() {
        return vec![Symbol { children: symbols, ..deck }];
    }
    symbols
}

struct Outline<'a> {
    file: &'a SourceFile,
    /// Where findings start, ascending.
    starts: &'a [deck_syntax::TextSize],
    sections: &'a [Section],
}

impl Outline<'_> {
    /// The symbols of the items from `from` up to `end`, and the number of the next section;
    /// `section` is the number of the first section in there. Goes as deep as there are levels
    /// of headings.
    fn below(&self, from: usize, end: usize, section: usize) -> (Vec<Symbol>, usize) {
        let (mut symbols, mut section, mut at) = (Vec::new(), section, from);
        while at < end {
            let heading = self.sections.get(section).filter(|heading| heading.index == at);
            if let Some(&heading) = heading {
                let (children, next) = self.below(at + 1, heading.end, section + 1);
                symbols.extend(self.section(heading, children));
                (section, at) = (next, heading.end);
            } else {
                symbols.extend(self.card(at));
                at += 1;
            }
        }
        (symbols, section)
    }

    fn section(&self, section: Section, children: Vec<Symbol>) -> Option<Symbol> {
        let item = self.file.item(section.index);
        let words = sections::heading(item.item)?;
        let mut range = sections::extent(self.file, section.index, section.end);
        let selection = words + item.start;
        range = range.cover(selection);
        let cards = sections::cards_in(self.file, section.index..section.end);
        let problems = self.problems(range);
        Some(Symbol {
            name: or_else(words::one_line(&item.text[words], 120), "(no words)"),
            detail: detail(count(cards, "card"), problems),
            kind: if section.level == 0 { SymbolKind::Deck } else { SymbolKind::Section },
            range,
            selection,
            problems,
            children,
        })
    }

    fn card(&self, index: usize) -> Option<Symbol> {
        let cx = self.file.item(index);
        let card = cx.card()?;
        let range = cx.item.visible() + cx.start;
        let problems = self.problems(range);
        Some(Symbol {
            name: or_else(words::question(&cx, card), "(no question)"),
            detail: detail(words::answer(&cx, card), problems),
            kind: kind(card),
            range: range.cover(selection(&cx, card)),
            selection: selection(&cx, card),
            problems,
            children: Vec::new(),
        })
    }

    /// The deck, where only its front matter has a title.
    fn named_by_front_matter(&self) -> Option<Symbol> {
        if self.sections.first().is_some_and(|section| section.level == 0) {
            return None;
        }
        let (start, matter) = self.file.deck.front_matter()?;
        let field = matter.field("title").or_else(|| matter.field("name"))?;
        let name = words::one_line(matter.scalar(&field.key)?, 120);
        let range = TextRange::up_to(self.file.deck.len());
        let problems = self.problems(range);
        let cards = self.file.card_count();
        (!name.is_empty()).then(|| Symbol {
            name,
            detail: detail(count(cards, "card"), problems),
            kind: SymbolKind::Deck,
            range,
            selection: field.value_range + start,
            problems,
            children: Vec::new(),
        })
    }

    fn problems(&self, range: TextRange) -> usize {
        let before = |at| self.starts.partition_point(|start| *start < at);
        before(range.end()) - before(range.start())
    }
}

/// What an outline selects of a card: the first line of its question.
pub(crate) fn selection(cx: &ItemCx<'_>, card: &Card) -> TextRange {
    let range = if card.front.is_empty() { cx.item.visible() } else { card.front };
    let first = deck_syntax::lines(&cx.text[range]).next().map_or(0, |line| line.end);
    TextRange::at(range.start(), crate::spot::size(first)) + cx.start
}

pub(crate) fn kind(card: &Card) -> SymbolKind {
    match card.form {
        CardForm::Cloze => SymbolKind::Cloze,
        CardForm::Term | CardForm::OneLine { .. } | CardForm::Row { .. } => SymbolKind::Term,
        _ => SymbolKind::Card,
    }
}

fn or_else(name: String, otherwise: &str) -> String {
    if name.is_empty() { otherwise.to_owned() } else { name }
}

fn detail(words: String, problems: usize) -> String {
    match (words.is_empty(), problems) {
        (_, 0) => words,
        (true, _) => count(problems, "problem"),
        (false, _) => format!("{words} · {}", count(problems, "problem")),
    }
}
