use deck_syntax::{Dialect, TextRange, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::Finding;
use crate::nearest::nearest;
use crate::rule::{Check, FixKind, Group, Rule, dialects};
use crate::rules;
use crate::source::SourceFile;
use crate::suppress::Allowance;

/// An allowance that allows nothing.
pub(crate) static RULE: Rule = Rule {
    name: "unused-allow",
    summary: "a comment allows something that is not there",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("unused_allow.md"),
    rollup: None,
    check: Check::Suppression,
};

/// Puts an allowance that allows nothing into words. Ranges are the file's.
pub(crate) fn report(file: &SourceFile, allowance: &Allowance) -> Finding {
    let name = &allowance.name;
    if name.is_empty() {
        return Finding::new(allowance.range, "this comment names no rule")
            .label("allows nothing")
            .help(match file.deck.dialect() {
                Dialect::Anki => "name the rule that it allows, as in `# decklint-allow missing-answer: why`",
                _ => "name the rule that it allows, as in `<!-- decklint-allow missing-answer: why -->`",
            });
    }
    if rules::by_name(name).is_none() {
        let help = match nearest(name, rules::ALL.iter().map(|rule| rule.name)) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`decklint rules` lists the rules".to_owned(),
        };
        return Finding::new(allowance.range, format!("there is no rule `{name}`"))
            .label("allows nothing")
            .help(help);
    }
    let finding = Finding::new(allowance.range, format!("there is no `{name}` here to allow"))
        .label("allows nothing")
        .help("delete the comment: it would hide the next such fault from you");
    if allowance.single { finding.fix(removal(file, allowance)) } else { finding }
}

/// Deletes the comment, with its line where it stands alone on it.
fn removal(file: &SourceFile, allowance: &Allowance) -> Fix {
    let (_, start) = file.lines().line(allowance.comment.start());
    let (last, _) = file.lines().line(allowance.comment.end());
    let line_end = file.lines().start(last + 1).unwrap_or_else(|| file.deck.len());
    let whole = TextRange::new(start, line_end);
    let before = TextRange::new(start, allowance.comment.start());
    let after = TextRange::new(allowance.comment.end(), line_end);
    let alone = [before, after].into_iter().all(|part| native::is_blank(&file.text[part]));
    let range = if alone { whole } else { allowance.comment };
    Fix::safe("Delete the comment", [TextEdit::delete(range)])
}
