//! Where reports go: standard output, files.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use deck_lint::{Level, Report, Workspace, count};

use super::names::Base;
use super::view::View;
use super::{
    azure, checkstyle, concise, full, github, gitlab, grouped, html, json, json_lines, junit,
    markdown, rdjson, sarif, statistics, terminal_width,
};
use crate::args::{Format, OutputArgs, Target};
use crate::failure::Failure;
use crate::files::{shown, write_output};

/// What is written, and where.
#[derive(Debug)]
pub(crate) struct Output<'a> {
    args: &'a OutputArgs,
    /// The least grave findings that fail; `None` if nothing does.
    fail_on: Option<Level>,
    /// Whether standard output is taken by something else, so that findings go to standard error.
    aside: bool,
}

impl<'a> Output<'a> {
    /// Sees that every report can be had and has a place of its own, before any work is done.
    ///
    /// # Errors
    /// If two reports go to one place, one to a folder that is not there, or statistics are wanted
    /// in a format that has none.
    pub(crate) fn of(
        args: &'a OutputArgs,
        fail_on: Option<Level>,
        aside: bool,
    ) -> Result<Self, Failure> {
        for (index, target) in args.formats.iter().enumerate() {
            if args.formats[..index].iter().any(|other| place(other) == place(target)) {
                return Err(Failure::SamePlace(target.file.as_deref().map(shown)));
            }
            let folder = target.file.as_deref().and_then(Path::parent);
            let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
            if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
                return Err(Failure::NoFolder(shown(folder)));
            }
            if args.statistics && statistics_as(target.format).is_none() {
                return Err(Failure::NoStatistics(target.format.name()));
            }
        }
        Ok(Self { args, fail_on, aside })
    }

    /// Writes every report, the others too if one cannot be written. That nobody reads standard
    /// output to the end is no failure.
    ///
    /// # Errors
    /// That of the first that cannot be written.
    pub(crate) fn print(&self, workspace: &Workspace, found: &Report) -> Result<(), Failure> {
        let mut written = Ok(());
        for target in &self.args.formats {
            let mut view = View::new(workspace, found, base(target.format));
            view.fail_on = self.fail_on;
            written = written.and(match &target.file {
                Some(file) => self.write(target, file, &view),
                None => self.show(target, view),
            });
        }
        written
    }

    fn show(&self, target: &Target, mut view: View<'_>) -> Result<(), Failure> {
        let mut out: Box<dyn Write> = if self.aside {
            Box::new(anstream::stderr().lock())
        } else {
            Box::new(io::BufWriter::new(anstream::stdout().lock()))
        };
        view.width = terminal_width();
        view.show_first(self.args.max_findings.unwrap_or(usize::MAX));
        match self.render(target.format, &mut out, &view).and_then(|()| out.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {}
            printed => printed?,
        }
        if view.omitted() > 0 && !self.args.statistics && !self.args.quiet {
            let more = count(view.omitted(), "more finding");
            anstream::eprintln!("{more} not shown (`--max-findings`)");
        }
        Ok(())
    }

    fn write(&self, target: &Target, file: &Path, view: &View<'_>) -> Result<(), Failure> {
        let mut out = anstream::StripStream::new(Vec::new());
        let what = || format!("write {}", shown(file));
        self.render(target.format, &mut out, view)
            .map_err(|error| Failure::File { what: what(), error })?;
        write_output(view.workspace, file, &out.into_inner())
    }

    fn render(&self, format: Format, out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
        let statistics = self.args.statistics.then(|| statistics_as(format)).flatten();
        statistics.unwrap_or(renderer(format))(out, view)
    }
}

/// Where a report goes, whatever its path is written like.
fn place(target: &Target) -> Option<PathBuf> {
    let file = target.file.as_deref()?;
    let absolute = || std::path::absolute(file).unwrap_or_else(|_| file.to_owned());
    Some(file.canonicalize().unwrap_or_else(|_| absolute()))
}

/// What writes a report.
type Renderer = fn(&mut dyn Write, &View<'_>) -> io::Result<()>;

fn renderer(format: Format) -> Renderer {
    match format {
        Format::Full => full::print,
        Format::Concise => concise::print,
        Format::Grouped => grouped::print,
        Format::Json => json::print,
        Format::JsonLines => json_lines::print,
        Format::Sarif => sarif::print,
        Format::Github => github::print,
        Format::Gitlab => gitlab::print,
        Format::Junit => junit::print,
        Format::Checkstyle => checkstyle::print,
        Format::Rdjson => rdjson::print,
        Format::Azure => azure::print,
        Format::Markdown => markdown::print,
        Format::Html => html::print,
    }
}

/// What writes statistics in a format, if it has room for them.
fn statistics_as(format: Format) -> Option<Renderer> {
    match format {
        Format::Full | Format::Concise | Format::Grouped => Some(statistics::print),
        Format::Json => Some(statistics::print_json),
        _ => None,
    }
}

/// From where a format names files.
fn base(format: Format) -> Base {
    match format {
        Format::Sarif
        | Format::Github
        | Format::Gitlab
        | Format::Junit
        | Format::Azure
        | Format::Markdown => Base::Repository,
        _ => Base::Here,
    }
}
