//! What becomes of one file while it is put right.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use deck_lint::Applied;

/// A file that is put right, round by round.
pub(super) struct Fixed {
    /// Its text before.
    pub(super) before: String,
    /// How many findings of each rule were put right.
    pub(super) by_rule: BTreeMap<&'static str, usize>,
    /// Hashes of the texts it had, each with the rules whose fixes made the next one of it.
    past: Vec<(u64, BTreeSet<&'static str>)>,
    /// The hash of its text.
    now: u64,
    /// The rules that undo each other's fixes, if any do.
    circle: BTreeSet<&'static str>,
}

impl Fixed {
    pub(super) fn of(text: &str) -> Self {
        Self {
            before: text.to_owned(),
            by_rule: BTreeMap::new(),
            past: Vec::new(),
            now: hash(text),
            circle: BTreeSet::new(),
        }
    }

    /// Takes over what one round makes of the text, unless it was that text before: then its
    /// fixes go round in circles, and the text stays.
    pub(super) fn change(&mut self, applied: &Applied) -> bool {
        let rules = applied.by_rule.keys().copied().collect();
        self.past.push((self.now, rules));
        let next = hash(&applied.text);
        if let Some(start) = self.past.iter().position(|(text, _)| *text == next) {
            self.circle = self.past[start..].iter().flat_map(|(_, rules)| rules).copied().collect();
            return false;
        }
        self.now = next;
        for (rule, count) in &applied.by_rule {
            *self.by_rule.entry(rule).or_insert(0) += count;
        }
        true
    }

    /// Says that what still changed in the last round will not end.
    pub(super) fn give_up(&mut self, rounds: usize) {
        if self.past.len() == rounds
            && let Some((_, rules)) = self.past.last()
        {
            self.circle.clone_from(rules);
        }
    }

    pub(super) fn goes_in_circles(&self) -> bool {
        !self.circle.is_empty()
    }

    /// Says so, to a person.
    pub(super) fn circle_text(&self, path: &str) -> String {
        let names: Vec<String> = self.circle.iter().map(|name| format!("`{name}`")).collect();
        format!(
            "{path}: what {} would change next goes round in circles and was left as it is: please \
             report this as a bug of decklint, with the file",
            names.join(" and ")
        )
    }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn applied(text: &str, rule: &'static str) -> Applied {
        Applied { text: text.to_owned(), fixed: 1, by_rule: BTreeMap::from([(rule, 1)]) }
    }

    #[test]
    fn two_rules_that_undo_each_other_are_named() {
        let mut fixed = Fixed::of("a");
        assert!(fixed.change(&applied("b", "first")));
        assert!(fixed.change(&applied("c", "one")));
        assert!(!fixed.change(&applied("b", "other")));
        assert!(fixed.goes_in_circles());
        let said = fixed.circle_text("a.deck");
        assert!(said.contains("`one` and `other`"), "{said}");
        assert!(!said.contains("first"), "{said}");
        assert_eq!(fixed.by_rule, BTreeMap::from([("first", 1), ("one", 1)]));
    }

    #[test]
    fn what_grows_for_ever_is_given_up() {
        let mut fixed = Fixed::of("");
        for round in 1..=4 {
            assert!(fixed.change(&applied(&"a".repeat(round), "grow")));
        }
        fixed.give_up(4);
        assert!(fixed.circle_text("a.deck").contains("`grow`"));
    }
}
