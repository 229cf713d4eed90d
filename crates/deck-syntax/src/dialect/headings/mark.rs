//! The marks of a single line.

/// Whether the line parts a question of several lines from its answer: `%` and nothing else.
pub fn is_separator(line: &str) -> bool {
    line == "%"
}

/// Whether the line is one of tags, as `[#algebra](./algebra.md) [#proofs]()`.
pub fn is_tag_line(line: &str) -> bool {
    line.starts_with("[#") && tags(line).next().is_some()
}

/// The tags of a line: where each stands, brackets and link included, and where its name does.
pub(super) fn tags(
    line: &str,
) -> impl Iterator<Item = (std::ops::Range<usize>, std::ops::Range<usize>)> {
    let mut at = 0;
    line.split(' ').filter_map(move |word| {
        let start = at;
        at += word.len() + 1;
        let word = word.trim_end();
        let end = word.rfind(']').filter(|&end| word.starts_with("[#") && end > 2)?;
        Some((start..start + word.len(), start + 2..start + end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tag_lines() {
        let names =
            |line: &'static str| tags(line).map(|(_, name)| &line[name]).collect::<Vec<_>>();
        assert_eq!(names("[#algebra](./algebra.md) [#proofs]()"), ["algebra", "proofs"]);
        assert_eq!(names("[#a] and [#b]()"), ["a", "b"]);
        assert!(is_tag_line("[#a]"));
        for text in ["[# a]", "[#]()", " [#a]()", "[a](#a)", "#a", ""] {
            assert!(!is_tag_line(text), "{text}");
        }
    }

    #[test]
    fn separators() {
        assert!(is_separator("%"));
        assert!(!is_separator("%%") && !is_separator(" %") && !is_separator("% "));
    }
}
