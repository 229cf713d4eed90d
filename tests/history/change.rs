use crate::repository::Folder;

const FINE: &str = "What is tax?\nWhat the state takes\n";

/// A repository with old faults, of which the last commit is the first.
fn repository() -> Folder {
    let folder = Folder::with(&[
        ("a.deck", "What is GDP?\n\nWhat is a bank?\nA house for money\n"),
        ("z.deck", FINE),
    ]);
    folder.git("init --quiet --initial-branch=main");
    folder.commit("begin");
    folder
}

#[test]
fn only_what_a_change_brings_is_shown() {
    let folder = repository();
    assert_eq!(folder.found(""), ["a.deck:1 missing-answer"]);
    assert!(folder.found("--since HEAD").is_empty());
    assert_eq!(folder.decklint("--since HEAD").code, Some(0));
    folder.write(&[("a.deck", "What is money?\n\nWhat is GDP?\n\nWhat is a bank?\nA house\n")]);
    assert_eq!(folder.found("--since HEAD"), ["a.deck:1 missing-answer"]);
    let said = folder.decklint("--since HEAD");
    assert!(said.err.contains("only what is new since ") && said.err.contains(" (HEAD) is shown"));
    folder.commit("change");
    assert!(folder.found("--since HEAD").is_empty());
    assert_eq!(folder.found("--since HEAD~1"), ["a.deck:1 missing-answer"]);
    assert!(folder.git("status --porcelain").out.is_empty());
}

#[test]
fn what_a_change_causes_elsewhere_is_shown_with_both_places() {
    let folder = repository();
    // The later of two is the one that is reported, and here the later file has not changed.
    folder.write(&[("b.deck", FINE)]);
    assert_eq!(folder.found("--since HEAD"), ["z.deck:1 duplicate-card"]);
    let said = folder.decklint("--since HEAD");
    assert!(said.out.contains("b.deck:1") && said.out.contains("z.deck:1"), "{}", said.out);
    // Only findings of the files that are named are shown.
    assert!(folder.found("--since HEAD b.deck").is_empty());
    folder.commit("twice");
    assert!(folder.found("--since HEAD").is_empty());
    assert_eq!(folder.found("--since HEAD~1 z.deck"), ["z.deck:1 duplicate-card"]);
}

#[test]
fn a_picture_that_is_deleted_is_missed_in_a_deck_that_has_not_changed() {
    let folder = repository();
    folder.write(&[("p.deck", "What is this?\n![](map.png)\n"), ("map.png", "x"), ("b.png", "x")]);
    folder.commit("picture");
    std::fs::remove_file(folder.path("map.png")).unwrap();
    assert_eq!(folder.found("--since HEAD --select missing-media"), ["p.deck:2 missing-media"]);
    folder.commit("gone");
    assert!(folder.found("--since HEAD --select missing-media").is_empty());
    assert_eq!(folder.found("--since HEAD~1 --select missing-media"), ["p.deck:2 missing-media"]);
}

#[test]
fn renamed_and_deleted_decks_bring_nothing_and_new_ones_all() {
    let folder = repository();
    folder.git("mv a.deck economy.deck");
    assert!(folder.found("--since HEAD").is_empty());
    assert!(folder.found("--staged").is_empty());
    folder.git("rm --quiet z.deck");
    assert!(folder.found("--since HEAD").is_empty());
    folder.write(&[("new/n.deck", "What is new?\n")]);
    assert_eq!(folder.found("--since HEAD"), ["new/n.deck:1 missing-answer"]);
    assert!(folder.found("--staged").is_empty(), "it is not staged");
}

#[test]
fn a_branch_is_compared_with_where_it_began() {
    let folder = repository();
    folder.git("checkout --quiet -b topic");
    folder.write(&[("t.deck", "What is a topic?\n")]);
    folder.commit("topic");
    folder.git("checkout --quiet main");
    // Put right on the main line meanwhile: the branch has not broken it.
    folder.write(&[("a.deck", "What is GDP?\nAll that is made\n")]);
    folder.commit("main");
    folder.git("checkout --quiet topic");
    assert_eq!(folder.found("--since main"), ["t.deck:1 missing-answer"]);
}

#[test]
fn what_is_staged_counts_and_not_what_lies_in_the_folder() {
    let folder = repository();
    folder.write(&[("z.deck", "What is staged?\n"), ("u.deck", "What is unknown to Git?\n")]);
    folder.git("add z.deck");
    folder.write(&[("z.deck", "\n\nWhat comes later?\n"), ("a.deck", "What is not staged?\n")]);
    assert_eq!(folder.found("--staged"), ["z.deck:1 missing-answer"]);
    let said = folder.decklint("--staged");
    assert!(said.out.contains("What is staged?"), "{}", said.out);
    assert_eq!(folder.read("z.deck"), "\n\nWhat comes later?\n");
    // Staged, and deleted from the folder since.
    std::fs::remove_file(folder.path("z.deck")).unwrap();
    assert_eq!(folder.found("--staged"), ["z.deck:1 missing-answer"]);
    // Deleted in the index, and still in the folder.
    folder.git("reset --quiet --hard");
    folder.git("rm --quiet --cached a.deck");
    assert!(folder.found("--staged").is_empty());
    for flag in ["--fix", "--fix-only", "--diff"] {
        assert_eq!(folder.decklint(&format!("--staged {flag}")).code, Some(2), "{flag}");
    }
}

#[test]
fn the_first_commit_brings_everything() {
    let folder = Folder::with(&[("a.deck", "What is GDP?\n")]);
    folder.git("init --quiet");
    folder.git("add a.deck");
    assert_eq!(folder.found("--staged"), ["a.deck:1 missing-answer"]);
    let said = folder.decklint("--since main");
    assert_eq!(said.code, Some(2));
}

#[test]
fn today_s_configuration_counts_for_both() {
    let folder = repository();
    folder.write(&[("decklint.toml", "[rules]\nmissing-answer = \"off\"\n")]);
    folder.commit("off");
    folder.write(&[("decklint.toml", "")]);
    assert!(
        folder.found("--since HEAD").is_empty(),
        "a rule that is turned on is no change of a deck"
    );
    assert_eq!(folder.found(""), ["a.deck:1 missing-answer"]);
}

#[test]
fn other_work_trees_and_folders_below_are_the_same_repository() {
    let folder = repository();
    folder.git("worktree add --quiet ../beside -b beside");
    let beside = folder.path("../beside");
    std::fs::write(beside.join("n.deck"), "What is new?\n").unwrap();
    let found = folder.found(&format!("--since main {}", beside.display()));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ends_with("n.deck:1 missing-answer"));
    std::fs::remove_dir_all(beside).unwrap();
    folder.write(&[("sub/n.deck", "What is new?\n")]);
    assert_eq!(folder.found("--since HEAD sub"), ["sub/n.deck:1 missing-answer"]);
}

#[test]
fn a_shallow_clone_is_told_what_to_fetch() {
    let folder = repository();
    folder.write(&[("z.deck", "What is tax?\nMoney\n")]);
    folder.commit("second");
    let origin = folder.path("").display().to_string();
    let clone = Folder::with(&[]);
    clone.git(&format!("clone --quiet --depth=1 file://{origin} ."));
    let said = clone.decklint("--since HEAD~1");
    assert_eq!(said.code, Some(2));
    assert!(
        said.words().contains("fetch-depth: 0") && said.words().contains("--unshallow"),
        "{}",
        said.err
    );
    clone.git("fetch --quiet --deepen=1");
    assert!(clone.found("--since HEAD~1").is_empty());
}

#[test]
fn what_cannot_be_compared_is_said() {
    let folder = repository();
    for (arguments, why) in [
        ("--since nowhere", "Git knows no commit `nowhere`"),
        ("--since=-x", "Git knows no commit `-x`"),
        ("--since HEAD -", "what comes from standard input is in no commit"),
        ("--since HEAD nothing.deck", "there is no file or folder nothing.deck"),
    ] {
        let said = folder.decklint(arguments);
        assert_eq!(said.code, Some(2), "{arguments}");
        assert!(said.words().contains(why), "{arguments}: {}", said.err);
    }
    folder.git("checkout --quiet --orphan other");
    folder.commit("other");
    let said = folder.decklint("--since main");
    assert_eq!(said.code, Some(2));
    assert!(said.words().contains("no commit in common"), "{}", said.err);

    let outside = Folder::with(&[("a.deck", FINE)]);
    let said = outside.decklint("--since HEAD");
    assert_eq!(said.code, Some(2));
    assert!(said.words().contains("this is no Git repository"), "{}", said.err);
    let said = folder.decklint_without_git("--since HEAD");
    assert_eq!(said.code, Some(2));
    assert!(said.words().contains("there is no program `git`"), "{}", said.err);
}

#[test]
fn a_hook_sees_what_is_being_committed() {
    let folder = repository();
    let hook = format!("#!/bin/sh\nexec {} --staged --quiet\n", env!("CARGO_BIN_EXE_decklint"));
    folder.write(&[(".git/hooks/pre-commit", &hook), ("z.deck", "What is new?\n")]);
    folder.make_executable(".git/hooks/pre-commit");
    for commit in ["commit --quiet -a -m all", "commit --quiet -m one z.deck"] {
        let said = folder.git_says(commit);
        assert_eq!(said.code, Some(1), "{commit}: {}", said.err);
        assert!(said.out.contains("z.deck:1") || said.err.contains("z.deck:1"), "{}", said.err);
    }
    folder.write(&[("z.deck", "What is new?\nThis\n")]);
    assert_eq!(folder.git_says("commit --quiet -a -m fine").code, Some(0));
}
