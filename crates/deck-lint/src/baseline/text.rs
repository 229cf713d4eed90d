//! A baseline as text: one finding a line, in a fixed order, so that two people who put right
//! different decks change different lines, and Git merges them.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::{Baseline, Entry};
use crate::conflict::first_mark;

/// The version of the form of the file.
const VERSION: u32 = 1;

/// What every baseline begins with, before its version.
const MARK: &str = "# decklint baseline ";

const HEAD: &str = "\
# Findings that were there before: neither shown nor counted. RULE FINGERPRINT FILE
# `decklint baseline --update` takes out what was put right since.
";

/// Why a baseline cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("{}: {problem}", path.display())]
pub struct BaselineError {
    /// The file.
    pub path: PathBuf,
    /// What is wrong with it.
    pub problem: BaselineProblem,
}

/// What is wrong with a baseline.
#[derive(Debug, thiserror::Error)]
pub enum BaselineProblem {
    /// There is no such file.
    #[error("there is no such baseline")]
    Missing,
    /// It cannot be read.
    #[error("the baseline cannot be read: {0}")]
    Unreadable(std::io::Error),
    /// It does not begin as a baseline does.
    #[error("this is no baseline: its first line is not `{MARK}{VERSION}`")]
    NotOne,
    /// A newer version wrote it.
    #[error("the baseline has version {0}, and this decklint reads version {VERSION} only")]
    Newer(u64),
    /// A merge left both sides in it.
    #[error("the baseline holds the marks of a merge conflict, first on line {0}")]
    Conflict(usize),
    /// A line that is no finding.
    #[error("line {0} of the baseline is no finding: `RULE FINGERPRINT FILE` is expected")]
    Line(usize),
}

impl BaselineProblem {
    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Missing => {
                "`decklint baseline` writes one; `--no-baseline` shows all findings without one"
            }
            Self::Unreadable(_) => "`--no-baseline` shows all findings without one",
            Self::NotOne | Self::Line(_) => {
                "take it back from Git, or delete it and write it anew with `decklint baseline`"
            }
            Self::Newer(_) => "use the decklint that wrote it, or a newer one",
            Self::Conflict(_) => {
                "keep the lines of both sides and delete the marks; then `decklint baseline \
                 --update` takes out what was put right"
            }
        }
    }
}

impl Baseline {
    /// Reads the baseline at `path`.
    ///
    /// # Errors
    /// If it is not there, cannot be read, is none, or is one of a newer version.
    pub fn load(path: &Path) -> Result<Self, BaselineError> {
        let failed = |problem| BaselineError { path: path.to_owned(), problem };
        let bytes = std::fs::read(path).map_err(|error| {
            failed(match error.kind() {
                std::io::ErrorKind::NotFound => BaselineProblem::Missing,
                _ => BaselineProblem::Unreadable(error),
            })
        })?;
        // Where its folder is a link, decks are known by the real one.
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        Self::parse(&path, &String::from_utf8_lossy(&bytes))
    }

    /// Reads the text of a baseline that stands at `path`.
    ///
    /// # Errors
    /// As [`Self::load`].
    pub fn parse(path: &Path, text: &str) -> Result<Self, BaselineError> {
        let failed = |problem| BaselineError { path: path.to_owned(), problem };
        let text = text.trim_start_matches('\u{FEFF}');
        if let Some((line, _)) = first_mark(text) {
            return Err(failed(BaselineProblem::Conflict(line)));
        }
        let mut lines = text.lines().enumerate();
        let version =
            lines.next().and_then(|(_, line)| line.strip_prefix(MARK)?.trim().parse().ok());
        match version {
            None => return Err(failed(BaselineProblem::NotOne)),
            Some(newer) if newer > u64::from(VERSION) => {
                return Err(failed(BaselineProblem::Newer(newer)));
            }
            Some(_) => {}
        }
        let said = lines.filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
        let entries = said.map(|(index, line)| {
            entry(line).ok_or_else(|| failed(BaselineProblem::Line(index + 1)))
        });
        Ok(Self { path: path.to_owned(), entries: entries.collect::<Result<_, _>>()? })
    }

    /// The text of the baseline: the same for the same findings.
    pub fn to_text(&self) -> String {
        let mut text = format!("{MARK}{VERSION}\n{HEAD}");
        for Entry { file, rule, fingerprint } in &self.entries {
            // A line may not end within the name of a file. Writing to a string cannot fail.
            let file = file.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r");
            let _ = writeln!(text, "{rule} {fingerprint:016x} {file}");
        }
        text
    }
}

fn entry(line: &str) -> Option<Entry> {
    let (rule, rest) = line.split_once(' ')?;
    let (fingerprint, file) = rest.split_once(' ')?;
    if fingerprint.len() != 16 || file.is_empty() {
        return None;
    }
    let fingerprint = u64::from_str_radix(fingerprint, 16).ok()?;
    Some(Entry { file: unescaped(file), rule: rule.to_owned(), fingerprint })
}

fn unescaped(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut letters = name.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => plain.extend(letters.next().map(|escaped| match escaped {
                'n' => '\n',
                'r' => '\r',
                other => other,
            })),
            other => plain.push(other),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(text: &str) -> BaselineProblem {
        Baseline::parse(Path::new("decklint.baseline"), text).unwrap_err().problem
    }

    #[test]
    fn what_is_written_is_read_again_whatever_decks_are_called() {
        let names = ["a.deck", "b c/ü \\n.deck", "line\nbreak\r.deck", "-", "# no comment.deck"];
        let entries = names.iter().zip(1..).map(|(name, fingerprint)| Entry {
            file: (*name).to_owned(),
            rule: "missing-answer".to_owned(),
            fingerprint,
        });
        let baseline = Baseline { path: "decklint.baseline".into(), entries: entries.collect() };
        let text = baseline.to_text();
        let read = |text: &str| Baseline::parse(Path::new("decklint.baseline"), text).unwrap();
        assert_eq!(read(&text), baseline);
        assert_eq!(read(&text.replace('\n', "\r\n")), baseline);
        let reversed: Vec<&str> = text.lines().skip(1).collect();
        let reversed: Vec<&str> = text.lines().take(1).chain(reversed.into_iter().rev()).collect();
        assert_eq!(read(&reversed.join("\n")), baseline);
    }

    #[test]
    fn what_cannot_be_used_is_said_with_its_line() {
        assert!(matches!(problem(""), BaselineProblem::NotOne));
        assert!(matches!(problem("{\"version\": 1}"), BaselineProblem::NotOne));
        assert!(matches!(problem("# decklint baseline 2\n"), BaselineProblem::Newer(2)));
        let line = "# decklint baseline 1\nmissing-answer 12 a.deck\n";
        assert!(matches!(problem(line), BaselineProblem::Line(2)));
        let conflict = "# decklint baseline 1\n<<<<<<< HEAD\n=======\n>>>>>>> other\n";
        assert!(matches!(problem(conflict), BaselineProblem::Conflict(2)));
    }
}
