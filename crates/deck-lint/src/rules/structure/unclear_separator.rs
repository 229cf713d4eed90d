use deck_syntax::ItemKind;
use deck_syntax::anki::{Format, ankis_choice, name_of};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rows::{called, range};
use crate::rule::{Check, DeckCx, FixKind, Group, Rule, dialects};

/// Rows of which Anki cannot tell what parts them.
pub(crate) static RULE: Rule = Rule {
    name: "unclear-separator",
    summary: "nothing says what parts questions from answers, and Anki guesses wrong",
    group: Group::Structure,
    dialects: dialects::ANKI,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("unclear_separator.md"),
    rollup: None,
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let format = Format::of(cx.text());
    let rows = &cx.text()[format.head..];
    if format.is_declared || format.rows == cx.text().len() {
        return;
    }
    match format.separator {
        Some(separator) => {
            let choice = ankis_choice(rows);
            if choice != separator {
                findings.push(misread(format, rows, choice, separator));
            }
        }
        None => unknown(cx, findings),
    }
}

fn misread(format: Format, rows: &str, choice: u8, separator: u8) -> Finding {
    let at = format.head + rows.find(char::from(choice)).unwrap_or(0);
    let (wrong, right) = (called(choice), called(separator));
    let header = format!("#separator:{}", name_of(separator));
    let message = format!("Anki parts these rows at the {wrong}, not at the {right}");
    Finding::new(range(at, at + 1), message)
        .label("found first by Anki")
        .help(format!(
            "write `{header}` at the top of the file: without it Anki looks for a tab, `|`, `;`, \
             `:`, `,` and a space, and takes the first of these that stands there anywhere"
        ))
        .fix(Fix::unsafe_(
            format!("Put `{header}` at the top"),
            [TextEdit::insert(range(format.head, format.head).start(), format!("{header}\n"))],
        ))
}

fn unknown(cx: &DeckCx<'_>, findings: &mut Findings) {
    let mut prose = cx.items().filter(|item| item.item.kind == ItemKind::Prose);
    let Some(first) = prose.next() else { return };
    if prose.nth(1).is_none() {
        return;
    }
    let line = first.item.visible() + first.start;
    let words = deck_syntax::TextRange::at(
        line.start(),
        deck_syntax::TextSize::of(cx.text()[line].trim_end()),
    );
    findings.push(
        Finding::new(words, "nothing parts questions from answers in this file")
            .label("one field, and so is nearly every line")
            .help(
                "put a tab, or a `|`, between each question and its answer; as it stands there \
                 is no card in this file that can be asked or checked",
            ),
    );
}
