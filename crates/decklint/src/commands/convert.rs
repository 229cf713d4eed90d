//! `decklint convert PATH --to DIALECT`: a deck written in another dialect.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use deck_lint::{Options, Workspace};
use deck_syntax::{Conversion, Dialect, LineTable, convert_deck, decode, parse_as};

use crate::Outcome;
use crate::args::{ConvertArgs, DialectArg};
use crate::failure::Failure;
use crate::files::{read_deck, shown};

/// Writes a deck in another dialect, and says what of it that dialect cannot say.
pub(crate) fn run(args: &ConvertArgs) -> Result<Outcome, Failure> {
    let decoded = decode(read_deck(&args.path)?);
    if let Some(first) = decoded.invalid.first() {
        let line = LineTable::new(&decoded.text).line(*first).0 + 1;
        return Err(Failure::NotUtf8 { path: shown(&args.path), line });
    }
    let text = decoded.text;
    let options = Options { dialect: args.from.map(DialectArg::dialect), ..Options::default() };
    let (detection, settings) = Workspace::dialect_of(&options, &args.path, &text)?;
    // As when a file is checked: one that was named is a deck if there are cards in it.
    let from = detection.dialect.unwrap_or(Dialect::Deck);
    let deck = parse_as(&text, from, &settings);
    if detection.dialect.is_none() && deck.cards().next().is_none() {
        return Err(Failure::CannotTell { path: shown(&args.path), reason: detection.reason });
    }
    let converted = convert_deck(&deck, &text, args.to.dialect());
    report(&shown(&args.path), from, &converted);
    if args.strict && !converted.losses.is_empty() {
        anstream::eprintln!("nothing was written, since not all of it can be kept (`--strict`)");
        return Ok(Outcome::Findings);
    }
    match &args.output {
        None => anstream::stdout().lock().write_all(converted.text.as_bytes())?,
        Some(path) => {
            write_new(path, &converted.text)?;
            anstream::eprintln!("wrote {}", shown(path));
        }
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
