//! Findings in words, for formats that have one text for all there is to say.

use deck_lint::{Diagnostic, Level, count};

use super::source::printable;
use super::view::View;

/// A text on one line, without anything that a terminal or a log would obey.
pub(super) fn one_line(text: &str) -> String {
    printable(text).replace(['\n', '\r', '\t'], " ")
}

/// What is wrong on one line, with the number of places that are not named.
pub(super) fn with_more(diagnostic: &Diagnostic) -> String {
    let message = one_line(&diagnostic.message);
    match diagnostic.more {
        // What stands for many says for how many.
        0 => message,
        _ if diagnostic.count > 1 => message,
        more => format!("{message} (and {})", count(more, "more place")),
    }
}

/// What is wrong, what to do, and which other places have to do with it: a line each.
pub(super) fn all_of(view: &View<'_>, diagnostic: &Diagnostic) -> String {
    let mut lines = vec![one_line(&diagnostic.message)];
    if !diagnostic.help.is_empty() {
        lines.push(one_line(&diagnostic.help));
    }
    lines.extend(also(view, diagnostic));
    lines.join("\n")
}

/// The other places that have to do with a finding: `see also line 4, rome.deck:12 and 3 more
/// places`. `None` if there are none.
pub(super) fn also(view: &View<'_>, diagnostic: &Diagnostic) -> Option<String> {
    let mut places: Vec<String> = Vec::new();
    for label in &diagnostic.labels {
        let line = view.place(label.file, label.range).line;
        let place = if label.file == diagnostic.file {
            format!("line {line}")
        } else {
            format!("{}:{line}", one_line(&view.path(label.file)))
        };
        if !places.contains(&place) {
            places.push(place);
        }
    }
    if places.is_empty() {
        return None;
    }
    let places = places.join(", ");
    let more = match diagnostic.more {
        0 => String::new(),
        more => format!(" and {}", count(more, "more place")),
    };
    Some(format!("see also {places}{more}"))
}

/// A message in parts, with whether each is code: what stands between backticks. Where they do not
/// come in pairs, none of it is.
pub(super) fn parts(message: &str) -> impl Iterator<Item = (bool, &str)> {
    let paired = message.matches('`').count().is_multiple_of(2);
    let split = paired.then(|| message.split('`'));
    let whole = (!paired).then_some(message);
    let parts = split.into_iter().flatten().chain(whole).enumerate();
    parts.map(|(index, part)| (index % 2 == 1, part)).filter(|(_, part)| !part.is_empty())
}

/// How many there are of each level, the gravest first: `2 errors, 1 hint`.
pub(super) fn by_level(diagnostics: &[Diagnostic]) -> String {
    let counts = [Level::Error, Level::Warning, Level::Hint].into_iter().filter_map(|level| {
        let of_level = diagnostics.iter().filter(|diagnostic| diagnostic.level == level);
        let number: usize = of_level.map(|diagnostic| diagnostic.count).sum();
        (number > 0).then(|| count(number, level.name()))
    });
    counts.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_stands_between_backticks() {
        let of = |text| parts(text).collect::<Vec<_>>();
        assert_eq!(of("no `::` here"), [(false, "no "), (true, "::"), (false, " here")]);
        assert_eq!(of("`q:`"), [(true, "q:")]);
        assert_eq!(of("one ` alone"), [(false, "one ` alone")]);
    }

    #[test]
    fn nothing_leaves_its_line_or_moves_a_cursor() {
        assert_eq!(one_line("a\r\nb\u{1b}[2J\u{202E}c"), "a  b?[2J???c");
    }
}
