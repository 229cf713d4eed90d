//! Which of some new things are which of some old ones.

use std::collections::HashMap;
use std::hash::Hash;

/// For each new thing the index of the old one that it is, if it is one: equal ones in their order
/// from both ends, then those that are alike, then what is left in its order.
///
/// `same` tells what has not changed, `likeness` what still is the same thing though it has changed.
pub(crate) fn matched<O, N, K: Hash + Eq>(
    old: &[O],
    new: &[N],
    same: impl Fn(&O, &N) -> bool,
    likeness: (impl Fn(&O) -> K, impl Fn(&N) -> K),
) -> Vec<Option<usize>> {
    let head = old.iter().zip(new).take_while(|(old, new)| same(old, new)).count();
    let (rest_old, rest_new) = (&old[head..], &new[head..]);
    let ends = rest_old.iter().rev().zip(rest_new.iter().rev());
    let tail = ends.take_while(|(old, new)| same(old, new)).count();
    let mut found: Vec<Option<usize>> = (0..head).map(Some).collect();
    let middle = head..old.len() - tail;
    found.extend(of_middle(
        &old[middle.clone()],
        &rest_new[..rest_new.len() - tail],
        (middle.start, same),
        likeness,
    ));
    found.extend((middle.end..old.len()).map(Some));
    found
}

fn of_middle<O, N, K: Hash + Eq>(
    old: &[O],
    new: &[N],
    (first, same): (usize, impl Fn(&O, &N) -> bool),
    (of_old, of_new): (impl Fn(&O) -> K, impl Fn(&N) -> K),
) -> Vec<Option<usize>> {
    let mut by_likeness: HashMap<K, Vec<usize>> = HashMap::new();
    for (index, it) in old.iter().enumerate().rev() {
        by_likeness.entry(of_old(it)).or_default().push(index);
    }
    let mut is_taken = vec![false; old.len()];
    let mut found: Vec<Option<usize>> = new
        .iter()
        .map(|it| {
            let alike = by_likeness.get_mut(&of_new(it))?;
            let unchanged = alike.iter().rposition(|&index| same(&old[index], it));
            let at = unchanged.or(alike.len().checked_sub(1))?;
            let index = alike.remove(at);
            is_taken[index] = true;
            Some(index)
        })
        .collect();
    let mut left = (0..old.len()).filter(|&index| !is_taken[index]);
    for place in found.iter_mut().filter(|place| place.is_none()) {
        *place = left.next();
    }
    found.into_iter().map(|index| index.map(|index| index + first)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Words are the same if they are equal, and alike if they begin alike.
    fn found(old: &str, new: &str) -> Vec<Option<usize>> {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let start = |word: &String| word.chars().next();
        matched(&words(old), &words(new), |one, other| one == other, (start, start))
    }

    #[test]
    fn things_keep_their_names() {
        assert_eq!(found("a b c", "a b c"), [Some(0), Some(1), Some(2)]);
        assert_eq!(found("a b c", "a bx c"), [Some(0), Some(1), Some(2)]);
        assert_eq!(found("a b c", "a d b c"), [Some(0), None, Some(1), Some(2)]);
        assert_eq!(found("a b c", "a c"), [Some(0), Some(2)]);
        assert_eq!(found("a b c", "c b a"), [Some(2), Some(1), Some(0)]);
        assert_eq!(found("a b c", "a x c"), [Some(0), Some(1), Some(2)], "it was rewritten");
        assert_eq!(found("a a a", "a a"), [Some(0), Some(1)]);
        assert_eq!(found("", "a"), [None]);
    }
}
