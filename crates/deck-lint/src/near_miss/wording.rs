//! How questions begin.

use deck_syntax::native;

/// Whether the line begins as a question does: with a question word and an auxiliary behind it.
pub(crate) fn asks(line: &str) -> bool {
    if !matches!(line.as_bytes().first(), Some(b'W' | b'w' | b'H' | b'h' | b'*' | b'_')) {
        return false;
    }
    let mut words = words(line);
    let (Some(first), Some(second), Some(_)) = (words.next(), words.next(), words.next()) else {
        return false;
    };
    if let Some(plain) = first.strip_suffix("'s").or_else(|| first.strip_suffix("’s")) {
        // "What's new" heads a list of news.
        return is_one_of(plain, &["what", "who", "where", "when", "why", "how"])
            && !second.eq_ignore_ascii_case("new");
    }
    let auxiliaries = if first.eq_ignore_ascii_case("which") {
        // "Which is why …" goes on with what stands above it.
        &["do", "does", "did"]
    } else {
        AUXILIARIES
    };
    is_one_of(first, QUESTION_WORDS) && is_one_of(second, auxiliaries)
}

/// Whether the line begins with a question word ("Which king"), with one behind a preposition ("In
/// which year"), or with an auxiliary ("Is it").
pub(crate) fn begins_question(line: &str) -> bool {
    let mut words = words(line);
    let (Some(first), second) = (words.next(), words.next()) else { return false };
    let plain = first.split(['\'', '’']).next().unwrap_or(first);
    is_one_of(plain, QUESTION_WORDS)
        || is_one_of(plain, AUXILIARIES)
        || is_one_of(first, PREPOSITIONS)
            && second.is_some_and(|word| is_one_of(word, QUESTION_WORDS))
}

/// Whether the line begins with an examiner's order. Many of those verbs are nouns, too ("State
/// control", "List comprehension"): behind these an article, a number or a possessive must follow.
pub(crate) fn orders(line: &str) -> bool {
    if !matches!(line.as_bytes().first(), Some(b'A'..=b'Z' | b'*' | b'_')) {
        return false;
    }
    let mut words = words(line);
    let (Some(verb), Some(object)) = (words.next(), words.next()) else { return false };
    match verb {
        "Calculate" | "Define" | "Describe" | "Differentiate" | "Discuss" | "Distinguish"
        | "Evaluate" | "Explain" | "Identify" | "Justify" | "Suggest" | "Summarise"
        | "Summarize" => true,
        "Compare" | "Contrast" | "Give" | "List" | "Name" | "Outline" | "State" => {
            DETERMINERS.contains(&object) || object.ends_with("'s") || object.ends_with("’s")
        }
        _ => false,
    }
}

/// The words of a line that may begin with emphasis; none if it begins with a bullet.
fn words(line: &str) -> impl Iterator<Item = &str> {
    let line = if native::bullet(line).is_some() { "" } else { line };
    line.trim_start_matches(['*', '_']).split_ascii_whitespace()
}

fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}

const QUESTION_WORDS: &[&str] =
    &["what", "who", "whom", "whose", "which", "where", "when", "why", "how"];

const AUXILIARIES: &[&str] = &[
    "do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "can", "could", "will",
    "would", "should", "shall", "must", "might", "may",
];

const PREPOSITIONS: &[&str] =
    &["at", "by", "during", "for", "from", "in", "of", "on", "to", "under", "until", "with"];

const DETERMINERS: &[&str] = &[
    "the", "a", "an", "one", "two", "three", "four", "five", "six", "2", "3", "4", "5", "6", "all",
    "any", "some", "both", "what", "how", "why", "which", "whether",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_questions_begin() {
        for line in ["What is GDP", "who was Lenin", "**Why did it fail**", "What's the unit"] {
            assert!(asks(line), "{line}");
        }
        for line in
            ["What's new in May", "Which is why it failed", "* What is GDP", "What is", "Whatever"]
        {
            assert!(!asks(line), "{line}");
        }
    }

    #[test]
    fn other_ways_to_begin() {
        for line in ["Which king fell?", "In which year?", "Is it so?", "How's that?"] {
            assert!(begins_question(line), "{line}");
        }
        for line in ["The sum, does it match?", "In the end?", "Really?"] {
            assert!(!begins_question(line), "{line}");
        }
    }

    #[test]
    fn orders_and_nouns() {
        for line in ["Define osmosis", "State the law", "State Hooke's Law", "Name two gases"] {
            assert!(orders(line), "{line}");
        }
        for line in
            ["State control of industry", "List comprehension", "Name", "* Define it", "define it"]
        {
            assert!(!orders(line), "{line}");
        }
    }
}
