//! Every format, over one small repository that has what is hard to write down: a related place in
//! another file, a fix, a roll-up, letters that are not ASCII, lines that end in other ways, a path
//! with `%`, `&` and a blank, a file that cannot be read.
//!
//! What is expected stands in `tests/reports/expected`; `SNAPSHOTS=overwrite cargo test --test
//! reports` writes what is printed now. `cargo xtask test` checks the same files against the schemas
//! of the formats.
#![allow(clippy::unwrap_used)]

#[path = "reports/files.rs"]
mod files;
#[path = "reports/many.rs"]
mod many;
#[path = "reports/offsets.rs"]
mod offsets;
#[path = "reports/options.rs"]
mod options;
#[path = "reports/repository.rs"]
mod repository;

use std::path::Path;
use std::sync::LazyLock;

use repository::{FORMATS, Reports};
use snapbox::data::{Data, DataFormat};

/// All reports of one run.
static REPORTS: LazyLock<Reports> = LazyLock::new(Reports::of_every_format);

/// A report without the pages of the rules, which have tests of their own.
fn without_pages(file: &str, report: &str) -> String {
    let (start, end) = match file {
        "report.sarif" => ("\"help\": {\n", "\"defaultConfiguration\""),
        "report.html" => ("</summary>\n", "</details>"),
        _ => return report.to_owned(),
    };
    let mut parts = report.split(start);
    let mut short = parts.next().unwrap().to_owned();
    for part in parts {
        let (page, rest) = part.split_once(end).unwrap();
        assert!(page.len() > 200, "no page: {page}");
        short.extend([start, " … ", end, rest]);
    }
    short
}

fn expected(file: &str) -> Data {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/reports/expected");
    Data::read_from(&folder.join(file), Some(DataFormat::Text)).raw()
}

macro_rules! snapshots {
    ($($test:ident: $file:literal),* $(,)?) => {
        $(
            #[test]
            fn $test() {
                let report = without_pages($file, &REPORTS.of_file($file));
                snapbox::assert_data_eq!(report, expected($file));
            }
        )*

        #[test]
        fn every_format_has_a_snapshot() {
            let tested = [$($file),*];
            assert!(FORMATS.iter().all(|(_, file)| tested.contains(file)));
            let help = repository::decklint(std::path::Path::new("."), &["--help"]);
            let help = String::from_utf8(help.stdout).unwrap();
            let (_, formats) = help.split_once("--format <FORMAT[=FILE]>").unwrap();
            let (formats, _) = formats.split_once("[default: full]").unwrap();
            let listed = formats.lines().filter(|line| line.trim_start().starts_with("- ")).count();
            assert_eq!(listed, tested.len(), "{formats}");
        }
    };
}

snapshots! {
    full: "full.txt",
    concise: "concise.txt",
    grouped: "grouped.txt",
    json: "report.json",
    json_lines: "report.jsonl",
    sarif: "report.sarif",
    github: "github.txt",
    gitlab: "gitlab.json",
    junit: "junit.xml",
    checkstyle: "checkstyle.xml",
    rdjson: "rdjson.json",
    azure: "azure.txt",
    markdown: "summary.md",
    html: "report.html",
}
