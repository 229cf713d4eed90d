//! `decklint fmt [PATH …]`: decks written tidily.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use deck_lint::{OpenError, Options, Workspace, count};
use deck_syntax::format::{apply, format};
use deck_syntax::{Deck, Dialect, LineTable, decode, parse_as};

use crate::Outcome;
use crate::args::{DialectArg, FmtArgs};
use crate::failure::Failure;
use crate::files::{read_deck, replace, shown};
use crate::report::diff;

/// Where standard input stands if it is no file's text.
const NO_FILE: &str = "<stdin>";

/// A deck and what it is formatted.
struct Formatted {
    before: String,
    /// `None` where nothing changes.
    after: Option<String>,
}

/// How many files became what.
#[derive(Default)]
struct Counts {
    changed: usize,
    unchanged: usize,
    failed: usize,
}

/// Formats decks.
pub(crate) fn run(args: &FmtArgs) -> Result<Outcome, Failure> {
    if args.reads_stdin() {
        return format_stdin(args);
    }
    let options = options(args);
    let mut paths = Vec::new();
    let mut left_alone = 0;
    for (path, detection) in Workspace::detections(&options)? {
        if detection.dialect.is_some() {
            paths.push(path);
        } else if is_named(&path, args) {
            left_alone += 1;
            let reason = detection.reason;
            anstream::eprintln!(
                "{} is left alone: nothing says that it is a deck ({reason}); say what it is with \
                 `--dialect`",
                shown(&path)
            );
        }
    }
    if paths.is_empty() && left_alone == 0 {
        let named = if args.paths.is_empty() { vec![".".into()] } else { args.paths.clone() };
        return Err(OpenError::NoDecks(named).into());
    }
    let mut counts = Counts::default();
    for path in &paths {
        format_file(args, &options, path, &mut counts)?;
    }
    summary(args, &counts);
    Ok(outcome(args, &counts))
}

fn options(args: &FmtArgs) -> Options {
    Options {
        paths: args.paths.clone(),
        config: args.config.clone(),
        isolated: args.isolated,
        dialect: args.dialect.map(DialectArg::dialect),
        ..Options::default()
    }
}

/// Whether a file was asked for by its own name.
fn is_named(path: &Path, args: &FmtArgs) -> bool {
    args.paths.iter().any(|named| dunce::canonicalize(named).is_ok_and(|named| named == path))
}

/// Formats a file that is a deck. One that cannot be read or written does not keep the others from
/// being formatted.
fn format_file(
    args: &FmtArgs,
    options: &Options,
    path: &Path,
    counts: &mut Counts,
) -> Result<(), Failure> {
    let done = formatted(options, path).and_then(|formatted| {
        let Some(after) = formatted.after else {
            counts.unchanged += 1;
            return Ok(());
        };
        counts.changed += 1;
        if args.diff {
            let mut out = anstream::stdout().lock();
            diff::print(&mut out, &shown(path), &formatted.before, &after)?;
        } else if args.check {
            writeln!(anstream::stdout().lock(), "would format {}", shown(path))?;
        } else {
            let what = || format!("write {}", shown(path));
            replace(path, &formatted.before, &after)
                .map_err(|error| Failure::File { what: what(), error })?;
        }
        Ok(())
    });
    match done {
        // Nobody reads any more.
        Err(failure @ Failure::Output(_)) => Err(failure),
        Err(failure) => {
            counts.failed += 1;
            failure.report();
            Ok(())
        }
        Ok(()) => Ok(()),
    }
}

fn formatted(options: &Options, path: &Path) -> Result<Formatted, Failure> {
    let before = text_of(read_deck(path)?, &shown(path))?;
    let (detection, settings) = Workspace::dialect_of(options, path, &before)?;
    let Some(dialect) = detection.dialect else { return Ok(Formatted { before, after: None }) };
    let after = tidy(&parse_as(&before, dialect, &settings), &before);
    Ok(Formatted { before, after })
}

/// The text, if all of it can be read: else writing it back would lose the rest.
fn text_of(bytes: Vec<u8>, name: &str) -> Result<String, Failure> {
    let decoded = decode(bytes);
    match decoded.invalid.first() {
        None => Ok(decoded.text),
        Some(first) => {
            let line = LineTable::new(&decoded.text).line(*first).0 + 1;
            Err(Failure::NotUtf8 { path: name.to_owned(), line })
        }
    }
}

fn tidy(deck: &Deck, text: &str) -> Option<String> {
    let edits = format(deck, text);
    (!edits.is_empty()).then(|| apply(text, &edits))
}

/// Formats what comes from standard input. Nothing is lost by that, so what is not known to be a
/// deck is read as a native one if there are cards in it.
fn format_stdin(args: &FmtArgs) -> Result<Outcome, Failure> {
    let nowhere = args.stdin_filename.is_none() && args.config.is_none();
    let options = Options { isolated: args.isolated || nowhere, ..options(args) };
    let path: PathBuf = args.stdin_filename.clone().unwrap_or_else(|| NO_FILE.into());
    let before = text_of(read_deck(Path::new("-"))?, &shown(&path))?;
    let (detection, settings) = Workspace::dialect_of(&options, &path, &before)?;
    let deck = parse_as(&before, detection.dialect.unwrap_or(Dialect::Deck), &settings);
    let is_deck = detection.dialect.is_some() || deck.cards().next().is_some();
    let after = if is_deck { tidy(&deck, &before) } else { None };
    match &after {
        Some(after) if args.diff => {
            diff::print(&mut anstream::stdout().lock(), &shown(&path), &before, after)?;
        }
        Some(_) if args.check => writeln!(anstream::stdout(), "would format {}", shown(&path))?,
        None if args.diff || args.check => {}
        // Not through `anstream`: a deck may hold what looks like a colour.
        after => {
            let text = after.as_ref().unwrap_or(&before);
            std::io::stdout().lock().write_all(text.as_bytes())?;
        }
    }
    let changed = usize::from(after.is_some());
    Ok(outcome(args, &Counts { changed, ..Counts::default() }))
}

fn outcome(args: &FmtArgs, counts: &Counts) -> Outcome {
    match counts {
        Counts { failed: 1.., .. } => Outcome::Failed,
        Counts { changed: 1.., .. } if args.check || args.diff => Outcome::Findings,
        _ => Outcome::Clean,
    }
}

/// Says in one line, on standard error, what was done.
fn summary(args: &FmtArgs, counts: &Counts) {
    let done = if args.check || args.diff { "would be formatted" } else { "formatted" };
    let mut parts = Vec::new();
    if counts.changed > 0 {
        parts.push(format!("{} {done}", count(counts.changed, "file")));
    }
    if counts.unchanged > 0 {
        let files = if counts.changed > 0 {
            counts.unchanged.to_string()
        } else {
            count(counts.unchanged, "file")
        };
        parts.push(format!("{files} unchanged"));
    }
    if counts.failed > 0 {
        parts.push(format!("{} left alone", counts.failed));
    }
    if !parts.is_empty() {
        anstream::eprintln!("{}", parts.join(", "));
    }
}
