//! Nouns with what belongs to them, before or after: "benefits of sleep", "sleep benefits".

use super::light::{is_neutral, takes_side};
use super::words::{is_question_word, is_superlative};

/// Rewrites nouns with what belongs to them.
pub(super) fn rewrite(words: &mut Vec<&str>) {
    superlative(words);
    invert(words);
    belonging(words);
    adverbs(words);
}

/// "Which country is the largest in Asia" asks "What is the largest country in Asia".
fn superlative(words: &mut [&str]) {
    let Some(is) = words.iter().position(|word| matches!(*word, "is" | "was")) else { return };
    if words[0] != "what" || !(2..=5).contains(&is) || !words[1..is].iter().all(is_content) {
        return;
    }
    let length = match &words[is + 1..] {
        ["most" | "least", _, ..] => 2,
        [word, ..] if is_superlative(word) => 1,
        _ => return,
    };
    words[1..=is + length].rotate_left(is - 1);
}

/// "Why the sky is blue" asks "Why is the sky blue".
fn invert(words: &mut [&str]) {
    if !matches!(words.first(), Some(&("how" | "why" | "where" | "when"))) {
        return;
    }
    let is_verb = |word: &str| matches!(word, "is" | "was" | "do" | "did" | "can" | "will");
    if let Some(verb) = words.iter().position(|word| is_verb(word)) {
        words[1..=verb].rotate_right(1);
    }
}

/// "The benefits of sleep" are "the sleep benefits"; so are those for and in.
fn belonging(words: &mut Vec<&str>) {
    let mut index = 1;
    while index + 1 < words.len() {
        let joins = is_neutral(words[index]) && !takes_side(words[index - 1]);
        if !joins || !is_content(&words[index - 1]) || words[index - 1].ends_with("ing") {
            index += 1;
            continue;
        }
        let owner = words[index + 1..].iter().take(4).take_while(|word| is_content(word)).count();
        if owner == 0 {
            index += 1;
            continue;
        }
        words.remove(index);
        words[index - 1..index + owner].rotate_left(1);
        // What is owned is now the last of its words, and may own something itself.
        index += owner;
    }
}

fn is_content(word: &&str) -> bool {
    !super::is_function_word(word) && !is_question_word(word)
}

/// Words that say how it is done stand wherever the writer likes.
fn adverbs(words: &mut Vec<&str>) {
    let mut adverbs: Vec<&str> = words.iter().copied().filter(|word| is_adverb(word)).collect();
    if !adverbs.is_empty() {
        words.retain(|word| !is_adverb(word));
        adverbs.sort_unstable();
        words.extend(adverbs);
    }
}

fn is_adverb(word: &str) -> bool {
    word.len() > 5
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
                | "supply"
                | "assembly"
                | "anomaly"
                | "monopoly"
                | "butterfly"
                | "friendly"
                | "likely"
                | "lively"
                | "lovely"
                | "elderly"
                | "weekly"
                | "monthly"
                | "yearly"
                | "partly"
                | "nearly"
                | "hardly"
                | "barely"
                | "exactly"
                | "mostly"
                | "mainly"
                | "usually"
                | "deadly"
        )
}
