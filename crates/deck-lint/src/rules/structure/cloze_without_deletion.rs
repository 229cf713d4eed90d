use deck_syntax::{Dialect, FrontMatterFormat, ItemKind, SyntaxError, TextRange};

use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::near_miss::is_listed;
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A cloze card that hides nothing.
pub(crate) static RULE: Rule = Rule {
    name: "cloze-without-deletion",
    summary: "a cloze card has no gap",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("cloze_without_deletion.md"),
    rollup: None,
    check: Check::Syntax(report),
};

fn report(error: &SyntaxError, cx: &ItemCx<'_>) -> Option<Finding> {
    if cx.dialect() == Dialect::Anki {
        return Some(in_row(error.range));
    }
    if cx.dialect() == Dialect::Hashcards {
        return Some(in_hashcards(error.range, cx));
    }
    (!is_listed(cx, error.range) && !is_foreign(cx)).then(|| finding(error.range))
}

fn in_row(range: TextRange) -> Finding {
    Finding::new(range, "this cloze note has no gap, so Anki makes no card of it")
        .label("no `{{c1::…}}` here")
        .help("put what is to be hidden into `{{c1::` and `}}`, as in `in {{c1::1936}}`")
}

fn in_hashcards(range: TextRange, cx: &ItemCx<'_>) -> Finding {
    let help = if cx.text[range].contains("{{") {
        "hashcards wants one bracket, and no number, around what is to be hidden, as in `in [1936]`"
    } else {
        "put brackets around what is to be hidden, as in `in [1936]`; hashcards stops here and \
         reads no card"
    };
    Finding::new(range, "this `C:` has no gap").label("no `[…]` here").help(help)
}

/// Whether the deck has TOML front matter, as decks whose gaps are written `[so]` have.
fn is_foreign(cx: &ItemCx<'_>) -> bool {
    let first = cx.file.deck.items().first().map(|item| &item.kind);
    matches!(first, Some(ItemKind::FrontMatter(matter)) if matter.format == FrontMatterFormat::Toml)
}

fn finding(range: TextRange) -> Finding {
    Finding::new(range, "this `C:` has no gap, so it makes no card: it is read as text")
        .label("no `{{…}}` here")
        .help("put what is to be hidden into `{{` and `}}`, as in `in {{1936}}`; if it is no cloze card, write `\\C:`")
}
