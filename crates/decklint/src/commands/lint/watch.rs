//! `decklint --watch`: checking again whenever something changes.

use std::collections::BTreeSet;
use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::sync::mpsc::channel;

use deck_lint::{Diagnostic, FileId, Options, Report, Workspace};
use notify_debouncer_mini::notify;

use crate::Outcome;
use crate::args::{Format, LintArgs};
use crate::commands::follow::{Followed, Follower, Watcher};
use crate::failure::Failure;
use crate::report::{self, Output};

/// Clears a terminal and what can be scrolled back to.
const CLEAR: &str = "\x1b[H\x1b[2J\x1b[3J";

/// Checks until somebody presses Ctrl+C.
pub(super) fn run(
    args: &LintArgs,
    options: Options,
    workspace: Workspace,
) -> Result<Outcome, Failure> {
    let targets = &args.output.formats;
    let for_people = |format| matches!(format, Format::Full | Format::Concise | Format::Grouped);
    if !targets.iter().all(|target| target.file.is_none() && for_people(target.format)) {
        return Err(Failure::NoWatching);
    }
    ctrlc::set_handler(|| std::process::exit(0))
        .map_err(|error| Failure::Watch(error.to_string()))?;
    let (sender, changes) = channel();
    // Nobody listens any more when the command ends.
    let tell = move |paths| _ = sender.send(paths);
    let failure = |error: notify::Error| Failure::Watch(error.to_string());
    let mut watcher = Watcher::start(workspace.folders(), tell).map_err(failure)?;
    let mut screen = Screen::new(args, Follower::new(workspace, options))?;
    screen.show()?;
    for mut paths in changes {
        while screen.read(&paths)? {
            paths = watcher.follow(screen.follower.live.workspace()).map_err(failure)?;
            if paths.is_empty() {
                break;
            }
        }
        screen.show_news()?;
        screen.compare();
        screen.show_news()?;
    }
    Ok(Outcome::Clean)
}

/// What is shown.
struct Screen<'a> {
    args: &'a LintArgs,
    output: Output<'a>,
    follower: Follower,
    /// What is said of each file, by its number.
    found: Vec<Vec<Diagnostic>>,
    /// How many cards each file holds, by its path.
    decks: Vec<(PathBuf, usize)>,
    clears: bool,
    /// Whether something else is said now than what was shown.
    has_news: bool,
    /// Whether what was shown last was why nothing could be read.
    failed: bool,
}

impl<'a> Screen<'a> {
    fn new(args: &'a LintArgs, follower: Follower) -> Result<Self, Failure> {
        let output = Output::of(&args.output, args.fail_on.level(), false)?;
        let clears = std::io::stdout().is_terminal();
        let mut screen = Self {
            args,
            output,
            follower,
            found: Vec::new(),
            decks: Vec::new(),
            clears,
            has_news: false,
            failed: false,
        };
        screen.find_all();
        Ok(screen)
    }

    fn find_all(&mut self) {
        let files = 0..self.follower.live.workspace().files().count();
        self.found = files.map(|number| self.find(FileId(number))).collect();
        let files = self.follower.live.workspace().files();
        self.decks = files.map(|(_, file)| (file.path.clone(), file.card_count())).collect();
    }

    fn find(&self, file: FileId) -> Vec<Diagnostic> {
        let live = &self.follower.live;
        if live.workspace().is_selected(file) { live.diagnostics(file) } else { Vec::new() }
    }

    /// Reads files that may have changed; says whether all was read anew.
    fn read(&mut self, paths: &BTreeSet<PathBuf>) -> Result<bool, Failure> {
        match self.follower.read_again(paths) {
            Followed::Files(files) => {
                self.has_news |= !files.is_empty();
                self.find_in(&files);
                Ok(false)
            }
            Followed::Anew => {
                let before = (std::mem::take(&mut self.found), std::mem::take(&mut self.decks));
                self.find_all();
                self.has_news |= self.failed || before != (self.found.clone(), self.decks.clone());
                Ok(true)
            }
            Followed::Not(error) => {
                self.clear()?;
                Failure::from(error).report();
                self.failed = true;
                Ok(false)
            }
        }
    }

    /// Lets the rules run that look at all cards.
    fn compare(&mut self) {
        let files = self.follower.compare();
        self.find_in(&files);
    }

    fn find_in(&mut self, files: &BTreeSet<FileId>) {
        for &file in files {
            let found = self.find(file);
            self.has_news |= found != self.found[file.0];
            self.found[file.0] = found;
        }
    }

    /// Shows what is said now, if it is something else than what was shown.
    fn show_news(&mut self) -> Result<(), Failure> {
        if std::mem::take(&mut self.has_news) {
            self.failed = false;
            self.show()?;
        }
        Ok(())
    }

    fn show(&self) -> Result<(), Failure> {
        self.clear()?;
        let workspace = self.follower.live.workspace();
        super::report_before(workspace, self.args.output.quiet);
        let (old, new) = self.found.iter().flatten().cloned().partition(|it| it.old);
        let found = Report {
            diagnostics: new,
            old,
            put_right: 0,
            cards: workspace.selected().map(|(_, file)| file.card_count()).sum(),
            files: workspace.selected().count() - workspace.not_decks.len(),
        };
        self.output.print(workspace, &found)?;
        if !self.args.output.quiet {
            report::summary(&found, None, false);
            report::old::summary(workspace, &found);
        }
        Ok(())
    }

    fn clear(&self) -> Result<(), Failure> {
        if self.clears {
            let mut out = std::io::stdout().lock();
            out.write_all(CLEAR.as_bytes())?;
            out.flush()?;
        }
        Ok(())
    }
}
