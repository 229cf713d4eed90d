//! `decklint dates [PATH …]`: every date, with what it means.

use std::io::Write;
use std::path::Path;

use deck_dates::{Confidence, Interval, Mention, Provenance};
use deck_ide::{Placed, dates_of_file};
use deck_lint::{SourceFile, count};
use serde::Serialize;

use crate::Outcome;
use crate::args::{DatesArgs, DatesFormat};
use crate::failure::Failure;
use crate::files::open_decks;
use crate::files::shown;
use crate::wording::{granularity, kind, notes, on_one_line, padded, provenance};

/// A date as programs read it. Lines and columns count from 1, columns in characters; `start` and
/// `end` are byte offsets into the file; `first` and `last` are days, both included.
#[derive(Serialize)]
struct DateData {
    file: String,
    line: usize,
    column: usize,
    start: u32,
    end: u32,
    side: &'static str,
    text: String,
    edtf: Option<String>,
    kind: &'static str,
    granularity: &'static str,
    provenance: &'static str,
    first: Option<String>,
    last: Option<String>,
    doubts: Vec<&'static str>,
    weekday: Option<&'static str>,
    notes: Vec<String>,
}

/// The dates of a text, for programs that score them.
#[derive(Serialize)]
struct SpansData {
    spans: Vec<SpanData>,
}

/// `start` and `end` count code points, `end` not included.
#[derive(Serialize)]
struct SpanData {
    start: usize,
    end: usize,
    value: Option<String>,
}

/// Prints the dates.
pub(crate) fn run(args: &DatesArgs) -> Result<Outcome, Failure> {
    let workspace = open_decks(&args.paths, args.dialect)?;
    let files: Vec<(&SourceFile, Vec<Placed>)> =
        workspace.selected().map(|(_, file)| (file, dates_of_file(file))).collect();
    let mut out = std::io::BufWriter::new(anstream::stdout().lock());
    match args.format {
        DatesFormat::Text => print_tables(&mut out, &files)?,
        DatesFormat::Json => {
            let all = files.iter().flat_map(|(file, dates)| dates.iter().map(|it| data(file, it)));
            let all: Vec<DateData> = all.collect();
            let json = serde_json::to_string_pretty(&all).map_err(std::io::Error::from)?;
            writeln!(out, "{json}")?;
        }
        DatesFormat::JsonlSpans => {
            for (file, dates) in &files {
                let spans = SpansData { spans: spans(file, dates) };
                let json = serde_json::to_string(&spans).map_err(std::io::Error::from)?;
                writeln!(out, "{json}")?;
            }
        }
    }
    out.flush()?;
    Ok(Outcome::Clean)
}

fn print_tables(out: &mut impl Write, files: &[(&SourceFile, Vec<Placed>)]) -> Result<(), Failure> {
    let mut total = 0;
    for (file, dates) in files.iter().filter(|(_, dates)| !dates.is_empty()) {
        writeln!(out, "\x1b[1m{}\x1b[0m", shown(Path::new(&file.path)))?;
        let rows: Vec<[String; 5]> = dates.iter().map(|date| row(file, date)).collect();
        print_rows(out, &rows)?;
        writeln!(out)?;
        total += dates.len();
    }
    let decks = files.iter().filter(|(_, dates)| !dates.is_empty()).count();
    writeln!(out, "{} in {}", count(total, "date"), count(decks, "deck"))?;
    Ok(())
}

/// Place, words, meaning, what it is, and what else is to be said.
fn row(file: &SourceFile, date: &Placed) -> [String; 5] {
    let (line, column) = file.line_column(date.range().start());
    let mention = &date.mention;
    let mut more = Vec::new();
    if !matches!(mention.provenance, Provenance::Explicit | Provenance::None) {
        more.push(provenance(mention.provenance).to_owned());
    }
    more.extend(notes(mention));
    [
        format!("{line}:{column}"),
        on_one_line(&file.text[date.range()], 40),
        mention.edtf().unwrap_or_else(|| "-".to_owned()),
        what(mention),
        more.join(", "),
    ]
}

/// `day`, `range of months`, `duration in years`
fn what(mention: &Mention) -> String {
    match kind(mention.kind) {
        "point" => granularity(mention.granularity).to_owned(),
        "vague" => "vague".to_owned(),
        "range" => format!("range of {}", plural(granularity(mention.granularity))),
        kind => format!("{kind} in {}", plural(granularity(mention.granularity))),
    }
}

fn plural(unit: &str) -> String {
    unit.strip_suffix("ry").map_or_else(|| format!("{unit}s"), |stem| format!("{stem}ries"))
}

fn print_rows(out: &mut impl Write, rows: &[[String; 5]]) -> Result<(), Failure> {
    let width = |column: usize| {
        rows.iter().map(|row| row[column].chars().count()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..5).map(width).collect();
    for row in rows {
        let cells = row.iter().zip(&widths).map(|(cell, width)| padded(cell, *width));
        let line = cells.collect::<Vec<_>>().join("  ");
        writeln!(out, "  {}", line.trim_end())?;
    }
    Ok(())
}

fn data(file: &SourceFile, date: &Placed) -> DateData {
    let (line, column) = file.line_column(date.range().start());
    let mention = &date.mention;
    let days = mention.narrowed();
    let day = |pick: fn(Interval) -> i64| days.map(|days| crate::wording::iso(pick(days)));
    DateData {
        file: shown(Path::new(&file.path)),
        line,
        column,
        start: date.range().start().into(),
        end: date.range().end().into(),
        side: date.side.name(),
        text: file.text[date.range()].to_owned(),
        edtf: mention.edtf(),
        kind: kind(mention.kind),
        granularity: granularity(mention.granularity),
        provenance: provenance(mention.provenance),
        first: day(|days| days.first),
        last: day(|days| days.last),
        doubts: doubts(mention),
        weekday: mention.weekday.map(deck_dates::Weekday::name),
        notes: notes(mention),
    }
}

fn doubts(mention: &Mention) -> Vec<&'static str> {
    let any = |is: fn(&Mention) -> bool| mention.points().iter().any(is);
    let doubts = [
        ("approximate", any(|point| point.approximate)),
        ("uncertain", any(|point| point.uncertain)),
        ("unlikely", mention.confidence == Confidence::Low),
        ("impossible", any(Mention::impossible)),
        ("reversed", mention.reversed()),
    ];
    doubts.into_iter().filter(|(_, is)| *is).map(|(name, _)| name).collect()
}

/// The ends of ranges count as dates of their own, since that is how people mark them.
fn spans(file: &SourceFile, dates: &[Placed]) -> Vec<SpanData> {
    let mut spans = Vec::new();
    let before = |at| file.length_before(at).characters;
    for date in dates {
        for point in date.mention.points() {
            if point.confidence > Confidence::Low {
                let range = point.range + date.start;
                let (start, end) = (before(range.start()), before(range.end()));
                spans.push(SpanData { start, end, value: point.edtf() });
            }
        }
    }
    spans
}
