//! Precision and recall of the spans that were found.

use std::collections::BTreeMap;

use super::class::{class, is_explicit};
use super::gold::{Document, Marked};
use super::interval;
use super::spans::Span;

/// What is scored.
#[derive(Debug, Clone, Copy)]
pub(super) struct Options {
    /// Whether only explicit expressions are; what touches another one is then neither right nor
    /// wrong.
    pub(super) explicit: bool,
}

/// Counts of what was marked and found.
#[derive(Debug, Default)]
pub(super) struct Score {
    pub(super) gold: usize,
    pub(super) found: usize,
    /// Marked and found with the same ends.
    strict: usize,
    /// Marked and touched by something found.
    touched: usize,
    /// Found and touching something marked.
    touching: usize,
    /// Marked, and with a value that is an interval; found; found with the same one.
    valued: usize,
    valued_found: usize,
    valued_right: usize,
    pub(super) classes: BTreeMap<&'static str, ClassScore>,
    pub(super) missed: BTreeMap<&'static str, Vec<String>>,
    pub(super) superfluous: Vec<String>,
    pub(super) wrong: Vec<String>,
}

/// Counts of one class of marked expressions.
#[derive(Debug, Default)]
pub(super) struct ClassScore {
    pub(super) gold: usize,
    pub(super) strict: usize,
    pub(super) touched: usize,
    pub(super) valued: usize,
    pub(super) right: usize,
}

/// A share that is 0 where there is nothing to share.
pub(super) fn share(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    if whole == 0 { 0.0 } else { number(part) / number(whole) }
}

fn harmonic(precision: f64, recall: f64) -> f64 {
    if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 }
}

impl Score {
    /// Scores what was found in each document.
    pub(super) fn of(gold: &[Document], found: &[Vec<Span>], options: Options) -> Self {
        let mut score = Self::default();
        for (document, spans) in gold.iter().zip(found) {
            score.document(document, spans, options);
        }
        score
    }

    fn document(&mut self, document: &Document, spans: &[Span], options: Options) {
        let scored = |marked: &&Marked| !options.explicit || is_explicit(marked);
        let (keep, drop): (Vec<_>, Vec<_>) = document.spans.iter().partition(scored);
        let counted = |span: &&Span| {
            keep.iter().any(|marked| touch(marked, span))
                || !drop.iter().any(|marked| touch(marked, span))
        };
        let spans: Vec<_> = spans.iter().filter(counted).collect();
        self.gold += keep.len();
        self.found += spans.len();
        for span in &spans {
            if keep.iter().any(|marked| touch(marked, span)) {
                self.touching += 1;
            } else {
                self.superfluous.push(format!("{}: {}", document.name, around(document, span)));
            }
        }
        for marked in keep {
            self.marked(marked, &spans);
        }
    }

    fn marked(&mut self, marked: &Marked, spans: &[&Span]) {
        let touching: Vec<_> = spans.iter().filter(|span| touch(marked, span)).collect();
        let class = class(marked);
        let counts = self.classes.entry(class).or_default();
        counts.gold += 1;
        if touching.is_empty() {
            self.missed.entry(class).or_default().push(marked.text.clone());
        } else {
            self.touched += 1;
            counts.touched += 1;
        }
        if touching.iter().any(|span| (span.start, span.end) == (marked.start, marked.end)) {
            self.strict += 1;
            counts.strict += 1;
        }
        let Some(days) = interval::one(&marked.value) else { return };
        self.valued += 1;
        counts.valued += 1;
        let values = || touching.iter().map(|span| span.value.as_deref().unwrap_or(""));
        if values().any(|value| interval::all(value).contains(&days)) {
            self.valued_right += 1;
            counts.right += 1;
        } else if !touching.is_empty() {
            let found = values().collect::<Vec<_>>().join(" ");
            self.wrong.push(format!("{} = {}, found {found}", marked.text, marked.value));
        }
        self.valued_found += usize::from(!touching.is_empty());
    }

    /// Precision, recall and their harmonic mean of the same spans.
    pub(super) fn strict(&self) -> [f64; 3] {
        let (precision, recall) = (share(self.strict, self.found), share(self.strict, self.gold));
        [precision, recall, harmonic(precision, recall)]
    }

    /// Precision, recall and their harmonic mean of spans that touch.
    pub(super) fn relaxed(&self) -> [f64; 3] {
        let (precision, recall) =
            (share(self.touching, self.found), share(self.touched, self.gold));
        [precision, recall, harmonic(precision, recall)]
    }

    /// Right values among those found, among those marked, and the harmonic mean of the latter and
    /// precision.
    pub(super) fn value(&self) -> [f64; 3] {
        let recall = share(self.valued_right, self.valued);
        let precision = share(self.valued_right, self.found);
        [share(self.valued_right, self.valued_found), recall, harmonic(precision, recall)]
    }
}

fn touch(marked: &Marked, span: &Span) -> bool {
    span.start < marked.end && marked.start < span.end
}

fn around(document: &Document, span: &Span) -> String {
    let text = document.text.chars().skip(span.start.saturating_sub(25));
    let before = span.start.min(25);
    let near: Vec<char> = text.take(before + span.end - span.start + 25).collect();
    let (left, rest) = near.split_at(before);
    let (middle, right) = rest.split_at((span.end - span.start).min(rest.len()));
    let line = |chars: &[char]| chars.iter().collect::<String>().replace('\n', " ");
    format!("{}[{}]{}", line(left), line(middle), line(right))
}
