//! Cards made of prose in which people marked the dates: a sentence is an answer.

use std::ops::Range;

use super::super::dates::gold;
use super::cards::{Card, Document, Fact};
use super::written;

/// The sentences of a marked text that have a date with a year, as cards.
pub(super) fn document(gold: &gold::Document) -> Document {
    let bytes: Vec<usize> =
        gold.text.char_indices().map(|(at, _)| at).chain([gold.text.len()]).collect();
    let at = |chars: usize| bytes.get(chars).copied().unwrap_or(gold.text.len());
    let marks: Vec<(Range<usize>, &str)> =
        gold.spans.iter().map(|span| (at(span.start)..at(span.end), &*span.value)).collect();
    let mut document = Document { name: gold.name.clone(), cards: Vec::new(), facts: Vec::new() };
    for range in sentences(&gold.text, &marks) {
        let text = &gold.text[range.clone()];
        let inside =
            marks.iter().filter(|(mark, _)| range.start <= mark.start && mark.end <= range.end);
        let dates: Vec<_> = inside
            .filter_map(|(mark, value)| {
                let mut date = written::read(&gold.text[mark.clone()]).pop()?;
                let agrees = value.starts_with(&date.year.to_string());
                let by = mark.start - range.start;
                let shift = |range: &mut Range<usize>| *range = range.start + by..range.end + by;
                shift(&mut date.range);
                shift(&mut date.year_range);
                if let Some((_, day)) = &mut date.day {
                    shift(day);
                }
                agrees.then_some(date)
            })
            .collect();
        if dates.is_empty() {
            continue;
        }
        let question = format!("What does the article say of {}?", name(text).unwrap_or("the war"));
        let card = document.cards.len();
        document.cards.push(Card { question, lines: vec![text.to_owned()] });
        document.facts.push(Fact { card, line: 0, text: text.to_owned(), dates });
    }
    document
}

/// The sentences of 5 to 50 words, none cut inside a mark.
fn sentences(text: &str, marks: &[(Range<usize>, &str)]) -> Vec<Range<usize>> {
    let inside = |at: usize| marks.iter().any(|(mark, _)| mark.start < at && at < mark.end);
    let mut cuts = vec![0];
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if (c == '\n' || c == '.' && ends_sentence(text, at)) && !inside(end) {
            cuts.push(end);
        }
    }
    cuts.push(text.len());
    let ranges = cuts.windows(2).map(|cut| {
        let piece = &text[cut[0]..cut[1]];
        let start = cut[0] + (piece.len() - piece.trim_start().len());
        start..start + piece.trim().len()
    });
    ranges
        .filter(|range| {
            let piece = &text[range.clone()];
            (5..=50).contains(&piece.split_whitespace().count()) && !piece.ends_with('?')
        })
        .collect()
}

/// Whether the full stop at `at` is one: behind a word that is no abbreviation, before a capital.
fn ends_sentence(text: &str, at: usize) -> bool {
    let word = text[..at].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let long = word.len() >= 4 || word.bytes().all(|byte| byte.is_ascii_lowercase());
    let after = text[at + 1..].trim_start_matches([' ', '"', '”']);
    long && !word.is_empty()
        && after.len() < text.len() - at - 1
        && after.starts_with(char::is_uppercase)
}

/// The first words with a capital that do not begin the sentence: most likely a name.
pub(super) fn name(sentence: &str) -> Option<&str> {
    let months = deck_dates::calendar::MONTHS;
    let mut words = sentence.split_whitespace().skip(1);
    words.by_ref().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric())).find(|word| {
        let is_name = word.starts_with(char::is_uppercase) && word.len() > 3;
        is_name && !months.contains(word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_with_marked_dates_become_cards() {
        let line = r#"{"doc": "x", "text": "In July 1936 Gen. Franco rose in Morocco. He said, é, that Madrid fell in 1939 at last. Then no date here at all.", "spans": [{"start": 3, "end": 12, "value": "1936-07"}, {"start": 74, "end": 78, "value": "1939"}]}"#;
        let gold = gold::read(line).unwrap();
        let document = document(&gold[0]);
        let facts: Vec<_> = document
            .facts
            .iter()
            .map(|fact| (&fact.text[fact.dates[0].range.clone()], fact.dates[0].year))
            .collect();
        assert_eq!(facts, [("July 1936", 1936), ("1939", 1939)]);
        assert_eq!(document.cards[0].question, "What does the article say of Franco?");
    }
}
