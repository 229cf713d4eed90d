//! What a finding is known by when its file changes.

use std::collections::HashMap;

use text_size::TextRange;

use crate::diagnostic::Diagnostic;
use crate::hash::hash;
use crate::source::SourceFile;

/// Gives each diagnostic its fingerprint: the rule, the words of its card or line, and a running
/// number among equals.
pub(super) fn set_fingerprints(diagnostics: &mut [Diagnostic], file: &SourceFile) {
    let mut seen: HashMap<(&str, u64), u64> = HashMap::new();
    for diagnostic in diagnostics {
        let words = words_key(file, diagnostic.range);
        let ordinal = seen.entry((diagnostic.rule.name, words)).or_default();
        let mut bytes = diagnostic.rule.name.as_bytes().to_vec();
        bytes.extend(words.to_le_bytes());
        bytes.extend(ordinal.to_le_bytes());
        diagnostic.fingerprint = hash(&bytes);
        *ordinal += 1;
    }
}

fn words_key(file: &SourceFile, range: TextRange) -> u64 {
    let item = file.deck.item_at(range.start());
    let question = item
        .and_then(|item| file.facts[item].as_ref())
        .and_then(|facts| Some(facts.keys.as_ref()?.t1));
    question.unwrap_or_else(|| {
        let start = usize::from(range.start());
        let line = deck_syntax::RawLine::at(&file.text, start);
        hash(line.of(&file.text).trim().as_bytes())
    })
}
