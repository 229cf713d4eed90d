use deck_syntax::{Attribute, AttributeKey, ItemKind, SyntaxErrorKind, TextRange};

use crate::diagnostic::Level;
use crate::edtf;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// An attribute that says nothing.
pub(crate) static RULE: Rule = Rule {
    name: "invalid-attribute",
    summary: "an attribute has no proper value, or no card",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("invalid_attribute.md"),
    rollup: None,
    check: Check::Item(check),
};

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for error in &cx.item.errors {
        match error.kind {
            SyntaxErrorKind::AttributeValue => findings.push(wrong_value(cx, error.range)),
            SyntaxErrorKind::StrayAttribute => findings.push(stray(error.range)),
            _ => {}
        }
    }
    let attributes = match &cx.item.kind {
        ItemKind::Card(card) => &*card.attributes,
        ItemKind::Attribute(attribute) => std::slice::from_ref(attribute),
        _ => return,
    };
    for attribute in attributes {
        check_date(cx, attribute, findings);
    }
}

fn wrong_value(cx: &ItemCx<'_>, range: TextRange) -> Finding {
    let key = cx.text[range].trim_start_matches('@').split_whitespace().next().unwrap_or_default();
    if key == AttributeKey::Reverse.name() {
        return Finding::new(range, "`@reverse` takes no value")
            .label("nothing may stand behind it")
            .help("write `@reverse` alone: the card is then asked in both directions");
    }
    let example = match AttributeKey::from_name(key) {
        Some(AttributeKey::Id) => "@id rhineland-1936",
        Some(AttributeKey::Tags) => "@tags ussr exam",
        Some(AttributeKey::Source) => "@source textbook, page 12",
        Some(AttributeKey::Date) => "@date 1936-03-07",
        _ => "@hint think of the spring",
    };
    Finding::new(range, format!("`@{key}` has no value"))
        .label("says nothing about its card")
        .help(format!("write a value behind it, as in `{example}`, or delete the line"))
}

fn stray(range: TextRange) -> Finding {
    Finding::new(range, "this attribute belongs to no card")
        .label("no card ends directly above")
        .help("move the line up to the end of its card, before any heading or `---`")
}

fn check_date(cx: &ItemCx<'_>, attribute: &Attribute, findings: &mut Findings) {
    if attribute.key != AttributeKey::Date || attribute.value.is_empty() {
        return;
    }
    let value = &cx.text[attribute.value];
    let Err(why) = edtf::check(value) else { return };
    let help = match rewritten(value) {
        Some(date) => format!("write `{date}`"),
        // "There is no such month", "that month has no such day": written well, and wrong.
        None if why.starts_with("th") => "look the date up and correct it".to_owned(),
        None => "write `1936`, `1936-09`, `1936-09-30` or a range, `1936-09/1938`; `1936?` or \
                 `1936~` where it is uncertain, `193X` for the thirties, `-0043` for 44 BC"
            .to_owned(),
    };
    let message = format!("`{value}` is no date that can be compared: {why}");
    findings.push(Finding::new(attribute.value, message).label("not read as a date").help(help));
}

/// The date that `1930s`, `c. 1936`, `1936-1938` and `44 BC` mean.
fn rewritten(value: &str) -> Option<String> {
    let is_year = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
    let about = ["circa ", "ca. ", "ca ", "c. ", "c.", "about ", "around ", "~"];
    if let Some(decade) = value.strip_suffix("0s").filter(|decade| is_year(&format!("{decade}0"))) {
        return Some(format!("{decade}X"));
    }
    if let Some(year) = about.iter().find_map(|word| value.strip_prefix(word)) {
        return is_year(year).then(|| format!("{year}~"));
    }
    if let Some((from, upto)) = value.split_once(['-', '–']) {
        return (is_year(from) && is_year(upto) && from <= upto).then(|| format!("{from}/{upto}"));
    }
    let before: i64 = value.strip_suffix(" BC").or(value.strip_suffix(" BCE"))?.parse().ok()?;
    match before {
        1 => Some("0000".to_owned()),
        2..=10_000 => Some(format!("-{:04}", before - 1)),
        _ => None,
    }
}
