//! One kind of bullet.

use super::{Mark, Tree, is_rule};
use crate::dialect::Dialect;

/// Makes the bullets of each list `-` where that takes no meaning away.
///
/// Where a list has two kinds, they are often two depths written without indents, or what speaks
/// for something and against; only a single `*` among three `-` or more is a slip.
pub(super) fn unify(tree: &mut Tree, dialect: Dialect) {
    for list in tree.lists() {
        let kinds: Vec<char> =
            list.iter().filter_map(|&index| bullet(tree.points[index].mark)).collect();
        if means_nothing(&kinds, dialect) {
            for index in list {
                let point = &mut tree.points[index];
                point.new_mark = bullet(point.mark).map_or(point.mark, |_| Mark::Bullet('-'));
            }
        }
    }
}

fn bullet(mark: Mark) -> Option<char> {
    match mark {
        Mark::Bullet(kind) => Some(kind),
        Mark::Number(..) => None,
    }
}

/// Whether the bullets of a list say nothing by being what they are.
fn means_nothing(kinds: &[char], dialect: Dialect) -> bool {
    let Some(&first) = kinds.first() else { return false };
    if kinds.iter().all(|&kind| kind == first) {
        // Markdown knows no `•`; in a native deck it is a bullet as any other.
        return first == '*' || dialect == Dialect::Deck && matches!(first, '•' | '‣' | '▪' | '◦');
    }
    let stars = kinds.iter().filter(|&&kind| kind == '*').count();
    let hyphens = kinds.iter().filter(|&&kind| kind == '-').count();
    first == '-' && stars == 1 && hyphens >= 3 && stars + hyphens == kinds.len()
}

/// Whether a bullet would make its line something else: `* - -` a rule.
pub(super) fn makes_rule(mark: Mark, words: &str) -> bool {
    bullet(mark).is_some_and(|kind| is_rule(&format!("{kind} {words}")))
}
