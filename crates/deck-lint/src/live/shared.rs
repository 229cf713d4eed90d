//! What the rules that compare cards say, kept group by group.

mod postings;

use std::collections::{BTreeSet, HashMap, HashSet};

use foldhash::fast::FixedState;

use crate::diagnostic::Diagnostic;
use crate::facts::CardFacts;
use crate::lint::{Group, Judged, Judges};
use crate::rule::{Index, Member, Placed};
use crate::source::{FileId, Spliced};
use crate::twins::QUESTIONS;
use crate::workspace::Workspace;
use postings::Postings;

/// What was found by comparing cards.
#[derive(Debug)]
pub(super) struct Shared {
    indexes: Vec<LiveIndex>,
    /// What rules that look at all cards said when they last ran.
    of_all_cards: Vec<(usize, Placed)>,
    /// The files of which they say something less since a card they named is gone.
    silenced: BTreeSet<FileId>,
}

/// The cards by one kind of key.
#[derive(Debug)]
struct LiveIndex {
    index: &'static Index,
    judges: Judges,
    /// Which files hold cards with a key, kept apart by scope.
    postings: Postings,
    /// The groups of which something is said.
    found: HashMap<u64, Found, FixedState>,
    /// The keys whose groups have changed and not been judged since.
    stale: HashSet<u64, FixedState>,
}

#[derive(Debug, PartialEq, Eq)]
struct Found {
    group: Group,
    judged: Vec<Judged>,
}

impl Shared {
    pub(super) fn of(workspace: &Workspace) -> Self {
        let indexes = workspace.active_indexes().into_iter();
        let indexes = indexes.map(|(index, judges)| LiveIndex::of(workspace, index, judges));
        Self { indexes: indexes.collect(), of_all_cards: Vec::new(), silenced: BTreeSet::new() }
    }

    /// For each index, what keeps the keys of a file apart.
    pub(super) fn apart(&self, workspace: &Workspace, id: FileId) -> Vec<u64> {
        self.indexes.iter().map(|it| workspace.apart(it.index, id.0)).collect()
    }

    /// Follows an edit: `added` are the facts of the items that came in.
    pub(super) fn splice(
        &mut self,
        id: FileId,
        apart: &[u64],
        spliced: &Spliced,
        added: &[Option<CardFacts>],
    ) {
        for (index, apart) in self.indexes.iter_mut().zip(apart) {
            index.splice(id, *apart, spliced, added);
        }
        let silenced = &mut self.silenced;
        self.of_all_cards.retain_mut(|(_, placed)| {
            let stands = placed.members.iter_mut().all(|member| follow(member, id, spliced));
            silenced.extend(placed.members.first().filter(|_| !stands).map(|first| first.file));
            stands
        });
    }

    /// Judges the groups that have changed. Gives the files of which something else is said.
    pub(super) fn judge(&mut self, workspace: &Workspace) -> BTreeSet<FileId> {
        let mut touched = std::mem::take(&mut self.silenced);
        for index in &mut self.indexes {
            index.judge(workspace, &mut touched);
        }
        touched
    }

    pub(super) fn adopt(&mut self, found: Vec<(usize, Placed)>) -> BTreeSet<FileId> {
        if found == self.of_all_cards {
            return BTreeSet::new();
        }
        let before = std::mem::replace(&mut self.of_all_cards, found);
        let all = before.iter().chain(&self.of_all_cards);
        all.filter_map(|(_, placed)| Some(placed.members.first()?.file)).collect()
    }

    /// What is said of a file.
    pub(super) fn of_file(&self, workspace: &Workspace, id: FileId) -> Vec<Diagnostic> {
        let mut diagnostics = Vec::new();
        for Found { group, judged } in self.indexes.iter().flat_map(|it| it.found.values()) {
            let here = judged.iter().filter(|it| group.members[it.member].file == id);
            diagnostics.extend(here.filter_map(|it| workspace.placed(&group.members, it.clone())));
        }
        for (rule, Placed { members, finding }) in &self.of_all_cards {
            if members.first().is_some_and(|member| member.file == id) {
                let judged = Judged { rule: *rule, member: 0, finding: finding.clone() };
                diagnostics.extend(workspace.placed(members, judged));
            }
        }
        diagnostics
    }

    fn questions(&self) -> Option<&LiveIndex> {
        self.indexes.iter().find(|it| std::ptr::eq(it.index, &raw const QUESTIONS))
    }

    pub(super) fn asking_alike(&self, workspace: &Workspace, card: Member) -> Vec<Member> {
        let Some(index) = self.questions() else { return Vec::new() };
        let apart = workspace.apart(index.index, card.file.0);
        let keys = keys_of(index.index, workspace.file(card.file).facts[card.item].as_ref(), apart);
        let wanted: HashSet<u64, FixedState> = keys.collect();
        let groups = index.groups(workspace, &wanted);
        let members = groups.into_iter().flat_map(|group| group.members);
        members.filter(|member| *member != card).collect()
    }

    pub(super) fn counts_alike(&self, workspace: &Workspace, id: FileId) -> Vec<(usize, usize)> {
        let Some(index) = self.questions() else { return Vec::new() };
        let apart = workspace.apart(index.index, id.0);
        let facts = workspace.file(id).facts.iter().enumerate();
        let counts = facts.filter_map(|(item, facts)| {
            let others = keys_of(index.index, facts.as_ref(), apart)
                .map(|key| index.postings.count(key) - 1);
            others.max().filter(|&count| count > 0).map(|count| (item, count))
        });
        counts.collect()
    }
}

impl LiveIndex {
    fn of(workspace: &Workspace, index: &'static Index, judges: Judges) -> Self {
        let mut live = Self {
            index,
            judges,
            postings: Postings::default(),
            found: HashMap::default(),
            stale: HashSet::default(),
        };
        for (id, file) in workspace.files() {
            let apart = workspace.apart(index, id.0);
            for key in file.facts.iter().flat_map(|facts| keys_of(index, facts.as_ref(), apart)) {
                live.postings.insert(key, id);
            }
        }
        for group in workspace.groups(index) {
            live.judge_group(workspace, group);
        }
        live
    }

    fn splice(&mut self, id: FileId, apart: u64, spliced: &Spliced, added: &[Option<CardFacts>]) {
        for facts in &spliced.gone {
            for key in keys_of(self.index, facts.as_ref(), apart) {
                self.postings.remove(key, id);
                self.stale.insert(key);
            }
        }
        for facts in added {
            for key in keys_of(self.index, facts.as_ref(), apart) {
                self.postings.insert(key, id);
                self.stale.insert(key);
            }
        }
        // Groups that lost a card are judged anew; in the others cards have moved.
        for found in self.found.values_mut() {
            for member in &mut found.group.members {
                follow(member, id, spliced);
            }
        }
    }

    fn judge(&mut self, workspace: &Workspace, touched: &mut BTreeSet<FileId>) {
        let stale = std::mem::take(&mut self.stale);
        if stale.is_empty() {
            return;
        }
        let mut before: HashMap<u64, Found, FixedState> = HashMap::default();
        for key in &stale {
            before.extend(self.found.remove(key).map(|found| (*key, found)));
        }
        for group in self.groups(workspace, &stale) {
            let key = self.judge_group(workspace, group);
            let now = self.found.get(&key);
            let then = before.remove(&key);
            if now != then.as_ref() {
                touched.extend(now.into_iter().chain(&then).flat_map(Found::files));
            }
        }
        touched.extend(before.values().flat_map(Found::files));
    }

    /// Judges a group, keeps what is said of it, and gives its key, kept apart.
    fn judge_group(&mut self, workspace: &Workspace, group: Group) -> u64 {
        let apart = workspace.apart(self.index, group.members[0].file.0);
        let key = group.key ^ apart;
        let judged = workspace.judge(&group, &self.judges);
        if !judged.is_empty() {
            self.found.insert(key, Found { group, judged });
        }
        key
    }

    /// The groups of the keys that are `wanted`.
    fn groups(&self, workspace: &Workspace, wanted: &HashSet<u64, FixedState>) -> Vec<Group> {
        let shared: HashSet<u64, FixedState> =
            wanted.iter().copied().filter(|key| self.postings.count(*key) > 1).collect();
        let mut files: Vec<FileId> =
            shared.iter().flat_map(|key| self.postings.files(*key)).collect();
        files.sort_unstable();
        files.dedup();
        workspace.groups_in(self.index, &files, |key| shared.contains(&key))
    }
}

impl Found {
    /// The files of whose cards something is said.
    fn files(&self) -> impl Iterator<Item = FileId> + '_ {
        self.judged.iter().map(|judged| self.group.members[judged.member].file)
    }
}

/// The keys of a card in an index, kept apart.
fn keys_of<'f>(
    index: &Index,
    facts: Option<&'f CardFacts>,
    apart: u64,
) -> impl Iterator<Item = u64> + use<'f> {
    facts.map_or(&[][..], |facts| (index.keys)(facts)).iter().map(move |key| key ^ apart)
}

/// Moves a card with the edit of a file; `false` if the card is gone.
fn follow(member: &mut Member, id: FileId, spliced: &Spliced) -> bool {
    if member.file != id || member.item < spliced.removed.start {
        return true;
    }
    if member.item < spliced.removed.end {
        return false;
    }
    member.item = member.item - spliced.removed.len() + spliced.added.len();
    true
}
