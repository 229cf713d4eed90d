use deck_syntax::{CardForm, Dialect, SyntaxError, native};

use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::near_miss::is_listed;
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// An answer with no question.
pub(crate) static RULE: Rule = Rule {
    name: "missing-question",
    summary: "an answer has no question",
    group: Group::Structure,
    dialects: dialects::ALL,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("missing_question.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} answers here have no question"),
        one_card_in: None,
    }),
    check: Check::Syntax(report),
};

fn report(error: &SyntaxError, cx: &ItemCx<'_>) -> Option<Finding> {
    if cx.dialect() == Dialect::Anki {
        return Some(in_row(error));
    }
    if cx.dialect() == Dialect::Hashcards {
        return Some(in_hashcards(error, cx));
    }
    if cx.dialect() == Dialect::Headings {
        return Some(below_heading(error));
    }
    (!is_listed(cx, error.range)).then(|| finding(error, cx))
}

fn in_row(error: &SyntaxError) -> Finding {
    Finding::new(error.range, "this answer has no question")
        .label("nothing stands before it in its row")
        .help(
            "write the question in front of it: Anki leaves out a row that begins with an empty \
             field",
        )
}

fn below_heading(error: &SyntaxError) -> Finding {
    Finding::new(error.range, "this card asks nothing").label("a heading without words").help(
        "write the question behind the `##`, or delete the line if the text below belongs to the \
         card above",
    )
}

/// In hashcards every label counts, and one out of place ends the reading.
fn in_hashcards(error: &SyntaxError, cx: &ItemCx<'_>) -> Finding {
    let (own, asks) = match &cx.text[error.range] {
        "A:" => ("A:", "Q:"),
        "D:" => ("D:", "T:"),
        label => {
            return Finding::new(error.range, "this card asks nothing")
                .label(format!("nothing stands behind the `{label}`"))
                .help(format!("write the question behind `{label}`, or delete the card"));
        }
    };
    let finding = |message: &str| Finding::new(error.range, message);
    match cx.card() {
        Some(card) if card.back.is_some_and(|back| back.start() < error.range.start()) => {
            finding("this card has its answer already").label("a second one").help(format!(
                "put its question above it behind `{asks}`, or a space before it if it is text; \
                 hashcards stops here and reads no card"
            ))
        }
        Some(card) if card.form != CardForm::Cloze => {
            let meant = if own == "A:" { "D:" } else { "A:" };
            finding("this label does not go with the one above").label("out of place").help(format!(
                "write `{meant}`: a term `T:` has a definition `D:`, a question `Q:` an answer `A:`"
            ))
        }
        _ => finding("this answer has no question")
            .label(format!("no `{asks}` above this is waiting for it"))
            .help(format!(
                "put the question above it behind `{asks}`; hashcards stops here and reads no card"
            )),
    }
}

fn finding(error: &SyntaxError, cx: &ItemCx<'_>) -> Finding {
    let finding = |message: &str| Finding::new(error.range, message);
    let is_answer =
        matches!(native::label(&cx.text[error.range]), Some((native::Label::Answer, _)));
    let written = &cx.text[error.range];
    match cx.card() {
        _ if cx.dialect() == Dialect::Obsidian && !written.contains("::") => finding(&format!(
            "this `{written}` has no question above it"
        ))
        .label("a blank line above ends the question")
        .help(
            "put the question on the line directly above, with no blank line between; as it is, \
             this is no card",
        ),
        Some(card) if is_answer && card.form == CardForm::Labelled => finding(
            "this card has its answer already",
        )
        .label("a second answer, read as part of the first")
        .help(
            "if it answers another question, put that above it behind `Q:`; if it belongs to \
                   the answer above, take the label off",
        ),
        _ if is_answer => finding("this answer has no question")
            .label("no `Q:` above this is waiting for an answer")
            .help("put the question above it behind `Q:`, or take the label off"),
        Some(card) if matches!(card.form, CardForm::OneLine { .. }) => {
            finding("this answer has no question").label("nothing stands before the `::`").help(
                "write the question before the `::`; a card that asks nothing can only be shown, \
                   not answered",
            )
        }
        _ => finding("this card asks nothing")
            .label("no question behind the label")
            .help("write the question behind `Q:`, or delete the card"),
    }
}
