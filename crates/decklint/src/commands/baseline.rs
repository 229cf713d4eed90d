//! `decklint baseline`: lists what is wrong today, so that only what comes on top is reported.

use std::path::{Path, PathBuf};

use deck_lint::{
    BASELINE_NAME, Baseline, BaselineSource, BaselineUpdate, OpenError, Options, Workspace, count,
};

use crate::Outcome;
use crate::args::{BaselineArgs, DialectArg};
use crate::failure::Failure;
use crate::files::{report_problems, shown, write_whole};
use crate::progress::Progress;

/// Writes a baseline, or brings one up to date.
pub(crate) fn run(args: &BaselineArgs) -> Result<Outcome, Failure> {
    let workspace = open(args)?;
    // A list that lacks what could not be read would show it all as new some day.
    if report_problems(&workspace) {
        return Ok(Outcome::Failed);
    }
    let path = place(args, &workspace);
    let is_there = path.exists();
    if is_there && !args.update && !args.add {
        return Err(Failure::BaselineExists(shown(&path)));
    }
    let before = if is_there || args.update {
        Baseline::load(&path).map_err(OpenError::from)?
    } else {
        Baseline { path: absolute(&path), ..Baseline::default() }
    };
    let update = workspace.update_baseline(&before, !args.update);
    // What would be the same is not touched, so that nothing that watches it wakes up.
    if !is_there || update.baseline != before {
        let written = write_whole(&path, update.baseline.to_text().as_bytes());
        let what = || format!("write {}", shown(&path));
        written.map_err(|error| Failure::File { what: what(), error })?;
    }
    tell(args, &workspace, &update, &path, is_there);
    Ok(Outcome::Clean)
}

fn open(args: &BaselineArgs) -> Result<Workspace, Failure> {
    let options = Options {
        paths: args.paths.clone(),
        config: args.config.clone(),
        dialect: args.dialect.map(DialectArg::dialect),
        baseline: BaselineSource::None,
        ..Options::default()
    };
    let progress = Progress::new(false);
    let opened = Workspace::open(&options, &|done, total| progress.update(done, total));
    progress.finish();
    Ok(opened?)
}

/// Where the baseline stands.
fn place(args: &BaselineArgs, workspace: &Workspace) -> PathBuf {
    let configured = || workspace.configured_baseline.clone();
    let usual = || workspace.root.join(BASELINE_NAME);
    args.output.clone().or_else(configured).unwrap_or_else(usual)
}

/// The real place of a file that may not be there yet.
fn absolute(path: &Path) -> PathBuf {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or(Path::new(".")).canonicalize().ok();
    folder.zip(path.file_name()).map_or_else(|| path.to_owned(), |(folder, name)| folder.join(name))
}

/// Says what was done, and what to do next.
fn tell(
    args: &BaselineArgs,
    workspace: &Workspace,
    update: &BaselineUpdate,
    path: &Path,
    was_there: bool,
) {
    let baseline = &update.baseline;
    let listed = count(baseline.entries.len(), "finding");
    let of = format!("{listed} of {}", count(baseline.file_count(), "file"));
    anstream::println!("{} lists {of}", shown(path));
    if was_there {
        tell_changes(args, update);
    }
    let counts = workspace.configured_baseline.as_deref();
    let is_configured = counts.is_some_and(|it| it.canonicalize().ok() == path.canonicalize().ok());
    if !is_configured {
        anstream::eprintln!(
            "write `baseline = \"{}\"` at the top of decklint.toml, and checks and editors leave \
             them out; or name it with --baseline",
            path.strip_prefix(&workspace.root).unwrap_or(path).display()
        );
    }
}

fn tell_changes(args: &BaselineArgs, update: &BaselineUpdate) {
    let put_right = update.put_right.len();
    if put_right > 0 {
        anstream::println!("{} no more: put right, or gone", count(put_right, "finding"));
        for (file, entries) in by_file(update) {
            anstream::println!("  {file}: {entries}");
        }
    }
    if update.moved > 0 {
        anstream::println!("{} followed decks that were renamed", count(update.moved, "finding"));
    }
    match (update.new.len(), args.add) {
        (0, _) => {}
        (new, true) => anstream::println!("{} added", count(new, "finding")),
        (new, false) => anstream::eprintln!(
            "{} not listed: `decklint` shows what is new, and `decklint baseline --add` lists it too",
            count(new, "new finding")
        ),
    }
}

/// What was put right, as rules with numbers, file by file.
fn by_file(update: &BaselineUpdate) -> Vec<(&str, String)> {
    let files = update.put_right.chunk_by(|a, b| a.file == b.file).map(|of_file| {
        let rules = of_file.chunk_by(|a, b| a.rule == b.rule);
        let rules = rules.map(|of_rule| match of_rule.len() {
            1 => of_rule[0].rule.clone(),
            n => format!("{} ({n})", of_rule[0].rule),
        });
        (of_file[0].file.as_str(), rules.collect::<Vec<_>>().join(", "))
    });
    files.collect()
}
