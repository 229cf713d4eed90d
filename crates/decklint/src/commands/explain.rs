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
    writeln!(out, "{}{off} · {fix} · since {}\n", rule.level.name(), rule.since)?;
    for line in rule.page.lines() {
        writeln!(out, "{}", plain(line))?;
    }
    Ok(Outcome::Clean)
}

/// A line of the page without what only the tests of its examples need.
fn plain(line: &str) -> String {
    let ticks = line.bytes().take_while(|&b| b == b'`').count();
    if ticks >= 3 && line[ticks..].starts_with("deck ") {
        return line[..ticks].to_owned() + "deck";
    }
    match line.strip_prefix("## ") {
        Some(heading) => format!("\x1b[1m## {heading}\x1b[0m"),
        None => line.to_owned(),
    }
}
