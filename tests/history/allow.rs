use std::fs;
use std::path::Path;

use crate::repository::Folder;

const OPEN: &str = "What is tax?\nWhat the state takes\n\nWhat is GDP?\n";

#[test]
fn what_is_found_is_allowed_and_what_comes_on_top_is_not() {
    let folder =
        Folder::with(&[("a.deck", OPEN), ("b.txt", "#separator:|\nle chien|dog\nle chat|\n")]);
    let said = folder.decklint("allow --all --diff");
    assert_eq!(
        (said.code, said.err.as_str()),
        (Some(1), "2 findings would be allowed in 2 files\n")
    );
    assert!(
        said.out.contains("+<!-- decklint-allow missing-answer: was there before decklint -->\n")
    );
    assert!(said.out.contains("+# decklint-allow missing-answer: was there before decklint\n"));
    assert_eq!(folder.read("a.deck"), OPEN);

    let said = folder.decklint("allow --all");
    assert_eq!((said.code, said.err.as_str()), (Some(0), "2 findings allowed in 2 files\n"));
    assert!(folder.found("").is_empty());
    let text = folder.read("a.deck");
    folder.write(&[("a.deck", &format!("{text}\nWhat is money?\n"))]);
    assert_eq!(folder.found(""), ["a.deck:7 missing-answer"]);
}

#[test]
fn only_the_rules_and_decks_that_are_named_with_the_reason_given() {
    let text = "When did the euro come?\nIn january 1999 on paper\n\nWhat is GDP?\n";
    let folder = Folder::with(&[("a.deck", text), ("b.deck", OPEN)]);
    let said = folder.decklint("allow missing-answer a.deck --reason later");
    assert_eq!(said.code, Some(0), "{}", said.err);
    assert!(
        folder
            .read("a.deck")
            .contains("<!-- decklint-allow missing-answer: later -->\nWhat is GDP?")
    );
    assert_eq!(folder.read("b.deck"), OPEN);
    assert_eq!(folder.found("a.deck --ignore duplicate-card"), ["a.deck:2 lowercase-month"]);
    for arguments in ["allow", "allow missing-anwser", "allow missing-answer duplicate-crd"] {
        let said = folder.decklint(arguments);
        assert_eq!(said.code, Some(2), "{arguments}: {}", said.err);
    }
    assert_eq!(folder.decklint("allow --all --reason=-->").code, Some(2));
}

#[test]
fn many_findings_of_a_rule_are_allowed_by_one_comment() {
    let questions = (0..12).map(|n| format!("What is {n} times {n}?\n\n"));
    let folder = Folder::with(&[("a.deck", &questions.collect::<String>())]);
    assert_eq!(folder.decklint("allow missing-answer").code, Some(0));
    let text = folder.read("a.deck");
    assert_eq!(text.matches("decklint-allow").count(), 1);
    assert!(
        text.starts_with(
            "<!-- decklint-allow-file missing-answer: was there before decklint -->\n"
        )
    );
}

#[test]
fn what_no_comment_can_allow_is_named() {
    let conflict = "<<<<<<< HEAD\nWhat is GDP?\n=======\nWhat is GNP?\n>>>>>>> other\n";
    let cards =
        "---\nname: Tax\n---\n\nQ: What is tax?\nA: What the state takes\n\nQ: What is GDP?\n";
    let folder = Folder::with(&[("a.deck", conflict), ("h.md", cards)]);
    let said = folder.decklint("allow --all --dialect hashcards h.md");
    assert_eq!(said.code, Some(1), "{}", said.err);
    assert!(said.err.contains("missing-answer in h.md"), "{}", said.err);
    let said = folder.decklint("allow --all a.deck");
    assert!(said.err.contains("not by a comment: merge-conflict in a.deck"), "{}", said.err);
    assert_eq!(
        (folder.read("a.deck"), folder.read("h.md")),
        (conflict.to_owned(), cards.to_owned())
    );
}

/// Every deck of the repository that shows what a dialect is and what is wrong: afterwards nothing
/// is found but what is named, no card is another, and to do it again changes nothing.
#[test]
fn whatever_is_wrong_is_allowed_and_no_card_changes() {
    let decks = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../decks");
    let folder = Folder::with(&[]);
    copy(&decks, &folder.path("decks"));
    // A file that is not UTF-8 is never written.
    let every = folder.path("decks/faults/every-rule.deck");
    let text = fs::read(&every).unwrap();
    fs::write(every, String::from_utf8_lossy(&text).as_bytes()).unwrap();
    let cards = cards(&folder);
    let before = folder.found("--no-baseline").len();
    let said = folder.decklint("allow --all");
    for ((name, before), (_, after)) in cards.iter().zip(&self::cards(&folder)) {
        assert!(before == after, "{name}:\n{before:#}\nbecame\n{after:#}");
    }
    let left = folder.found("");
    assert!(before > 100 && left.len() * 5 < before, "{} of {before}: {left:?}", left.len());
    for line in &left {
        let (place, rule) = line.split_once(' ').unwrap();
        let file = place.split(':').next().unwrap();
        let named = |it: &str| it.contains(rule) && it.ends_with(&format!(" in {file}"));
        assert!(said.err.lines().any(named), "{line} is not named in:\n{}", said.err);
    }
    let again = folder.decklint("allow --all");
    assert!(again.err.starts_with("0 findings allowed in 0 files\n"), "{}", again.err);
}

/// The cards of each deck, as decklint reads them.
fn cards(folder: &Folder) -> Vec<(String, serde_json::Value)> {
    let mut all = Vec::new();
    let mut folders = vec![folder.path("decks")];
    while let Some(path) = folders.pop() {
        for entry in fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
                continue;
            }
            let name = entry.display().to_string();
            let said = folder.decklint(&format!("cards --format json {name}"));
            let mut cards = serde_json::from_str(&said.out).unwrap_or_default();
            forget_places(&mut cards);
            all.push((name, cards));
        }
    }
    all.sort_by(|a, b| a.0.cmp(&b.0));
    all
}

/// Lines and bytes move when a comment comes in.
fn forget_places(value: &mut serde_json::Value) {
    match value {
        serde_json::Value::Array(values) => values.iter_mut().for_each(forget_places),
        serde_json::Value::Object(fields) => {
            fields.retain(|name, _| !matches!(name.as_str(), "line" | "range"));
            fields.values_mut().for_each(forget_places);
        }
        _ => {}
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap()) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
