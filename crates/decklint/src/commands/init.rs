//! `decklint init`

use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{ErrorKind, Write as _};

use deck_lint::{FILE_NAME, rules};

use crate::Outcome;
use crate::args::InitArgs;
use crate::failure::Failure;
use crate::files::shown;

const HEAD: &str = "\
# Settings of decklint for the decks in this folder and below.
# Every line that starts with `# ` and a setting shows its default.

# Another configuration file whose settings hold here, too, where this one says nothing else: a
# file, or a folder with a `decklint.toml`, relative to this folder.
# extends = \"school\"

# Files and folders to leave out, as globs relative to this folder.
# exclude = [\"drafts\", \"**/old-*.deck\"]

# The list of what was wrong before decklint was used, and is not reported; `decklint baseline`
# writes it.
# baseline = \"decklint.baseline\"

# What files are written in, where their names and content do not tell: \"deck\", \"hashcards\",
# \"obsidian\", \"anki\" or \"headings\". `decklint cards --why .` says what each file is read as.
# [[files]]
# glob = \"vocabulary/*.md\"
# dialect = \"headings\"

# How notes for Obsidian's Spaced Repetition plugin are written, where the plugin's own settings
# file is not in the vault.
# [obsidian]
# separator = \"::\"
# tags = [\"#flashcards\"]

# With which cards those of a deck are compared: \"file\", \"folder\" or \"workspace\".
# [duplicates]
# scope = \"workspace\"

# Names and technical terms as they are to be spelled, besides those that the decks write with a
# capital inside a sentence at least twice.
# [text]
# terms = [\"Khalkhin Gol\", \"glasnost\"]
# Words that are spelled rightly whatever a list of misspellings says; a file `.decklint-words`
# beside this one may hold more, one on a line.
# words = [\"keepalive\"]

# How grave what a rule finds is: \"error\", \"warning\", \"hint\" (advice that never fails a
# build), or \"off\". `decklint explain RULE` says what a rule means.
[rules]
";

const TAIL: &str = "
# Other levels for some files.
# [[overrides]]
# files = [\"vocabulary/**\"]
# rules = { duplicate-question = \"off\" }
";

/// Writes a commented `decklint.toml`; never over one that is there.
pub(crate) fn run(args: &InitArgs) -> Result<Outcome, Failure> {
    let path = args.folder.join(FILE_NAME);
    let written = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(&path)
        .and_then(|mut file| file.write_all(text().as_bytes()));
    match written {
        Ok(()) => {
            anstream::println!("wrote {}", shown(&path));
            Ok(Outcome::Clean)
        }
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            Err(Failure::Exists(shown(&path)))
        }
        Err(error) => Err(Failure::File { what: format!("write {}", shown(&path)), error }),
    }
}

fn text() -> String {
    let mut text = HEAD.to_owned();
    let width = rules::ALL.iter().map(|rule| rule.name.len()).max().unwrap_or(0);
    for rule in rules::ALL {
        let level = if rule.enabled { rule.level.name() } else { "off" };
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "# {:width$} = {:10} # {}",
            rule.name,
            format!("\"{level}\""),
            rule.summary
        );
    }
    text + TAIL
}
