use std::sync::LazyLock;

use aho_corasick::AhoCorasick;
use deck_syntax::{CardForm, TextRange, TextSize};
use memchr::memchr;

use crate::dated::last_word;
use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A time that is counted from the day on which the card was written.
pub(crate) static RULE: Rule = Rule {
    name: "relative-date",
    summary: "an answer is true only on the day on which it was written",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("relative_date.md"),
    rollup: None,
    check: Check::Item(check),
};

/// What ages, each with the words that may stand before it; none where any may.
const AGEING: [(&str, &[&str]); 4] = [
    ("last year", &[]),
    ("years ago", &[]),
    ("recently", &["has", "have", "was", "were"]),
    ("currently", &["is", "are", "he's", "she's"]),
];

/// Shorter answers are words to be translated as often as facts.
const LEAST_WORDS: usize = 5;

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some(card) = cx.card() else { return };
    let Some(back) = card.back.filter(|_| is_fact(card.form)) else { return };
    let answer = &cx.text[back];
    // Hardly any answer has one of the phrases; one that is stressed is no word by itself.
    let ages = cx.facts.is_some_and(|facts| facts.wording.back.ages);
    if !ages && memchr(b'_', answer.as_bytes()).is_none() {
        return;
    }
    let Some((at, phrase)) = ageing(answer) else { return };
    let sentence = sentence(answer, at);
    if sentence.split_whitespace().count() >= LEAST_WORDS
        && names_someone(sentence)
        && cx.file.is_english()
    {
        let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(0));
        let range = TextRange::at(back.start() + size(at), size(phrase.len()));
        findings.push(finding(range, phrase));
    }
}

/// Rows and headings are vocabulary as often as not.
fn is_fact(form: CardForm) -> bool {
    !matches!(form, CardForm::Cloze | CardForm::Row { .. } | CardForm::Heading | CardForm::Term)
}

/// All phrases are looked for at once, since hardly any answer has one.
static PHRASES: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| AhoCorasick::new(AGEING.map(|(phrase, _)| phrase)).ok());

fn ageing(answer: &str) -> Option<(usize, &'static str)> {
    PHRASES.as_ref()?.find_iter(answer).find_map(|found| {
        let (phrase, leads) = AGEING.get(found.pattern().as_usize())?;
        let (before, after) = (&answer[..found.start()], &answer[found.end()..]);
        let word =
            !before.ends_with(char::is_alphanumeric) && !after.starts_with(char::is_alphanumeric);
        let led = leads.is_empty() || leads.contains(&last_word(before));
        let fits = match *phrase {
            "years ago" => counted(before),
            // `the last year of the war`
            "last year" => !owned(before) && !after.starts_with(" of"),
            _ => true,
        };
        (word && led && fits).then_some((found.start(), *phrase))
    })
}

/// `in the last year`, `his last year`, `in that last year`
fn owned(before: &str) -> bool {
    matches!(last_word(before), "the" | "its" | "his" | "her" | "their" | "that" | "whose" | "s")
}

/// `66 million years ago` stays true; `20 years ago` does not.
fn counted(before: &str) -> bool {
    last_word(before).parse::<u16>().is_ok_and(|years| years < 200)
}

fn sentence(answer: &str, at: usize) -> &str {
    let ends = |c: char| matches!(c, '.' | '\n' | ';');
    let start = answer[..at].rfind(ends).map_or(0, |end| end + 1);
    let end = answer[at..].find(ends).map_or(answer.len(), |end| at + end);
    answer[start..end].trim()
}

/// Whether a sentence names someone or something: `the value that is currently stored` ages not.
fn names_someone(sentence: &str) -> bool {
    let plain = !sentence.contains(['`', '$', '"', '“', '{', '=']);
    let mut words = sentence.split_whitespace().skip(1);
    plain && words.any(|word| word.len() > 2 && word.starts_with(|c: char| c.is_ascii_uppercase()))
}

fn finding(range: TextRange, phrase: &str) -> Finding {
    Finding::new(range, format!("`{phrase}` is true only for a while"))
        .label("counted from the day this was written")
        .help("write the date instead, or `in 2026` beside it: you revise this for years")
}
