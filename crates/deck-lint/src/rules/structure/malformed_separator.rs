use deck_syntax::{CardForm, Dialect, ItemKind, LineKind, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::near_miss::obsidian::{ending, settings, text_lines, words};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule};

/// A mark that was to stand between question and answer, and is none.
pub(crate) static RULE: Rule = Rule {
    name: "malformed-separator",
    summary: "what stands between question and answer is no separator: `? answer`, `?:answer`",
    group: Group::Structure,
    dialects: &[Dialect::Obsidian, Dialect::Headings],
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("malformed_separator.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} questions here are not parted from their answers"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if cx.dialect() == Dialect::Headings {
        findings.0.extend(percent(cx));
        return;
    }
    if cx.item.kind != ItemKind::Prose || settings(cx.file).line_separator != "?" {
        return;
    }
    let lines: Vec<ItemLine<'_>> =
        text_lines(cx).filter(|line| line.kind == LineKind::Prose && !line.verbatim).collect();
    for (index, line) in lines.iter().enumerate() {
        let (first, last) = (index == 0, index + 1 == lines.len());
        if first {
            findings.0.extend(one_colon(cx, line).or_else(|| behind_question(cx, line)));
        } else if let Some(finding) = alone(line, last).or_else(|| before_answer(cx, line)) {
            findings.push(finding);
            // The first one would part the block.
            return;
        }
    }
}

/// `- ?`, `???`, `?:`: a line of nothing but a mark that is none.
fn alone(line: &ItemLine<'_>, last: bool) -> Option<Finding> {
    let (_, mark) = words(line.content);
    let mark = mark.trim();
    let decorated = mark.strip_prefix('?')?;
    let is_mark = decorated.chars().all(|c| matches!(c, '?' | ':' | '.' | '-' | '!' | ' '));
    if !is_mark || decorated.chars().nth(3).is_some() || last {
        return None;
    }
    let right = if mark == "??" { "??" } else { "?" };
    let start = line.content.len() - line.content.trim_start().len();
    let range = line.part(start, line.content.trim_end().len());
    let written = &line.content[start..line.content.trim_end().len()];
    Some(
        Finding::new(range, format!("`{written}` does not part a question from its answer"))
            .label(format!("only `{right}` alone on its line does"))
            .help(format!("write `{right}` and nothing else; as it is, this card is never asked"))
            .fix(Fix::safe(
                format!("Write `{right}` alone on the line"),
                [TextEdit::replace(line.range(), right)],
            )),
    )
}

/// `? answer`
fn before_answer(cx: &ItemCx<'_>, line: &ItemLine<'_>) -> Option<Finding> {
    let mark = if line.content.starts_with("??") { "??" } else { "?" };
    let answer = line.content.strip_prefix(mark)?;
    let says =
        answer.trim_start().starts_with(|c: char| c.is_alphanumeric() || "$*_`[(".contains(c));
    says.then(|| finding(cx, line, 0, mark.len()))
}

/// `question? ? answer`, `question? ?Answer`
fn behind_question(cx: &ItemCx<'_>, line: &ItemLine<'_>) -> Option<Finding> {
    let at = line.content.find(" ?")?;
    let (start, question) = words(&line.content[..at]);
    let answer = &line.content[at + 2..];
    let parts = if answer.starts_with(' ') {
        native::is_question(question)
    } else {
        answer.starts_with(char::is_uppercase) && question.ends_with(['?', '.', ':', '*'])
    };
    let plain = !answer.trim().is_empty() && !question.contains('`') && start < at;
    (parts && plain).then(|| finding(cx, line, at + 1, at + 2))
}

/// `question?:answer`
fn one_colon(cx: &ItemCx<'_>, line: &ItemLine<'_>) -> Option<Finding> {
    let at = line.content.find("?:").or_else(|| line.content.find("?**:"))?;
    let colon = at + line.content[at..].find(':')?;
    let (start, question) = words(&line.content[..colon]);
    let answer = &line.content[colon + 1..];
    if start >= colon || answer.trim().is_empty() || !native::is_question(question) {
        return None;
    }
    let separator = &settings(cx.file).separator;
    let mark = line.part(colon, colon + 1);
    let edit = [TextEdit::replace(mark, separator.as_str())];
    let alone = text_lines(cx).nth(1).is_none();
    let fix = if alone { Fix::safe } else { Fix::unsafe_ };
    Some(
        Finding::new(mark, "one colon does not part a question from its answer")
            .label(format!("`{separator}` does"))
            .help(format!("write `{separator}`; as it is, this card is never asked"))
            .fix(fix(format!("Write `{separator}`"), edit)),
    )
}

/// The mark at `start..end` of the line, with text beside it.
fn finding(cx: &ItemCx<'_>, line: &ItemLine<'_>, start: usize, end: usize) -> Finding {
    let mark = &line.content[start..end];
    let ending = ending(cx);
    let before = &line.content[..start];
    let from = before.trim_end().len();
    let after = &line.content[end..];
    let upto = end + after.len() - after.trim_start().len();
    let above = if from > 0 { ending } else { "" };
    Finding::new(
        line.part(start, end),
        format!("this `{mark}` does not part a question from its answer"),
    )
    .label("text stands beside it")
    .help(format!(
        "give `{mark}` a line of its own, below the question and above the answer; as it is, this \
         card is never asked"
    ))
    .fix(Fix::unsafe_(
        format!("Give `{mark}` a line of its own"),
        [TextEdit::replace(line.part(from, upto), format!("{above}{mark}{ending}"))],
    ))
}

/// In a deck of headings, `%%` or a `%` with white space beside it: the first line that was to part
/// the sides of a card and does not.
fn percent(cx: &ItemCx<'_>) -> Option<Finding> {
    let card = cx.card().filter(|card| card.form == CardForm::Heading)?;
    if cx.lines().any(|line| line.kind == LineKind::Separator) {
        return None;
    }
    let is_mark = |line: &ItemLine<'_>| {
        let words = line.content.trim();
        !line.verbatim
            && words.starts_with('%')
            && words.len() <= 3
            && words.trim_start_matches(['%', ':', '.', '-']).is_empty()
    };
    let back = card.back?;
    let line = cx.lines().filter(|line| line.kind == LineKind::Back).find(is_mark)?;
    let below = &cx.text[usize::from(line.range().end()).min(usize::from(back.end()))..];
    if below.trim().is_empty() {
        return None;
    }
    let start = line.content.len() - line.content.trim_start().len();
    let mark = line.content.trim();
    let message = if mark == "%" {
        "this `%` has white space beside it, and does not part the question from its answer"
            .to_owned()
    } else {
        format!("`{mark}` does not part a question from its answer")
    };
    Some(
        Finding::new(line.part(start, start + mark.len()), message)
            .label("only `%` alone on its line does")
            .help("write `%` and nothing else; as it is, all above it is shown as answer")
            .fix(Fix::safe("Write `%` alone on the line", [TextEdit::replace(line.range(), "%")])),
    )
}
