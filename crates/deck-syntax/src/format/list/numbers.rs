//! Numbers that follow each other.

use super::{Mark, Tree};

/// Counts on from a number that stands there twice, where all others follow each other.
///
/// `1. 1. 1.` is numbered when it is shown, and some write it so that a new point moves no other.
/// A gap may be all that is left of a point. Numbers that jump are years, articles, days.
pub(super) fn count(tree: &mut Tree) {
    for list in tree.lists() {
        let number = |index: usize| match tree.points[index].mark {
            Mark::Number(number, delimiter) => Some((index, number, delimiter)),
            Mark::Bullet(_) => None,
        };
        let list: Vec<(usize, u32, char)> = list.into_iter().filter_map(number).collect();
        let Some(twice) = twice(&list) else { continue };
        for &(index, number, delimiter) in &list[twice..] {
            tree.points[index].new_mark = Mark::Number(number + 1, delimiter);
        }
    }
}

/// Where the one number stands that repeats the one above it.
fn twice(list: &[(usize, u32, char)]) -> Option<usize> {
    const MOST: u32 = 98;
    let plain =
        list.iter().all(|(_, number, delimiter)| *number <= MOST && *delimiter == list[0].2);
    let follows = |at: usize| list[at].1 == list[at - 1].1 + 1;
    let at = (1..list.len()).find(|&at| !follows(at))?;
    let repeats = list[at].1 == list[at - 1].1 && list[at].1 > 1;
    let alone = (at + 1..list.len()).all(follows);
    (plain && repeats && alone && list.len() > 2).then_some(at)
}
