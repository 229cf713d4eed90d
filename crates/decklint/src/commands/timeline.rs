//! `decklint timeline [PATH …]`: the dated cards in order.

use std::io::Write as _;

use deck_ide::preview::timeline_of_decks;
use deck_lint::{FileId, Live, Workspace};
use deck_render::page::View;
use deck_render::timeline::svg;

use crate::Outcome;
use crate::args::{TimelineArgs, TimelineFormat};
use crate::failure::Failure;
use crate::files::{open_decks, shown};
use crate::report::terminal_width;
use crate::standalone;
use crate::timeline::{Event, ics, json, text};

/// Prints the timeline.
pub(crate) fn run(args: &TimelineArgs) -> Result<Outcome, Failure> {
    let workspace = open_decks(&args.paths, args.dialect)?;
    let mut left_out = Vec::new();
    let out = match args.format {
        TimelineFormat::Text => text::write(&events(&workspace), terminal_width()),
        TimelineFormat::Json => {
            json::write(&events(&workspace)).map_err(std::io::Error::from)? + "\n"
        }
        TimelineFormat::Svg => picture(workspace),
        TimelineFormat::Html => standalone::page(&Live::new(workspace), View::Timeline),
        TimelineFormat::Ics => {
            let calendar = ics::write(&events(&workspace));
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

fn events(workspace: &Workspace) -> Vec<Event> {
    deck_ide::timeline::events(workspace.selected().map(|(_, file)| file), &shown)
}

/// The picture, in which what the rules find is red: so it takes all that they look at.
fn picture(workspace: Workspace) -> String {
    let live = Live::new(workspace);
    let files: Vec<FileId> = live.workspace().selected().map(|(file, _)| file).collect();
    svg(&timeline_of_decks(&live, &files))
}
