//! Lists in answers.

use deck_syntax::native;
use memchr::memchr;

/// How many points of the outermost list an answer has.
pub fn points(answer: &str) -> usize {
    // Most answers are one line, and no list.
    if memchr(b'\n', answer.as_bytes()).is_none() && memchr(b'\r', answer.as_bytes()).is_none() {
        return usize::from(native::bullet(answer).or_else(|| native::number(answer)).is_some());
    }
    let mut least = None;
    let mut points = 0;
    for line in answer.lines() {
        let content = line.trim_start();
        let is_point = native::bullet(content).or_else(|| native::number(content)).is_some();
        let indent = line.len() - content.len();
        if !is_point || least.is_some_and(|least| indent > least) {
            continue;
        }
        points += 1;
        least = Some(indent);
    }
    points
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
}
