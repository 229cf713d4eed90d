//! `--fix` changes what it should and nothing else, whatever happens meanwhile.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Instant;

use tempfile::TempDir;

const WRONG: &str = "What grew?\n- Schools\n-Factories\n";
const RIGHT: &str = "What grew?\n- Schools\n- Factories\n";

fn command(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_decklint"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null());
    command
}

fn decklint(folder: &Path, arguments: &[&str]) -> Output {
    command(folder, arguments).output().unwrap()
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::create_dir_all(folder.path().join(name).parent().unwrap()).unwrap();
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

fn read(folder: &TempDir, name: &str) -> String {
    fs::read_to_string(folder.path().join(name)).unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
        + &String::from_utf8(output.stderr.clone()).unwrap()
}

/// Runs `git` as a person without any settings.
fn git(folder: &TempDir, arguments: &[&str]) {
    let done = Command::new("git")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=m"])
        .args(arguments)
        .current_dir(folder.path())
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", said(&done));
}

#[test]
fn what_is_not_committed_is_left_alone() {
    let folder = folder(&[("kept.deck", WRONG), ("changed.deck", "What is it?\nThat\n")]);
    git(&folder, &["init"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "-m", "Decks"]);
    fs::write(folder.path().join("changed.deck"), WRONG.replace("grew", "fell")).unwrap();
    fs::write(folder.path().join("new deck.deck"), WRONG.replace("grew", "rose")).unwrap();
    fs::write(folder.path().join("staged.deck"), WRONG.replace("grew", "sank")).unwrap();
    git(&folder, &["add", "staged.deck"]);

    let output = decklint(folder.path(), &["--fix"]);
    let text = said(&output);
    assert_eq!(output.status.code(), Some(2), "{text}");
    assert!(text.contains("left alone: changed.deck, which holds changes"), "{text}");
    assert!(text.contains("left alone: new deck.deck, which is not in Git yet"), "{text}");
    assert!(
        text.contains("left alone: staged.deck, which holds changes that are staged"),
        "{text}"
    );
    assert!(text.contains("put right: 1 problem: 1 malformed-bullet"), "{text}");
    assert_eq!(read(&folder, "kept.deck"), RIGHT);
    assert!(read(&folder, "changed.deck").contains("-Factories"));

    decklint(folder.path(), &["--fix", "--allow-staged"]);
    assert!(read(&folder, "staged.deck").contains("- Factories"));
    assert!(read(&folder, "new deck.deck").contains("-Factories"));

    let output = decklint(folder.path(), &["--fix", "--allow-dirty"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(read(&folder, "changed.deck").contains("- Factories"));
    assert!(read(&folder, "new deck.deck").contains("- Factories"));
}

#[test]
fn without_the_git_program_nothing_is_refused() {
    let folder = folder(&[("a.deck", WRONG), (".git/HEAD", "ref: refs/heads/m\n")]);
    let output = command(folder.path(), &["--fix"]).env("PATH", "").output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(read(&folder, "a.deck"), RIGHT);
}

#[test]
fn fix_only_says_nothing_of_what_remains() {
    let folder = folder(&[("a.deck", &format!("{WRONG}\nWhat is GDP?\n"))]);
    let output = decklint(folder.path(), &["--fix-only"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(said(&output), "put right: 1 problem: 1 malformed-bullet\n");
    assert_eq!(read(&folder, "a.deck"), format!("{RIGHT}\nWhat is GDP?\n"));
}

#[test]
fn unsafe_fixes_are_for_those_who_ask() {
    let twice = "What is GDP?\nOutput\n\nWhat is GDP?\nOutput\n";
    let folder = folder(&[("a.deck", twice)]);
    let select = ["--select", "duplicate-card"];
    decklint(folder.path(), &[&select[..], &["--fix"]].concat());
    assert_eq!(read(&folder, "a.deck"), twice);
    let alone = decklint(folder.path(), &["--unsafe-fixes"]);
    assert_eq!(alone.status.code(), Some(2), "{}", said(&alone));
    let shown = decklint(folder.path(), &[&select[..], &["--diff", "--unsafe-fixes"]].concat());
    assert_eq!(shown.status.code(), Some(1), "{}", said(&shown));
    assert_eq!(read(&folder, "a.deck"), twice);
    let output = decklint(folder.path(), &[&select[..], &["--fix", "--unsafe-fixes"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(read(&folder, "a.deck").matches("What is GDP?").count(), 1);
}

/// Whatever moment the power fails at, the file is the old one or the new one.
#[test]
fn killed_at_any_moment_it_leaves_the_old_or_the_new_file() {
    let cards = |bullet: &str| -> String {
        (0..3_000).map(|n| format!("What grew in {n}?\n- Schools\n{bullet}Factories\n\n")).collect()
    };
    let (old, new) = (cards("-"), cards("- "));
    let folder = folder(&[("a.deck", &old)]);
    let path = folder.path().join("a.deck");
    let arguments = ["--fix-only", "--quiet", "--select", "malformed-bullet"];
    let started = Instant::now();
    assert_eq!(decklint(folder.path(), &arguments).status.code(), Some(0));
    let whole = started.elapsed();
    let (mut olds, mut news) = (0, 0);
    for round in 0_u32..40 {
        fs::write(&path, &old).unwrap();
        let mut child = command(folder.path(), &arguments).spawn().unwrap();
        // It writes in the last part of the time it takes.
        std::thread::sleep(whole * (50 + 2 * round) / 100);
        child.kill().unwrap();
        child.wait().unwrap();
        let now = fs::read_to_string(&path).unwrap();
        assert!(now == old || now == new, "round {round}: {} bytes", now.len());
        olds += usize::from(now == old);
        news += usize::from(now == new);
    }
    assert!(olds > 0 && news > 0, "never killed in between: {olds} old, {news} new");
    // What a killed run left behind is no deck to the next.
    fs::write(folder.path().join(".abc.decklint-tmp"), WRONG).unwrap();
    fs::write(&path, RIGHT).unwrap();
    let output = decklint(folder.path(), &["--format", "concise"]);
    assert!(said(&output).contains("in 1 deck"), "{}", said(&output));
}

#[test]
fn two_runs_at_once_do_no_harm() {
    let old: String = (0..500).map(|n| WRONG.replace("grew", &format!("grew in {n}"))).collect();
    let folder = folder(&[("a.deck", &old)]);
    let arguments = ["--fix-only", "--select", "malformed-bullet"];
    let runs: Vec<_> =
        (0..4).map(|_| command(folder.path(), &arguments).spawn().unwrap()).collect();
    for mut run in runs {
        assert_eq!(run.wait().unwrap().code(), Some(0));
    }
    assert_eq!(read(&folder, "a.deck"), old.replace("-Factories", "- Factories"));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing left behind");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

    use super::*;

    #[test]
    fn a_link_stays_and_what_it_leads_to_changes() {
        let folder = folder(&[("real/a.deck", WRONG), ("decks/b.deck", RIGHT)]);
        symlink("../real/a.deck", folder.path().join("decks/a.deck")).unwrap();
        let output = decklint(folder.path(), &["--fix", "decks/a.deck"]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let link = fs::symlink_metadata(folder.path().join("decks/a.deck")).unwrap();
        assert!(link.is_symlink());
        assert_eq!(read(&folder, "real/a.deck"), RIGHT);
    }

    #[test]
    fn another_name_of_the_file_keeps_the_old_text() {
        let folder = folder(&[("a.deck", WRONG)]);
        let backup = TempDir::new_in(folder.path().parent().unwrap()).unwrap();
        fs::hard_link(folder.path().join("a.deck"), backup.path().join("a.deck")).unwrap();
        decklint(folder.path(), &["--fix"]);
        assert_eq!(read(&folder, "a.deck"), RIGHT);
        assert_eq!(read(&backup, "a.deck"), WRONG);
    }

    #[test]
    fn permissions_stay_and_a_read_only_file_is_not_written() {
        let folder = folder(&[("a.deck", WRONG), ("b.deck", &WRONG.replace("grew", "fell"))]);
        let set = |name: &str, mode| {
            let permissions = fs::Permissions::from_mode(mode);
            fs::set_permissions(folder.path().join(name), permissions).unwrap();
        };
        set("a.deck", 0o640);
        set("b.deck", 0o444);
        let output = decklint(folder.path(), &["--fix"]);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(
            said(&output).contains("cannot write b.deck: it is read-only"),
            "{}",
            said(&output)
        );
        assert!(said(&output).contains("put right: 1 problem"), "{}", said(&output));
        assert!(said(&output).contains("b.deck:3"), "what remains is shown: {}", said(&output));
        assert_eq!(read(&folder, "a.deck"), RIGHT);
        assert!(read(&folder, "b.deck").contains("-Factories"));
        let mode = fs::metadata(folder.path().join("a.deck")).unwrap().mode();
        assert_eq!(mode & 0o777, 0o640);
    }

    #[test]
    fn a_pipe_is_read_but_never_replaced() {
        let folder = folder(&[]);
        let pipe = folder.path().join("a.deck");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let writer = std::thread::spawn({
            let pipe = pipe.clone();
            move || fs::write(pipe, WRONG)
        });
        let output = decklint(folder.path(), &["--fix", "a.deck"]);
        writer.join().unwrap().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("cannot write a.deck: it is no ordinary file"));
        assert!(!fs::metadata(&pipe).unwrap().is_file());
    }

    /// Runs in a folder in which nothing can be made, as someone whom permissions bind.
    #[test]
    fn a_folder_that_cannot_be_written_to_is_named_by_its_deck() {
        let folder = folder(&[("a.deck", WRONG)]);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        fs::set_permissions(folder.path().join("a.deck"), fs::Permissions::from_mode(0o666))
            .unwrap();
        let mut command = command(folder.path(), &["--fix", "--isolated", "."]);
        if fs::write(folder.path().join("probe"), "").is_ok() {
            fs::remove_file(folder.path().join("probe")).unwrap();
            // The program must be where nobody may run it, too.
            let program = std::env::temp_dir().join(format!("decklint-{}", std::process::id()));
            fs::copy(env!("CARGO_BIN_EXE_decklint"), &program).unwrap();
            let mut unprivileged = Command::new("setpriv");
            unprivileged
                .args(["--reuid=65534", "--regid=65534", "--clear-groups"])
                .arg(&program)
                .args(["--fix", "--isolated", "."])
                .current_dir(folder.path());
            let output = unprivileged.output();
            fs::remove_file(&program).unwrap();
            let Ok(output) = output else {
                eprintln!("skipped: root may write everywhere, and there is no setpriv");
                return;
            };
            return refused(&folder, &output);
        }
        let output = command.output().unwrap();
        refused(&folder, &output);
    }

    fn refused(folder: &TempDir, output: &Output) {
        let text = said(output);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(output.status.code(), Some(2), "{text}");
        assert!(text.contains("cannot write a.deck: no new file can be made beside it"), "{text}");
        assert!(!text.contains("decklint-tmp"), "{text}");
        assert_eq!(read(folder, "a.deck"), WRONG);
    }

    /// Needs to mount a small file system, which root may.
    #[test]
    fn on_a_full_disk_the_old_file_stays() {
        let folder = folder(&[]);
        let disk = folder.path().join("disk");
        fs::create_dir(&disk).unwrap();
        let mount = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64k", "decklint-test"])
            .arg(&disk)
            .output();
        if !mount.is_ok_and(|mount| mount.status.success()) {
            eprintln!("skipped: a small disk can be mounted only by root");
            return;
        }
        let old: String =
            (0..900).map(|n| WRONG.replace("grew", &format!("grew in {n}"))).collect();
        fs::write(disk.join("a.deck"), &old).unwrap();
        // What is left is too little for the new text.
        let _ = fs::write(disk.join("filler"), vec![0_u8; 64 * 1024]);
        let output = decklint(&disk, &["--fix-only", "--select", "malformed-bullet"]);
        let now = fs::read_to_string(disk.join("a.deck")).unwrap();
        let count = fs::read_dir(&disk).unwrap().count();
        Command::new("umount").arg(&disk).status().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("cannot write a.deck: No space left"), "{}", said(&output));
        assert_eq!(now, old);
        assert_eq!(count, 2, "nothing left behind");
    }

    #[test]
    fn output_that_cannot_be_written_is_a_failure() {
        let folder = folder(&[("a.deck", "What is GDP?\n")]);
        let Ok(full) = fs::OpenOptions::new().write(true).open("/dev/full") else { return };
        let output =
            command(folder.path(), &["--format", "concise"]).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("cannot write the output"), "{}", said(&output));
    }
}
