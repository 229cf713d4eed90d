//! What a short answer claims.

mod date;
mod quantity;

use date::Date;
use quantity::Quantity;

use super::markup::fold_markup;

/// An answer that claims one thing.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Claim {
    Truth(bool),
    Number(Quantity),
    Date(Date),
    /// A name of three words or fewer, in small letters.
    Words(Vec<String>),
}

/// Longer answers are not looked at, but for yes and no.
const LONGEST: usize = 64;

impl Claim {
    /// What an answer claims; `None` where that is more than one thing, or not certain.
    pub(super) fn of(answer: &str) -> Option<Self> {
        let answer = answer.trim();
        if let Some(truth) = truth(answer) {
            return Some(Self::Truth(truth));
        }
        if answer.len() > LONGEST || !is_plain(answer) {
            return None;
        }
        let text = fold_markup(answer);
        let words: Vec<&str> = text.split(' ').map(edges).filter(|word| !word.is_empty()).collect();
        let words = without_head(&words);
        if words.is_empty() || words.iter().any(|word| is_vague(word)) {
            return None;
        }
        Date::of(words)
            .map(Self::Date)
            .or_else(|| Quantity::of(words).map(Self::Number))
            .or_else(|| name(words).map(Self::Words))
    }
}

/// Yes or no, true or false, at the beginning of an answer and for itself.
fn truth(answer: &str) -> Option<bool> {
    let answer = answer.trim_start_matches(['*', '_', '-', ' ']);
    let end = answer.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(answer.len());
    let truth = match &*answer.get(..end.min(5))?.to_ascii_lowercase() {
        "yes" | "true" if end < 5 => true,
        "no" if end == 2 => false,
        "false" if end == 5 => false,
        _ => return None,
    };
    // "No one" and "No. 5" deny nothing.
    let rest = answer[end..].trim_start_matches(['*', '_']);
    let then = rest.trim_start_matches(['.', ',', ';', ':', '!', ' ']);
    let is_number = then.starts_with(|c: char| c.is_ascii_digit());
    let is_closed = rest.trim().is_empty() || rest.starts_with([',', '.', ';', ':', '!', '\n']);
    (is_closed && !is_number).then_some(truth)
}

/// Whether an answer has no code, mathematics, media or marks that give two choices.
fn is_plain(answer: &str) -> bool {
    let marks = ['`', '$', '<', '>', '\\', '[', ']', '{', '}', '/', '=', '|', '~', '≈', '(', ')'];
    !answer.contains(marks) && answer.lines().nth(1).is_none()
}

fn edges(word: &str) -> &str {
    word.trim_matches(['.', ',', ';', ':', '"', '\'', '!', '?', '“', '”'])
}

/// The words without a preposition or article before them.
fn without_head<'w, 'a>(words: &'w [&'a str]) -> &'w [&'a str] {
    let is_head = |word: &&&str| {
        ["in", "on", "at", "the", "a", "an", "by"]
            .iter()
            .any(|head| word.eq_ignore_ascii_case(head))
    };
    let heads = words.iter().take_while(is_head).count();
    if heads < words.len() { &words[heads..] } else { words }
}

/// Whether a word makes an answer less than a claim: a guess, a range, a choice.
fn is_vague(word: &str) -> bool {
    const VAGUE: [&str; 29] = [
        "about",
        "around",
        "circa",
        "c",
        "ca",
        "approximately",
        "approx",
        "roughly",
        "nearly",
        "almost",
        "over",
        "under",
        "between",
        "more",
        "less",
        "least",
        "most",
        "or",
        "and",
        "to",
        "from",
        "until",
        "before",
        "after",
        "early",
        "late",
        "mid",
        "not",
        "several",
    ];
    let is_range =
        word.contains(['–', '—']) || word.strip_prefix('-').unwrap_or(word).contains('-');
    is_range || VAGUE.iter().any(|vague| word.eq_ignore_ascii_case(vague))
}

/// The words of a name: each begins with a capital and is no abbreviation.
fn name(words: &[&str]) -> Option<Vec<String>> {
    let is_name = |word: &str| {
        let mut letters = word.chars();
        word.chars().count() >= 3
            && letters.next().is_some_and(char::is_uppercase)
            && letters.all(|c| c.is_lowercase() || c == '\'' || c == '’')
    };
    let all = words.len() <= 3 && words.iter().all(|word| is_name(word));
    all.then(|| words.iter().map(|word| word.to_lowercase()).collect())
}

/// Whether two names share nothing: no word, and no word's beginning, which would be one word in
/// two forms.
pub(super) fn disjoint(a: &[String], b: &[String]) -> bool {
    !a.iter().any(|a| b.iter().any(|b| is_akin(a, b)))
}

fn is_akin(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    shared >= 4 || shared + 1 >= a.chars().count().min(b.chars().count()) || one_slip(a, b)
}

/// Whether two words differ in at most two letters in one place, as two spellings of a name do.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let head = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(a, b)| a == b).count();
    a.len().max(b.len()) - tail <= 2 && head + tail >= 3
}
