//! `decklint rules`

use std::io::Write as _;

use deck_lint::{FixKind, Rule, rules};
use serde::Serialize;

use crate::Outcome;
use crate::args::{DataFormat, RulesArgs};
use crate::failure::Failure;

/// A rule as programs read it.
#[derive(Serialize)]
struct RuleData {
    name: &'static str,
    summary: &'static str,
    group: &'static str,
    level: &'static str,
    enabled: bool,
    fix: &'static str,
    dialects: Vec<&'static str>,
    since: &'static str,
}

/// Prints the list of rules.
pub(crate) fn run(args: &RulesArgs) -> Result<Outcome, Failure> {
    let mut out = anstream::stdout().lock();
    let mut sorted: Vec<&Rule> = rules::ALL.to_vec();
    sorted.sort_by_key(|rule| (rule.group, rule.name));
    if args.format == DataFormat::Json {
        let data: Vec<RuleData> = sorted.into_iter().map(data).collect();
        let json = serde_json::to_string_pretty(&data).map_err(std::io::Error::from)?;
        writeln!(out, "{json}")?;
        return Ok(Outcome::Clean);
    }
    let width = sorted.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    let mut group = None;
    for rule in sorted {
        if group != Some(rule.group) {
            let space = if group.is_some() { "\n" } else { "" };
            writeln!(out, "{space}\x1b[1m{}\x1b[0m", rule.group.name())?;
            group = Some(rule.group);
        }
        let level = if rule.enabled { rule.level.name() } else { "off" };
        let fix = if rule.fix == FixKind::Safe { "fix" } else { "" };
        writeln!(out, "  {:width$}  {level:7}  {fix:3}  {}", rule.name, rule.summary)?;
    }
    writeln!(out, "\n`decklint explain RULE` says more. `fix`: put right by `--fix`.")?;
    Ok(Outcome::Clean)
}

fn data(rule: &Rule) -> RuleData {
    RuleData {
        name: rule.name,
        summary: rule.summary,
        group: rule.group.name(),
        level: rule.level.name(),
        enabled: rule.enabled,
        fix: rule.fix.name(),
        dialects: rule.dialects.iter().map(|dialect| dialect.name()).collect(),
        since: rule.since,
    }
}
