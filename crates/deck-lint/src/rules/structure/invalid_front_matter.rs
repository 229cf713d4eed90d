use deck_syntax::{Dialect, Field, FrontMatterFormat, ItemKind, SyntaxErrorKind, TextRange, Value};

use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// Front matter that cannot be read.
pub(crate) static RULE: Rule = Rule {
    name: "invalid-front-matter",
    summary: "the front matter cannot be read, or a key in it has a wrong value",
    group: Group::Structure,
    dialects: dialects::MARKDOWN,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("invalid_front_matter.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for error in &cx.item.errors {
        if let SyntaxErrorKind::InvalidFrontMatter(said) = &error.kind {
            findings.push(unreadable(cx, error.range, said));
        }
    }
    let ItemKind::FrontMatter(front_matter) = &cx.item.kind else { return };
    // The same keys mean other things in notes of other programs.
    if front_matter.format == FrontMatterFormat::Yaml && cx.dialect() == Dialect::Deck {
        front_matter.fields.iter().filter_map(wrong_value).for_each(|f| findings.push(f));
    }
}

fn unreadable(cx: &ItemCx<'_>, range: TextRange, said: &str) -> Finding {
    if cx.dialect() == Dialect::Hashcards {
        return no_toml(range, said);
    }
    let line = cx.lines().take_while(|line| line.start <= range.start()).last();
    let line = line.map_or("", |line| line.content);
    let (why, help) = if line.matches(": ").count() > 1 {
        (
            "a value with a colon in it needs quotes",
            "put the value into quotes, as in `title: \"Cold War: causes\"`",
        )
    } else if line.starts_with("---") {
        ("nothing closes it", "put a line `---` below its last `key: value` line")
    } else {
        (
            said.trim_end_matches('.'),
            "write `key: value` lines, and quotes around a value that is no plain word",
        )
    };
    Finding::new(range, format!("the front matter cannot be read: {why}"))
        .label("not read from here on")
        .help(help)
}

/// Front matter that stops hashcards.
fn no_toml(range: TextRange, said: &str) -> Finding {
    let why = said.trim_end_matches('.');
    Finding::new(range, format!("the front matter cannot be read: {why}"))
        .label("hashcards stops here and reads no card")
        .help("write `name = \"…\"` between two lines `---`, or take the front matter away")
}

/// What is wrong with the value of a known key.
fn wrong_value(field: &Field) -> Option<Finding> {
    let (message, help) = match (field.key.as_str(), &field.value) {
        ("dates", Value::Scalar(value)) if matches!(&**value, "day-first" | "month-first") => {
            return None;
        }
        ("dates", _) => (
            "`dates` says which number comes first in `4/9/1938`".to_owned(),
            "write `day-first` or `month-first`".to_owned(),
        ),
        ("lang", Value::Scalar(value)) if is_language(value) => return None,
        ("lang", Value::Scalar(value)) => {
            let help = match code_of(value) {
                Some(code) => format!("write `{code}`"),
                None => "write its code, as `en`, `fr` or `pt-BR`".to_owned(),
            };
            (format!("`{value}` is no code of a language"), help)
        }
        ("title" | "deck" | "id" | "lang", Value::List(_) | Value::Other) => (
            format!("`{}` takes one value", field.key),
            "write it as text on the same line; put quotes around it if it has `[`, `{` or `: ` in it".to_owned(),
        ),
        _ => return None,
    };
    Some(Finding::new(field.value_range, message).label("not understood").help(help))
}

/// Whether a value has the shape of a language tag (BCP 47): `en`, `en-GB`, `zh-Hant-TW`.
fn is_language(value: &str) -> bool {
    let mut parts = value.split(['-', '_']);
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| {
            (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
        })
}

/// The code of a language that is called by its name.
fn code_of(name: &str) -> Option<&'static str> {
    const NAMES: &[(&str, &str)] = &[
        ("arabic", "ar"),
        ("chinese", "zh"),
        ("czech", "cs"),
        ("danish", "da"),
        ("dutch", "nl"),
        ("english", "en"),
        ("french", "fr"),
        ("german", "de"),
        ("greek", "el"),
        ("italian", "it"),
        ("japanese", "ja"),
        ("korean", "ko"),
        ("latin", "la"),
        ("polish", "pl"),
        ("portuguese", "pt"),
        ("russian", "ru"),
        ("spanish", "es"),
        ("swedish", "sv"),
        ("turkish", "tr"),
        ("ukrainian", "uk"),
        ("deutsch", "de"),
        ("español", "es"),
        ("français", "fr"),
        ("italiano", "it"),
    ];
    let name = name.to_lowercase();
    NAMES.iter().find(|(known, _)| *known == name).map(|(_, code)| *code)
}
