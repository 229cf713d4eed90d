//! What stands above a line in small print: how many cards and problems a file has, how many cards
//! a section, which cards have questions like theirs elsewhere.

use deck_lint::{FileId, SourceFile, Workspace, count};
use deck_syntax::TextRange;

use crate::sections;

/// Some words above a line, which may be clicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lens {
    /// What it is about: a heading, a card, or the start of the file.
    pub range: TextRange,
    /// What it says.
    pub kind: LensKind,
}

/// What a lens says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LensKind {
    /// Above the first line: the whole file. A click opens the preview.
    File {
        /// How many cards it has.
        cards: usize,
        /// How many findings it has.
        problems: usize,
    },
    /// Above a heading.
    Section {
        /// How many cards stand below it.
        cards: usize,
    },
    /// Above a card whose question is asked elsewhere, too. A click shows where.
    Similar {
        /// How many questions are like it.
        questions: usize,
    },
}

impl LensKind {
    /// The words.
    pub fn title(self) -> String {
        match self {
            Self::File { cards, problems: 0 } => format!("{} · preview", count(cards, "card")),
            Self::File { cards, problems } => {
                format!("{} · {} · preview", count(cards, "card"), count(problems, "problem"))
            }
            Self::Section { cards } => count(cards, "card"),
            Self::Similar { questions } => count(questions, "similar question"),
        }
    }
}

/// The lenses of a file in order. `problems` is how many findings it has; `similar` says of the
/// index of a card's item how many questions of the workspace are like its own.
pub fn lenses(
    workspace: &Workspace,
    file: FileId,
    problems: usize,
    similar: &dyn Fn(usize) -> usize,
) -> Vec<Lens> {
    let file = workspace.file(file);
    let mut lenses = Vec::new();
    let cards = file.card_count();
    if cards > 0 || problems > 0 {
        let range = TextRange::empty(0.into());
        lenses.push(Lens { range, kind: LensKind::File { cards, problems } });
    }
    for section in sections::all(file).iter().filter(|section| section.level > 0) {
        let cards = sections::cards_in(file, section.index..section.end);
        lenses.push(Lens { range: line(file, section.index), kind: LensKind::Section { cards } });
    }
    for card in file.deck.cards() {
        let questions = similar(card.index);
        if questions > 0 {
            let kind = LensKind::Similar { questions };
            lenses.push(Lens { range: line(file, card.index), kind });
        }
    }
    lenses.sort_by_key(|lens| lens.range.start());
    lenses
}

/// The first line of an item.
fn line(file: &SourceFile, index: usize) -> TextRange {
    let cx = file.item(index);
    cx.lines().next().map_or(TextRange::empty(cx.start), |line| line.range() + cx.start)
}
