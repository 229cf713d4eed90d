use crate::repository::Folder;

const OPEN: &str = "What is GDP?\n\nWhat is inflation?\nA rise of prices\n";

fn old_folder() -> Folder {
    Folder::with(&[
        ("decklint.toml", "baseline = \"decklint.baseline\"\n"),
        ("a/open.deck", OPEN),
        ("b/dates.deck", "When did the war end?\n31 February 1945\n"),
        ("b/fine.deck", "What is tax?\nWhat the state takes\n"),
    ])
}

#[test]
fn what_was_there_is_not_shown_and_what_is_new_is() {
    let folder = old_folder();
    assert_eq!(folder.decklint("").code, Some(2), "the baseline that it names is not there");
    let said = folder.decklint("baseline");
    assert_eq!((said.code, said.err.as_str()), (Some(0), ""));
    assert_eq!(said.out, "decklint.baseline lists 2 findings of 2 files\n");

    let said = folder.decklint("");
    assert_eq!((said.code, said.out.as_str()), (Some(0), ""));
    assert!(said.err.contains("and 2 old findings that decklint.baseline lists"), "{}", said.err);
    assert_eq!(
        folder.found("--no-baseline"),
        ["a/open.deck:1 missing-answer", "b/dates.deck:2 impossible-date"]
    );

    // Lines move, other cards are edited, a fault comes on top.
    folder.write(&[(
        "a/open.deck",
        &format!("What is money?\n\nWhat is a bank?\nA house\n\n{OPEN}"),
    )]);
    assert_eq!(folder.found(""), ["a/open.deck:1 missing-answer"]);
    assert_eq!(folder.found("a"), ["a/open.deck:1 missing-answer"]);
    assert_eq!(folder.decklint("").code, Some(1));
}

#[test]
fn a_baseline_only_shrinks_unless_more_is_asked_for() {
    let folder = old_folder();
    folder.decklint("baseline");
    let said = folder.decklint("baseline");
    assert_eq!(said.code, Some(2), "it is there already");

    folder.write(&[("a/open.deck", "What is GDP?\nAll that is made\n\nWhat is new?\n")]);
    let said = folder.decklint("");
    assert!(said.err.contains("1 finding that decklint.baseline lists is no more"), "{}", said.err);
    let before = folder.read("decklint.baseline");
    let said = folder.decklint("baseline --update");
    assert!(said.out.contains("1 finding no more"), "{}", said.out);
    assert!(said.out.contains("  a/open.deck: missing-answer\n"), "{}", said.out);
    assert!(said.err.contains("1 new finding not listed"), "{}", said.err);
    let after = folder.read("decklint.baseline");
    assert!(after.len() < before.len() && after.lines().all(|line| before.contains(line)));
    assert_eq!(folder.found(""), ["a/open.deck:4 missing-answer"]);

    // Of a part, what is said of the rest stays.
    let said = folder.decklint("baseline --add a");
    assert_eq!(said.out, "decklint.baseline lists 2 findings of 2 files\n1 finding added\n");
    assert!(folder.found("").is_empty());
    assert_eq!(
        folder.decklint("baseline --update").out,
        "decklint.baseline lists 2 findings of 2 files\n"
    );
}

#[test]
fn a_deck_that_is_renamed_or_split_keeps_what_it_had() {
    let folder = old_folder();
    folder.decklint("baseline");
    std::fs::rename(folder.path("a"), folder.path("economy")).unwrap();
    assert!(folder.found("").is_empty());
    let said = folder.decklint("baseline --update");
    assert!(said.out.contains("1 finding followed decks that were renamed"), "{}", said.out);
    assert!(!said.out.contains("no more"), "{}", said.out);
    assert!(folder.read("decklint.baseline").contains(" economy/open.deck\n"));
    assert!(folder.found("").is_empty());
}

#[test]
fn one_finding_that_stands_for_many_lets_new_ones_through() {
    let open = |from: usize, to: usize| {
        let cards: Vec<String> =
            (from..to).map(|n| format!("What is {n} times {n}?\n\n")).collect();
        cards.concat()
    };
    let folder =
        Folder::with(&[("decklint.toml", "baseline = \"old\"\n"), ("a.deck", &open(0, 20))]);
    folder.decklint("baseline");
    assert!(folder.found("--select missing-answer").is_empty());
    folder.write(&[("a.deck", &open(0, 21))]);
    assert_eq!(folder.found("--select missing-answer"), ["a.deck:41 missing-answer"]);
}

#[test]
fn a_merge_in_the_middle_puts_nothing_right() {
    let folder = old_folder();
    folder.decklint("baseline");
    let before = folder.read("decklint.baseline");
    let conflict = "<<<<<<< HEAD\nWhat is GDP?\n=======\nWhat is GNP?\n>>>>>>> other\n";
    folder.write(&[("a/open.deck", conflict)]);
    assert_eq!(folder.found(""), ["a/open.deck:1 merge-conflict"]);
    folder.decklint("baseline --update");
    assert_eq!(folder.read("decklint.baseline"), before);
}

#[test]
fn a_rule_that_does_not_run_puts_nothing_right() {
    let folder = old_folder();
    folder.decklint("baseline");
    let said = folder.decklint("--select duplicate-question");
    assert!(!said.err.contains("no more"), "{}", said.err);
    let config = "baseline = \"decklint.baseline\"\n[rules]\nmissing-answer = \"off\"\n";
    folder.write(&[("decklint.toml", config)]);
    let said = folder.decklint("baseline --update");
    assert_eq!(said.out, "decklint.baseline lists 2 findings of 2 files\n");
}

#[test]
fn a_baseline_that_cannot_be_used_is_an_error() {
    let folder = old_folder();
    for (text, why) in [
        ("{}", "this is no baseline"),
        ("# decklint baseline 7\n", "has version 7, and this decklint reads version 1"),
        ("# decklint baseline 1\nmissing-answer\n", "line 2 of the baseline is no finding"),
        ("# decklint baseline 1\n<<<<<<< HEAD\n", "marks of a merge conflict, first on line 2"),
    ] {
        folder.write(&[("decklint.baseline", text)]);
        for command in ["", "baseline --update", "baseline --add"] {
            let said = folder.decklint(command);
            let text = said.words();
            assert_eq!(said.code, Some(2), "{command}: {text}");
            assert!(text.contains(why), "{command}: {text}");
        }
    }
    let said = folder.decklint("--baseline nowhere.baseline");
    assert_eq!(said.code, Some(2));
    assert!(said.err.contains("there is no such baseline"), "{}", said.err);
}

#[test]
fn only_what_is_shown_is_put_right() {
    let folder = Folder::with(&[("a.deck", "When did the euro come?\nIn january 1999 on paper\n")]);
    folder.decklint("baseline");
    folder.decklint("--fix --baseline decklint.baseline");
    assert_eq!(folder.read("a.deck"), "When did the euro come?\nIn january 1999 on paper\n");
    folder.decklint("--fix");
    assert_eq!(folder.read("a.deck"), "When did the euro come?\nIn January 1999 on paper\n");
}
