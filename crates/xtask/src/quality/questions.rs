//! Pairs of questions, judged by `deck-similarity`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use deck_similarity::{Question, Tier, judge};
use serde_json::Value;

use crate::Result;

/// Reads pairs of questions, a JSON object a line with `a`, `b`, `label` (1: they ask the same)
/// and optionally `test` (the kind of pair), and prints how many of each tier are right.
#[derive(Debug, Args)]
pub(crate) struct QuestionArgs {
    /// The pairs, one JSON object a line
    #[arg(value_name = "PAIRS.jsonl")]
    pairs: PathBuf,
    /// Write one score a line: 1 for the first tier, 0.9 for the second, 0.5 for the third, else 0
    #[arg(long, value_name = "FILE")]
    scores: Option<PathBuf>,
    /// Print the pairs that were judged wrong, with their line numbers
    #[arg(long)]
    wrong: bool,
    /// Count only the pairs of one half, drawn by a fixed rule: `0` or `1`
    #[arg(long, value_name = "HALF", value_parser = clap::value_parser!(u64).range(..2))]
    half: Option<u64>,
}

/// A pair of questions and what is known of it.
struct Pair {
    /// Line number, from one.
    line: usize,
    a: String,
    b: String,
    same: bool,
    test: Option<String>,
}

/// Pairs of one kind, by tier: those that are the same, and those that are not.
#[derive(Default)]
struct Counts {
    /// By [`rank`]: the three tiers, then those not found.
    right: [usize; 4],
    wrong: [usize; 4],
}

impl QuestionArgs {
    /// Judges all pairs and prints the figures.
    pub(super) fn run(&self) -> Result<()> {
        let pairs = read(&self.pairs)?;
        let (mut all, mut tests) = (Counts::default(), BTreeMap::<String, Counts>::new());
        let mut scores = String::new();
        for pair in &pairs {
            let tier = judge(&Question::lex(&pair.a), &Question::lex(&pair.b));
            writeln!(scores, "{}", score(tier))?;
            if self.half.is_some_and(|half| half != half_of(pair.line)) {
                continue;
            }
            all.add(tier, pair.same);
            if let Some(test) = &pair.test {
                tests.entry(test.clone()).or_default().add(tier, pair.same);
            }
            if self.wrong
                && !pair.same
                && let Some(tier) = tier
            {
                println!("{}: {tier:?}: {} | {}", pair.line, pair.a, pair.b);
            }
        }
        print!("{}", all.table());
        for (test, counts) in &tests {
            println!("{}", counts.line(test));
        }
        if let Some(path) = &self.scores {
            fs::write(path, scores)?;
        }
        Ok(())
    }
}

/// Which half a line belongs to, by a bit of a multiplicative hash (Knuth).
fn half_of(line: usize) -> u64 {
    (line as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 63
}

fn read(path: &Path) -> Result<Vec<Pair>> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(index, line)| pair(index + 1, line)).collect()
}

fn pair(line: usize, text: &str) -> Result<Pair> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| format!("line {line}: {error}"))?;
    let field = |name: &str| value[name].as_str().map(str::to_owned);
    let (Some(a), Some(b)) = (field("a"), field("b")) else {
        return Err(format!("line {line}: `a` and `b` must be text").into());
    };
    let same = value["label"].as_i64().ok_or_else(|| format!("line {line}: no `label`"))? == 1;
    Ok(Pair { line, a, b, same, test: field("test") })
}

fn rank(tier: Option<Tier>) -> usize {
    match tier {
        Some(Tier::Same) => 0,
        Some(Tier::Equivalent) => 1,
        Some(Tier::Similar) => 2,
        None => 3,
    }
}

fn score(tier: Option<Tier>) -> f32 {
    [1.0, 0.9, 0.5, 0.0][rank(tier)]
}

impl Counts {
    fn add(&mut self, tier: Option<Tier>, same: bool) {
        let counts = if same { &mut self.right } else { &mut self.wrong };
        counts[rank(tier)] += 1;
    }

    fn same(&self) -> usize {
        self.right.iter().sum()
    }

    /// One line a tier, alone and with those before it.
    fn table(&self) -> String {
        let different: usize = self.wrong.iter().sum();
        let mut out = format!("{} pairs ask the same, {different} do not\n", self.same());
        for (index, name) in ["T1", "T2", "T3"].iter().enumerate() {
            let (right, wrong) = (self.right[index], self.wrong[index]);
            let (sum, errors): (usize, usize) =
                (self.right[..=index].iter().sum(), self.wrong[..=index].iter().sum());
            let _ = writeln!(
                out,
                "{name}  {right:>5} right {wrong:>4} wrong   up to here: precision {}  recall {}",
                share(sum, sum + errors),
                share(sum, self.same()),
            );
        }
        out
    }

    fn line(&self, test: &str) -> String {
        let kind = if self.same() > 0 { "same" } else { "different" };
        let count = |index: usize| self.right[index] + self.wrong[index];
        let total: usize = (0..4).map(count).sum();
        format!(
            "{kind:<9} {total:>5} pairs  T1 {:>4} T2 {:>4} T3 {:>4}  {test}",
            count(0),
            count(1),
            count(2),
        )
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of pairs")]
fn share(part: usize, whole: usize) -> String {
    if whole == 0 { "none".to_owned() } else { format!("{:.4}", part as f64 / whole as f64) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pair_is_read() {
        let pair = pair(1, r#"{"a": "What is it?", "b": "what is it", "label": 1}"#).unwrap();
        assert!(pair.same && pair.test.is_none());
        assert!(super::pair(1, r#"{"a": 1}"#).is_err());
    }

    #[test]
    fn precision_and_recall_are_counted_over_tiers() {
        let mut counts = Counts::default();
        counts.add(Some(Tier::Same), true);
        counts.add(Some(Tier::Equivalent), false);
        counts.add(None, true);
        let table = counts.table();
        assert!(table.contains("precision 1.0000  recall 0.5000"), "{table}");
        assert!(table.contains("precision 0.5000  recall 0.5000"), "{table}");
    }

    #[test]
    fn both_halves_hold_about_half() {
        let first = (1..=10_000).filter(|line| half_of(*line) == 0).count();
        assert!((4_900..5_100).contains(&first), "{first}");
    }
}
