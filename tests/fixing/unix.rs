//! Links, permissions, pipes and full disks.

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
    assert!(said(&output).contains("cannot write b.deck: it is read-only"), "{}", said(&output));
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
    fs::set_permissions(folder.path().join("a.deck"), fs::Permissions::from_mode(0o666)).unwrap();
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
    let old: String = (0..900).map(|n| WRONG.replace("grew", &format!("grew in {n}"))).collect();
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
    let output = command(folder.path(), &["--format", "concise"]).stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("cannot write the output"), "{}", said(&output));
}
