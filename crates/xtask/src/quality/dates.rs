//! `cargo xtask quality dates GOLD.jsonl`: the dates found in texts beside those that people
//! marked.
//!
//! A line of the gold is `{text, spans: [{start, end, type, value}]}`, offsets in code points, end
//! excluded. A range is scored as its two ends, since that is how they are marked.

mod class;
pub(super) mod gold;
mod interval;
mod report;
mod score;
mod spans;

use std::fs;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde_json::json;

use crate::Result;
use score::{Options, Score};
use spans::Span;

/// Scores the dates found in the texts of a gold file: strict (same span), relaxed (some
/// overlap), and by value (same days).
#[derive(Debug, Args)]
pub(crate) struct DatesArgs {
    /// Texts with the dates that people marked, one JSON object a line
    #[arg(value_name = "GOLD.jsonl")]
    gold: PathBuf,
    /// Score only one class; both if not given
    #[arg(long, value_name = "CLASS")]
    class: Option<Class>,
    /// Write the spans that were scored, for another scorer to read; needs --class
    #[arg(long, value_name = "OUT.jsonl", requires = "class")]
    spans: Option<PathBuf>,
    /// Show this many missed, superfluous and wrong ones of each sort
    #[arg(long, value_name = "N", default_value_t = 0)]
    show: usize,
}

/// Which expressions are scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Class {
    /// Every temporal expression
    All,
    /// Those that say by themselves which time of the calendar they mean
    Explicit,
}

impl DatesArgs {
    /// Scores and prints.
    pub(crate) fn run(&self) -> Result<()> {
        let gold = gold::read(&fs::read_to_string(&self.gold)?)?;
        let classes = self.class.map_or(vec![Class::All, Class::Explicit], |class| vec![class]);
        for class in classes {
            let found =
                gold.iter().map(|document| spans::find(document, class)).collect::<Vec<_>>();
            if let Some(path) = &self.spans {
                fs::write(path, lines(&found))?;
            }
            let options = Options { explicit: class == Class::Explicit };
            let score = Score::of(&gold, &found, options);
            print!("{}", report::text(class, &score, self.show));
        }
        if gold.iter().any(|document| document.spans.is_empty()) {
            print!("{}", report::negatives(&gold));
        }
        Ok(())
    }
}

fn lines(found: &[Vec<Span>]) -> String {
    let line = |spans: &Vec<Span>| {
        let spans: Vec<_> = spans
            .iter()
            .map(|span| json!({"start": span.start, "end": span.end, "value": span.value}))
            .collect();
        format!("{}\n", json!({ "spans": spans }))
    };
    found.iter().map(line).collect()
}
