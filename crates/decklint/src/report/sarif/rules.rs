//! The rules that found something, with their pages.

use deck_lint::{Diagnostic, Level, Rule};

use super::model::{Configuration, RuleData, RuleProperties, Text};

/// The rules of some findings, in the order of their names.
pub(super) fn rules_of(diagnostics: &[Diagnostic]) -> Vec<&'static Rule> {
    let mut rules: Vec<&Rule> = diagnostics.iter().map(|diagnostic| diagnostic.rule).collect();
    rules.sort_by_key(|rule| rule.name);
    rules.dedup();
    rules
}

/// A rule, as SARIF describes it.
pub(super) fn describe(rule: &'static Rule) -> RuleData {
    let page = rule.plain_page();
    let about = page.split("\n\n").next().unwrap_or_default().replace('\n', " ");
    RuleData {
        id: rule.name,
        short_description: rule.summary.into(),
        full_description: about.into(),
        help: Text { text: page.clone(), markdown: Some(page) },
        default_configuration: Configuration { enabled: rule.enabled, level: level(rule.level) },
        properties: RuleProperties {
            tags: [rule.group.name()],
            severity: match rule.level {
                Level::Error => "error",
                Level::Warning => "warning",
                Level::Hint => "recommendation",
            },
        },
    }
}

/// A level by SARIF's name.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Hint => "note",
    }
}
