//! How findings are shown, and where.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Args, Command, ValueEnum};

/// What is shown of what was found.
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(crate) struct OutputArgs {
    /// How to show what was found, on standard output or in a file. May be given several times, as
    /// in `--format full --format sarif=report.sarif`; one of them may go to standard output
    #[arg(long = "format", value_parser = TargetParser, default_value = "full", value_name = "FORMAT[=FILE]")]
    pub(crate) formats: Vec<Target>,

    /// Show only how often each rule found something; as text or JSON
    #[arg(long)]
    pub(crate) statistics: bool,

    /// Show only the first N findings on standard output, and how many more there are. What is
    /// written to files is whole, and the exit code is that of all
    #[arg(long, value_name = "N")]
    pub(crate) max_findings: Option<usize>,

    /// Show findings and nothing else
    #[arg(long, short)]
    pub(crate) quiet: bool,
}

/// A format, and where what is written in it goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Target {
    /// The format.
    pub(crate) format: Format,
    /// The file to write; `None` is standard output.
    pub(crate) file: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Each finding with the place in its deck
    Full,
    /// One line a finding
    Concise,
    /// The findings of each deck below its name, then how often each rule found something
    Grouped,
    /// One JSON document
    Json,
    /// A JSON document a line
    JsonLines,
    /// SARIF 2.1.0: GitHub code scanning, many viewers
    Sarif,
    /// Workflow commands: annotations in GitHub Actions
    Github,
    /// A code quality report for GitLab
    Gitlab,
    /// JUnit's XML, a test case a deck: Jenkins, GitLab, Azure
    Junit,
    /// Checkstyle's XML
    Checkstyle,
    /// For reviewdog, with suggestions
    Rdjson,
    /// Logging commands of Azure Pipelines
    Azure,
    /// A summary for a comment on a pull request
    Markdown,
    /// A page to read in a browser
    Html,
}

impl Format {
    /// Its name on the command line.
    pub(crate) fn name(self) -> String {
        self.to_possible_value().map(|it| it.get_name().to_owned()).unwrap_or_default()
    }
}

/// Reads `FORMAT` and `FORMAT=FILE`; `-` is standard output.
#[derive(Debug, Clone, Copy)]
struct TargetParser;

impl TypedValueParser for TargetParser {
    type Value = Target;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &std::ffi::OsStr,
    ) -> Result<Target, clap::Error> {
        let text = value
            .to_str()
            .ok_or_else(|| clap::Error::new(ErrorKind::InvalidUtf8).with_cmd(command))?;
        let (name, file) = match text.split_once('=') {
            Some((name, file)) => (name, Some(file)),
            None => (text, None),
        };
        // What clap says of a name that no format has, it says best itself.
        let names = PossibleValuesParser::new(formats());
        names.parse_ref(command, arg, name.as_ref())?;
        let format = Format::from_str(name, false).map_err(|_| invalid(command, arg, text))?;
        match file {
            Some("") => Err(invalid(command, arg, text)),
            None | Some("-") => Ok(Target { format, file: None }),
            Some(file) => Ok(Target { format, file: Some(file.into()) }),
        }
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(formats()))
    }
}

fn formats() -> impl Iterator<Item = PossibleValue> {
    Format::value_variants().iter().filter_map(ValueEnum::to_possible_value)
}

fn invalid(command: &Command, arg: Option<&Arg>, value: &str) -> clap::Error {
    let mut error = clap::Error::new(ErrorKind::InvalidValue).with_cmd(command);
    if let Some(arg) = arg {
        error.insert(ContextKind::InvalidArg, ContextValue::String(arg.to_string()));
    }
    error.insert(ContextKind::InvalidValue, ContextValue::String(value.to_owned()));
    error
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use clap::Parser as _;

    use super::*;
    use crate::args::Cli;

    fn formats(arguments: &[&str]) -> Result<Vec<Target>, String> {
        let all = [&["decklint"], arguments].concat();
        Cli::try_parse_from(all)
            .map(|cli| cli.lint.output.formats)
            .map_err(|error| error.to_string())
    }

    #[test]
    fn a_format_goes_to_standard_output_or_to_a_file() {
        let to = |format, file: Option<&str>| Target { format, file: file.map(Into::into) };
        assert_eq!(formats(&[]).unwrap(), [to(Format::Full, None)]);
        assert_eq!(
            formats(&["--format", "concise", "--format=json=a=b.json", "--format", "json=-"])
                .unwrap(),
            [to(Format::Concise, None), to(Format::Json, Some("a=b.json")), to(Format::Json, None)]
        );
    }

    #[test]
    fn a_name_that_no_format_has() {
        let said = formats(&["--format", "jsn"]).unwrap_err();
        assert!(said.contains("invalid value 'jsn' for '--format <FORMAT[=FILE]>'"), "{said}");
        assert!(said.contains("a similar value exists: 'json'"), "{said}");
        assert!(formats(&["--format", "json="]).unwrap_err().contains("'json='"));
    }
}
