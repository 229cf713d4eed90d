//! What a finding is known by when its file changes.

use std::collections::HashMap;
use std::hash::Hasher as _;

use deck_syntax::RawLine;
use siphasher::sip::SipHasher13;
use text_size::TextRange;

use crate::diagnostic::Diagnostic;
use crate::facts::seen;
use crate::source::SourceFile;

/// Gives each diagnostic its fingerprint: the rule, the words of its card or line, and a running
/// number among equals.
///
/// Fingerprints stand in files that people keep (baselines, reports), so they must not depend on
/// how questions are compared, on the machine, or on the version of a hash that may change.
pub(super) fn set_fingerprints(diagnostics: &mut [Diagnostic], file: &SourceFile) {
    let mut seen: HashMap<(&str, u64), u64> = HashMap::new();
    for diagnostic in diagnostics {
        let words = stable_hash(&[words_of(file, diagnostic.range).as_bytes()]);
        let ordinal = seen.entry((diagnostic.rule.name, words)).or_default();
        let rule = diagnostic.rule.name.as_bytes();
        diagnostic.fingerprint =
            stable_hash(&[rule, b"\0", &words.to_le_bytes(), &ordinal.to_le_bytes()]);
        *ordinal += 1;
    }
}

fn stable_hash(parts: &[&[u8]]) -> u64 {
    let mut hasher = SipHasher13::new();
    for part in parts {
        hasher.write(part);
    }
    hasher.finish()
}

/// The words of the question at a place; where there is none, the line.
fn words_of(file: &SourceFile, range: TextRange) -> String {
    let item = file.deck.item_at(range.start()).map(|index| file.item(index));
    let question = item.and_then(|item| Some(plain_words(&seen(&item, item.card()?.front))));
    question.filter(|words| !words.is_empty()).unwrap_or_else(|| {
        let line = RawLine::at(&file.text, usize::from(range.start()));
        line.of(&file.text).trim().to_owned()
    })
}

/// Letters and digits in small letters, with one space between words: what is left when marks,
/// spaces and capitals are put right.
fn plain_words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.extend(word.chars().flat_map(char::to_lowercase));
    }
    words
}
