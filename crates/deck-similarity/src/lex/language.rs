//! Whether a question is English, told by its small words.

/// Whether the words are those of an English question. A few words decide, most often the first.
pub(crate) fn is_english<'w>(words: impl Iterator<Item = &'w str>) -> bool {
    let mut score = 0;
    for (index, word) in words.enumerate() {
        let word = word.trim_matches(|c: char| c.is_ascii_punctuation());
        score += if index == 0 && opens_question(word) { 2 } else { weight(word) };
        if score >= 2 {
            return true;
        }
    }
    false
}

/// Whether a word opens an English question, and, where it does so, hardly any other.
fn opens_question(word: &str) -> bool {
    ["is", "do", "has", "have", "had", "can", "will"]
        .iter()
        .any(|verb| word.eq_ignore_ascii_case(verb))
}

/// How much a word speaks for English. `was`, `in` and `of` are words of German and Dutch, too,
/// and weigh half; a word of another language takes away what a word of English gives.
fn weight(word: &str) -> i32 {
    let mut buffer = [0_u8; 8];
    let Some(lower) = buffer.get_mut(..word.len()) else { return 0 };
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    match &*lower {
        b"what" | b"which" | b"who" | b"whose" | b"when" | b"where" | b"why" | b"how"
        | b"what's" | b"who's" | b"where's" | b"are" | b"does" | b"did" | b"were" | b"the"
        | b"this" | b"these" | b"there" | b"with" | b"from" | b"you" | b"your" | b"should"
        | b"would" | b"could" | b"than" | b"and" | b"if" | b"my" | b"name" | b"define"
        | b"they" | b"explain" | b"describe" | b"between" => 2,
        b"is" | b"in" | b"of" | b"was" | b"to" | b"a" | b"has" | b"had" | b"have" | b"will"
        | b"can" | b"an" | b"for" | b"on" | b"it" | b"i" | b"be" | b"at" | b"by" | b"or"
        | b"not" | b"am" | b"as" => 1,
        b"de" | b"het" | b"een" | b"der" | b"das" | b"den" | b"und" | b"wie" | b"wo" | b"wer"
        | b"wat" | b"hoe" | b"waar" | b"el" | b"la" | b"los" | b"las" | b"que" | b"le" | b"les"
        | b"des" | b"est" | b"il" | b"di" | b"che" | b"un" | b"une" | b"una" | b"en" | b"et"
        | b"e" | b"y" | b"o" | b"os" | b"ist" | b"sind" | b"ein" | b"eine" | b"von" | b"och"
        | b"det" | b"som" | b"hvad" | b"vad" => -2,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn languages_are_told_apart() {
        for text in ["What is it?", "Is Rachel married to Adam?", "Causes of World War I in Europe"]
        {
            assert!(is_english(text.split(' ')), "{text}");
        }
        for text in [
            "Was war der Grund in Berlin?",
            "Wat is de rol van water in de cel?",
            "¿Qué es una célula?",
            "a casa do homem",
            "ゲーム と は",
        ] {
            assert!(!is_english(text.split(' ')), "{text}");
        }
    }
}
