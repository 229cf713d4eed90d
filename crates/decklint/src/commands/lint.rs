//! `decklint [PATH …]`: check decks, and put right what can be put right.

mod fix;

use std::io::{Read as _, Write};
use std::path::{Path, PathBuf};

use deck_lint::{Level, LevelSetting, Options, Overlay, Report, Workspace, rules};

use crate::args::{DialectArg, FailOn, Format, LintArgs, RuleArgs};
use crate::failure::Failure;
use crate::files::shown;
use crate::progress::Progress;
use crate::{Outcome, report};

/// Where standard input stands if it is no file's text.
const NO_FILE: &str = "<stdin>";

/// Checks decks.
pub(crate) fn run(args: &LintArgs) -> Result<Outcome, Failure> {
    let options = options(args)?;
    let progress = Progress::new(args.quiet);
    let opened = Workspace::open(&options, &|done, total| progress.update(done, total));
    progress.finish();
    let mut workspace = opened?;
    for problem in &workspace.problems {
        let what = format!("read {}", shown(&problem.path));
        anstream::eprintln!("\x1b[31merror\x1b[0m: cannot {what}: {}", problem.error);
    }
    report_not_decks(&workspace);
    if !args.quiet {
        report_undecided(&workspace);
    }
    let mut found = workspace.lint();
    let mut put_right = None;
    let mut undone = false;
    if args.fixing.writes() || args.fixing.diff {
        let mut fixes = fix::Fixes::work_out(&mut workspace, &mut found, &args.fixing);
        if args.fixing.diff {
            let changed = fixes.print_diff(&workspace)?;
            fixes.report_undone(&workspace);
            return Ok(outcome(&workspace, changed));
        }
        fixes.write(&mut workspace, &mut found, options.overlay.as_ref())?;
        undone = fixes.report_undone(&workspace);
        put_right = Some(fixes.by_rule());
    }
    let fix_only = args.fixing.fix_only;
    let printed = if fix_only { Ok(()) } else { print(args, &workspace, &found) };
    if !args.quiet {
        report::summary(&found, put_right.as_ref(), fix_only);
    }
    printed?;
    let outcome = match outcome(&workspace, !fix_only && fails(args.fail_on, &found)) {
        _ if undone => Outcome::Failed,
        outcome => outcome,
    };
    // The process ends here: taking 100,000 cards apart first would only make people wait.
    std::mem::forget(workspace);
    Ok(outcome)
}

/// Names the files that were asked for and hold no card; of many, the first few.
fn report_not_decks(workspace: &Workspace) {
    const NAMED: usize = 5;
    for (id, reason) in workspace.not_decks.iter().take(NAMED) {
        let path = shown(&workspace.file(*id).path);
        anstream::eprintln!("{path} is no deck: decklint sees no card in it ({reason})");
    }
    let more = workspace.not_decks.len().saturating_sub(NAMED);
    if more > 0 {
        anstream::eprintln!("and {} like that", deck_lint::count(more, "file"));
    }
}

/// Names the files that were left out though they look like decks.
fn report_undecided(workspace: &Workspace) {
    if let [first, rest @ ..] = workspace.undecided.as_slice() {
        let more =
            if rest.is_empty() { String::new() } else { format!(" and {} more", rest.len()) };
        anstream::eprintln!(
            "not checked: {}{more}, which may be a deck: `decklint cards --why PATH` says what is \
             missing",
            shown(first)
        );
    }
}

fn outcome(workspace: &Workspace, findings: bool) -> Outcome {
    match (workspace.problems.is_empty(), findings) {
        (false, _) => Outcome::Failed,
        (true, true) => Outcome::Findings,
        (true, false) => Outcome::Clean,
    }
}

fn fails(fail_on: FailOn, found: &Report) -> bool {
    let least = match fail_on {
        FailOn::Error => Level::Error,
        FailOn::Warning => Level::Warning,
        FailOn::Hint => Level::Hint,
        FailOn::Never => return false,
    };
    found.diagnostics.iter().any(|diagnostic| diagnostic.level >= least)
}

/// Prints what was found. That nobody reads to the end is no failure.
fn print(args: &LintArgs, workspace: &Workspace, found: &Report) -> Result<(), Failure> {
    // Standard output takes the text that came from standard input and was put right.
    let fixes_stdin = args.fixing.writes() && reads_stdin(args);
    let mut out: Box<dyn Write> = if fixes_stdin {
        Box::new(anstream::stderr().lock())
    } else {
        Box::new(std::io::BufWriter::new(anstream::stdout().lock()))
    };
    let written = match (args.statistics, args.format) {
        (true, _) => report::statistics::print(&mut out, found),
        (false, Format::Full) => report::full::print(&mut out, workspace, found),
        (false, Format::Concise) => report::concise::print(&mut out, workspace, found),
        (false, Format::Json) => report::json::print(&mut out, workspace, found),
    };
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

fn options(args: &LintArgs) -> Result<Options, Failure> {
    let paths: Vec<PathBuf> =
        args.paths.iter().filter(|path| path.as_os_str() != "-").cloned().collect();
    let overlay =
        reads_stdin(args).then(|| read_stdin(args.stdin_filename.as_deref())).transpose()?;
    // Text that belongs to no file has no folder whose decks it could be compared with.
    let nowhere = overlay.is_some() && args.stdin_filename.is_none() && paths.is_empty();
    Ok(Options {
        paths,
        overlay,
        config: args.config.clone(),
        isolated: args.isolated || nowhere && args.config.is_none(),
        dialect: args.dialect.map(DialectArg::dialect),
        select: known(&args.rules.select)?,
        levels: levels(&args.rules)?,
        ..Options::default()
    })
}

fn reads_stdin(args: &LintArgs) -> bool {
    args.stdin_filename.is_some() || args.paths.iter().any(|path| path.as_os_str() == "-")
}

fn read_stdin(file_name: Option<&Path>) -> Result<Overlay, Failure> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().read_to_end(&mut bytes);
    read.map_err(|error| Failure::File { what: "read standard input".to_owned(), error })?;
    Ok(Overlay { path: file_name.unwrap_or(Path::new(NO_FILE)).to_owned(), bytes })
}

fn known(names: &[String]) -> Result<Vec<String>, Failure> {
    match names.iter().find(|name| rules::by_name(name).is_none()) {
        Some(name) => Err(Failure::NoSuchRule { name: name.clone() }),
        None => Ok(names.to_vec()),
    }
}

fn levels(args: &RuleArgs) -> Result<Vec<(String, LevelSetting)>, Failure> {
    let mut levels = Vec::new();
    for (names, setting) in [
        (&args.warn, LevelSetting::Warning),
        (&args.error, LevelSetting::Error),
        (&args.ignore, LevelSetting::Off),
    ] {
        levels.extend(known(names)?.into_iter().map(|name| (name, setting)));
    }
    Ok(levels)
}
