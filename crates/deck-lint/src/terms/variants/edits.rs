//! Names that differ in one letter.

use std::collections::{HashMap, HashSet};

use foldhash::fast::RandomState;

use super::collect::Seens;
use crate::hash::hash;

/// Shorter names differ in a letter too often: Iran and Iraq, Henri and Henry.
const SHORTEST: usize = 7;
/// How often the usual one stands at least.
const USUAL: u32 = 4;

/// Names that stand once and are one letter away from one that is usual: pairs of slip and usual.
pub(super) fn one_edit_apart(seen: &Seens) -> Vec<(&str, &str)> {
    let single = |text: &str| text.len() >= SHORTEST && text.chars().all(char::is_alphabetic);
    let mut usual: HashMap<u64, Vec<&str>, RandomState> = HashMap::default();
    for (text, _) in seen.iter().filter(|(text, it)| it.inside >= USUAL && single(text)) {
        for short in shortened(text) {
            usual.entry(short).or_default().push(text);
        }
    }
    let mut pairs = Vec::new();
    for (text, it) in seen.iter().filter(|(text, it)| it.uses() == 1 && single(text)) {
        let near = shortened(text).into_iter().filter_map(|short| usual.get(&short)).flatten();
        let mut near: Vec<&str> = near.copied().filter(|usual| is_slip(text, usual)).collect();
        near.sort_unstable();
        near.dedup();
        // Where the two stand on one card, they are told apart there.
        let card = |text: &str| seen.get(text).map(|it| it.places().map(|it| it.0));
        let apart = |usual: &&str| {
            !card(usual).into_iter().flatten().any(|other| it.places().any(|it| it.0 == other))
        };
        if let [usual] = near[..]
            && apart(&usual)
        {
            pairs.push((&**text, usual));
        }
    }
    if !pairs.is_empty() {
        // `Columbia University` makes `Columbia` a name beside Colombia, not a slip of it.
        let slips: HashSet<&str> = pairs.iter().map(|(slip, _)| *slip).collect();
        let phrases = seen.keys().filter(|text| text.contains(' '));
        let words = phrases.flat_map(|text| text.split(' '));
        let parts: HashSet<&str> = words.filter(|word| slips.contains(word)).collect();
        pairs.retain(|(slip, _)| !parts.contains(slip));
    }
    pairs
}

/// Hashes of the word, and of it with each of its letters left out: words one edit apart share one.
fn shortened(word: &str) -> Vec<u64> {
    let mut found = vec![hash(word.as_bytes())];
    let mut without = String::with_capacity(word.len());
    for (at, c) in word.char_indices() {
        without.clear();
        without.push_str(&word[..at]);
        without.push_str(&word[at + c.len_utf8()..]);
        found.push(hash(without.as_bytes()));
    }
    found
}

/// Whether one name is a slip of another, and no form of it or name of its own: the first letter is
/// the same, and so is the end, but for an `a` that is too many (Lipetsk, Lipetska).
fn is_slip(rare: &str, usual: &str) -> bool {
    let last = |text: &str| text.chars().rev().take(2).collect::<String>();
    let ends = last(rare) == last(usual)
        || rare.strip_suffix('a') == Some(usual) && usual.ends_with(|c| !"aeiouyn".contains(c));
    rare.chars().next() == usual.chars().next()
        && ends
        && strsim::osa_distance(rare, usual) == 1
        && !swaps_consonants(rare, usual)
}

/// Whether one consonant stands for another: Iceland and Ireland. What is heard or typed wrongly is
/// a vowel, a letter too many or too few, or two the wrong way round.
fn swaps_consonants(rare: &str, usual: &str) -> bool {
    let differing: Vec<(char, char)> =
        rare.chars().zip(usual.chars()).filter(|(one, other)| one != other).collect();
    let vowel = |c: char| "aeiouyäöüáéíóú".contains(c);
    let [(one, other)] = differing[..] else { return false };
    rare.chars().count() == usual.chars().count() && !(vowel(one) && vowel(other))
}
