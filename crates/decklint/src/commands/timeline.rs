//! `decklint timeline [PATH …]`: the dated cards in order.

use std::io::Write as _;

use crate::Outcome;
use crate::args::{TimelineArgs, TimelineFormat};
use crate::failure::Failure;
use crate::files::{open_decks, shown};
use crate::report::terminal_width;
use crate::timeline::{ics, json, svg, text};

/// Prints the timeline.
pub(crate) fn run(args: &TimelineArgs) -> Result<Outcome, Failure> {
    let workspace = open_decks(&args.paths, args.dialect)?;
    let events = deck_ide::timeline::events(workspace.selected().map(|(_, file)| file), &shown);
    let mut left_out = Vec::new();
    let out = match args.format {
        TimelineFormat::Text => text::write(&events, terminal_width()),
        TimelineFormat::Json => json::write(&events).map_err(std::io::Error::from)? + "\n",
        TimelineFormat::Svg => svg::write(&events),
        TimelineFormat::Ics => {
            let calendar = ics::write(&events);
            left_out = calendar.left_out;
            calendar.text
        }
    };
    let mut stdout = anstream::stdout().lock();
    stdout.write_all(out.as_bytes())?;
    stdout.flush()?;
    for why in left_out {
        anstream::eprintln!("left out: {why}");
    }
    Ok(Outcome::Clean)
}
