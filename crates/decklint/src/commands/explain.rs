//! `decklint explain RULE`

use std::io::Write as _;

use deck_lint::{FixKind, rules};

use crate::Outcome;
use crate::args::ExplainArgs;
use crate::failure::Failure;

/// Prints the page of a rule.
pub(crate) fn run(args: &ExplainArgs) -> Result<Outcome, Failure> {
    let rule = rules::by_name(&args.rule)
        .ok_or_else(|| Failure::NoSuchRule { name: args.rule.clone() })?;
    let off = if rule.enabled { "" } else { ", off by default" };
    let fix = match rule.fix {
        FixKind::None => "no fix",
        FixKind::Safe => "fixed by --fix",
        FixKind::Unsafe => "fixes to choose from (`--format json` lists them)",
    };
    let mut out = anstream::stdout().lock();
    writeln!(out, "\x1b[1m{}\x1b[0m: {}", rule.name, rule.summary)?;
    let dialects = rule.dialects_in_words();
    writeln!(out, "{}{off} · {fix} · {dialects} · since {}\n", rule.level.name(), rule.since)?;
    for line in rule.plain_page().lines() {
        writeln!(out, "{}", shown(line))?;
    }
    Ok(Outcome::Clean)
}

/// A line of the page as a terminal shows it.
fn shown(line: &str) -> String {
    match line.strip_prefix("## ") {
        Some(heading) => format!("\x1b[1m## {heading}\x1b[0m"),
        None => line.to_owned(),
    }
}
