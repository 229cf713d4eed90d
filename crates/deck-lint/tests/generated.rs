//! What is derived from the rules' declarations is not stale. `cargo xtask docs` writes it.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use deck_lint::{FixKind, Rule, json_schema, rules};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().to_owned()
}

/// The level in the words of the documents.
fn level(rule: &Rule) -> String {
    let off = if rule.enabled { "" } else { ", off by default" };
    format!("{}{off}", rule.level.name())
}

fn page(rule: &Rule) -> String {
    let fix = match rule.fix {
        FixKind::None => "no fix",
        FixKind::Safe => "fixed by `--fix`",
        FixKind::Unsafe => "fixes to choose from",
    };
    format!(
        "<!-- Written by `cargo xtask docs` from the page beside the rule's code. -->\n\
         # {}\n\n*{}* · {} · {fix} · {} · since {}\n\n{}",
        rule.name,
        rule.summary,
        level(rule),
        rule.dialects_in_words(),
        rule.since,
        rule.plain_page()
    )
}

fn table(prefix: &str) -> String {
    let mut table = String::from("| rule | level | fix | finds |\n|---|---|---|---|\n");
    let mut sorted: Vec<&&Rule> = rules::ALL.iter().collect();
    sorted.sort_by_key(|rule| (rule.group, rule.name));
    for rule in sorted {
        let fix = if rule.fix == FixKind::None { "" } else { rule.fix.name() };
        let name = rule.name;
        writeln!(
            table,
            "| [{name}]({prefix}{name}.md) | {} | {fix} | {} |",
            level(rule),
            rule.summary
        )
        .unwrap();
    }
    table
}

fn readme(root: &Path) -> String {
    let (start, end) = ("<!-- rules: written by `cargo xtask docs` -->\n", "<!-- end of rules -->");
    let text = std::fs::read_to_string(root.join("README.md")).unwrap();
    let (head, rest) = text.split_once(start).unwrap();
    let (_, tail) = rest.split_once(end).unwrap();
    format!("{head}{start}{}{end}{tail}", table("docs/rules/"))
}

fn documents(root: &Path) -> BTreeMap<PathBuf, String> {
    let mut documents = BTreeMap::new();
    for rule in rules::ALL {
        documents.insert(format!("docs/rules/{}.md", rule.name).into(), page(rule));
    }
    let index = format!(
        "<!-- Written by `cargo xtask docs`. -->\n# The rules\n\n\
         `error`: a fact, CI fails. `warning`: very likely wrong, CI fails unless told otherwise. \
         `hint`: advice, never fails. `decklint explain RULE` prints a page.\n\n{}",
        table("")
    );
    documents.insert("docs/rules/README.md".into(), index);
    let schema = serde_json::to_string_pretty(&json_schema()).unwrap() + "\n";
    documents.insert("docs/decklint.schema.json".into(), schema);
    documents.insert("README.md".into(), readme(root));
    documents
}

#[test]
fn documents_are_not_stale() {
    let root = root();
    let update = std::env::var_os("DECKLINT_UPDATE").is_some();
    let documents = documents(&root);
    if update {
        std::fs::create_dir_all(root.join("docs/rules")).unwrap();
    }
    for (path, text) in &documents {
        let path = root.join(path);
        if update {
            std::fs::write(&path, text).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(written == *text, "{} is stale: run `cargo xtask docs`", path.display());
    }
    for entry in std::fs::read_dir(root.join("docs/rules")).unwrap() {
        let path = Path::new("docs/rules").join(entry.unwrap().file_name());
        assert!(documents.contains_key(&path), "{} is no rule's page", path.display());
    }
}

#[test]
fn rules_are_declared_properly() {
    for pair in rules::ALL.windows(2) {
        assert!(pair[0].name < pair[1].name, "sorted by name");
    }
    for rule in rules::ALL {
        let file = root().join("crates/deck-lint/src/rules").join(rule.group.name());
        let file = file.join(rule.name.replace('-', "_")).with_extension("rs");
        assert!(file.is_file(), "{} is declared in {}", rule.name, file.display());
        assert!(!rule.summary.ends_with('.'), "{}: no full stop", rule.name);
        assert!(rules::by_name(rule.name).is_some());
    }
}
