use deck_syntax::{CardForm, Dialect, LineKind, SyntaxError, TextSize};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::Finding;
use crate::rows;
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// A question with no answer.
pub(crate) static RULE: Rule = Rule {
    name: "missing-answer",
    summary: "a question has no answer",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("missing_answer.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions here have no answer"),
        one_card_in: Some(5),
    }),
    check: Check::Syntax(|error, cx| (!rows::lacks_separator(cx)).then(|| report(error, cx))),
};

fn report(error: &SyntaxError, cx: &ItemCx<'_>) -> Finding {
    let form = cx.card().map(|card| card.form);
    if matches!(form, Some(CardForm::Row { .. })) {
        return in_row(error, cx);
    }
    let help = match form {
        _ if cx.dialect() == Dialect::Obsidian => in_obsidian(cx),
        Some(CardForm::Term) => "write the definition behind `D:` on the line below".to_owned(),
        Some(CardForm::Heading) => in_headings(cx),
        Some(CardForm::Labelled) => "write the answer behind `A:` on the line below".to_owned(),
        Some(CardForm::OneLine { .. }) => "write the answer behind the `::`".to_owned(),
        _ => {
            "write the answer on the line below; if the line is no question, put `\\` before its `?`"
                .to_owned()
        }
    };
    let finding = Finding::new(error.range, "this question has no answer")
        .label("nothing below answers this")
        .help(help);
    match question_mark(cx, error).filter(|_| form == Some(CardForm::Question)) {
        Some(at) => finding.fix(Fix::unsafe_(
            "Escape the question mark: the line is no question",
            [TextEdit::insert(at, "\\")],
        )),
        None => finding,
    }
}

/// What to do in a note for Obsidian, where blank lines end cards.
fn in_obsidian(cx: &ItemCx<'_>) -> String {
    let settings = &cx.file.deck.settings().obsidian;
    match cx.card().map(|card| card.form) {
        Some(CardForm::OneLine { both_ways }) => {
            let mark = if both_ways { &settings.both_ways_separator } else { &settings.separator };
            format!("write the answer behind the `{mark}`, on the same line")
        }
        Some(CardForm::Separated { both_ways: true }) => {
            below_separator(&settings.both_ways_line_separator)
        }
        _ => below_separator(&settings.line_separator),
    }
}

/// What to do in a deck of headings, where programs leave such a card out.
fn in_headings(cx: &ItemCx<'_>) -> String {
    let place = if cx.lines().any(|line| line.kind == LineKind::Separator) {
        "the `%`"
    } else {
        "the heading"
    };
    format!("write the answer below {place}; a card without one is left out when it is imported")
}

fn below_separator(mark: &str) -> String {
    format!("write the answer directly below the `{mark}`, with no blank line between")
}

/// A row of Anki text that ends too soon.
fn in_row(error: &SyntaxError, cx: &ItemCx<'_>) -> Finding {
    let finding = Finding::new(error.range, "this question has no answer");
    match rows::separator_behind(cx.text, error.range) {
        Some(separator) => finding
            .label(format!("nothing stands behind the {separator}"))
            .help(format!("write the answer behind the {separator}, or delete the row")),
        None => finding.label("the row has no second field").help(
            "write the answer behind it, parted from it as in the other rows: without one, the \
             card cannot tell you whether you were right",
        ),
    }
}

/// Where the mark stands that makes the line a question.
fn question_mark(cx: &ItemCx<'_>, error: &SyntaxError) -> Option<TextSize> {
    let at = cx.text[error.range].rfind(['?', '？', '؟'])?;
    Some(error.range.start() + TextSize::try_from(at).ok()?)
}
