//! Labels: `Q:`, `A:`, `C:` and their longer forms.

/// What a label announces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// `Q:`, `Question:`
    Question,
    /// `A:`, `Answer:`
    Answer,
    /// `C:`, `Cloze:`
    Cloze,
}

/// The label at the start of `line` and how many bytes it takes, the space after it included.
///
/// One letter is a capital; words have any case. A number may follow (`Q12:`), the label may be
/// bold (`**Q:**`), and the colon may be full-width, which needs no space after it.
pub fn label(line: &str) -> Option<(Label, usize)> {
    let emphasis = match line.as_bytes() {
        [b'Q' | b'A' | b'C' | b'q' | b'a' | b'c', ..] => "",
        [b'*', b'*', ..] | [b'_', b'_', ..] => &line[..2],
        _ => return None,
    };
    let (label, rest) = word(&line[emphasis.len()..])?;
    let rest = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    // Both `**Q:** …` and `**Q**: …` are written.
    let (closed, rest) = strip(rest, emphasis);
    let (wide, rest) = match rest.strip_prefix(':') {
        Some(rest) => (false, rest),
        None => (true, rest.strip_prefix('：')?),
    };
    let rest = if closed { rest } else { rest.strip_prefix(emphasis)? };
    let spaces = rest.bytes().take_while(|b| matches!(b, b' ' | b'\t')).count();
    (wide || spaces > 0 || rest.is_empty()).then_some((label, line.len() - rest.len() + spaces))
}

fn strip<'l>(rest: &'l str, emphasis: &str) -> (bool, &'l str) {
    match rest.strip_prefix(emphasis) {
        Some(rest) => (true, rest),
        None => (false, rest),
    }
}

fn word(rest: &str) -> Option<(Label, &str)> {
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, after) = rest.split_at(letters);
    let label = match word {
        "Q" => Label::Question,
        "A" => Label::Answer,
        "C" => Label::Cloze,
        _ if !(5..=8).contains(&letters) => return None,
        _ if word.eq_ignore_ascii_case("question") => Label::Question,
        _ if word.eq_ignore_ascii_case("answer") => Label::Answer,
        _ if word.eq_ignore_ascii_case("cloze") => Label::Cloze,
        _ => return None,
    };
    let numbered = letters > 1 && after.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    Some((label, if numbered { after.trim_start_matches(' ') } else { after }))
}

/// Whether `line` is the choice `letter`: that capital, a colon, and a space or the line's end.
pub(super) fn is_choice(line: &str, letter: u8) -> bool {
    let Some(rest) = line.as_bytes().strip_prefix(&[letter]) else { return false };
    match rest {
        [b':'] | [b':', b' ' | b'\t', ..] => true,
        _ => rest.starts_with("：".as_bytes()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read_in_all_their_forms() {
        for (line, length) in [
            ("Q: x", 3),
            ("Q:", 2),
            ("Q12: x", 5),
            ("**Q:** x", 7),
            ("**Q**: x", 7),
            ("Question: x", 10),
            ("question 3: x", 12),
            ("Q：中", 4),
        ] {
            assert_eq!(label(line), Some((Label::Question, length)), "{line}");
        }
    }

    #[test]
    fn what_is_no_label() {
        for line in ["q: x", "Q:x", "QA: x", "C:\\Windows", "*Q: x", "**Q: x", "Questions: x", "Q"]
        {
            assert_eq!(label(line), None, "{line}");
        }
    }
}
