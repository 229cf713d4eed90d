//! Places are right in every format: a fix that is applied by one way of counting gives the same
//! text as by any other.

use std::fs;

use serde_json::Value;

use super::REPORTS;

fn json(file: &str) -> Value {
    serde_json::from_str(&REPORTS.of_file(file)).unwrap()
}

fn text_of(path: &str) -> String {
    fs::read_to_string(REPORTS.repository.path().join("notes").join(path)).unwrap()
}

fn number(value: &Value, key: &str) -> usize {
    usize::try_from(value[key].as_u64().unwrap()).unwrap()
}

/// The path that a URI from the root of the repository stands for, from the folder of the decks.
fn path_of(location: &Value) -> String {
    assert_eq!(location["uriBaseId"], "%SRCROOT%");
    let uri = location["uri"].as_str().unwrap();
    let path = percent_encoding::percent_decode_str(uri).decode_utf8().unwrap();
    path.strip_prefix("notes/").unwrap().to_owned()
}

/// The byte at which a line and column stand, all counted from 1.
fn byte_at(text: &str, line: usize, column: usize) -> usize {
    let line = deck_syntax::lines(text).nth(line - 1).unwrap();
    let mark = usize::from(line.start == 0 && text.starts_with('\u{FEFF}'));
    let chars = line.of(text).chars().take(column - 1 + mark);
    line.start + chars.map(char::len_utf8).sum::<usize>()
}

/// What a region covers, which all ways to say it have to agree on.
fn covered<'t>(text: &'t str, region: &Value) -> &'t str {
    let start = number(region, "byteOffset");
    let end = start + number(region, "byteLength");
    let at = |line, column| byte_at(text, number(region, line), number(region, column));
    assert_eq!((at("startLine", "startColumn"), at("endLine", "endColumn")), (start, end));
    let plain = text.trim_start_matches('\u{FEFF}');
    let chars = plain.chars().skip(number(region, "charOffset"));
    let chars: String = chars.take(number(region, "charLength")).collect();
    assert_eq!(chars, text[start..end].trim_start_matches('\u{FEFF}'));
    &text[start..end]
}

#[test]
fn sarif_says_places_in_three_ways_that_agree() {
    let log = json("report.sarif");
    let mut replaced = Vec::new();
    for result in log["runs"][0]["results"].as_array().unwrap() {
        let places = result["locations"].as_array().unwrap();
        for place in
            places.iter().chain(result["relatedLocations"].as_array().into_iter().flatten())
        {
            let place = &place["physicalLocation"];
            assert_ne!(
                covered(&text_of(&path_of(&place["artifactLocation"])), &place["region"]),
                ""
            );
        }
        for change in result["fixes"].as_array().into_iter().flatten() {
            let change = &change["artifactChanges"][0];
            let text = text_of(&path_of(&change["artifactLocation"]));
            for edit in change["replacements"].as_array().unwrap() {
                let inserted = edit["insertedContent"]["text"].as_str().unwrap();
                replaced
                    .push((covered(&text, &edit["deletedRegion"]).to_owned(), inserted.to_owned()));
            }
        }
    }
    let may = replaced.iter().filter(|(old, new)| (&**old, &**new) == ("may", "May")).count();
    assert_eq!(may, 3, "in lines that end in three ways: {replaced:?}");
}

#[test]
fn reviewdog_counts_bytes() {
    let mut suggested = 0;
    for finding in json("rdjson.json")["diagnostics"].as_array().unwrap() {
        let Some(path) = finding["location"]["path"].as_str().filter(|it| it.ends_with("deck"))
        else {
            continue;
        };
        let text = text_of(path);
        for suggestion in finding["suggestions"].as_array().into_iter().flatten() {
            let at = |end: &str| {
                let position = &suggestion["range"][end];
                let line = deck_syntax::lines(&text).nth(number(position, "line") - 1).unwrap();
                line.start + number(position, "column") - 1
            };
            if suggestion["text"] == "May" {
                assert_eq!(&text[at("start")..at("end")], "may");
                suggested += 1;
            }
        }
    }
    assert_eq!(suggested, 3);
}

#[test]
fn every_format_has_every_finding() {
    let found = json("report.json");
    let wanted = found["diagnostics"].as_array().unwrap().len();
    let unread = found["problems"].as_array().unwrap().len();
    assert!(wanted > 5 && unread == 1);
    let lines_with =
        |file, word| REPORTS.of_file(file).lines().filter(|it| it.contains(word)).count();
    assert_eq!(json("report.sarif")["runs"][0]["results"].as_array().unwrap().len(), wanted);
    assert_eq!(json("gitlab.json").as_array().unwrap().len(), wanted + unread);
    assert_eq!(json("rdjson.json")["diagnostics"].as_array().unwrap().len(), wanted + unread);
    assert_eq!(lines_with("report.jsonl", "\"type\":\"finding\""), wanted);
    assert_eq!(lines_with("concise.txt", ""), wanted);
    assert_eq!(lines_with("github.txt", " title=decklint%3A "), wanted);
    assert_eq!(lines_with("checkstyle.xml", "<error "), wanted + unread);
    assert_eq!(lines_with("report.html", "<article "), wanted);
    assert_eq!(lines_with("summary.md", "- line "), wanted);
    let junit = lines_with("junit.xml", "error: (") + lines_with("junit.xml", "warning: (");
    assert_eq!(junit + lines_with("junit.xml", "hint: ("), wanted);
}

#[test]
fn gitlab_has_no_fingerprint_twice() {
    let report = json("gitlab.json");
    let all = report.as_array().unwrap().iter().map(|issue| issue["fingerprint"].as_str().unwrap());
    let mut all: Vec<&str> = all.collect();
    let number = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), number);
}
