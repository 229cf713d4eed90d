//! The page of every rule is run: what it calls wrong is found, at the places it marks; what it
//! calls right is not; and its fixes make of it what the page shows.
//!
//! A fence is an example. Its info string is the name of a dialect and
//! * `fail`: the rule must find exactly what is marked by `^` on the lines below (which are not
//!   part of the deck). A finding over several lines is marked on its first.
//! * `pass`: the rule must find nothing.
//! * `fixed`: what the rule's fixes, unsafe ones too, make of the `fail` before.
//!
//! Fences of one kind that follow each other and name a file (`deck fail file=a.deck`) are one
//! example of several files. `media=a.png,b.png` says which pictures are beside them. In a fence marked `escaped`, `\u{…}` and `\x..` stand for characters
//! and bytes that cannot be seen.
#![allow(clippy::unwrap_used, clippy::expect_used)]

use std::path::PathBuf;

use deck_lint::{Diagnostic, Rule, Workspace, apply_fixes, rules};
use deck_syntax::Dialect;

/// One file of an example.
#[derive(Debug, Clone)]
struct File {
    name: String,
    dialect: Dialect,
    bytes: Vec<u8>,
    /// First line (from 0), and the columns, in bytes, from and up to.
    marks: Vec<(usize, usize, usize)>,
}

#[derive(Debug)]
struct Example {
    kind: String,
    line: usize,
    files: Vec<File>,
    /// The pictures and sounds beside them, where `media=` names any.
    media: Vec<String>,
}

fn examples(page: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut lines = page.lines().enumerate();
    let mut adjacent = false;
    while let Some((line, text)) = lines.next() {
        let ticks = text.bytes().take_while(|&b| b == b'`').count();
        let fence = text[ticks..].split_once(' ').filter(|_| ticks >= 3);
        let fence = fence.and_then(|(name, info)| Some((Dialect::from_name(name)?, info)));
        let Some((dialect, info)) = fence else {
            adjacent &= text.trim().is_empty();
            continue;
        };
        let closing = "`".repeat(ticks);
        let body: Vec<&str> =
            lines.by_ref().map(|(_, text)| text).take_while(|text| *text != closing).collect();
        let kind = info.split(' ').next().unwrap().to_owned();
        let named = info.split(' ').find_map(|word| word.strip_prefix("file="));
        let name = named.map_or_else(|| format!("example.{}", dialect.name()), str::to_owned);
        let file = read_file(&name, dialect, &body, info.contains("escaped"));
        let last = examples.last_mut();
        if let Some(last) = last.filter(|last| adjacent && named.is_some() && last.kind == kind) {
            last.files.push(file);
        } else {
            let media = info.split(' ').find_map(|word| word.strip_prefix("media="));
            let media = media.into_iter().flat_map(|it| it.split(',')).map(str::to_owned);
            let (line, media) = (line + 1, media.collect());
            examples.push(Example { kind, line, files: vec![file], media });
        }
        adjacent = true;
    }
    examples
}

fn read_file(name: &str, dialect: Dialect, body: &[&str], escaped: bool) -> File {
    let mut file = File { name: name.to_owned(), dialect, bytes: Vec::new(), marks: Vec::new() };
    let mut line = 0;
    // Where in the last line each of its written characters stands.
    let mut columns: Vec<usize> = Vec::new();
    for text in body {
        let is_marks = text.contains('^') && text.chars().all(|c| matches!(c, ' ' | '^'));
        if is_marks {
            let marks: Vec<char> = text.chars().collect();
            let mut at = 0;
            while at < marks.len() {
                let end = at + marks[at..].iter().take_while(|&&c| c == '^').count();
                if end > at {
                    file.marks.push((line - 1, columns[at], columns[end]));
                }
                at = end.max(at + 1);
            }
            continue;
        }
        let (bytes, at) = unescape(text, escaped);
        columns = at;
        file.bytes.extend(bytes);
        file.bytes.push(b'\n');
        line += 1;
    }
    file
}

/// The bytes of a line, and where in them each written character starts; last, where they end.
fn unescape(text: &str, escaped: bool) -> (Vec<u8>, Vec<usize>) {
    let (mut bytes, mut columns) = (Vec::new(), Vec::new());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let code = |start: &str, end: &str| {
            let inner = rest.strip_prefix(start)?;
            let inner = &inner[..inner.find(end).filter(|_| escaped)?];
            Some((u32::from_str_radix(inner, 16).ok()?, start.len() + inner.len() + end.len()))
        };
        let byte = rest
            .strip_prefix("\\x")
            .filter(|_| escaped)
            .and_then(|hex| u8::from_str_radix(hex.get(..2)?, 16).ok());
        let at = bytes.len();
        let length = if let Some(byte) = byte {
            bytes.push(byte);
            4
        } else if let Some((code, length)) = code("\\u{", "}") {
            bytes.extend(char::from_u32(code).unwrap().to_string().bytes());
            length
        } else {
            bytes.extend(c.to_string().bytes());
            c.len_utf8()
        };
        columns.extend(std::iter::repeat_n(at, rest[..length].chars().count()));
        rest = &rest[length..];
    }
    columns.push(bytes.len());
    (bytes, columns)
}

fn lint(rule: &Rule, files: &[File], media: &[String]) -> (Workspace, Vec<Diagnostic>) {
    let texts =
        files.iter().map(|file| (PathBuf::from(&file.name), file.bytes.clone(), file.dialect));
    let mut workspace = Workspace::of_decks(texts);
    let mut names = vec![rule.name.to_owned()];
    if rule.name == "unused-allow" {
        // It judges allowances of rules that ran.
        names.extend(rules::ALL.iter().map(|rule| rule.name.to_owned()));
    }
    workspace.select(&names);
    if !media.is_empty() {
        workspace.set_media(media);
    }
    let mut found = workspace.lint().diagnostics;
    found.retain(|diagnostic| diagnostic.rule.name == rule.name);
    (workspace, found)
}

/// What was found in a file, as marks: a range over several lines ends with its first.
fn found_marks(
    workspace: &Workspace,
    found: &[Diagnostic],
    name: &str,
) -> Vec<(usize, usize, usize)> {
    let mut marks: Vec<_> = found
        .iter()
        .map(|diagnostic| (diagnostic, workspace.file(diagnostic.file)))
        .filter(|(_, file)| file.path.to_str() == Some(name))
        .map(|(diagnostic, file)| {
            let (line, start) = file.lines().line(diagnostic.range.start());
            let from = usize::from(diagnostic.range.start() - start);
            let text = &file.text[diagnostic.range];
            let length = text.find(['\n', '\r']).unwrap_or(text.len());
            (line, from, from + length)
        })
        .collect();
    marks.sort_unstable();
    marks
}

fn check_fail(rule: &Rule, example: &Example) {
    let (workspace, found) = lint(rule, &example.files, &example.media);
    for file in &example.files {
        let marks = found_marks(&workspace, &found, &file.name);
        assert_eq!(
            marks,
            file.marks,
            "{} line {}: found (left) and marked (right) as (line, from, upto) in\n{}\n{:?}",
            rule.name,
            example.line,
            String::from_utf8_lossy(&file.bytes),
            found.iter().map(|d| &d.message).collect::<Vec<_>>(),
        );
    }
    assert!(!found.is_empty(), "{} line {}: marks nothing", rule.name, example.line);
    for diagnostic in &found {
        let says = [&diagnostic.message, &diagnostic.help];
        assert!(says.iter().all(|text| !text.is_empty()), "{}: message and help", rule.name);
        assert!(!diagnostic.message.ends_with('.'), "{}: no full stop", rule.name);
    }
}

fn check_fixed(rule: &Rule, wrong: &Example, fixed: &Example) {
    let mut files = wrong.files.clone();
    for round in 0.. {
        assert!(round < 20, "{}: fixes never end", rule.name);
        let (workspace, found) = lint(rule, &files, &wrong.media);
        let mut changed = false;
        for file in &mut files {
            let of_file = found.iter().filter(|diagnostic| {
                workspace.file(diagnostic.file).path.to_str() == Some(&file.name)
            });
            let text = String::from_utf8(file.bytes.clone()).unwrap();
            let applied = apply_fixes(&text, of_file, true);
            changed |= applied.text != text;
            file.bytes = applied.text.into_bytes();
        }
        if !changed {
            break;
        }
    }
    for (file, expected) in files.iter().zip(&fixed.files) {
        assert_eq!(
            String::from_utf8_lossy(&file.bytes),
            String::from_utf8_lossy(&expected.bytes),
            "{} line {}: the fix",
            rule.name,
            fixed.line
        );
    }
}

#[test]
fn every_page_is_true() {
    let mut wrong_pages = Vec::new();
    for rule in rules::ALL {
        let checked = std::panic::catch_unwind(|| check_page(rule));
        if let Err(panic) = checked {
            let said = panic.downcast_ref::<String>().cloned();
            wrong_pages
                .push(said.or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_owned())));
        }
    }
    let said: Vec<String> = wrong_pages.into_iter().flatten().collect();
    assert!(said.is_empty(), "{} pages are not true:\n\n{}", said.len(), said.join("\n\n"));
}

fn check_page(rule: &Rule) {
    let examples = examples(rule.page);
    let count = |kind: &str| examples.iter().filter(|example| example.kind == kind).count();
    assert!(count("fail") > 0, "{}: the page shows nothing wrong", rule.name);
    assert!(count("pass") > 0, "{}: the page shows nothing right", rule.name);
    let has_fix = rule.fix != deck_lint::FixKind::None;
    assert_eq!(count("fixed") > 0, has_fix, "{}: a fix, and the page shows it", rule.name);
    for (index, example) in examples.iter().enumerate() {
        match example.kind.as_str() {
            "fail" => check_fail(rule, example),
            "pass" => {
                let (_, found) = lint(rule, &example.files, &example.media);
                let said: Vec<&String> = found.iter().map(|d| &d.message).collect();
                assert!(said.is_empty(), "{} line {}: {said:?}", rule.name, example.line);
            }
            "fixed" => check_fixed(rule, &examples[index - 1], example),
            other => panic!("{} line {}: `{other}`?", rule.name, example.line),
        }
    }
}
