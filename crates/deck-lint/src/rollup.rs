//! One diagnostic for many equal ones of one file.

use std::collections::HashMap;

use crate::diagnostic::{Applicability, Diagnostic, Fix, Label};
use crate::rule::Rollup;

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
