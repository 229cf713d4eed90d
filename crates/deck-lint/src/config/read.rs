//! Reading a configuration file, and saying clearly what is wrong with one.

use std::ops::Range;
use std::path::{Path, PathBuf};

use globset::Glob;

use super::Config;
use crate::conflict::first_mark;
use crate::nearest::nearest;

/// Why a configuration file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ConfigError {
    /// The file.
    pub path: PathBuf,
    /// Its text, empty if it could not be read.
    pub text: String,
    /// What is wrong.
    pub message: String,
    /// Where, as byte offsets into the text.
    pub range: Range<usize>,
    /// What to do about it; may be empty.
    pub help: String,
}

impl Config {
    /// Reads the configuration file at `path`; gives its text, too.
    pub(crate) fn load(path: &Path) -> Result<(Self, String), ConfigError> {
        let text = std::fs::read_to_string(path).map_err(|error| ConfigError {
            path: path.to_owned(),
            text: String::new(),
            message: format!("cannot read {}: {error}", path.display()),
            range: 0..0,
            help: String::new(),
        })?;
        Ok((Self::parse(path, &text)?, text))
    }

    /// Reads the text of a configuration file; `path` is only named in errors.
    pub fn parse(path: &Path, text: &str) -> Result<Self, ConfigError> {
        let problem = |message: String, range: Range<usize>, help: String| ConfigError {
            path: path.to_owned(),
            text: text.to_owned(),
            message,
            range,
            help,
        };
        if let Some((_, range)) = first_mark(text) {
            let message = "two versions of this file were merged and disagree here".to_owned();
            let help = "keep one version, or parts of both, and delete the lines with `<<<<<<<`, \
                        `=======` and `>>>>>>>`";
            return Err(problem(message, range, help.to_owned()));
        }
        let config: Self = toml::from_str(text).map_err(|error| {
            let span = error.span().unwrap_or(0..0);
            let help = help_for(error.message());
            problem(error.message().to_owned(), span, help)
        })?;
        for name in config.rules.keys().chain(config.overrides.iter().flat_map(|o| o.rules.keys()))
        {
            if crate::rules::by_name(name).is_none() {
                let names = crate::rules::ALL.iter().map(|rule| rule.name);
                let help = match nearest(name, names) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "`decklint rules` lists the rules".to_owned(),
                };
                return Err(problem(format!("there is no rule `{name}`"), find(text, name), help));
            }
        }
        let globs = config.exclude.iter().chain(config.overrides.iter().flat_map(|o| &o.files));
        for glob in globs.chain(config.files.iter().map(|files| &files.glob)) {
            if let Err(error) = Glob::new(glob) {
                let message = format!("`{glob}` is no glob: {}", error.kind());
                return Err(problem(message, find(text, glob), String::new()));
            }
        }
        Ok(config)
    }
}

/// Where `word` first stands in `text`; it stands there, since it was read from it, if it is not
/// written with escapes.
fn find(text: &str, word: &str) -> Range<usize> {
    text.find(word).map_or(0..0, |at| at..at + word.len())
}

/// What to do about an error of the TOML reader: the name that was meant, if it lists those it
/// expected.
fn help_for(message: &str) -> String {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let wrong = quoted.next().unwrap_or_default();
    match nearest(wrong, quoted) {
        Some(near) if message.starts_with("unknown") => format!("did you mean `{near}`?"),
        _ => "`decklint init` writes a `decklint.toml` with every setting explained".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> ConfigError {
        Config::parse(Path::new("decklint.toml"), text).unwrap_err()
    }

    #[test]
    fn errors_point_at_the_place_and_name_what_was_meant() {
        let text = "[rules]\nmissing-anwser = \"off\"\n";
        let wrong = error(text);
        assert_eq!(&text[wrong.range.clone()], "missing-anwser");
        assert_eq!(wrong.help, "did you mean `missing-answer`?");

        let text = "exclude = []\r\n<<<<<<< HEAD\r\n[rules]\r\n=======\r\n>>>>>>> other\r\n";
        let wrong = error(text);
        assert_eq!(&text[wrong.range.clone()], "<<<<<<< HEAD");
        assert!(wrong.message.contains("merged"), "{}", wrong.message);

        let text = "exlude = []\n";
        let wrong = error(text);
        assert_eq!(&text[wrong.range.clone()], "exlude");
        assert_eq!(wrong.help, "did you mean `exclude`?");

        let text = "[rules]\nmissing-answer = \"eror\"\n";
        let wrong = error(text);
        assert_eq!(&text[wrong.range.clone()], "\"eror\"");
        assert_eq!(wrong.help, "did you mean `error`?");
    }
}
