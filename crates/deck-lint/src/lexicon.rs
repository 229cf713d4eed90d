//! What the configuration knows of words.

use std::collections::HashSet;

use crate::config::TextConfig;

/// The name of a list of words beside a `decklint.toml`, or in the root: one word on a line, `#`
/// before what is only said about them.
pub const FILE_NAME: &str = ".decklint-words";

/// What the configuration knows of words.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lexicon {
    /// Words that are spelled rightly, in small letters.
    words: HashSet<Box<str>>,
    /// Terms as they are to be spelled.
    pub(crate) terms: Vec<String>,
}

impl Lexicon {
    /// Adds what a configuration file knows.
    pub(crate) fn add(&mut self, text: &TextConfig) {
        self.words.extend(text.words.iter().chain(&text.terms).flat_map(|words| each(words)));
        self.terms.extend(text.terms.iter().cloned());
    }

    /// Adds the words of a list.
    pub(crate) fn add_lines(&mut self, text: &str) {
        let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default());
        self.words.extend(lines.flat_map(each));
    }

    /// Whether a word is said to be spelled rightly, however its letters are.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.words.contains(&*word.to_lowercase())
    }
}

fn each(words: &str) -> impl Iterator<Item = Box<str>> + '_ {
    words.split_whitespace().map(|word| word.to_lowercase().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_one_word_a_line_and_comments() {
        let mut lexicon = Lexicon::default();
        lexicon.add_lines("# names\nHeyar\r\n  keepalive # of HTTP\n\n");
        assert!(lexicon.knows("heyar") && lexicon.knows("KeepAlive"));
        assert!(!lexicon.knows("names") && !lexicon.knows("of") && !lexicon.knows(""));
    }
}
