//! Running the rules that compare cards, wherever in the workspace they are.

use std::collections::HashMap;

use rayon::prelude::*;

use super::place;
use crate::config::Scope;
use crate::diagnostic::Diagnostic;
use crate::finding::Finding;
use crate::hash::hash;
use crate::rule::{CardsCx, Check, Index, Judge, Member, Members, Placed};
use crate::rules;
use crate::source::FileId;
use crate::workspace::Workspace;

/// The judgements of the rules that run on an index: the index of each rule, and its judge.
pub(crate) type Judges = Vec<(usize, Judge)>;

/// Cards that share a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    /// The key, as the index gives it.
    pub(crate) key: u64,
    /// The cards, in the order of files and places.
    pub(crate) members: Vec<Member>,
}

/// What a rule says of one of the cards of a group, or of the first of the cards it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Judged {
    /// The index of the rule.
    pub(crate) rule: usize,
    /// The number of the card.
    pub(crate) member: usize,
    /// What is wrong, relative to the card's item.
    pub(crate) finding: Finding,
}

impl Workspace {
    /// Runs the rules that compare cards.
    pub(crate) fn compare_cards(&self) -> HashMap<FileId, Vec<Diagnostic>> {
        let (of_groups, of_all) =
            rayon::join(|| self.judge_all_groups(), || self.look_at_all_cards());
        let mut found: HashMap<FileId, Vec<Diagnostic>> = HashMap::new();
        for (Group { members, .. }, told) in of_groups {
            for judged in told {
                self.place_shared(&members, judged, &mut found);
            }
        }
        for (rule, Placed { members, finding }) in of_all {
            self.place_shared(&members, Judged { rule, member: 0, finding }, &mut found);
        }
        found
    }

    /// The groups of cards of which something is said.
    fn judge_all_groups(&self) -> Vec<(Group, Vec<Judged>)> {
        let told = self.active_indexes().into_iter().flat_map(|(index, judges)| {
            let groups = self.groups(index).into_par_iter();
            let told = groups.map(|group| {
                let judged = self.judge(&group, &judges);
                (group, judged)
            });
            told.filter(|(_, judged)| !judged.is_empty()).collect::<Vec<_>>()
        });
        told.collect()
    }

    /// What rules say of the cards of a group.
    pub(crate) fn judge(&self, group: &Group, judges: &[(usize, Judge)]) -> Vec<Judged> {
        let members = Members::new(&self.files, &group.members, group.key);
        let told = judges.iter().flat_map(|&(rule, judge)| {
            let found = judge(&members).into_iter();
            found.map(move |(member, finding)| Judged { rule, member, finding })
        });
        told.collect()
    }

    /// Runs the rules that look at all cards at once.
    pub(crate) fn look_at_all_cards(&self) -> Vec<(usize, Placed)> {
        let cx = CardsCx::new(self);
        let told = rules::ALL.par_iter().enumerate().flat_map_iter(|(rule, it)| {
            let placed = match it.check {
                Check::Cards(check) if self.runs(rule) => check(&cx),
                _ => Vec::new(),
            };
            placed.into_iter().map(move |placed| (rule, placed))
        });
        told.collect()
    }

    /// Whether a rule runs on any file.
    fn runs(&self, rule: usize) -> bool {
        self.levels.iter().any(|levels| levels.of(rule).is_some())
    }

    /// The indexes that rules which run look at, each with those rules.
    pub(crate) fn active_indexes(&self) -> Vec<(&'static Index, Judges)> {
        let mut indexes: Vec<(&Index, Judges)> = Vec::new();
        for (rule, check) in rules::ALL.iter().map(|rule| rule.check).enumerate() {
            let Check::Workspace { index, judge } = check else { continue };
            if !self.runs(rule) {
                continue;
            }
            match indexes.iter_mut().find(|(known, _)| std::ptr::eq(*known, index)) {
                Some((_, judges)) => judges.push((rule, judge)),
                None => indexes.push((index, vec![(rule, judge)])),
            }
        }
        indexes
    }

    fn place_shared(
        &self,
        members: &[Member],
        judged: Judged,
        found: &mut HashMap<FileId, Vec<Diagnostic>>,
    ) {
        let file = members[judged.member].file;
        if let Some(diagnostic) = self.placed(members, judged) {
            found.entry(file).or_default().push(diagnostic);
        }
    }

    /// What a rule says of cards as a diagnostic; `None` where the rule does not run on the file.
    pub(crate) fn placed(&self, members: &[Member], judged: Judged) -> Option<Diagnostic> {
        let Judged { rule, member, finding } = judged;
        let file = members[member].file;
        let level = self.levels[file.0].of(rule)?;
        let at = |member: usize| {
            let Member { file, item } = members[member];
            (file, self.files[file.0].deck.start(item))
        };
        Some(place(finding, rule, level, file, at(member).1, at))
    }

    /// What keeps the keys of a file apart from those of files with which it is not compared.
    pub(crate) fn apart(&self, index: &Index, file: usize) -> u64 {
        let path = self.files[file].path.as_path();
        match self.scopes[file] {
            _ if !index.scoped => 0,
            Scope::Workspace => 0,
            Scope::Folder => hash(path.parent().unwrap_or(path).as_os_str().as_encoded_bytes()),
            Scope::File => hash(path.as_os_str().as_encoded_bytes()),
        }
    }

    /// The cards that share a key, group by group.
    pub(crate) fn groups(&self, index: &Index) -> Vec<Group> {
        let all: Vec<FileId> = (0..self.files.len()).map(FileId).collect();
        self.groups_in(index, &all, |_| true)
    }

    /// The cards of some files that share a key, group by group, where the key, kept apart by
    /// scope, is wanted.
    pub(crate) fn groups_in(
        &self,
        index: &Index,
        files: &[FileId],
        wanted: impl Fn(u64) -> bool + Sync,
    ) -> Vec<Group> {
        let wanted = &wanted;
        let mut keyed: Vec<(u64, Member)> = files
            .par_iter()
            .flat_map_iter(|&file| {
                let apart = self.apart(index, file.0);
                self.file(file).facts.iter().enumerate().flat_map(move |(item, facts)| {
                    let keys = facts.as_ref().map_or(&[][..], |facts| (index.keys)(facts));
                    let keys = keys.iter().map(move |key| (key ^ apart, Member { file, item }));
                    keys.filter(|(key, _)| wanted(*key))
                })
            })
            .collect();
        keyed.par_sort_unstable();
        let mut groups: Vec<Group> = keyed
            .chunk_by(|a, b| a.0 == b.0)
            .filter(|group| group.len() > 1)
            .map(|group| Group {
                key: group[0].0 ^ self.apart(index, group[0].1.file.0),
                members: group.iter().map(|(_, member)| *member).collect(),
            })
            .collect();
        groups.sort_unstable_by(|a, b| (&a.members, a.key).cmp(&(&b.members, b.key)));
        groups
    }
}
