//! What a question asks about time.

use deck_dates::Unit;

use crate::dated::lower_words;

/// What the first words of a question ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Asked {
    /// `When did …?`, `When was …?`: any time that tells when something once happened.
    When,
    /// `In which year …?`, `On what day …?`: a time of that unit.
    Unit(Unit),
}

/// The first words of questions that ask for a time.
const STARTS: [&str; 6] = ["when", "in", "on", "during", "which", "what"];

/// The time that a question asks for, in English.
pub(crate) fn asked(question: &str) -> Option<Asked> {
    // Nearly all questions are done with here.
    let first = question.split_ascii_whitespace().next()?;
    if !STARTS.iter().any(|start| first.eq_ignore_ascii_case(start)) {
        return None;
    }
    let words: Vec<String> = lower_words(question).take(5).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        // `In which year of his reign …?`; but `In which month of 1938 …?`
        [_, _, _, "of", of, ..] if !of.starts_with(|c: char| c.is_ascii_digit()) => None,
        ["when", "did" | "was" | "were", ..] => Some(Asked::When),
        ["in" | "on" | "during", "which" | "what", unit, ..] => {
            Some(Asked::Unit(self::unit(unit)?))
        }
        ["which" | "what", unit @ ("year" | "date"), "did" | "was" | "were", ..] => {
            Some(Asked::Unit(self::unit(unit)?))
        }
        _ => None,
    }
}

fn unit(word: &str) -> Option<Unit> {
    match word {
        "date" | "day" => Some(Unit::Day),
        "month" => Some(Unit::Month),
        "year" => Some(Unit::Year),
        "decade" => Some(Unit::Decade),
        "century" => Some(Unit::Century),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_for_a_time() {
        assert_eq!(asked("When was Rome founded?"), Some(Asked::When));
        assert_eq!(asked("In which year did it end?"), Some(Asked::Unit(Unit::Year)));
        assert_eq!(asked("On what date was it signed?"), Some(Asked::Unit(Unit::Day)));
        assert_eq!(asked("When is a number even?"), None);
        assert_eq!(asked("In which country was it?"), None);
    }
}
