//! What the made-up decks are about. Adding a subject: one file here and one line in `ALL`.
//!
//! A word in angle brackets is a slot; `scene.rs` fills it. Each question has enough slots that
//! the same question hardly ever comes up twice by accident, even among a million cards.

mod biology;
mod computing;
mod history;
mod languages;

/// The sentences of one school subject.
#[derive(Debug)]
pub(super) struct Subject {
    /// Name, which is also the folder of its decks and their tag.
    pub(super) name: &'static str,
    /// Titles of decks.
    pub(super) titles: &'static [&'static str],
    /// Headings inside a deck.
    pub(super) sections: &'static [&'static str],
    /// Questions, each with its question mark.
    pub(super) questions: &'static [&'static str],
    /// Sentences and bullets for answers, without a final full stop.
    pub(super) statements: &'static [&'static str],
    /// Fronts and backs of one-line cards.
    pub(super) pairs: &'static [(&'static str, &'static str)],
    /// Sentences with deletions.
    pub(super) clozes: &'static [&'static str],
    /// What some answers end with: code or maths, whole lines.
    pub(super) blocks: &'static [&'static str],
}

/// All subjects, in the order in which files take turns.
pub(super) const ALL: &[&Subject] =
    &[&history::SUBJECT, &biology::SUBJECT, &computing::SUBJECT, &languages::SUBJECT];
