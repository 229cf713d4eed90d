//! Allowing the findings of one file.

use std::collections::{BTreeMap, BTreeSet};

use deck_lint::{Diagnostic, SourceFile, TextEdit};
use deck_syntax::outline::Outline;
use deck_syntax::{Dialect, format};

use crate::actions::allow::{Spot, card_spot, comment, file_spot};

/// From how many findings of one rule in a file on one comment allows them all.
const MANY: usize = 10;

/// How widely comments allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Width {
    /// Card by card, where that can be said and a rule finds less than ten.
    Cards,
    /// In the whole file.
    File,
}

/// Findings allowed by comments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Allowed {
    /// The text with the comments.
    pub(super) text: String,
    /// The rules whose findings no comment in this file can allow.
    pub(super) left: BTreeSet<&'static str>,
}

/// Allows findings of a file, which are given one by one, with comments that give `reason`.
pub(super) fn allow(
    file: &SourceFile,
    findings: &[Diagnostic],
    width: Width,
    reason: &str,
) -> Allowed {
    let mut left = BTreeSet::new();
    let mut orders: BTreeMap<Spot, (BTreeSet<&str>, BTreeSet<&str>)> = BTreeMap::new();
    for (rule, found) in by_rule(findings) {
        let cards: Option<Vec<Spot>> = match width {
            Width::Cards if found.len() < MANY => {
                found.iter().map(|finding| card_spot(file, finding)).collect()
            }
            _ => None,
        };
        // hashcards knows a card by its text: another one would begin anew to be revised. What
        // hides all else, such as a merge, is to be put right.
        let is_free = file.deck.dialect() != Dialect::Hashcards && !found[0].alone;
        match (cards, file_spot(file, found[0])) {
            (Some(spots), _) if is_free => {
                for spot in spots {
                    orders.entry(spot).or_default().1.insert(rule);
                }
            }
            (_, Some(spot)) if is_free => {
                orders.entry(spot).or_default().0.insert(rule);
            }
            _ => _ = left.insert(rule),
        }
    }
    let edits = orders.into_iter().flat_map(|(spot, (of_file, of_card))| {
        let said = [("decklint-allow-file", of_file), ("decklint-allow", of_card)];
        let said = said.into_iter().filter(|(_, rules)| !rules.is_empty());
        said.map(move |(word, rules)| {
            let rules = rules.into_iter().collect::<Vec<_>>().join(", ");
            comment(file, spot, &format!("{word} {rules}: {reason}"))
        })
    });
    let edits: Vec<format::TextEdit> =
        edits.map(|TextEdit { range, insert }| format::TextEdit { range, text: insert }).collect();
    Allowed { text: format::apply(&file.text, &edits), left }
}

fn by_rule(findings: &[Diagnostic]) -> BTreeMap<&'static str, Vec<&Diagnostic>> {
    let mut rules: BTreeMap<&str, Vec<&Diagnostic>> = BTreeMap::new();
    for finding in findings {
        rules.entry(finding.rule.name).or_default().push(finding);
    }
    rules
}

/// Whether two files hold the same cards in the same order, whatever stands between them.
pub(super) fn same_cards(one: &SourceFile, other: &SourceFile) -> bool {
    let [one, other] = [one, other].map(|file| Outline::of(&file.deck, &file.text));
    one.notes().map(|(_, note)| note).eq(other.notes().map(|(_, note)| note))
}
