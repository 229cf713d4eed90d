//! Numbers and names in sentences.

/// `1 line`, `3 lines`.
pub fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// How many lines stand in `text`, and how many of them would ask something: what an unclosed mark
/// swallows, in words. `None` if nothing does.
pub(crate) fn swallowed(text: &str) -> Option<String> {
    let lines = || deck_syntax::lines(text).map(|line| line.of(text));
    let written = lines().filter(|line| !deck_syntax::native::is_blank(line)).count();
    let asks = |line: &&str| {
        let label = deck_syntax::native::label(line);
        deck_syntax::native::is_question(line)
            || label.is_some_and(|(label, _)| label == deck_syntax::native::Label::Question)
    };
    let questions = lines().filter(asks).count();
    match (written, questions) {
        (0, _) => None,
        (_, 0) => Some(count(written, "line")),
        _ => Some(format!("{} with {}", count(written, "line"), count(questions, "question"))),
    }
}
