//! Running the rules that compare cards, wherever in the workspace they are.

use std::collections::HashMap;

use rayon::prelude::*;
use text_size::TextSize;

use super::place;
use crate::config::Scope;
use crate::diagnostic::Diagnostic;
use crate::finding::Finding;
use crate::hash::hash;
use crate::rule::{CardsCx, Check, Index, Judge, Member, Members, Placed};
use crate::rules;
use crate::source::FileId;
use crate::workspace::Workspace;

impl Workspace {
    /// Runs the rules that compare cards.
    pub(super) fn compare_cards(&self) -> HashMap<FileId, Vec<Diagnostic>> {
        let mut found: HashMap<FileId, Vec<Diagnostic>> = HashMap::new();
        for (index, judges) in self.active_indexes() {
            for (key, group) in self.groups(index) {
                let members = Members::new(&self.files, &group, key);
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

    /// The cards that share a key, group by group, each in the order of files and places; with the
    /// key as the index gives it.
    fn groups(&self, index: &Index) -> Vec<(u64, Vec<Member>)> {
        let mut keyed: Vec<(u64, Member)> = self
            .files
            .par_iter()
            .enumerate()
            .flat_map_iter(|(file, source)| {
                let apart = if index.scoped { self.apart(file) } else { 0 };
                source.facts.iter().enumerate().flat_map(move |(item, facts)| {
                    let keys = facts.as_ref().map_or(&[][..], |facts| (index.keys)(facts));
                    let member = Member { file: FileId(file), item };
                    keys.iter().map(move |key| (key ^ apart, member))
                })
            })
            .collect();
        keyed.par_sort_unstable();
        let mut groups: Vec<(u64, Vec<Member>)> = keyed
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|group| group.len() > 1)
            .map(|group| {
                let apart = if index.scoped { self.apart(group[0].1.file.0) } else { 0 };
                (group[0].0 ^ apart, group.iter().map(|(_, member)| *member).collect())
            })
            .collect();
        groups.sort_unstable_by(|one, other| (&one.1, one.0).cmp(&(&other.1, other.0)));
        groups
    }
}
