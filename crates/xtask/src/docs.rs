//! `cargo xtask docs`: writes what is derived from the rules' declarations.
//!
//! First the list of rules itself, from the files in `crates/deck-lint/src/rules`; everything else
//! is written by the test that otherwise checks that it is not stale.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use crate::Result;
use crate::workspace;

const RULES: &str = "crates/deck-lint/src/rules";

/// Writes every generated document anew.
pub(crate) fn run() -> Result<()> {
    let root = workspace::root();
    fs::write(root.join(RULES).with_extension("rs"), rules_module(&root)?)?;
    let update = ["test", "--quiet", "--package", "deck-lint", "--test", "generated"];
    let update = [&["--config", "env.DECKLINT_UPDATE='1'"], update.as_slice()].concat();
    let done = workspace::cargo(&update)?;
    if done.success() { Ok(()) } else { Err("the documents were not written".into()) }
}

/// The module that lists the rules: one for each file in the folders below `rules/`.
fn rules_module(root: &Path) -> Result<String> {
    let mut rules = Vec::new();
    for group in fs::read_dir(root.join(RULES))? {
        let group = group?;
        for file in fs::read_dir(group.path())? {
            let path = file?.path();
            if path.extension().is_some_and(|extension| extension == "rs") {
                let group = group.file_name().to_string_lossy().into_owned();
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                rules.push((name, group));
            }
        }
    }
    rules.sort();
    let mut text = String::from(HEAD);
    for (name, group) in &rules {
        writeln!(text, "#[path = \"rules/{group}/{name}.rs\"]\npub(crate) mod {name};")?;
    }
    text.push_str("\nuse crate::rule::Rule;\n\n/// All rules, in the order of their names.\n");
    text.push_str("#[rustfmt::skip]\npub const ALL: &[&Rule] = &[\n");
    for (name, _) in &rules {
        writeln!(text, "    &{name}::RULE,")?;
    }
    text.push_str("];\n");
    text.push_str(TAIL);
    Ok(text)
}

const HEAD: &str = "\
//! The rules, one file each.
//!
//! Written by `cargo xtask docs` from the files in `rules/`.

";

const TAIL: &str = "
/// The index in [`ALL`] of the rule of that name.
pub fn index_of(name: &str) -> Option<usize> {
    ALL.binary_search_by_key(&name, |rule| rule.name).ok()
}

/// The rule of that name.
pub fn by_name(name: &str) -> Option<&'static Rule> {
    index_of(name).map(|index| ALL[index])
}
";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_rules_is_what_the_folder_holds() {
        let root = workspace::root();
        let written = fs::read_to_string(root.join(RULES).with_extension("rs")).unwrap();
        assert_eq!(written, rules_module(&root).unwrap(), "run `cargo xtask docs`");
    }
}
