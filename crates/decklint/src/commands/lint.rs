//! `decklint [PATH …]`: check decks, and put right what can be put right.

mod change;
mod fix;
mod watch;

use std::io::Read as _;
use std::path::{Path, PathBuf};

use deck_lint::{LevelSetting, Options, Overlay, Report, Workspace, rules};

use crate::args::{DialectArg, FailOn, LintArgs, RuleArgs};
use crate::failure::Failure;
use crate::files::{report_problems, shown};
use crate::progress::Progress;
use crate::{Outcome, report};
use change::Change;

/// Where standard input stands if it is no file's text.
const NO_FILE: &str = "<stdin>";

/// Checks decks.
pub(crate) fn run(args: &LintArgs) -> Result<Outcome, Failure> {
    // Standard output takes the text that came from standard input and was put right.
    let aside = args.fixing.writes() && reads_stdin(args);
    let output = report::Output::of(&args.output, args.fail_on.level(), aside)?;
    let quiet = args.output.quiet;
    let mut options = options(args)?;
    let change = Change::find(&args.history, &mut options)?;
    let progress = Progress::new(quiet);
    let opened = Workspace::open(&options, &|done, total| progress.update(done, total));
    progress.finish();
    let mut workspace = opened?;
    let change = change.map(|change| change.apply(&mut workspace, &options)).transpose()?;
    if args.watch {
        return watch::run(args, options, workspace);
    }
    report_before(&workspace, quiet);
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
    let printed = if fix_only { Ok(()) } else { output.print(&workspace, &found) };
    if !quiet {
        report::summary(&found, put_right.as_ref(), fix_only);
        if !fix_only {
            report::old::summary(&workspace, &found);
            change.iter().for_each(Change::summary);
        }
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

/// Says what there is to know before what was found.
fn report_before(workspace: &Workspace, quiet: bool) {
    report_problems(workspace);
    report_not_decks(workspace);
    if !quiet {
        report_undecided(workspace);
    }
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
    let least = fail_on.level();
    least.is_some_and(|least| found.diagnostics.iter().any(|it| it.level >= least))
}

fn options(args: &LintArgs) -> Result<Options, Failure> {
    let paths: Vec<PathBuf> =
        args.paths.iter().filter(|path| path.as_os_str() != "-").cloned().collect();
    if reads_stdin(args) && args.watch {
        return Err(Failure::NoWatching);
    }
    if reads_stdin(args) && args.history.is_of_a_change() {
        return Err(Failure::NoHistory);
    }
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
        baseline: args.history.source(),
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
