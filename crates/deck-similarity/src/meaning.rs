//! The higher tiers: words that mean the same become the same words.
//!
//! Every step rewrites the words of one question, whatever the other question is, and only by
//! rules of English that keep the meaning. A step that moves words keeps all of them, so that it
//! cannot make one question of two.

mod american;
mod compound;
mod facts;
mod light;
mod loose;
mod openings;
mod order;
mod phrases;
mod relations;
mod voice;
mod words;

use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

pub(crate) use loose::Loose;
pub(crate) use words::is_function_word;

/// Brings words into the form of [`Tier::Equivalent`](crate::Tier::Equivalent).
pub(crate) fn equivalent(words: &mut Vec<&str>) {
    words::make_common(words);
    phrases::rewrite(words);
    order::move_leading_phrase(words);
    openings::rewrite(words);
    voice::rewrite(words);
    relations::rewrite(words);
    facts::rewrite(words);
    compound::rewrite(words);
    light::leave_out(words);
    order::sort_pairs(words);
}

/// Brings words in that form into the form of [`Tier::Similar`](crate::Tier::Similar).
pub(crate) fn similar(words: &mut Vec<&str>) {
    // The last word carries its weight: "What does a compiler do" and "What is a compiler" differ.
    let Some(last) = words.pop() else { return };
    if words.iter().filter(|word| !words::is_light(word)).count() > 1 || !words::is_light(last) {
        words.retain(|word| !words::is_light(word));
    }
    words.push(last);
    order::turn(words);
}

/// Whether two lists of words are the same, wherever words are parted: `everyday`, `every day`.
pub(crate) fn same(a: &[&str], b: &[&str]) -> bool {
    joined(a) == joined(b)
}

/// A hash of words, the same for lists that are the [`same`].
pub(crate) fn key(words: &[&str]) -> u64 {
    FixedState::default().hash_one(joined(words))
}

/// Words in a row, with a space only beside what is no plain word.
fn joined(words: &[&str]) -> String {
    let length: usize = words.iter().map(|word| word.len() + 2).sum();
    let mut joined = String::with_capacity(length);
    for word in words {
        let edge = if word.bytes().all(|byte| byte.is_ascii_lowercase()) { "" } else { " " };
        for piece in [edge, word, edge] {
            joined.push_str(piece);
        }
    }
    joined
}
