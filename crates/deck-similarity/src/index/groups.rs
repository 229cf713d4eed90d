//! All cards that ask the same, group by group.

use std::hash::Hash;

use super::Index;
use crate::keys::Tier;

/// Cards that ask the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group<Id> {
    /// In which way: every two members are of this tier or a graver one.
    pub tier: Tier,
    /// Two cards or more, in order.
    pub members: Vec<Id>,
}

impl<Id: Copy + Ord + Hash> Index<Id> {
    /// The groups of a tier, in the order of their first members. A group holds those of graver
    /// tiers; no card is in two groups. The time is in proportion to the size of all groups, but
    /// for their sorting.
    pub fn groups(&self, tier: Tier) -> Vec<Group<Id>> {
        let mut groups = Vec::new();
        for (_, members) in self.questions.shared() {
            let entries = members.iter().filter_map(|place| self.entry(place));
            let mut members: Vec<(u64, Id)> =
                entries.map(|entry| (entry.keys.tier(tier), entry.id)).collect();
            members.sort_unstable();
            for same in members.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() > 1) {
                groups.push(Group { tier, members: same.iter().map(|(_, id)| *id).collect() });
            }
        }
        groups.sort_unstable_by_key(|group| group.members[0]);
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Question;

    #[test]
    fn a_coarser_tier_joins_groups() {
        let mut index = Index::new();
        for (id, text) in [
            "How do I make a cake?",
            "How can you make a cake?",
            "how do i make a cake",
            "How can you make a cake",
            "How can you make tea?",
        ]
        .into_iter()
        .enumerate()
        {
            index.insert(id, Question::lex(text).keys());
        }
        let members =
            |tier| index.groups(tier).into_iter().map(|group| group.members).collect::<Vec<_>>();
        assert_eq!(members(Tier::Same), [[1, 3]]);
        assert_eq!(members(Tier::Equivalent), [[0, 1, 2, 3]]);
        assert_eq!(members(Tier::Similar), [[0, 1, 2, 3]]);
    }
}
