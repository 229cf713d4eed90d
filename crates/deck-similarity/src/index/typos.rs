//! One question twice, once with a slip of the pen.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use foldhash::fast::FixedState;

use super::Index;
use crate::keys::{Keys, Slot, hash_word};
use crate::question::Question;

/// Shorter words are one letter from too many others.
const SHORTEST: usize = 5;
/// Longer words are no words.
const LONGEST: usize = 24;
/// A word that stands so often is no slip.
const COMMON: u32 = 3;

/// Two cards that differ in one word by one letter, of which the one stands nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct TypoTwin<Id> {
    /// The card with the word that stands once.
    pub rare: Id,
    /// The first card that has the same question with the other word.
    pub common: Id,
    /// The word that stands once, in small letters.
    pub rare_word: String,
    /// The word that stands three times or more, in small letters.
    pub common_word: String,
    /// The index of the word in its question (see [`Question::written`]).
    pub slot: usize,
}

impl<Id: Copy + Ord + Hash> Index<Id> {
    /// All typo twins, in the order of the cards with the rare word; `question` gives the question
    /// of a card.
    pub fn typo_twins(&self, question: impl Fn(Id) -> Option<Question>) -> Vec<TypoTwin<Id>> {
        typo_twins(|| self.cards.iter().flatten().map(|entry| (entry.id, &entry.keys)), question)
    }

    /// The typo twins that a card of the index, whose question this is, belongs to, on either side.
    pub fn typo_twins_of(&self, id: Id, question: &Question) -> Vec<TypoTwin<Id>> {
        let mut twins = Vec::new();
        let slots = self.keys(id).map_or(&[][..], Keys::slots);
        for slot in slots.iter().filter(|slot| self.has_sibling(slot)) {
            self.twins_at(id, question, slot, &mut twins);
        }
        twins.sort_unstable();
        twins
    }

    fn has_sibling(&self, slot: &Slot) -> bool {
        self.templates.is_shared(slot.key)
    }

    /// In how many places a word stands.
    fn count(&self, word: u32) -> u32 {
        self.words.get(&word).copied().unwrap_or(0)
    }

    /// Every word one letter away is looked up: no word is compared with another one.
    fn twins_at(&self, id: Id, question: &Question, slot: &Slot, twins: &mut Vec<TypoTwin<Id>>) {
        let index = usize::from(slot.index);
        let Some(word) = question.word(index).filter(|word| can_slip(word)) else { return };
        let count = self.count(slot.word);
        let is_rare = count == 1;
        if !is_rare && count < COMMON {
            return;
        }
        each_slip(word, |other| {
            let others = self.count(hash_word(other) as u32);
            if !(is_rare && others >= COMMON || !is_rare && others == 1) {
                return;
            }
            let Some(sibling) = self.sibling(question, index, other) else { return };
            let (word, other) = (word.to_owned(), other.to_owned());
            twins.push(if is_rare {
                TypoTwin {
                    rare: id,
                    common: sibling,
                    rare_word: word,
                    common_word: other,
                    slot: index,
                }
            } else {
                TypoTwin {
                    rare: sibling,
                    common: id,
                    rare_word: other,
                    common_word: word,
                    slot: index,
                }
            });
        });
    }

    /// The first card that asks the question with another word at `index`.
    fn sibling(&self, question: &Question, index: usize, word: &str) -> Option<Id> {
        let keys = question.with_word(index, word)?.keys();
        let members = self.questions.get(keys.t3).filter_map(|place| self.entry(place));
        members.filter(|member| member.keys.t1 == keys.t1).map(|member| member.id).min()
    }
}

/// All typo twins among `cards`, in the order of the cards with the rare word; `question` gives the
/// question of a card. `cards` gives the same cards each time it is called: what is kept is only
/// what concerns words that stand nowhere else.
///
/// Every word one letter away from a rare one is looked up, so that a template with many fillers
/// takes no longer than as many templates.
pub fn typo_twins<'k, Id: Copy + Ord, Cards: Iterator<Item = (Id, &'k Keys)>>(
    cards: impl Fn() -> Cards,
    question: impl Fn(Id) -> Option<Question>,
) -> Vec<TypoTwin<Id>> {
    let all = || cards().flat_map(|(id, keys)| keys.slots().iter().map(move |slot| (id, slot)));
    let shared = Shared::of(|| all().map(|(_, slot)| slot.key));
    let slots = || all().filter(|(_, slot)| shared.may_have(slot.key));
    let mut counts: HashMap<u32, u32, FixedState> = slots().map(|(_, it)| (it.word, 0)).collect();
    for (_, slot) in all() {
        if let Some(count) = counts.get_mut(&slot.word) {
            *count += 1;
        }
    }
    let count = |slot: &Slot| counts.get(&slot.word).copied().unwrap_or(0);
    let rare = || slots().filter(|(_, slot)| count(slot) == 1);
    let templates: HashSet<u64, FixedState> = rare().map(|(_, slot)| slot.key).collect();
    // The first card of each template and common word.
    let mut firsts: HashMap<u64, HashMap<u32, Id, FixedState>, FixedState> = HashMap::default();
    for (id, slot) in slots().filter(|(_, slot)| count(slot) >= COMMON) {
        if templates.contains(&slot.key) {
            let first = firsts.entry(slot.key).or_default().entry(slot.word).or_insert(id);
            *first = id.min(*first);
        }
    }
    let mut twins = Vec::new();
    for (id, slot) in rare() {
        if let Some(siblings) = firsts.get(&slot.key)
            && let Some(question) = question(id)
        {
            twins_of(id, &question, usize::from(slot.index), siblings, &mut twins);
        }
    }
    twins.sort_unstable();
    // A letter that is doubled can be left out in two ways, and both make the same word.
    twins.dedup();
    twins
}

/// Which keys are there twice, or may be: most templates are those of one question, and only words
/// of the others have to be counted.
struct Shared {
    /// How many keys there are of each hash, two being the most that is told apart.
    counts: Vec<u8>,
    shift: u32,
}

impl Shared {
    /// The largest number of hashes, as a power of two.
    const MOST: u32 = 24;

    fn of<Keys: Iterator<Item = u64>>(keys: impl Fn() -> Keys) -> Self {
        let wanted = (keys().count() * 4).next_power_of_two().ilog2();
        let bits = wanted.clamp(8, Self::MOST);
        let mut shared = Self { counts: vec![0; 1 << bits], shift: u64::BITS - bits };
        for key in keys() {
            let place = shared.place(key);
            shared.counts[place] = (shared.counts[place] + 1).min(2);
        }
        shared
    }

    fn place(&self, key: u64) -> usize {
        (key >> self.shift) as usize
    }

    fn may_have(&self, key: u64) -> bool {
        self.counts[self.place(key)] > 1
    }
}

/// The twins of a card whose word at `slot` stands nowhere else, among the cards that differ there.
fn twins_of<Id: Copy>(
    rare: Id,
    question: &Question,
    slot: usize,
    siblings: &HashMap<u32, Id, FixedState>,
    twins: &mut Vec<TypoTwin<Id>>,
) {
    let Some(word) = question.word(slot).filter(|word| can_slip(word)) else { return };
    each_slip(word, |other| {
        if let Some(&common) = siblings.get(&(hash_word(other) as u32)) {
            let (rare_word, common_word) = (word.to_owned(), other.to_owned());
            twins.push(TypoTwin { rare, common, rare_word, common_word, slot });
        }
    });
}

/// Whether a word is long enough, and written with the letters that are tried.
fn can_slip(word: &str) -> bool {
    (SHORTEST..=LONGEST).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_lowercase())
}

/// Calls `take` with the words that are one letter away: one too few, one too many, another one,
/// or two in the wrong order. Not those that are rather another word or form: with another first
/// letter, a longer or shorter end, or another vowel near the end (alkane and alkene).
fn each_slip(word: &str, mut take: impl FnMut(&str)) {
    let letters = word.as_bytes();
    let mut buffer = Vec::with_capacity(letters.len() + 1);
    let mut offer = |buffer: &[u8]| {
        if let Ok(other) = std::str::from_utf8(buffer)
            && buffer.len() >= SHORTEST
        {
            take(other);
        }
    };
    for at in 1..letters.len() {
        buffer.clear();
        buffer.extend_from_slice(letters);
        if at + 1 < letters.len() {
            if letters[at] != letters[at + 1] {
                buffer.swap(at, at + 1);
                offer(&buffer);
                buffer.swap(at, at + 1);
            }
            buffer.remove(at);
            offer(&buffer);
            buffer.insert(at, letters[at]);
        }
        for letter in b'a'..=b'z' {
            if letter != letters[at] && !is_another_form(letters, at, letter) {
                buffer[at] = letter;
                offer(&buffer);
            }
        }
        buffer[at] = letters[at];
        buffer.insert(at, b'a');
        for letter in b'a'..=b'z' {
            // Beside an equal letter it is the same word wherever it is put.
            if letter != letters[at] {
                buffer[at] = letter;
                offer(&buffer);
            }
        }
    }
}

fn is_another_form(letters: &[u8], at: usize, letter: u8) -> bool {
    let is_vowel = |letter: u8| b"aeiouy".contains(&letter);
    at + 4 >= letters.len() && is_vowel(letters[at]) && is_vowel(letter) || at + 1 == letters.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn twins(texts: &[&str]) -> Vec<TypoTwin<usize>> {
        let mut index = Index::new();
        for (id, text) in texts.iter().enumerate() {
            index.insert(id, Question::lex(text).keys());
        }
        let question = |id: usize| texts.get(id).map(|text| Question::lex(text));
        let all = index.typo_twins(question);
        let mut one_by_one: Vec<_> = (0..texts.len())
            .flat_map(|id| index.typo_twins_of(id, &question(id).unwrap()))
            .collect();
        one_by_one.sort();
        one_by_one.dedup_by(|a, b| a.rare == b.rare && a.common_word == b.common_word);
        assert_eq!(all.len(), one_by_one.len(), "both ways find the same");
        all
    }

    #[test]
    fn a_slip_is_found_beside_the_common_word() {
        let found = twins(&[
            "What causes inflation in a country?",
            "What causes inflaton in a country?",
            "Who profits from inflation?",
            "Is inflation bad for a country?",
        ]);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].rare, found[0].common), (1, 0));
        assert_eq!((&*found[0].rare_word, &*found[0].common_word), ("inflaton", "inflation"));
    }

    #[test]
    fn a_template_with_many_fillers_takes_no_time() {
        let name = |number: usize| {
            let letter = |place: u32| char::from(b'a' + (number / 26_usize.pow(place) % 26) as u8);
            format!("word{}{}{}{}", letter(0), letter(1), letter(2), letter(3))
        };
        let ask = |word: usize| format!("What is the capital of the land {}?", name(word));
        let once = (0..20_000).map(ask);
        let often = (20_000..40_000).flat_map(|word| std::iter::repeat_n(ask(word), 3));
        let texts: Vec<String> = once.chain(often).collect();
        let keys: Vec<Keys> = texts.iter().map(|text| Question::lex(text).keys()).collect();
        let started = std::time::Instant::now();
        typo_twins(|| keys.iter().enumerate(), |id| Some(Question::lex(&texts[id])));
        assert!(started.elapsed().as_secs() < 60, "{:?}", started.elapsed());
    }

    #[test]
    fn two_words_are_no_slip() {
        let common = ["Is an alkane burnt by air?", "Is an alkane a gas?"];
        let pair = ["What is the name of this alkane?", "What is the name of this alkene?"];
        assert!(twins(&[common, pair].concat()).is_empty());
    }
}
