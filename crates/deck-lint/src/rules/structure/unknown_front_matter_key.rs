use deck_syntax::{Field, FrontMatterFormat, ItemKind};

use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::nearest::nearest;
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A key that means nothing.
pub(crate) static RULE: Rule = Rule {
    name: "unknown-front-matter-key",
    summary: "a key in the front matter is none that a deck has",
    group: Group::Structure,
    dialects: dialects::NATIVE,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("unknown_front_matter_key.md"),
    rollup: None,
    check: Check::Item(check),
};

const KNOWN: [&str; 6] = ["title", "deck", "tags", "lang", "id", "dates"];

/// What people call a known key.
const MEANT: &[(&str, &str)] = &[
    ("language", "lang"),
    ("locale", "lang"),
    ("name", "title"),
    ("keywords", "tags"),
    ("categories", "tags"),
    ("date-format", "dates"),
    ("date-order", "dates"),
];

/// Keys that describe a document and mislead nobody.
const DESCRIPTIVE: &[&str] = &[
    "aliases",
    "author",
    "authors",
    "comment",
    "copyright",
    "created",
    "date",
    "description",
    "license",
    "licence",
    "modified",
    "note",
    "notes",
    "source",
    "sources",
    "subtitle",
    "updated",
    "url",
    "version",
];

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let ItemKind::FrontMatter(front_matter) = &cx.item.kind else { return };
    // TOML is what other tools write, and so are most keys of a file that is no `.deck`.
    if front_matter.format != FrontMatterFormat::Yaml {
        return;
    }
    let is_ours = cx.file.path.extension().is_some_and(|e| e.eq_ignore_ascii_case("deck"));
    let has = |key: &str| front_matter.field(key).is_some();
    for field in &front_matter.fields {
        let key = field.key.to_lowercase();
        let is_known = KNOWN.contains(&field.key.as_str());
        if is_known || DESCRIPTIVE.contains(&key.as_str()) {
            continue;
        }
        let meant = meant(&key, is_ours).filter(|meant| !has(meant));
        if meant.is_some() || is_ours {
            findings.push(finding(field, meant));
        }
    }
}

/// The known key that `key`, in lower case, was meant to be. Other tools have keys of their own
/// (`tag`, `lang-dir`), so that in their files only another case will do.
fn meant(key: &str, is_ours: bool) -> Option<&'static str> {
    let synonym = || MEANT.iter().find(|(name, _)| *name == key).map(|(_, meant)| *meant);
    let same = KNOWN.into_iter().find(|known| *known == key);
    // In short words two slips make any word of any other.
    let is_near = |near: &&str| key.len() > 5 || strsim::damerau_levenshtein(key, near) == 1;
    let near = || nearest(key, KNOWN).filter(is_near);
    same.or_else(|| is_ours.then(|| synonym().or_else(near))?)
}

fn finding(field: &Field, meant: Option<&str>) -> Finding {
    let (label, help) = match meant {
        Some(meant) => (format!("meant as `{meant}`?"), format!("write `{meant}`")),
        None => (
            "means nothing".to_owned(),
            format!("the keys are {}; delete the line, or make it a comment with `#`", list()),
        ),
    };
    Finding::new(field.key_range, format!("a deck has no key `{}`, so this is ignored", field.key))
        .label(label)
        .help(help)
}

fn list() -> String {
    KNOWN.map(|key| format!("`{key}`")).join(", ")
}
