//! What is shown of what was found.

use std::process::Command;

use serde_json::Value;

use super::repository::{decklint, repository};

#[test]
fn only_the_first_findings_are_shown_but_files_are_whole() {
    let repository = repository();
    let notes = repository.path().join("notes");
    let of = |limit: &str| {
        let formats = ["--format", "concise", "--format", "json=all.json", "--max-findings"];
        let ran = decklint(&notes, &[&formats[..], &[limit]].concat());
        let all: Value =
            serde_json::from_slice(&std::fs::read(notes.join("all.json")).unwrap()).unwrap();
        (ran, all["diagnostics"].as_array().unwrap().len())
    };
    let (all, number) = of("1000");
    let (some, whole) = of("2");
    let all_lines = String::from_utf8(all.stdout).unwrap();
    let some_lines = String::from_utf8(some.stdout).unwrap();
    assert_eq!(some_lines.lines().count(), 2);
    assert!(all_lines.starts_with(&some_lines) && all_lines.lines().count() == number);
    assert_eq!(whole, number, "the file has all of them");
    assert_eq!(some.status.code(), all.status.code());
    let said = String::from_utf8(some.stderr).unwrap();
    assert!(said.contains("more findings not shown (`--max-findings`)"), "{said}");
    assert!(!String::from_utf8(all.stderr).unwrap().contains("not shown"));
}

#[test]
fn findings_that_are_left_out_are_counted() {
    let repository = repository();
    let notes = repository.path().join("notes");
    let json = |arguments: &[&str]| -> Value {
        let ran = decklint(&notes, &[&["--format", "json"], arguments].concat());
        serde_json::from_slice(&ran.stdout).unwrap()
    };
    let count = |report: &Value| -> u64 {
        let findings = report["diagnostics"].as_array().unwrap().iter();
        findings.map(|finding| finding["count"].as_u64().unwrap()).sum()
    };
    let (all, some) = (json(&[]), json(&["--max-findings", "3"]));
    assert_eq!(all["omitted"], 0);
    assert_eq!(count(&some) + some["omitted"].as_u64().unwrap(), count(&all));
    let statistics = json(&["--statistics", "--max-findings", "3"]);
    assert_eq!(statistics["findings"], count(&all), "statistics are of all");
    let rows = statistics["rules"].as_array().unwrap().iter();
    assert_eq!(rows.map(|row| row["count"].as_u64().unwrap()).sum::<u64>(), count(&all));
    let safe = all["diagnostics"].as_array().unwrap().iter().filter(|finding| {
        finding["fixes"].as_array().unwrap().iter().any(|fix| fix["applicability"] == "safe")
    });
    let safe: u64 = safe.map(|finding| finding["count"].as_u64().unwrap()).sum();
    assert!(safe > 0 && statistics["fixable"] == safe);
}

#[test]
fn nothing_is_chosen_because_of_where_it_runs() {
    let repository = repository();
    let plain = decklint(&repository.path().join("notes"), &[]);
    let in_ci = Command::new(env!("CARGO_BIN_EXE_decklint"))
        .current_dir(repository.path().join("notes"))
        .envs([
            ("CI", "true"),
            ("GITHUB_ACTIONS", "true"),
            ("GITLAB_CI", "true"),
            ("TF_BUILD", "True"),
        ])
        .output()
        .unwrap();
    assert_eq!(in_ci.stdout, plain.stdout);
    assert_eq!(in_ci.stderr, plain.stderr);
}

#[test]
fn junit_fails_where_decklint_does() {
    let repository = repository();
    let failures = |level: &str| {
        let notes = repository.path().join("notes");
        let ran = decklint(&notes, &["--format", "junit", "--fail-on", level]);
        String::from_utf8(ran.stdout).unwrap().matches("<failure ").count()
    };
    assert_eq!(failures("never"), 0);
    assert!(failures("error") > 0 && failures("error") < failures("warning"));
}
