//! What the rules that see one file say of it.

use deck_syntax::{Dialect, SyntaxError};

use crate::config::Levels;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, DeckCx, ItemCx};
use crate::rules;
use crate::source::SourceFile;

/// A finding and its rule, before it is placed: ranges are relative to the item, or the file's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    /// The index of the rule in [`rules::ALL`].
    pub(crate) rule: usize,
    /// What it found.
    pub(crate) finding: Finding,
}

/// The rules that run on a file, sorted out by what they see.
pub(crate) struct Active {
    deck: Vec<(usize, ToldOfDeck)>,
    items: Vec<(usize, ToldOfItem)>,
    /// For each rule that puts errors of the parser into words, how.
    syntax: Vec<Option<ToldSyntax>>,
}

type ToldOfDeck = fn(&DeckCx<'_>, &mut Findings);
type ToldOfItem = fn(&ItemCx<'_>, &mut Findings);
type ToldSyntax = fn(&SyntaxError, &ItemCx<'_>) -> Option<Finding>;

impl Active {
    /// The rules that run at these levels in a dialect.
    pub(crate) fn of(levels: &Levels, dialect: Dialect) -> Self {
        let mut active =
            Self { deck: Vec::new(), items: Vec::new(), syntax: vec![None; rules::ALL.len()] };
        for (index, rule) in rules::ALL.iter().enumerate() {
            if !rule.reads(dialect) || levels.of(index).is_none() {
                continue;
            }
            match rule.check {
                Check::Deck(check) => active.deck.push((index, check)),
                Check::Item(check) => active.items.push((index, check)),
                Check::Syntax(report) => active.syntax[index] = Some(report),
                Check::Workspace { .. } | Check::Cards(_) | Check::Suppression => {}
            }
        }
        active
    }

    /// What the rules that see a whole file say of it.
    pub(crate) fn of_deck(&self, file: &SourceFile) -> Vec<Told> {
        let mut told = Vec::new();
        let mut findings = Findings::default();
        for (rule, check) in &self.deck {
            check(&DeckCx { file }, &mut findings);
            told.extend(findings.0.drain(..).map(|finding| Told { rule: *rule, finding }));
        }
        told
    }

    /// What the rules that see one item, and a little around it, say of it.
    pub(crate) fn of_item(&self, cx: &ItemCx<'_>) -> Vec<Told> {
        let mut told = Vec::new();
        for error in &cx.item.errors {
            let Some(rule) = rules::index_of(error.kind.rule()) else { continue };
            let finding = self.syntax[rule].and_then(|report| report(error, cx));
            told.extend(finding.map(|finding| Told { rule, finding }));
        }
        let mut findings = Findings::default();
        for (rule, check) in &self.items {
            check(cx, &mut findings);
            told.extend(findings.0.drain(..).map(|finding| Told { rule: *rule, finding }));
        }
        told
    }
}
