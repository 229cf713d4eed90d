use deck_syntax::anki::{HeaderLine, Key, ankis_choice, is_html_value, name_of, separator_value};
use deck_syntax::{Header, ItemKind};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A space in a header that Anki takes for part of the value.
pub(crate) static RULE: Rule = Rule {
    name: "untrimmed-header",
    summary: "a space in a header line makes it mean something else to Anki",
    group: Group::Structure,
    dialects: dialects::ANKI,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("untrimmed_header.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let ItemKind::Header(header) = &cx.item.kind else { return };
    let line = cx.text.trim_start_matches('\u{FEFF}').trim_end_matches(['\n', '\r']);
    let Some(key) = HeaderLine::of(line).and_then(|line| line.known) else { return };
    let value = &cx.text[header.value];
    let trimmed = value.trim();
    let found = match key {
        Key::Html if is_html_value(value).is_none() && is_html_value(trimmed).is_some() => {
            ("a space stands before this value, and Anki ignores it", trimmed.to_owned())
        }
        Key::Separator if separator_value(value).is_none() => {
            let Some(separator) = separator_value(trimmed) else { return };
            let name = name_of(separator).to_owned();
            ("a space stands beside this separator, and Anki ignores it", name)
        }
        Key::Notetype if trimmed != value && !trimmed.is_empty() => {
            ("Anki takes the space for part of the note type's name", trimmed.to_owned())
        }
        Key::Columns => {
            let Some(labels) = trimmed_labels(value) else { return };
            ("Anki takes the spaces for part of the columns' names", labels)
        }
        _ => return,
    };
    findings.push(finding(header, key, found));
}

fn finding(header: &Header, key: Key, (message, insert): (&str, String)) -> Finding {
    let help = match key {
        Key::Html => {
            "delete the space: without the header, Anki looks for tags in the first five rows"
        }
        Key::Separator => "write its name: without the header, Anki guesses what parts the fields",
        Key::Notetype => {
            "delete the space: Anki finds no such note type and takes the one that was used last"
        }
        _ => {
            "delete the spaces: Anki finds no field of that name, and leaves it empty on every card"
        }
    };
    Finding::new(header.value, message)
        .label("read with its spaces")
        .help(help)
        .fix(Fix::safe(format!("Write `{insert}`"), [TextEdit::replace(header.value, insert)]))
}

/// The labels without white space around them, if there is some.
fn trimmed_labels(value: &str) -> Option<String> {
    let separator = Some(ankis_choice(value)).filter(|&mark| mark != b' ').map(char::from)?;
    let labels: Vec<&str> = value.split(separator).collect();
    let padded = |label: &&str| !label.trim().is_empty() && label.trim() != *label;
    labels.iter().any(padded).then(|| {
        let labels: Vec<&str> = labels.iter().map(|label| label.trim()).collect();
        labels.join(&separator.to_string())
    })
}
