//! What has changed between two lists.

/// Some elements of the old list, and what stands in their place in the new one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<T> {
    /// The index of the first old element that goes.
    pub start: usize,
    /// How many go.
    pub delete: usize,
    /// What comes in their place.
    pub insert: Vec<T>,
}

/// The change that makes `new` of `old`; `None` if they are equal. An edit changes one place of a
/// file, so that what lies before and behind it is the same.
pub fn diff<T: PartialEq + Clone>(old: &[T], new: &[T]) -> Option<Change<T>> {
    let before = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    if before == old.len() && before == new.len() {
        return None;
    }
    let rest = old[before..].iter().rev().zip(new[before..].iter().rev());
    let behind = rest.take_while(|(old, new)| old == new).count();
    Some(Change {
        start: before,
        delete: old.len() - before - behind,
        insert: new[before..new.len() - behind].to_vec(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_stays_is_not_sent() {
        let change =
            |start, delete, insert: &[u8]| Some(Change { start, delete, insert: insert.to_vec() });
        assert_eq!(diff(b"abc", b"abc"), None);
        assert_eq!(diff(b"abc", b"abxc"), change(2, 0, b"x"));
        assert_eq!(diff(b"aaa", b"aa"), change(2, 1, b""));
        assert_eq!(diff(b"", b"ab"), change(0, 0, b"ab"));
    }

    proptest! {
        #[test]
        fn a_change_makes_the_new_list_of_the_old(
            old in prop::collection::vec(0u8..3, 0..12),
            new in prop::collection::vec(0u8..3, 0..12),
        ) {
            let mut made = old.clone();
            if let Some(change) = diff(&old, &new) {
                made.splice(change.start..change.start + change.delete, change.insert);
            }
            prop_assert_eq!(made, new);
        }
    }
}
