//! From facts to diagnostics: running the rules.

mod file;
mod fingerprint;
mod same;
mod shared;

pub(crate) use file::{Active, Told};
use fingerprint::set_fingerprints;
use rayon::prelude::*;
pub(crate) use shared::{Group, Judged, Judges};
use text_size::TextSize;

use crate::baseline::Seen;
use crate::diagnostic::{Diagnostic, Label, Level, TextEdit};
use crate::finding::Finding;
use crate::rollup::{roll_up, roll_up_copies};
use crate::rule::Check;
use crate::rules::{self, unused_allow};
use crate::source::{FileId, SourceFile};
use crate::suppress::Allowances;
use crate::workspace::Workspace;

/// What the rules say of the selected files.
#[derive(Debug, Default)]
pub struct Report {
    /// The diagnostics, in the order of their files, places and rules.
    pub diagnostics: Vec<Diagnostic>,
    /// Those that the baseline lists, likewise.
    pub old: Vec<Diagnostic>,
    /// How many findings the baseline lists that do not occur any more.
    pub put_right: usize,
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
        let found = self.judge_selected(|id, found| {
            let is_hidden = found.iter().any(|diagnostic| diagnostic.alone);
            let seen = found.iter().filter(|it| it.old).map(|it| it.fingerprint).collect();
            (id, (!is_hidden).then_some(seen), self.roll_up(id, found))
        });
        let mut report = Report {
            cards: self.selected().map(|(_, file)| file.card_count()).sum(),
            files: self.selected().count() - self.not_decks.len(),
            ..Report::default()
        };
        let mut seen_in = Seen::new();
        for (id, seen, found) in found {
            seen_in.extend(seen.map(|seen| (id, seen)));
            let (old, new): (Vec<_>, Vec<_>) = found.into_iter().partition(|it| it.old);
            report.diagnostics.extend(new);
            report.old.extend(old);
        }
        // Of what has not changed, nothing was looked at.
        if let Some(known) = self.known.as_ref().filter(|_| self.past.is_none()) {
            report.put_right = known.outdated(self, &seen_in).len();
        }
        report
    }

    /// What is found in each of the selected files, one by one: nothing stands for others.
    pub fn lint_singly(&self) -> Vec<(FileId, Vec<Diagnostic>)> {
        self.judge_selected(|id, found| (id, found))
    }

    fn judge_selected<T: Send>(
        &self,
        with: impl Fn(FileId, Vec<Diagnostic>) -> T + Sync,
    ) -> Vec<T> {
        let selected: Vec<(FileId, &SourceFile)> = self.selected().collect();
        // Where there is a past, most files are as they were and need not be looked at.
        let tell = |(id, file): &(FileId, &SourceFile)| {
            self.past.is_none().then(|| self.tell_own(*id, file))
        };
        let (mut shared, own) = rayon::join(
            || self.compare_cards(),
            || selected.par_iter().map(tell).collect::<Vec<_>>(),
        );
        let shared: Vec<Vec<Diagnostic>> =
            selected.iter().map(|(id, _)| shared.remove(id).unwrap_or_default()).collect();
        selected
            .par_iter()
            .zip(own)
            .zip(shared)
            .map(|(((id, file), own), shared)| {
                let found = match own {
                    Some(own) => self.assemble(*id, shared, own.into_iter()),
                    None => self.new_in_file(*id, file, shared),
                };
                with(*id, found)
            })
            .collect()
    }

    /// What is found in a file and was not found in the past.
    fn new_in_file(
        &self,
        id: FileId,
        file: &SourceFile,
        shared: Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        let past = self.past.as_ref();
        if past.is_some_and(|past| past.is_same(self, id, &shared)) {
            return Vec::new();
        }
        let mut found = self.lint_file(id, file, shared);
        if let Some(past) = past {
            past.take_out_known(id, &mut found);
        }
        found
    }

    pub(crate) fn lint_file(
        &self,
        id: FileId,
        file: &SourceFile,
        shared: Vec<Diagnostic>,
    ) -> Vec<Diagnostic> {
        self.assemble(id, shared, self.tell_own(id, file).into_iter())
    }

    /// What the rules that see one file say of it, with where the items start.
    fn tell_own(&self, id: FileId, file: &SourceFile) -> Vec<(TextSize, Told)> {
        let active = Active::of(&self.levels[id.0], file.deck.dialect());
        let of_deck = active.of_deck(file).into_iter().map(|told| (TextSize::new(0), told));
        let of_items = (0..file.deck.items().len()).flat_map(|index| {
            let cx = file.item(index);
            active.of_item(&cx).into_iter().map(move |told| (cx.start, told))
        });
        of_deck.chain(of_items).collect()
    }

    /// The diagnostics of a file, one by one: what rules that compare cards say of it, and what was
    /// told of its items and of the whole, with where the item starts.
    pub(crate) fn assemble(
        &self,
        id: FileId,
        shared: Vec<Diagnostic>,
        told: impl Iterator<Item = (TextSize, Told)>,
    ) -> Vec<Diagnostic> {
        if self.not_decks.iter().any(|(not, _)| *not == id) {
            return Vec::new();
        }
        let file = &self.files[id.0];
        let mut found = self.gather(id, shared, told);
        sort(&mut found);
        let told_already = same::keep_gravest(&mut found);
        let mut allowances = Allowances::of(file);
        if !allowances.is_empty() {
            // What allows one of them allows something, though only the gravest would be told.
            for diagnostic in &told_already {
                allowances.allow(diagnostic);
            }
            found.retain(|diagnostic| !allowances.allow(diagnostic));
            // What was not looked for is not allowed in vain.
            if !found.iter().any(|diagnostic| diagnostic.alone) {
                self.report_unused(id, file, &mut allowances, &mut found);
            }
            sort(&mut found);
        }
        set_fingerprints(&mut found, file);
        if let Some(known) = &self.known {
            known.mark(id, &mut found);
        }
        found
    }

    /// Lets one diagnostic of a file stand for many, where that says more. What is old and what is
    /// new never stand for each other.
    pub(crate) fn roll_up(&self, id: FileId, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let cards = self.files[id.0].card_count();
        let name = |other: FileId| self.files[other.0].display_path(&self.root);
        let rolled = |found| roll_up(roll_up_copies(found, cards, name), cards);
        let (old, new): (Vec<_>, Vec<_>) = found.into_iter().partition(|it| it.old);
        if old.is_empty() {
            return rolled(new);
        }
        let mut all = rolled(new);
        all.extend(rolled(old));
        sort(&mut all);
        all
    }

    /// All findings of a file, or the one beside which nothing else counts.
    fn gather(
        &self,
        id: FileId,
        shared: Vec<Diagnostic>,
        told: impl Iterator<Item = (TextSize, Told)>,
    ) -> Vec<Diagnostic> {
        let mut found = shared;
        for (start, Told { rule, finding }) in told {
            let Some(level) = self.levels[id.0].of(rule) else { continue };
            let alone = finding.alone;
            if alone {
                found.clear();
            }
            found.push(place(finding, rule, level, id, start, |_| (id, start)));
            if alone {
                break;
            }
        }
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
            .map(|finding| {
                place(finding, own, level, id, TextSize::new(0), |_| (id, TextSize::new(0)))
            })
            .collect();
        found.extend(unused.into_iter().filter(|diagnostic| !allowances.allow(diagnostic)));
    }

    /// Whether a rule ran over its whole scope, so that a finding that did not come will not, and
    /// an allowance for it allows nothing.
    fn has_judged(&self, id: FileId, rule: &str) -> bool {
        self.has_run(id, rule) && rule != unused_allow::RULE.name
    }

    /// Whether a rule ran over its whole scope. One that does not exist will find nothing any more.
    pub(crate) fn has_run(&self, id: FileId, rule: &str) -> bool {
        let Some(index) = rules::index_of(rule) else { return true };
        if !rules::ALL[index].reads(self.files[id.0].deck.dialect()) {
            return false;
        }
        let whole = self.sees_everything
            || !matches!(rules::ALL[index].check, Check::Workspace { .. } | Check::Cards(_));
        whole && self.levels[id.0].of(index).is_some()
    }
}

/// Turns a finding into a diagnostic: relative ranges become the file's.
fn place(
    finding: Finding,
    rule: usize,
    level: Level,
    file: FileId,
    start: TextSize,
    member_at: impl Fn(usize) -> (FileId, TextSize),
) -> Diagnostic {
    let move_edit = |edit: TextEdit| TextEdit { range: edit.range + start, ..edit };
    let fixes = finding.fixes.into_iter().map(|mut fix| {
        fix.edits = fix.edits.into_iter().map(move_edit).collect();
        fix
    });
    let labels = finding.related.into_iter().map(|related| {
        let (file, start) = related.member.map_or((file, start), &member_at);
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
        alone: finding.alone,
        old: false,
    }
}

fn sort(diagnostics: &mut [Diagnostic]) {
    diagnostics.sort_by(|a, b| {
        let key = |d: &Diagnostic| (d.range.start(), d.range.end(), d.rule.name);
        key(a).cmp(&key(b)).then_with(|| a.message.cmp(&b.message))
    });
}
