//! Which English a deck is written in, and what a word is in it.

use typos_vars::{Category, CategorySet, VARS, corrections};
use unicase::UniCase;

use crate::source::SourceFile;
use crate::words::{Word, keys, words};

/// How much of a deck tells which English it is in.
const SAMPLE: usize = 16_000;

/// The English of a deck: by its `lang`, else by its own spelling.
pub(crate) fn of(file: &SourceFile) -> Category {
    let declared = file.deck.front_matter().and_then(|(_, matter)| matter.scalar("lang"));
    let region = declared.and_then(|lang| lang.split(['-', '_']).nth(1));
    match region.map(str::to_ascii_uppercase).as_deref() {
        Some("US") => Category::American,
        Some("CA") => Category::Canadian,
        Some("AU" | "NZ") => Category::Australian,
        Some(_) => Category::BritishIse,
        None => own(&file.text[..file.text.floor_char_boundary(SAMPLE)]),
    }
}

/// The English in which more words are spelled.
fn own(text: &str) -> Category {
    let (mut american, mut british) = (0, 0);
    for word in words(text) {
        let spelling = &text[word.range()];
        let Some(variants) = VARS.find(&UniCase::new(spelling)) else { continue };
        let [(valid, _)] = variants else { continue };
        let is_in = |category| is_valid(*valid, category);
        american += u32::from(is_in(Category::American) && !is_in(Category::BritishIse));
        british += u32::from(is_in(Category::BritishIse) && !is_in(Category::American));
    }
    if british > american { Category::BritishIse } else { Category::American }
}

fn is_valid(valid: u8, category: Category) -> bool {
    CategorySet::from_bits_truncate(valid).contains(category)
}

/// A word, spelled as in that English.
pub(crate) fn spelled(word: &'static str, english: Category) -> &'static str {
    let variants = VARS.find(&UniCase::new(word)).and_then(|found| found.first());
    match variants {
        Some((valid, variants)) if !is_valid(*valid, english) => {
            corrections(english, **variants).first().copied().unwrap_or(word)
        }
        _ => word,
    }
}

/// Whether words are those of an English sentence: one in six is a word that holds sentences
/// together in English and in few other languages.
pub(crate) fn is_sentence(words: &[Word]) -> bool {
    let known = words.iter().filter(|word| COMMON.contains(&word.key)).count();
    known > 0 && known * 7 >= words.len()
}

const COMMON: [u64; 46] = keys([
    "the", "and", "of", "is", "was", "were", "that", "which", "what", "who", "how", "why", "when",
    "where", "with", "from", "by", "for", "are", "this", "it", "to", "their", "his", "her", "has",
    "had", "have", "be", "been", "not", "as", "an", "you", "or", "can", "will", "after", "into",
    "they", "he", "she", "its", "than", "would", "did",
]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_spelling_tells_which_english() {
        assert_eq!(own("the colour of the organisation"), Category::BritishIse);
        assert_eq!(own("the color of the organization"), Category::American);
        assert_eq!(own("a pact with France"), Category::American);
        assert_eq!(spelled("organization", Category::BritishIse), "organisation");
        assert_eq!(spelled("organization", Category::American), "organization");
        assert_eq!(spelled("government", Category::BritishIse), "government");
    }
}
