//! What could not be done, and what to do about it.

use std::io;
use std::process::ExitCode;

use deck_lint::{BaselineError, ConfigError, OpenError};
use miette::{Diagnostic, GraphicalReportHandler, LabeledSpan, NamedSource, SourceCode};

use crate::Outcome;
use crate::files::shown;
use crate::git::GitProblem;
use crate::report::theme;

/// Why a command cannot do its work.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// There is nothing to check, or it cannot be opened.
    #[error(transparent)]
    Open(OpenError),
    /// A configuration file cannot be used.
    #[error("{}", error.message)]
    Config {
        /// Why.
        error: Box<ConfigError>,
        /// The file's text.
        text: NamedSource<String>,
    },
    /// A name that no rule has.
    #[error("there is no rule `{name}`")]
    NoSuchRule {
        /// The name.
        name: String,
    },
    /// A file cannot be read or written.
    #[error("cannot {what}: {error}")]
    File {
        /// What was to be done, with the file's name.
        what: String,
        /// Why it cannot.
        error: io::Error,
    },
    /// The preview cannot be served.
    #[error("cannot listen on port {port}: {error}")]
    Port {
        /// The port that was asked for.
        port: u16,
        /// Why it cannot.
        error: io::Error,
    },
    /// A folder where a file is needed.
    #[error("{0} is a folder")]
    Folder(String),
    /// A deck whose dialect has to be known.
    #[error("cannot tell what {path} is written in: {reason}")]
    CannotTell {
        /// The file.
        path: String,
        /// What was found.
        reason: String,
    },
    /// Bytes that are no text: writing what can be read of them would lose the rest.
    #[error("{path} is not UTF-8: the first bytes that cannot be read stand on line {line}")]
    NotUtf8 {
        /// The file.
        path: String,
        /// The line, counted from 1.
        line: usize,
    },
    /// A file that must not be there is there.
    #[error("{0} is there already")]
    Exists(String),
    /// Git cannot say what has changed.
    #[error(transparent)]
    Git(#[from] GitProblem),
    /// A deck from standard input has no history.
    #[error("what comes from standard input is in no commit")]
    NoHistory,
    /// A reason that would end its comment.
    #[error("a reason is one line, without `-->`")]
    Reason,
    /// Neither rules nor all of them.
    #[error("nothing says what to allow")]
    NothingToAllow,
    /// A baseline is there, and nobody said what is to become of it.
    #[error("{0} is there already")]
    BaselineExists(String),
    /// Two reports for one place: standard output, or a file.
    #[error("two reports cannot both go to {}", .0.as_deref().unwrap_or("standard output"))]
    SamePlace(Option<String>),
    /// What is to be written would take the place of a deck.
    #[error("{0} is a deck, and would be lost")]
    OverDeck(String),
    /// A file in a folder that is not there.
    #[error("there is no folder {0} to write to")]
    NoFolder(String),
    /// A format in which no statistics can be shown.
    #[error("`--statistics` cannot be shown as {0}")]
    NoStatistics(String),
    /// What cannot be watched.
    #[error("`--watch` watches files and shows what is wrong with them in a terminal")]
    NoWatching,
    /// Files cannot be watched.
    #[error("cannot watch for changes: {0}")]
    Watch(String),
    /// Output cannot be written.
    #[error("cannot write the output: {0}")]
    Output(#[from] io::Error),
}

impl Failure {
    /// Tells the person, and ends with the code for it. Where nobody reads any more, nothing is
    /// wrong: `decklint | head` ends quietly.
    pub(crate) fn report(&self) -> ExitCode {
        if matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe) {
            return Outcome::Clean.into();
        }
        let mut text = String::new();
        let handler = GraphicalReportHandler::new_themed(theme());
        if handler.render_report(&mut text, self).is_err() {
            text = format!("error: {self}\n");
        }
        anstream::eprint!("{text}");
        Outcome::Failed.into()
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        match error {
            OpenError::Config(error) => {
                let name = shown(&error.path);
                let text = NamedSource::new(name, error.text.clone());
                Self::Config { error, text }
            }
            OpenError::Baseline(BaselineError { path, problem }) => {
                Self::Open(BaselineError { path: shown(&path).into(), problem }.into())
            }
            other => Self::Open(other),
        }
    }
}

impl Diagnostic for Failure {
    fn help<'a>(&'a self) -> Option<Box<dyn std::fmt::Display + 'a>> {
        let help = match self {
            Self::Open(OpenError::NoDecks(_)) => {
                "decks are files that end in `.deck`, and Markdown and text files with the marks of \
                 one; `decklint cards --why FOLDER` says what is seen in each. Name a file to have \
                 it read whatever it is called, and see that nothing in `decklint.toml` or \
                 `.gitignore` leaves it out"
                    .to_owned()
            }
            Self::Open(OpenError::NoSuchPath(_)) => "is it spelled right?".to_owned(),
            Self::Config { error, .. } => error.help.clone(),
            Self::NoSuchRule { name } => {
                let names = deck_lint::rules::ALL.iter().map(|rule| rule.name);
                match deck_lint::nearest(name, names) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`decklint rules` lists the rules".to_owned(),
                }
            }
            Self::Port { .. } => "is a preview open already? Without `--port` one that is free is taken".to_owned(),
            Self::CannotTell { .. } => "say it with `--from`".to_owned(),
            Self::NotUtf8 { .. } => "save it as UTF-8 first: written as it is, what cannot be read would be lost".to_owned(),
            Self::NoWatching => {
                "leave out `-`, and take the format `full`, `concise` or `grouped` without a file"
                    .to_owned()
            }
            Self::Folder(_) => "name a deck in it".to_owned(),
            Self::Open(OpenError::Baseline(error)) => error.problem.help().to_owned(),
            Self::Git(problem) => problem.help(),
            Self::NoHistory => "name the file, or leave out --since and --staged".to_owned(),
            Self::NothingToAllow => {
                "name rules, as in `decklint allow missing-answer`, or say `--all`".to_owned()
            }
            Self::BaselineExists(_) => {
                "`--update` takes out of it what was put right; `--add` lists what is new as well"
                    .to_owned()
            }
            Self::Exists(_) => "delete it first if you want a new one".to_owned(),
            Self::SamePlace(_) => "give all but one of them a file of its own: `--format sarif=report.sarif`".to_owned(),
            Self::OverDeck(_) => "give what is written a name of its own".to_owned(),
            Self::NoStatistics(_) => "they can be shown as `full`, which is text, or as `json`".to_owned(),
            Self::NoFolder(_) => "make it first: a misspelled name would otherwise write the report where nobody looks".to_owned(),
            _ => return None,
        };
        (!help.is_empty()).then(|| Box::new(help) as Box<dyn std::fmt::Display>)
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        match self {
            Self::Config { text, error } if !error.text.is_empty() => Some(text),
            _ => None,
        }
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        match self {
            Self::Config { error, .. } if !error.text.is_empty() => {
                let range = error.range.clone();
                Some(Box::new(std::iter::once(LabeledSpan::new(None, range.start, range.len()))))
            }
            _ => None,
        }
    }
}
