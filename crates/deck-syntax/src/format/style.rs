//! What a deck's own habits decide.

use memchr::memchr_iter;

use super::list::{Mark, mark};
use super::row::columns;
use crate::deck::{Deck, LineKind};
use crate::dialect::Dialect;

/// How the lines of a deck are to be written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) dialect: Dialect,
    /// What most lines end in.
    pub(super) ending: &'static str,
    pub(super) step: Step,
}

/// How much deeper a point stands than the bullet above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// So many spaces.
    Spaces(usize),
    Tab,
}

impl Style {
    pub(super) fn of(deck: &Deck, text: &str) -> Self {
        Self { dialect: deck.dialect(), ending: ending(text), step: step(deck, text) }
    }
}

/// What most lines of a text end in; `\n` in a draw.
pub(crate) fn ending(text: &str) -> &'static str {
    let bytes = text.as_bytes();
    let (mut crlf, mut cr) = (0, 0);
    for at in memchr_iter(b'\r', bytes) {
        if bytes.get(at + 1) == Some(&b'\n') {
            crlf += 1;
        } else {
            cr += 1;
        }
    }
    if crlf + cr == 0 {
        return "\n";
    }
    let lf = memchr_iter(b'\n', bytes).count() - crlf;
    match lf.max(crlf).max(cr) {
        most if most == lf => "\n",
        most if most == crlf => "\r\n",
        _ => "\r",
    }
}

/// Whether a `\r` stands anywhere without a `\n` behind it.
pub(super) fn has_lone_cr(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr_iter(b'\r', bytes).any(|at| bytes.get(at + 1) != Some(&b'\n'))
}

/// The step that most points below others take: two spaces in a draw, and where there are none.
fn step(deck: &Deck, text: &str) -> Step {
    const STEPS: [Step; 4] = [Step::Spaces(2), Step::Spaces(4), Step::Tab, Step::Spaces(3)];
    let mut votes = [0_usize; STEPS.len()];
    if !matches!(deck.dialect(), Dialect::Hashcards | Dialect::Anki) {
        for (start, item) in deck.items_at() {
            let mut points: Vec<(usize, Mark)> = Vec::new();
            let mut at = usize::from(start);
            for line in &item.lines {
                let next = usize::from(start + line.end);
                if !line.verbatim {
                    vote(&text[at..next], line.kind, &mut points, &mut votes, &STEPS);
                }
                at = next;
            }
        }
    }
    let most = votes.iter().copied().max().unwrap_or_default();
    votes.iter().position(|&count| count == most).map_or(STEPS[0], |index| STEPS[index])
}

fn vote(
    line: &str,
    kind: LineKind,
    points: &mut Vec<(usize, Mark)>,
    votes: &mut [usize],
    steps: &[Step],
) {
    if !matches!(kind, LineKind::Front | LineKind::Back | LineKind::Prose) {
        return;
    }
    let words = line.trim_start_matches([' ', '\t']);
    let Some((mark, _)) = mark(words) else { return };
    let indent = &line[..line.len() - words.len()];
    let column = columns(indent, 0);
    while points.pop_if(|(above, _)| *above >= column).is_some() {}
    // Below a number, spaces may be more than the step, since they have to reach its words.
    let step = match points.last() {
        Some(_) if indent.contains('\t') => Some(Step::Tab),
        Some((above, Mark::Bullet(_))) => Some(Step::Spaces(column - above)),
        _ => None,
    };
    if let Some(index) = steps.iter().position(|known| Some(*known) == step) {
        votes[index] += 1;
    }
    points.push((column, mark));
}
