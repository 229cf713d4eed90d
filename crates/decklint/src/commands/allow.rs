//! `decklint allow`: comments that allow what was found, so that only what is new is reported.

use std::path::PathBuf;

use deck_ide::{AllAllowed, Findings, allow_all};
use deck_lint::{BaselineSource, FileId, Options, Workspace, count, nearest, rules};

use crate::Outcome;
use crate::args::{AllowArgs, DialectArg};
use crate::failure::Failure;
use crate::files::{replace, report_problems, shown};
use crate::progress::Progress;
use crate::report::diff;

/// Writes comments that allow what was found.
pub(crate) fn run(args: &AllowArgs) -> Result<Outcome, Failure> {
    if args.reason.contains(['\n', '\r']) || args.reason.contains("-->") {
        return Err(Failure::Reason);
    }
    let (wanted, paths) = sort_out(args)?;
    let before = open(args, paths)?;
    let any_problem = report_problems(&before);
    let AllAllowed { workspace: after, allowed, left } = allow_all(&before, &wanted, &args.reason);
    let changed: Vec<FileId> = before
        .selected()
        .filter(|(id, file)| after.file(*id).text != file.text)
        .map(|it| it.0)
        .collect();
    for id in &changed {
        write(args, &before, &after, *id)?;
    }
    tell(args, &before, allowed, changed.len(), &left);
    Ok(match any_problem {
        true => Outcome::Failed,
        false if !left.is_empty() || args.diff && !changed.is_empty() => Outcome::Findings,
        false => Outcome::Clean,
    })
}

/// The rules and the paths among the names.
fn sort_out(args: &AllowArgs) -> Result<(Vec<&'static str>, Vec<PathBuf>), Failure> {
    let mut wanted = Vec::new();
    let mut names = args.names.iter().peekable();
    while let Some(name) = names.next_if(|_| !args.all) {
        let rules: Option<Vec<_>> =
            name.split(',').map(|rule| Some(rules::by_name(rule)?.name)).collect();
        match rules {
            Some(rules) => wanted.extend(rules),
            None if wanted.is_empty() => return Err(Failure::NoSuchRule { name: name.clone() }),
            None => {
                let paths = std::iter::once(name).chain(names.by_ref());
                let paths: Vec<PathBuf> = paths.map(PathBuf::from).collect();
                return paths_or_rule(paths, name).map(|paths| (wanted, paths));
            }
        }
    }
    if wanted.is_empty() && !args.all {
        return Err(Failure::NothingToAllow);
    }
    Ok((wanted, names.map(PathBuf::from).collect()))
}

/// The paths, unless the first looks like a rule that was misspelled.
fn paths_or_rule(paths: Vec<PathBuf>, first: &str) -> Result<Vec<PathBuf>, Failure> {
    let near = nearest(first, rules::ALL.iter().map(|rule| rule.name));
    if near.is_some() && !paths[0].exists() {
        return Err(Failure::NoSuchRule { name: first.to_owned() });
    }
    Ok(paths)
}

fn open(args: &AllowArgs, paths: Vec<PathBuf>) -> Result<Workspace, Failure> {
    let options = Options {
        paths,
        config: args.config.clone(),
        dialect: args.dialect.map(DialectArg::dialect),
        baseline: if args.no_baseline { BaselineSource::None } else { BaselineSource::Configured },
        ..Options::default()
    };
    let progress = Progress::new(false);
    let opened = Workspace::open(&options, &|done, total| progress.update(done, total));
    progress.finish();
    Ok(opened?)
}

fn write(
    args: &AllowArgs,
    before: &Workspace,
    after: &Workspace,
    id: FileId,
) -> Result<(), Failure> {
    let (was, is) = (before.file(id), after.file(id));
    if args.diff {
        let mut out = anstream::stdout().lock();
        return Ok(diff::print(&mut out, &shown(&was.path), &was.text, &is.text)?);
    }
    let what = || format!("write {}", shown(&was.path));
    replace(&was.path, &was.text, &is.text).map_err(|error| Failure::File { what: what(), error })
}

/// Says what was done, and what could not be.
fn tell(args: &AllowArgs, workspace: &Workspace, allowed: usize, files: usize, left: &Findings) {
    let done = if args.diff { "would be allowed" } else { "allowed" };
    anstream::eprintln!("{} {done} in {}", count(allowed, "finding"), count(files, "file"));
    for (id, of_file) in left {
        let mut rules: Vec<&str> = of_file.iter().map(|it| it.rule.name).collect();
        rules.sort_unstable();
        rules.dedup();
        let (rules, path) = (rules.join(", "), shown(&workspace.file(*id).path));
        let why = if workspace.file(*id).invalid.is_empty() { "" } else { ", which is not UTF-8" };
        anstream::eprintln!("not by a comment: {rules} in {path}{why}");
    }
    if !left.is_empty() {
        anstream::eprintln!(
            "put them right, set their level for these files under `[[overrides]]` in \
             decklint.toml, or list them: `decklint baseline`"
        );
    }
}
