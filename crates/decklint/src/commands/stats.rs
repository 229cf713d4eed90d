//! `decklint stats [PATH …]`: how a deck does, at a glance.

mod figures;
mod page;
mod picture;

use std::io::{self, Write};

use deck_lint::{Options, Workspace};

use crate::Outcome;
use crate::args::{DialectArg, StatsArgs, StatsFormat};
use crate::failure::Failure;
use crate::files::{report_problems, write_output};
use crate::progress::Progress;
use figures::Stats;

/// Counts, and prints what was counted.
pub(crate) fn run(args: &StatsArgs) -> Result<Outcome, Failure> {
    let options = Options {
        paths: args.paths.clone(),
        isolated: args.isolated,
        dialect: args.dialect.map(DialectArg::dialect),
        ..Options::default()
    };
    let progress = Progress::new(false);
    let opened = Workspace::open(&options, &|done, total| progress.update(done, total));
    progress.finish();
    let workspace = opened?;
    let any_problem = report_problems(&workspace);
    let stats = Stats::of(&workspace, &workspace.lint());
    if let Some(path) = &args.output {
        let mut out = anstream::StripStream::new(Vec::new());
        print(args.format, &mut out, &stats)?;
        write_output(&workspace, path, &out.into_inner())?;
    } else {
        let mut out = io::BufWriter::new(anstream::stdout().lock());
        print(args.format, &mut out, &stats)?;
        out.flush()?;
    }
    Ok(if any_problem { Outcome::Failed } else { Outcome::Clean })
}

fn print(format: StatsFormat, out: &mut dyn Write, stats: &Stats) -> io::Result<()> {
    match format {
        StatsFormat::Text => picture::print(out, stats),
        StatsFormat::Json => writeln!(out, "{}", serde_json::to_string_pretty(stats)?),
        StatsFormat::Html => page::print(out, stats),
    }
}
