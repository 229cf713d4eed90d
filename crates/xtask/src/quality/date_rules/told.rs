//! What a dated sentence tells, by plain patterns: who did what. Another eye than that of
//! `deck-lint`, which must not choose where it is tested.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::cards::Fact;
use super::written::Written;

/// A sentence that says what someone did, or what was done, at its first date.
#[derive(Debug)]
pub(super) struct Told<'a> {
    /// The sentence, without the mark of a list before it.
    pub(super) text: &'a str,
    pub(super) date: &'a Written,
    /// The same date's place, and that of its year, in `text`.
    pub(super) date_range: Range<usize>,
    pub(super) year_range: Range<usize>,
    pub(super) subject: &'a str,
    /// Whether it was done to the subject.
    passive: bool,
    past: &'a str,
    base: &'static str,
    /// What follows the verb, up to where an author would end a question. May be empty.
    pub(super) object: &'a str,
}

/// Verbs of which a thing is done once, with their past forms: what two cards on it must date alike.
#[rustfmt::skip]
const VERBS: [(&str, &str); 46] = [
    ("signed", "sign"), ("began", "begin"), ("ended", "end"), ("died", "die"), ("invaded", "invade"),
    ("declared", "declare"), ("attacked", "attack"), ("captured", "capture"), ("landed", "land"),
    ("surrendered", "surrender"), ("occupied", "occupy"), ("founded", "found"), ("crossed", "cross"),
    ("launched", "launch"), ("became", "become"), ("started", "start"), ("resigned", "resign"),
    ("broke", "break"), ("entered", "enter"), ("joined", "join"), ("left", "leave"), ("fell", "fall"),
    ("killed", "kill"), ("arrived", "arrive"), ("assassinated", "assassinate"),
    ("established", "establish"), ("annexed", "annex"), ("appointed", "appoint"),
    ("announced", "announce"), ("withdrew", "withdraw"), ("bombed", "bomb"), ("seized", "seize"),
    ("sank", "sink"), ("ratified", "ratify"), ("abdicated", "abdicate"), ("overthrew", "overthrow"),
    ("elected", "elect"), ("arrested", "arrest"), ("executed", "execute"), ("published", "publish"),
    ("formed", "form"), ("opened", "open"), ("released", "release"), ("transferred", "transfer"),
    ("rejected", "reject"), ("proclaimed", "proclaim"),
];

#[expect(clippy::expect_used, reason = "the patterns are in this file")]
static CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    let pasts = VERBS.map(|(past, _)| past).join("|");
    let word = r"[\w'’.-]+";
    let pattern = format!(
        r"^(?P<subject>(?:{word} ){{0,7}}?{word}) (?P<aux>(?:was|were) (?:\w+ly )?)?(?P<verb>{pasts}|born)\b(?P<rest>[^,;:.()]*)"
    );
    Regex::new(&pattern).expect("the pattern is one")
});

#[expect(clippy::expect_used, reason = "the patterns are in this file")]
static END: LazyLock<Regex> = LazyLock::new(|| {
    let words = "when|after|while|as|which|who|that|and|but|by|with|from|to|in|at|on|for|during|before|through|against|under|over|into";
    Regex::new(&format!(r"(?:^| )(?:{words})(?: |$)")).expect("the pattern is one")
});

#[expect(clippy::expect_used, reason = "the patterns are in this file")]
static PLACE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"^(?:in|at|on|to|from|into) (?:the )?[A-Z]").expect("the pattern is one")
});

/// Words that are no part of a name, or make it one that only its place explains.
const VAGUE: [&str; 24] = [
    "he", "she", "it", "they", "his", "her", "its", "their", "this", "these", "that", "who",
    "which", "had", "has", "have", "not", "would", "both", "all", "after", "while", "when", "and",
];

/// What a sentence tells, where a plain pattern shows it.
pub(super) fn read(fact: &Fact) -> Option<Told<'_>> {
    let date = fact.dates.first()?;
    let bullet = fact.text.len() - fact.text.trim_start_matches(['-', '*', ' ', '"']).len();
    let (text, shift) = (&fact.text[bullet..], |range: &Range<usize>| {
        range.start.saturating_sub(bullet)..range.end.saturating_sub(bullet)
    });
    let (date_range, year_range) = (shift(&date.range), shift(&date.year_range));
    let before = text[..date_range.start].trim_end();
    let lead = before.strip_suffix("in").or_else(|| before.strip_suffix("on"));
    let clause = match before {
        "In" | "On" => text[date_range.end..].trim_start_matches([',', ' ']),
        _ => lead.filter(|lead| lead.ends_with(' '))?.trim_end(),
    };
    let found = CLAUSE.captures(clause)?;
    // Where the date comes last, it is that of the last verb, and of no other date.
    let single = matches!(before, "In" | "On")
        || (fact.dates.len() == 1
            && found.get(0)?.end() == clause.len()
            && !has_verb(&found["rest"]));
    let group = |name: &str| found.name(name).map_or("", |it| it.as_str());
    let (subject, past) = (group("subject"), group("verb"));
    let base = VERBS.iter().find(|(known, _)| *known == past).map_or("", |(_, base)| base);
    let passive = !group("aux").is_empty();
    let rest = group("rest").trim();
    let end = |from: usize| END.find_at(rest, from).map_or(rest.len(), |end| end.start());
    // `withdrew from Baghdad`
    let place = PLACE.find(rest).map_or(0, |place| place.end());
    let object = rest[..end(place)].trim();
    let told = Told { text, date, date_range, year_range, subject, passive, past, base, object };
    (single && !rest.starts_with("and ") && told.is_clear()).then_some(told)
}

fn has_verb(text: &str) -> bool {
    let is_verb =
        |word: &str| matches!(word, "was" | "were") || word.len() > 4 && word.ends_with("ed");
    text.split(' ').any(|word| is_verb(word) || VERBS.iter().any(|(past, _)| *past == word))
}

impl Told<'_> {
    fn is_clear(&self) -> bool {
        let mut words = self.subject.split(' ').chain(self.object.split(' '));
        let vague = words.any(|word| VAGUE.contains(&&*word.to_lowercase()));
        let article = |word: &&str| !matches!(*word, "The" | "A" | "An");
        let name = self.subject.split(' ').chain(self.object.split(' ')).filter(article);
        let named = name.filter(|word| word.starts_with(char::is_uppercase)).count() > 0;
        let verb_fits = self.passive || !self.base.is_empty();
        let bare = |word: &str| word.starts_with(char::is_lowercase) && has_verb(word);
        let vague = vague || self.subject.split(' ').any(bare);
        let short = self.object.split(' ').count() <= 7;
        !vague && named && verb_fits && short
    }

    /// The subject as it stands within a sentence.
    fn who(&self) -> String {
        let article = ["The ", "A ", "An "].iter().find(|it| self.subject.starts_with(**it));
        match article {
            Some(_) => self.subject[..1].to_lowercase() + &self.subject[1..],
            None => self.subject.to_owned(),
        }
    }

    fn object_after_space(&self) -> String {
        if self.object.is_empty() { String::new() } else { format!(" {}", self.object) }
    }

    /// `did Germany invade Poland`, `was the treaty signed`
    pub(super) fn inverted(&self) -> String {
        let (who, object) = (self.who(), self.object_after_space());
        if self.passive {
            let was = if self.subject.ends_with('s') { "were" } else { "was" };
            format!("{was} {who} {}{object}", self.past)
        } else {
            format!("did {who} {}{object}", self.base)
        }
    }

    /// `the treaty was signed`, in the order of a statement.
    pub(super) fn clause(&self) -> String {
        let was = match (self.passive, self.subject.ends_with('s')) {
            (false, _) => "",
            (true, true) => "were ",
            (true, false) => "was ",
        };
        format!("{} {was}{}{}", self.who(), self.past, self.object_after_space())
    }

    /// The same with its date, the year another.
    pub(super) fn dated(&self, year: i32) -> String {
        let preposition = if self.date.day.is_some() { "on" } else { "in" };
        let (start, end) = (self.year_range.start, self.year_range.end);
        let before = &self.text[self.date_range.start..start];
        let after = &self.text[end..self.date_range.end];
        format!("{} {preposition} {before}{year}{after}", self.clause())
    }

    /// A question that the sentence answers, and that names no date.
    pub(super) fn question(&self) -> String {
        if self.passive {
            format!("What happened to {}?", self.who())
        } else {
            format!("What did {} do?", self.who())
        }
    }

    /// Questions that the sentence answers, on what happened at a time (`in 1935`).
    pub(super) fn asked_in(&self, time: &str, number: usize) -> String {
        let who = self.who();
        match (number % 4, self.passive, self.object) {
            (0, ..) => format!("What happened {time}?"),
            (1, false, object) if !object.is_empty() => {
                format!("Who {} {object} {time}?", self.past)
            }
            (2, false, object) if !object.is_empty() => {
                format!("What did {who} {} {time}?", self.base)
            }
            (_, false, _) => {
                format!("{}{}, what did {who} do?", time[..1].to_uppercase(), &time[1..])
            }
            (_, true, _) => format!("What happened to {who} {time}?"),
        }
    }

    /// The sentence with another year.
    pub(super) fn with_year(&self, year: i32) -> String {
        let (text, range) = (self.text, &self.year_range);
        format!("{}{year}{}", &text[..range.start], &text[range.end..])
    }
}

#[cfg(test)]
mod tests {
    use super::super::written;
    use super::*;

    fn inverted(text: &str) -> Option<String> {
        let dates = written::read(text);
        let fact = Fact { card: 0, line: 0, text: text.to_owned(), dates };
        read(&fact).map(|told| told.inverted())
    }

    #[test]
    fn sentences_become_questions() {
        let is = |text: &str, question: &str| assert_eq!(inverted(text).as_deref(), Some(question));
        is(
            "On September 3, 1954, the First Strait crisis began when it rained.",
            "did the First Strait crisis begin",
        );
        is("The Treaty of Rapallo was signed in 1922.", "was the Treaty of Rapallo signed");
        is("- Germany invaded Poland in September 1939 at last.", "did Germany invade Poland");
        assert_eq!(inverted("He invaded Poland in 1939."), None);
        assert_eq!(inverted("Germany invaded Poland before 1939."), None);
    }
}
