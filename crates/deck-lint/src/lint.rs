//! From facts to diagnostics: running the rules.

use std::collections::HashMap;

use rayon::prelude::*;
use text_size::{TextRange, TextSize};

use crate::config::{Levels, Scope};
use crate::diagnostic::{Diagnostic, Label, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::hash::hash;
use crate::rollup::{roll_up, roll_up_copies};
use crate::rule::{CardsCx, Check, DeckCx, Index, ItemCx, Judge, Member, Members, Placed};
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

    /// Runs the rules that compare cards.
    fn compare_cards(&self) -> HashMap<FileId, Vec<Diagnostic>> {
        let mut found: HashMap<FileId, Vec<Diagnostic>> = HashMap::new();
        for (index, judges) in self.active_indexes() {
            for group in self.groups(index) {
                let members = Members::new(&self.files, &group);
                let places: Vec<(FileId, TextSize)> = group
                    .iter()
                    .map(|m| (m.file, self.files[m.file.0].deck.start(m.item)))
                    .collect();
                for &(rule, judge) in &judges {
                    for (member, finding) in judge(&members) {
                        self.place_shared(rule, (&group, &places), member, finding, &mut found);
                    }
                }
            }
        }
        self.look_at_all_cards(&mut found);
        found
    }

    /// Runs the rules that look at all cards at once.
    fn look_at_all_cards(&self, found: &mut HashMap<FileId, Vec<Diagnostic>>) {
        let cx = CardsCx::new(&self.files);
        for (rule_index, rule) in rules::ALL.iter().enumerate() {
            let Check::Cards(check) = rule.check else { continue };
            if !self.levels.iter().any(|levels| levels.of(rule_index).is_some()) {
                continue;
            }
            for Placed { members, finding } in check(&cx) {
                let place = |m: &Member| (m.file, self.files[m.file.0].deck.start(m.item));
                let places: Vec<(FileId, TextSize)> = members.iter().map(place).collect();
                self.place_shared(rule_index, (&members, &places), 0, finding, found);
            }
        }
    }

    /// The indexes that rules which run look at, each with those rules.
    fn active_indexes(&self) -> Vec<(&'static Index, Vec<(usize, Judge)>)> {
        let mut indexes: Vec<(&Index, Vec<(usize, Judge)>)> = Vec::new();
        for (rule_index, rule) in rules::ALL.iter().enumerate() {
            let Check::Workspace { index, judge } = rule.check else { continue };
            if !self.levels.iter().any(|levels| levels.of(rule_index).is_some()) {
                continue;
            }
            match indexes.iter_mut().find(|(known, _)| std::ptr::eq(*known, index)) {
                Some((_, judges)) => judges.push((rule_index, judge)),
                None => indexes.push((index, vec![(rule_index, judge)])),
            }
        }
        indexes
    }

    fn place_shared(
        &self,
        rule: usize,
        (group, places): (&[Member], &[(FileId, TextSize)]),
        member: usize,
        finding: Finding,
        found: &mut HashMap<FileId, Vec<Diagnostic>>,
    ) {
        let Member { file, .. } = group[member];
        if let Some(level) = self.levels[file.0].of(rule) {
            let diagnostic = place(finding, rule, level, file, places[member].1, places);
            found.entry(file).or_default().push(diagnostic);
        }
    }

    /// What keeps the keys of a file apart from those of files with which it is not compared.
    fn apart(&self, file: usize) -> u64 {
        let path = self.files[file].path.as_path();
        match self.scopes[file] {
            Scope::Workspace => 0,
            Scope::Folder => hash(path.parent().unwrap_or(path).as_os_str().as_encoded_bytes()),
            Scope::File => hash(path.as_os_str().as_encoded_bytes()),
        }
    }

    /// The cards that share a key, group by group, each in the order of files and places.
    fn groups(&self, index: &Index) -> Vec<Vec<Member>> {
        let mut keyed: Vec<(u64, Member)> = self
            .files
            .par_iter()
            .enumerate()
            .flat_map_iter(|(file, source)| {
                let apart = if index.scoped { self.apart(file) } else { 0 };
                source.facts.iter().enumerate().filter_map(move |(item, facts)| {
                    let key = (index.key)(facts.as_ref()?)?;
                    Some((key ^ apart, Member { file: FileId(file), item }))
                })
            })
            .collect();
        keyed.par_sort_unstable();
        let mut groups: Vec<Vec<Member>> = keyed
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|group| group.len() > 1)
            .map(|group| group.iter().map(|(_, member)| *member).collect())
            .collect();
        groups.sort_unstable();
        groups
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

/// Gives each diagnostic its fingerprint: the rule, the words of its card or line, and a running
/// number among equals.
fn set_fingerprints(diagnostics: &mut [Diagnostic], file: &SourceFile) {
    let mut seen: HashMap<(&str, u64), u64> = HashMap::new();
    for diagnostic in diagnostics {
        let words = words_key(file, diagnostic.range);
        let ordinal = seen.entry((diagnostic.rule.name, words)).or_default();
        let mut bytes = diagnostic.rule.name.as_bytes().to_vec();
        bytes.extend(words.to_le_bytes());
        bytes.extend(ordinal.to_le_bytes());
        diagnostic.fingerprint = hash(&bytes);
        *ordinal += 1;
    }
}

fn words_key(file: &SourceFile, range: TextRange) -> u64 {
    let item = file.deck.item_at(range.start());
    let question = item
        .and_then(|item| file.facts[item].as_ref())
        .and_then(|facts| Some(facts.keys.as_ref()?.t1));
    question.unwrap_or_else(|| {
        let start = usize::from(range.start());
        let line = deck_syntax::RawLine::at(&file.text, start);
        hash(line.of(&file.text).trim().as_bytes())
    })
}
