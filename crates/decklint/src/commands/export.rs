//! `decklint export --format html [PATH …]`

use std::io::Write as _;

use deck_lint::Live;
use deck_render::page::View;

use crate::Outcome;
use crate::args::{ExportArgs, ExportFormat};
use crate::failure::Failure;
use crate::files::{open_decks, write_output};
use crate::standalone;

/// Writes the page.
pub(crate) fn run(args: &ExportArgs) -> Result<Outcome, Failure> {
    let ExportFormat::Html = args.format;
    let live = Live::new(open_decks(&args.paths, args.dialect)?);
    let page = standalone::page(&live, View::Cards);
    if let Some(path) = &args.output {
        write_output(live.workspace(), path, page.as_bytes())?;
    } else {
        let mut stdout = std::io::stdout().lock();
        stdout.write_all(page.as_bytes())?;
        stdout.flush()?;
    }
    Ok(Outcome::Clean)
}
