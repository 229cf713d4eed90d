//! What can be folded: sections, cards, long answers, code, comments, front matter.

use deck_lint::{FileId, ItemCx, SourceFile, Workspace};
use deck_syntax::{ItemKind, LineKind, TextRange, TextSize};

use crate::{sections, spot};

/// Some lines that can be folded into the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fold {
    /// From the end of the first line's words to the end of the last line's.
    pub range: TextRange,
    /// What they are.
    pub kind: FoldKind,
}

/// What can be folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FoldKind {
    /// A heading and what stands below it.
    Section,
    /// A card.
    Card,
    /// An answer of several lines.
    Answer,
    /// Code or display mathematics.
    Code,
    /// A comment.
    Comment,
    /// The front matter.
    FrontMatter,
}

/// What can be folded in a file, by where it starts. Everything has two lines or more.
pub fn folding(workspace: &Workspace, file: FileId) -> Vec<Fold> {
    let file = workspace.file(file);
    let mut folds = Vec::new();
    for section in sections::all(file).iter().filter(|section| section.level > 0) {
        let range = sections::extent(file, section.index, section.end);
        folds.extend(fold(&file.text, range, FoldKind::Section));
    }
    for index in 0..file.deck.items().len() {
        of_item(file, &file.item(index), &mut folds);
    }
    folds.sort_by_key(|fold| (fold.range.start(), std::cmp::Reverse(fold.range.end())));
    // A line folds one thing: where an answer starts on its card's first line, the card.
    folds.dedup_by_key(|fold| fold.range.start());
    folds
}

fn of_item(file: &SourceFile, cx: &ItemCx<'_>, folds: &mut Vec<Fold>) {
    let mut add = |range: TextRange, kind| folds.extend(fold(&file.text, range + cx.start, kind));
    match &cx.item.kind {
        ItemKind::FrontMatter(_) => add(cx.item.visible(), FoldKind::FrontMatter),
        ItemKind::Card(card) => {
            add(cx.item.visible(), FoldKind::Card);
            if let Some(back) = card.back {
                add(back, FoldKind::Answer);
            }
        }
        _ => {}
    }
    for comment in &cx.item.comments {
        add(*comment, FoldKind::Comment);
    }
    for code in code(cx) {
        add(code, FoldKind::Code);
    }
}

/// Runs of lines on which no mark means anything, comments left out.
fn code(cx: &ItemCx<'_>) -> Vec<TextRange> {
    let mut runs: Vec<TextRange> = Vec::new();
    for line in cx.lines().filter(|line| line.verbatim && line.kind != LineKind::Comment) {
        match runs.last_mut() {
            Some(run) if only_an_ending(cx.text, run.end(), line.start) => {
                *run = run.cover(line.range());
            }
            _ => runs.push(line.range()),
        }
    }
    runs
}

fn only_an_ending(text: &str, from: TextSize, upto: TextSize) -> bool {
    upto >= from && text[TextRange::new(from, upto)].trim_matches(['\r', '\n']).is_empty()
}

/// The lines of `range`, if there are two or more.
fn fold(text: &str, range: TextRange, kind: FoldKind) -> Option<Fold> {
    let words = text[range].trim_end();
    let first = deck_syntax::lines(&text[usize::from(range.start())..]).next()?.end;
    let start = range.start() + spot::size(first);
    let end = range.start() + spot::size(words.len());
    (end > start).then(|| Fold { range: TextRange::new(start, end), kind })
}
