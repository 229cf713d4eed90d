//! Reports in files: whole or not at all, and nothing else is touched.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::{FileTypeExt as _, PermissionsExt as _, symlink};
use std::process::Command;

use tempfile::TempDir;

use super::repository::{Reports, decklint, repository, write};

fn deck() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("a.deck"), "What is GDP?\n").unwrap();
    folder
}

#[test]
fn a_report_takes_the_place_of_the_last_one() {
    let folder = deck();
    let report = folder.path().join("report.txt");
    fs::write(&report, "old\n").unwrap();
    fs::set_permissions(&report, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("report.txt", folder.path().join("link.txt")).unwrap();
    let ran = decklint(folder.path(), &["--format", "concise=link.txt"]);
    assert_eq!((ran.status.code(), ran.stdout.len()), (Some(1), 0));
    let expected = "a.deck:1:1: error: this question has no answer (missing-answer)\n";
    assert_eq!(fs::read_to_string(&report).unwrap(), expected);
    assert_eq!(fs::metadata(&report).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(folder.path().join("link.txt")).unwrap().is_symlink());
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|it| it.unwrap().path()).collect();
    assert_eq!(left.len(), 3, "nothing is left over: {left:?}");
}

#[test]
fn a_pipe_stays_a_pipe() {
    let folder = deck();
    let pipe = folder.path().join("pipe");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let reader = std::thread::spawn({
        let pipe = pipe.clone();
        move || fs::read_to_string(pipe).unwrap()
    });
    decklint(folder.path(), &["--format", "concise=pipe"]);
    assert!(fs::metadata(&pipe).unwrap().file_type().is_fifo());
    assert!(reader.join().unwrap().contains("missing-answer"));
}

#[test]
fn a_report_that_cannot_be_written_is_a_failure() {
    let folder = deck();
    fs::create_dir(folder.path().join("full")).unwrap();
    let ran = decklint(folder.path(), &["--format", "json=full"]);
    assert_eq!(ran.status.code(), Some(2));
    assert!(String::from_utf8(ran.stderr).unwrap().contains("cannot write full"));
    let ran = decklint(folder.path(), &["--format", "json=a", "--format", "sarif=./a"]);
    assert_eq!(ran.status.code(), Some(2), "the same file under two names");
}

/// Every line of what a service obeys is one that we meant, whatever a file is called.
#[test]
fn a_path_cannot_say_anything_to_a_service() {
    let repository = repository();
    let name = "a\"<b>&\u{1b}[31m\n::stop-commands::x\n##vso[task.complete]|`c`.deck";
    write(&repository.path().join("notes").join(name), b"What is GDP?\n");
    let reports = Reports::of(repository, "reports-odd-path");
    for line in reports.of_file("github.txt").lines() {
        let known = ["::error ", "::warning ", "::notice ", "GitHub shows "];
        assert!(known.iter().any(|start| line.starts_with(start)), "{line}");
    }
    for line in reports.of_file("azure.txt").lines() {
        let is_hint = line.contains(": hint: ") && !line.starts_with("##");
        assert!(is_hint || line.starts_with("##vso[task.logissue "), "{line}");
    }
    for file in ["concise.txt", "grouped.txt", "full.txt", "summary.md", "report.html"] {
        let text = reports.of_file(file);
        assert!(!text.lines().any(|line| line.starts_with("::stop") || line.starts_with("##vso")));
        assert!(!text.contains('\u{1b}'), "{file}");
    }
    for file in ["summary.md", "report.html", "junit.xml", "checkstyle.xml"] {
        assert!(!reports.of_file(file).contains("\"<b>"), "{file}");
    }
    for file in ["report.json", "report.sarif", "gitlab.json", "rdjson.json"] {
        let value: serde_json::Value = serde_json::from_str(&reports.of_file(file)).unwrap();
        assert!(value.to_string().contains("stop-commands"), "{file}");
    }
}
