//! Lists in answers.

use deck_syntax::native;
use memchr::memchr;

/// How many points the longest list of an answer has; lists inside of points do not count, nor does
/// code. A list ends where a heading, or words that belong to none of its points, stand before the
/// next: an answer in three groups of three points is no list of nine.
pub fn points(answer: &str) -> usize {
    // Most answers are one line, and no list.
    if memchr(b'\n', answer.as_bytes()).is_none() && memchr(b'\r', answer.as_bytes()).is_none() {
        return usize::from(is_point(answer));
    }
    let mut lists = Lists::default();
    answer.lines().for_each(|line| lists.read(line));
    lists.longest.max(lists.points)
}

fn is_point(content: &str) -> bool {
    native::bullet(content).or_else(|| native::number(content)).is_some()
}

/// What was read of the lists of an answer.
#[derive(Debug, Default)]
struct Lists {
    /// How many points the list has that was read last.
    points: usize,
    /// The most that one of those before it has.
    longest: usize,
    /// How far its points are indented, in bytes.
    indent: usize,
    /// Whether words of no point stood behind it.
    apart: bool,
    after_blank: bool,
    in_code: bool,
}

impl Lists {
    fn read(&mut self, line: &str) {
        let content = line.trim_start();
        let indent = line.len() - content.len();
        let is_fence = content.starts_with("```") || content.starts_with("~~~");
        self.in_code ^= is_fence;
        if is_fence || self.in_code {
            return;
        }
        if is_point(content) {
            self.point(content, indent);
        } else if is_heading(content) {
            self.apart = true;
        } else if !content.is_empty() && indent <= self.indent {
            self.apart |= self.after_blank || groups(content);
        }
        self.after_blank = content.is_empty();
    }

    fn point(&mut self, content: &str, indent: usize) {
        if self.apart && begins(content) {
            self.longest = self.longest.max(self.points);
            self.points = 0;
        }
        if self.points == 0 || indent <= self.indent {
            self.points += 1;
            self.indent = indent;
            self.apart = false;
        }
    }
}

fn is_heading(content: &str) -> bool {
    content.starts_with('#') && content.trim_start_matches('#').starts_with(' ')
}

/// Whether a line says what the points below it are: `On land:`, `**At sea:**`.
fn groups(content: &str) -> bool {
    content.trim_end_matches(['*', '_', ' ']).ends_with(':')
}

/// Whether a point can be the first of a list: a number other than 1 goes on counting.
fn begins(content: &str) -> bool {
    match native::number(content) {
        Some(length) => content[..length].trim_end_matches([' ', '\t', '.', ')']) == "1",
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_of_the_outermost_list_count() {
        assert_eq!(points("- a\n- b\n  - inside\n- c"), 3);
        assert_eq!(points("1. a\n2. b"), 2);
        assert_eq!(points("first\n  * a\n  * b"), 2);
        assert_eq!(points("no list"), 0);
    }

    #[test]
    fn groups_of_points_are_lists_of_their_own() {
        assert_eq!(points("On land:\n\n- a\n- b\n\nAt sea:\n\n- c\n- d\n- e"), 3);
        assert_eq!(points("On land:\n- a\n- b\n**At sea:**\n- c\n- d\n- e\n"), 3);
        assert_eq!(points("### On land\n- a\n- b\n- c\n  ### At sea\n- d\n"), 3);
        assert_eq!(points("1. a\n2. b\n3. c\n\nBesides\n\n1. d\n2. e"), 3);
    }

    #[test]
    fn what_belongs_to_a_point_ends_no_list() {
        assert_eq!(points("- a\n\n  because:\n\n- b\n\n- c\nand more\n- d"), 4);
        assert_eq!(points("1. a\n\nAs said before\n\n2. b\n3. c"), 3);
        assert_eq!(points("- a\n```\n- code\n```\n- b"), 2);
    }
}
