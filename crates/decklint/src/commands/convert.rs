//! `decklint convert PATH --to DIALECT`: a deck written in another dialect.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use deck_lint::{Options, Workspace};
use deck_syntax::outline::Outline;
use deck_syntax::{Conversion, Dialect, convert, decode, parse_as};

use crate::Outcome;
use crate::args::{ConvertArgs, DialectArg};
use crate::failure::Failure;
use crate::files::{read_deck, shown};

/// Writes a deck in another dialect, and says what of it that dialect cannot say.
pub(crate) fn run(args: &ConvertArgs) -> Result<Outcome, Failure> {
    let text = decode(read_deck(&args.path)?).text;
    let options = Options { dialect: args.from.map(DialectArg::dialect), ..Options::default() };
    let (detection, settings) = Workspace::dialect_of(&options, &args.path, &text)?;
    let Some(from) = detection.dialect else {
        return Err(Failure::CannotTell { path: shown(&args.path), reason: detection.reason });
    };
    let deck = parse_as(&text, from, &settings);
    let outline = Outline::of(&deck, &text);
    let converted = convert(&outline, args.to.dialect());
    report(&shown(&args.path), from, &converted);
    if args.strict && !converted.losses.is_empty() {
        return Ok(Outcome::Findings);
    }
    match &args.output {
        None => anstream::stdout().lock().write_all(converted.text.as_bytes())?,
        Some(path) => write_new(path, &converted.text)?,
    }
    Ok(Outcome::Clean)
}

/// Says what is lost; equal losses of many cards are one line.
fn report(path: &str, from: Dialect, converted: &Conversion) {
    const NAMED: usize = 5;
    let mut seen: Vec<(&str, Vec<usize>)> = Vec::new();
    for loss in &converted.losses {
        match seen.iter_mut().find(|(what, _)| *what == loss.what) {
            Some((_, lines)) => lines.push(loss.line),
            None => seen.push((&loss.what, vec![loss.line])),
        }
    }
    for (what, lines) in seen {
        let named: Vec<String> = lines.iter().take(NAMED).map(usize::to_string).collect();
        let more = lines.len().saturating_sub(NAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let word = if lines.len() == 1 { "line" } else { "lines" };
        let place = format!("{path}, {word} {}{more}", named.join(", "));
        anstream::eprintln!("\x1b[33mnot kept\x1b[0m ({place}): {what}");
    }
    if converted.losses.is_empty() && converted.text.is_empty() {
        anstream::eprintln!("{path} has no card, read as {}", from.name());
    }
}

/// Writes a file that was not there.
fn write_new(path: &Path, text: &str) -> Result<(), Failure> {
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .and_then(|mut file| file.write_all(text.as_bytes()));
    match written {
        Ok(()) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Err(Failure::Exists(shown(path))),
        Err(error) => Err(Failure::File { what: format!("write {}", shown(path)), error }),
    }
}
