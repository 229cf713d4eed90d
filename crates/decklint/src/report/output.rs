//! Where reports go: standard output, files.

use std::io::{self, Write};
use std::path::Path;

use deck_lint::{Report, Workspace};

use super::view::View;
use super::{concise, full, json, statistics, terminal_width};
use crate::args::{Format, OutputArgs, Target};
use crate::failure::Failure;
use crate::files::{shown, write_whole};

/// How wide to draw in a file, where nobody knows the width of the window.
const FILE_WIDTH: usize = 100;

/// What is written, and where.
#[derive(Debug)]
pub(crate) struct Output<'a> {
    args: &'a OutputArgs,
    /// Whether standard output is taken by something else, so that findings go to standard error.
    aside: bool,
}

impl<'a> Output<'a> {
    /// Sees that every report has a place of its own, before any work is done.
    ///
    /// # Errors
    /// If two reports go to one place, or a file to a folder that is not there.
    pub(crate) fn of(args: &'a OutputArgs, aside: bool) -> Result<Self, Failure> {
        for (index, target) in args.formats.iter().enumerate() {
            if args.formats[..index].iter().any(|other| other.file == target.file) {
                return Err(Failure::SamePlace(target.file.as_deref().map(shown)));
            }
            let folder = target.file.as_deref().and_then(Path::parent);
            let folder = folder.filter(|folder| !folder.as_os_str().is_empty());
            if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
                return Err(Failure::NoFolder(shown(folder)));
            }
        }
        Ok(Self { args, aside })
    }

    /// Writes every report. That nobody reads standard output to the end is no failure.
    ///
    /// # Errors
    /// If one cannot be written.
    pub(crate) fn print(&self, workspace: &Workspace, found: &Report) -> Result<(), Failure> {
        for target in &self.args.formats {
            match &target.file {
                Some(file) => self.write(target, file, workspace, found)?,
                None => self.show(target, workspace, found)?,
            }
        }
        Ok(())
    }

    fn show(&self, target: &Target, workspace: &Workspace, found: &Report) -> Result<(), Failure> {
        let mut out: Box<dyn Write> = if self.aside {
            Box::new(anstream::stderr().lock())
        } else {
            Box::new(io::BufWriter::new(anstream::stdout().lock()))
        };
        let view = View::new(workspace, found, terminal_width());
        match self.render(target.format, &mut out, &view).and_then(|()| out.flush()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(error.into()),
            _ => Ok(()),
        }
    }

    fn write(
        &self,
        target: &Target,
        file: &Path,
        workspace: &Workspace,
        found: &Report,
    ) -> Result<(), Failure> {
        let mut out = anstream::StripStream::new(Vec::new());
        let view = View::new(workspace, found, FILE_WIDTH);
        let rendered = self.render(target.format, &mut out, &view);
        rendered
            .and_then(|()| write_whole(file, &out.into_inner()))
            .map_err(|error| Failure::File { what: format!("write {}", shown(file)), error })
    }

    fn render(&self, format: Format, out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
        match (self.args.statistics, format) {
            (true, _) => statistics::print(out, view),
            (false, Format::Full) => full::print(out, view),
            (false, Format::Concise) => concise::print(out, view),
            (false, Format::Json) => json::print(out, view),
        }
    }
}
