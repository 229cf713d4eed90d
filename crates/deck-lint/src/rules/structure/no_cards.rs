use deck_syntax::{Dialect, LineKind, TextRange};

use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, DeckCx, FixKind, Group, Rule, dialects};

/// A deck with text and without a card.
pub(crate) static RULE: Rule = Rule {
    name: "no-cards",
    summary: "the deck holds text, but no card is seen in it",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("no_cards.md"),
    rollup: None,
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    if cx.file.card_count() > 0 {
        return;
    }
    let prose = cx.file.deck.lines().find(|(_, kind)| *kind == LineKind::Prose);
    let Some((line, _)) = prose else { return };
    let words = cx.text()[line].trim_end();
    let range = TextRange::at(line.start(), deck_syntax::TextSize::of(words));
    let dialect = cx.file.deck.dialect();
    findings.push(
        Finding::new(range, "no card is seen in this deck")
            .label("this and all other text belongs to no card")
            .help(format!("{}; `decklint cards FILE` shows what is seen", how(dialect))),
    );
}

/// How a card is written.
fn how(dialect: Dialect) -> &'static str {
    match dialect {
        Dialect::Deck => {
            "write a question that ends in `?`, and its answer below it, or `Q:` and `A:`, or \
             `front :: back`"
        }
        Dialect::Hashcards => "write `Q:` and `A:`, or `C:` and a `[deletion]`",
        Dialect::Obsidian => "write `question::answer`, or a line `?` between question and answer",
        Dialect::Anki => "write a row for each card, its fields parted by a tab",
        Dialect::Headings => "write each question as a heading, `## question`",
    }
}
