//! SARIF 2.1.0, the standard for what finds faults: <https://docs.oasis-open.org/sarif/sarif/v2.1.0/>.

mod model;
mod places;
mod rules;

use std::collections::BTreeMap;
use std::io::{self, Write};

use deck_lint::{Diagnostic, FileId, Fix, Rule, count};

use super::names;
use super::view::{Problem, View};
use super::words::{one_line, with_more};
use model::{
    ArtifactChange, BaseId, Descriptor, Driver, Finding, FindingProperties, Inserted, Invocation,
    Location, Log, Notice, NoticeKind, PhysicalLocation, Repair, RepairProperties, Replacement,
    Run, Tool,
};
use places::{Places, ROOT, artifact};
use rules::{describe, level, rules_of};

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// The fingerprint is deck-lint's; another way to make it would have another number.
const FINGERPRINT: &str = "decklint/v1";
const UNREADABLE: &str = "unreadable-file";
const LEFT_OUT: &str = "findings-left-out";

/// Prints the findings as one log of one run.
pub(super) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let rules = rules_of(view.diagnostics);
    let places = Places::new(view);
    let results = view.diagnostics.iter().map(|it| finding(&places, it, &rules)).collect();
    let run = Run {
        tool: Tool { driver: driver(&rules) },
        invocations: [invocation(view)],
        original_uri_base_ids: BTreeMap::from([(ROOT, root())]),
        column_kind: "unicodeCodePoints",
        newline_sequences: ["\r\n", "\n", "\r"],
        results,
    };
    let log = Log { schema: SCHEMA, version: "2.1.0", runs: [run] };
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// Where the root is, is for whoever reads the report to know: on another machine it is elsewhere.
fn root() -> BaseId {
    BaseId { description: "the root of the repository".into() }
}

fn driver(rules: &[&'static Rule]) -> Driver {
    let kind = |id, words: &str| NoticeKind { id, short_description: words.into() };
    Driver {
        name: "decklint",
        version: env!("CARGO_PKG_VERSION"),
        semantic_version: env!("CARGO_PKG_VERSION"),
        rules: rules.iter().map(|rule| describe(rule)).collect(),
        notifications: vec![
            kind(UNREADABLE, "a file could not be read"),
            kind(LEFT_OUT, "findings were left out"),
        ],
    }
}

fn invocation(view: &View<'_>) -> Invocation {
    let mut notices: Vec<Notice> = view.problems().map(|problem| unreadable(&problem)).collect();
    if view.omitted() > 0 {
        notices.push(Notice {
            descriptor: Descriptor { id: LEFT_OUT },
            level: "note",
            message: format!("{} left out", count(view.omitted(), "finding")).into(),
            locations: Vec::new(),
        });
    }
    Invocation {
        execution_successful: view.workspace.problems.is_empty(),
        tool_execution_notifications: notices,
    }
}

fn unreadable(problem: &Problem) -> Notice {
    let artifact_location = artifact(names::uri(&problem.path));
    let physical_location = PhysicalLocation { artifact_location, region: None };
    Notice {
        descriptor: Descriptor { id: UNREADABLE },
        level: "error",
        message: format!("cannot read {}: {}", problem.path, problem.error).into(),
        locations: vec![Location { id: None, physical_location, message: None }],
    }
}

fn finding(places: &Places<'_>, diagnostic: &Diagnostic, rules: &[&Rule]) -> Finding {
    let rule = diagnostic.rule.name;
    let related = diagnostic.labels.iter().enumerate().map(|(index, label)| Location {
        id: Some(index + 1),
        message: (!label.text.is_empty()).then(|| one_line(&label.text).into()),
        ..places.location(label.file, label.range)
    });
    let related_locations = related.collect();
    let fixes = diagnostic.fixes.iter().filter(|fix| !fix.edits.is_empty());
    let fixes = fixes.map(|fix| repair(places, diagnostic.file, fix)).collect();
    let fingerprint = format!("{:016x}", diagnostic.fingerprint);
    Finding {
        rule_id: rule,
        rule_index: rules.partition_point(|other| other.name < rule),
        level: level(diagnostic.level),
        message: with_more(diagnostic).into(),
        locations: [places.location(diagnostic.file, diagnostic.range)],
        related_locations,
        partial_fingerprints: BTreeMap::from([(FINGERPRINT, fingerprint)]),
        occurrence_count: diagnostic.count,
        fixes,
        properties: FindingProperties {
            help: one_line(&diagnostic.help),
            more_places: diagnostic.more,
        },
    }
}

fn repair(places: &Places<'_>, file: FileId, fix: &Fix) -> Repair {
    let replacements = fix.edits.iter().map(|edit| Replacement {
        deleted_region: places.region(file, edit.range),
        inserted_content: Inserted { text: edit.insert.clone() },
    });
    let replacements = replacements.collect();
    Repair {
        description: fix.title.as_str().into(),
        artifact_changes: [ArtifactChange {
            artifact_location: places.artifact(file),
            replacements,
        }],
        properties: RepairProperties { applicability: fix.applicability },
    }
}
