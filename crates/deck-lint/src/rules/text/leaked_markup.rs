use deck_syntax::{Dialect, TextRange, TextSize};
use memchr::{memchr, memchr2, memmem};

use crate::diagnostic::Level;
use crate::facts::{prose, sides};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rollup, Rule, dialects};

/// Markup of another format, of which the marks are seen.
pub(crate) static RULE: Rule = Rule {
    name: "leaked-markup",
    summary: "markup that is shown as it is written",
    group: Group::Text,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("leaked_markup.md"),
    rollup: Some(Rollup {
        message: |count| format!("markup is shown as it is written {count} times here"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

/// Commands of LaTeX for text, which nothing but LaTeX reads.
const COMMANDS: [&str; 7] =
    ["\\textbf{", "\\textit{", "\\emph{", "\\underline{", "\\texttt{", "\\footnote{", "\\cite{"];
/// What HTML writes for a space and a new line. Other tags are as often what a card is about.
const HTML: [&str; 5] = ["&nbsp;", "<br>", "<br/>", "<br />", "</div>"];

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let bytes = cx.text.as_bytes();
    let is_anki = cx.dialect() == Dialect::Anki;
    let is_marked =
        memchr(b'\\', bytes).is_some() || is_anki && memchr2(b'&', b'<', bytes).is_some();
    if cx.card().is_none() || !is_marked {
        return;
    }
    let is_raw = is_anki && !cx.file.html;
    let (html, escaped): (&[&str], &[&str]) = match cx.dialect() {
        Dialect::Anki if is_raw => (&HTML, &[]),
        Dialect::Anki => (&[], &["&amp;nbsp;"]),
        _ => (&[], &[]),
    };
    for side in sides(cx) {
        let prose = prose(cx, side);
        // Formulas over several lines, and whole documents, are LaTeX.
        let raw = &cx.text[side];
        let latex = ["[latex]", "[$", "$$", "\\begin{"].iter().any(|mark| raw.contains(mark));
        let commands = if latex { &[][..] } else { &COMMANDS[..] };
        let marks = commands.iter().chain(html);
        let found = marks.filter_map(|mark| Some((find(&prose, mark)?, *mark)));
        // An entity is no prose, and in code it may be what the card is about.
        let escaped = escaped.iter().filter(|_| !raw.contains("<code") && !raw.contains("<pre"));
        let first = found.chain(escaped.filter_map(|mark| Some((find(raw, mark)?, *mark)))).min();
        if let Some((at, mark)) = first {
            let start = side.start() + TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
            findings.push(finding(TextRange::at(start, TextSize::of(mark)), mark));
        }
    }
}

/// Where a mark is used. A tag with spaces around it, or alone, is what the card is about.
fn find(prose: &str, mark: &str) -> Option<usize> {
    memmem::find_iter(prose.as_bytes(), mark).find(|&at| {
        let glued =
            |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || ".,;:)!?".contains(c));
        !mark.starts_with('<')
            || glued(prose[..at].chars().next_back())
            || glued(prose[at + mark.len()..].chars().next())
    })
}

fn finding(range: TextRange, mark: &str) -> Finding {
    let help = if mark.starts_with('\\') {
        "write it as this format does, `**bold**` in Markdown, or put it between dollars if it is a \
         formula"
    } else {
        "write a plain space or leave it out; or say `#html:true` above the rows if they are HTML"
    };
    Finding::new(range, format!("`{mark}` is shown as it stands here"))
        .label("marks of another format")
        .help(help)
}
