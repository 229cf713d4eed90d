//! From facts to diagnostics: running the rules.

mod fingerprint;
mod shared;

use fingerprint::set_fingerprints;
use rayon::prelude::*;
use text_size::TextSize;

use crate::config::Levels;
use crate::diagnostic::{Diagnostic, Label, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rollup::{roll_up, roll_up_copies};
use crate::rule::{Check, DeckCx, ItemCx};
use crate::rules::{self, unused_allow};
use crate::source::{FileId, SourceFile};
use crate::suppress::Allowances;
use crate::workspace::Workspace;

/// What the rules say of the selected files.
#[derive(Debug, Default)]
pub struct Report {
    /// The diagnostics, in the order of their files, places and rules.
    pub diagnostics: Vec<Diagnostic>,
    /// How many cards the selected files hold.
    pub cards: usize,
    /// How many of them are decks.
    pub files: usize,
}

impl Report {
    /// How many findings there are of a level; a roll-up counts for those it stands for.
    pub fn count(&self, level: Level) -> usize {
        self.diagnostics.iter().filter(|d| d.level == level).map(|d| d.count).sum()
    }
}

impl Workspace {
    /// Runs the rules over the selected files. Rules that compare cards see every file.
    pub fn lint(&self) -> Report {
        let mut shared = self.compare_cards();
        let selected: Vec<(FileId, &SourceFile)> = self.selected().collect();
        let shared: Vec<Vec<Diagnostic>> =
            selected.iter().map(|(id, _)| shared.remove(id).unwrap_or_default()).collect();
        let diagnostics = selected
            .par_iter()
            .zip(shared)
            .flat_map_iter(|((id, file), shared)| self.lint_file(*id, file, shared))
            .collect();
        Report {
            diagnostics,
            cards: selected.iter().map(|(_, file)| file.card_count()).sum(),
            files: selected.len() - self.not_decks.len(),
        }
    }

    fn lint_file(&self, id: FileId, file: &SourceFile, shared: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if self.not_decks.iter().any(|(not, _)| *not == id) {
            return Vec::new();
        }
        let levels = &self.levels[id.0];
        let mut collector = Collector { id, levels, found: shared, alone: false };
        collector.run(file);
        let mut found = collector.found;
        sort(&mut found);
        let mut allowances = Allowances::of(file);
        if !allowances.is_empty() {
            found.retain(|diagnostic| !allowances.allow(diagnostic));
            self.report_unused(id, file, &mut allowances, &mut found);
            sort(&mut found);
        }
        let name = |other: FileId| self.files[other.0].display_path(&self.root);
        let found = roll_up_copies(found, file.card_count(), name);
        let mut found = roll_up(found, file.card_count());
        set_fingerprints(&mut found, file);
        found
    }

    /// Reports allowances that allow nothing.
    fn report_unused(
        &self,
        id: FileId,
        file: &SourceFile,
        allowances: &mut Allowances,
        found: &mut Vec<Diagnostic>,
    ) {
        let levels = &self.levels[id.0];
        let own = rules::index_of(unused_allow::RULE.name);
        let Some((own, level)) = own.and_then(|own| Some((own, levels.of(own)?))) else { return };
        let unused: Vec<Diagnostic> = allowances
            .iter()
            .filter(|allowance| !allowance.used && self.has_judged(id, &allowance.name))
            .map(|allowance| unused_allow::report(file, allowance))
            .map(|finding| place(finding, own, level, id, TextSize::new(0), &[]))
            .collect();
        found.extend(unused.into_iter().filter(|diagnostic| !allowances.allow(diagnostic)));
    }

    /// Whether a rule ran over its whole scope, so that a finding that did not come will not.
    fn has_judged(&self, id: FileId, rule: &str) -> bool {
        let Some(index) = rules::index_of(rule) else { return true };
        if !rules::ALL[index].reads(self.files[id.0].deck.dialect()) {
            return false;
        }
        let whole = self.sees_everything
            || !matches!(rules::ALL[index].check, Check::Workspace { .. } | Check::Cards(_));
        whole && self.levels[id.0].of(index).is_some() && rule != unused_allow::RULE.name
    }
}

/// Runs the rules that see one file over one file.
struct Collector<'w> {
    id: FileId,
    levels: &'w Levels,
    found: Vec<Diagnostic>,
    /// Whether something was found beside which nothing else counts.
    alone: bool,
}

impl Collector<'_> {
    fn run(&mut self, file: &SourceFile) {
        let active: Vec<(usize, Level, Check)> = rules::ALL
            .iter()
            .enumerate()
            .filter(|(_, rule)| rule.reads(file.deck.dialect()))
            .filter_map(|(index, rule)| Some((index, self.levels.of(index)?, rule.check)))
            .collect();
        for (index, level, check) in &active {
            if let Check::Deck(check) = check {
                let mut findings = Findings::default();
                check(&DeckCx { file }, &mut findings);
                self.take(findings, *index, *level, TextSize::new(0));
            }
        }
        if self.alone {
            return;
        }
        let item_checks: Vec<_> = active
            .iter()
            .filter_map(|(index, level, check)| match check {
                Check::Item(check) => Some((*index, *level, *check)),
                _ => None,
            })
            .collect();
        let mut findings = Findings::default();
        for item in 0..file.deck.items().len() {
            let cx = file.item(item);
            self.report_syntax(&cx);
            for (index, level, check) in &item_checks {
                check(&cx, &mut findings);
                if !findings.0.is_empty() {
                    self.take(std::mem::take(&mut findings), *index, *level, cx.start);
                }
            }
        }
    }

    fn report_syntax(&mut self, cx: &ItemCx<'_>) {
        for error in &cx.item.errors {
            let Some(index) = rules::index_of(error.kind.rule()) else { continue };
            if let (Check::Syntax(report), Some(level)) =
                (rules::ALL[index].check, self.levels.of(index))
                && rules::ALL[index].reads(cx.dialect())
            {
                let finding = report(error, cx).into_iter().collect();
                self.take(Findings(finding), index, level, cx.start);
            }
        }
    }

    fn take(&mut self, findings: Findings, rule: usize, level: Level, start: TextSize) {
        for finding in findings.0 {
            if self.alone {
                return;
            }
            if finding.alone {
                self.alone = true;
                self.found.clear();
            }
            self.found.push(place(finding, rule, level, self.id, start, &[]));
        }
    }
}

/// Turns a finding into a diagnostic: relative ranges become the file's.
fn place(
    finding: Finding,
    rule: usize,
    level: Level,
    file: FileId,
    start: TextSize,
    members: &[(FileId, TextSize)],
) -> Diagnostic {
    let move_edit = |edit: TextEdit| TextEdit { range: edit.range + start, ..edit };
    let fixes = finding.fixes.into_iter().map(|mut fix| {
        fix.edits = fix.edits.into_iter().map(move_edit).collect();
        fix
    });
    let labels = finding.related.into_iter().map(|related| {
        let (file, start) = related.member.map_or((file, start), |member| members[member]);
        Label { file, range: related.range + start, text: related.text }
    });
    Diagnostic {
        rule: rules::ALL[rule],
        level,
        file,
        range: finding.range + start,
        message: finding.message,
        label: finding.label,
        help: finding.help,
        labels: labels.collect(),
        more: finding.more,
        count: 1,
        fixes: fixes.collect(),
        fingerprint: 0,
    }
}

fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.range.start(), d.range.end(), d.rule.name);
        key(a).cmp(&key(b))
    });
}
