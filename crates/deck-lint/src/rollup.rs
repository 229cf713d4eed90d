//! One diagnostic for many equal ones of one file.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::diagnostic::{Applicability, Diagnostic, Fix, Label};
use crate::rule::{Group, Rollup};
use crate::source::FileId;

/// From how many findings of one rule in one file on one diagnostic stands for them all.
const MANY: usize = 10;

/// Replaces ten or more findings of one rule by one, where the rule says so. All `diagnostics` are
/// of one file, which holds `cards` cards, in order of their places.
pub(crate) fn roll_up(diagnostics: Vec<Diagnostic>, cards: usize) -> Vec<Diagnostic> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for diagnostic in diagnostics.iter().filter(|d| d.rule.rollup.is_some()) {
        *counts.entry(diagnostic.rule.name).or_default() += 1;
    }
    if counts.values().all(|&count| count < MANY) {
        return diagnostics;
    }
    let mut rolled: Vec<Diagnostic> = Vec::new();
    let mut firsts: HashMap<&str, usize> = HashMap::new();
    for diagnostic in diagnostics {
        let name = diagnostic.rule.name;
        let count = counts.get(name).copied().unwrap_or_default();
        let rollup = diagnostic.rule.rollup.filter(|rollup| rollup.applies(count, cards));
        match (rollup, firsts.get(name)) {
            (None, _) => rolled.push(diagnostic),
            (Some(_), Some(&first)) => absorb(&mut rolled[first], diagnostic),
            (Some(rollup), None) => {
                firsts.insert(name, rolled.len());
                rolled.push(Diagnostic { message: (rollup.message)(count), ..diagnostic });
            }
        }
    }
    rolled
}

/// From how many cards on that two files share, if they are more than half of the later one, one
/// diagnostic stands for them all.
const SHARED: usize = 5;

/// Where most cards of the file stand in one other file too, says so once. All `diagnostics` are of
/// one file, which holds `cards` cards, in order of their places; `name` is what to call a file.
pub(crate) fn roll_up_copies(
    diagnostics: Vec<Diagnostic>,
    cards: usize,
    name: impl Fn(FileId) -> String,
) -> Vec<Diagnostic> {
    let mut shared: HashMap<FileId, usize> = HashMap::new();
    for other in diagnostics.iter().filter_map(twin_file) {
        *shared.entry(other).or_default() += 1;
    }
    let most = shared.into_iter().max_by_key(|&(file, count)| (count, Reverse(file)));
    let Some((original, count)) = most.filter(|&(_, n)| n >= SHARED && n * 2 > cards) else {
        return diagnostics;
    };
    let (copies, mut rest): (Vec<_>, Vec<_>) =
        diagnostics.into_iter().partition(|d| twin_file(d) == Some(original));
    // The gravest of them speaks for all.
    let gravest = copies.iter().enumerate().max_by_key(|(at, d)| (d.level, Reverse(*at)));
    let gravest = gravest.map_or(0, |(at, _)| at);
    let mut copies = copies;
    let mut whole = copies.remove(gravest);
    (whole.message, whole.help) = in_words(&whole, count, cards, &name(original));
    for copy in copies {
        absorb(&mut whole, copy);
    }
    let at = rest.partition_point(|d| d.range.start() <= whole.range.start());
    rest.insert(at, whole);
    rest
}

/// What to say, and what to do, where the gravest of many diagnostics is `whole`.
fn in_words(whole: &Diagnostic, count: usize, cards: usize, original: &str) -> (String, String) {
    if whole.rule.name == "duplicate-card" {
        let message = format!("{count} of the {cards} cards of this file stand in {original} too");
        let help = "keep one of the two files: whoever revises from both meets every card twice, \
                    and a card that is put right in one stays wrong in the other";
        return (message, help.to_owned());
    }
    let message =
        format!("{count} of the {cards} questions of this file are asked in {original} too");
    let help = "keep one of the two files, or say in each question what sets it apart: when it \
                comes up you cannot know which answer is wanted";
    (message, help.to_owned())
}

/// The other file in which the card of a diagnostic stands, if its own file holds no twin of it.
fn twin_file(diagnostic: &Diagnostic) -> Option<FileId> {
    let twin = diagnostic.labels.first()?.file;
    let at_home = diagnostic.labels.iter().any(|label| label.file == diagnostic.file);
    (diagnostic.rule.group == Group::Duplicates && !at_home).then_some(twin)
}

impl Rollup {
    fn applies(self, count: usize, cards: usize) -> bool {
        count >= MANY && self.one_card_in.is_none_or(|share| count * share > cards)
    }
}

fn absorb(first: &mut Diagnostic, other: Diagnostic) {
    first.count += 1;
    if first.labels.len() < 5 {
        first.labels.push(Label { file: other.file, range: other.range, text: other.label });
    } else {
        first.more += 1;
    }
    // The fixes of the whole are the fixes of its parts, kind by kind; a part may have none.
    let parts = other.fixes;
    if first.fixes.is_empty() {
        first.fixes = parts;
    } else {
        for (whole, part) in first.fixes.iter_mut().zip(parts) {
            merge(whole, part);
        }
    }
}

fn merge(whole: &mut Fix, part: Fix) {
    whole.applicability = match (whole.applicability, part.applicability) {
        (Applicability::Safe, Applicability::Safe) => Applicability::Safe,
        _ => Applicability::Unsafe,
    };
    if whole.title != part.title {
        "Put each of them right".clone_into(&mut whole.title);
    }
    whole.edits.extend(part.edits);
}
