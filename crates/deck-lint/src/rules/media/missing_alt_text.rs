use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::media::shown;
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// A picture without alternative text.
pub(crate) static RULE: Rule = Rule {
    name: "missing-alt-text",
    summary: "a picture has no words for those who cannot see it",
    group: Group::Media,
    dialects: dialects::MARKDOWN,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("missing_alt_text.md"),
    rollup: Some(Rollup {
        message: |count| {
            format!("{count} pictures here have no words for those who cannot see them")
        },
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for shown in shown(cx) {
        if shown.alt.is_some_and(|alt| alt.trim().is_empty()) {
            findings.push(
                Finding::new(shown.range, "this picture has no words for those who cannot see it")
                    .label("nothing between `[` and `]`")
                    .help(
                        "say in a few words what it shows, as in `![the Rhineland in 1936](map.png)`: \
                         a screen reader reads that out, and a search finds it",
                    ),
            );
        }
    }
}
