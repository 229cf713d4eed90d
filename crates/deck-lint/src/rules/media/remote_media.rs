use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::media::{Shown, shown};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// A picture that is on another machine.
pub(crate) static RULE: Rule = Rule {
    name: "remote-media",
    summary: "a card shows a picture from the web",
    group: Group::Media,
    dialects: dialects::MARKDOWN,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("remote_media.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} pictures here are on the web"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for shown in shown(cx).into_iter().filter(Shown::is_remote) {
        findings.push(
            Finding::new(shown.place, "this picture is on the web")
                .label("not beside the deck")
                .help(
                    "save it beside the deck and show that file: without a connection the card \
                     has no picture, and one day the address leads nowhere",
                ),
        );
    }
}
