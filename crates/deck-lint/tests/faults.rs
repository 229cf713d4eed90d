//! `decks/faults` shows every rule.
#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;
use std::path::Path;

use deck_lint::{Options, Workspace, rules};

#[test]
fn every_rule_finds_something_in_the_decks_of_faults() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
    let options =
        Options { paths: vec![root.join("decks/faults")], isolated: true, ..Options::default() };
    let mut workspace = Workspace::open(&options, &|_, _| ()).unwrap();
    // Those that are off by default, too.
    let all: Vec<String> = rules::ALL.iter().map(|rule| rule.name.to_owned()).collect();
    workspace.select(&all);
    let found: BTreeSet<&str> =
        workspace.lint().diagnostics.iter().map(|diagnostic| diagnostic.rule.name).collect();
    let silent: Vec<&String> = all.iter().filter(|name| !found.contains(name.as_str())).collect();
    assert!(silent.is_empty(), "nothing shows {silent:?}");
}
