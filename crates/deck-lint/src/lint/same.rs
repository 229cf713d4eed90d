//! One finding where two ask for the same change.

use std::cmp::Reverse;

use crate::diagnostic::Diagnostic;

/// Of findings at one place that ask for the same change, whatever the case of its letters, keeps
/// the gravest: a word in the list of misspellings that also stands nowhere else is told of once.
/// `found` are those of one file, in the order of their places. Gives the others.
pub(super) fn keep_gravest(found: &mut Vec<Diagnostic>) -> Vec<Diagnostic> {
    let place = |it: &Diagnostic| it.range;
    if found.windows(2).all(|pair| place(&pair[0]) != place(&pair[1])) {
        return Vec::new();
    }
    let mut kept = Vec::with_capacity(found.len());
    for here in found.chunk_by(|one, other| place(one) == place(other)) {
        kept.extend((0..here.len()).map(|at| {
            !here.iter().enumerate().any(|(other, it)| {
                let rank = |it: &Diagnostic, at: usize| (it.level, Reverse(at));
                other != at && rank(it, other) > rank(&here[at], at) && ask_the_same(it, &here[at])
            })
        }));
    }
    let (mut told, mut others) = (Vec::with_capacity(found.len()), Vec::new());
    for (diagnostic, is_kept) in std::mem::take(found).into_iter().zip(kept) {
        if is_kept { &mut told } else { &mut others }.push(diagnostic);
    }
    *found = told;
    others
}

fn ask_the_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.rule != other.rule
        && one.fixes.iter().any(|fix| {
            other.fixes.iter().any(|also| {
                fix.edits.len() == also.edits.len()
                    && fix.edits.iter().zip(&also.edits).all(|(edit, same)| {
                        edit.range == same.range && edit.insert.eq_ignore_ascii_case(&same.insert)
                    })
            })
        })
}
