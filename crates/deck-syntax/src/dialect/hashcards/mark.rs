//! The marks of a single line.

/// What a line announces by how it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// `Q:`
    Question,
    /// `A:`
    Answer,
    /// `T:`
    Term,
    /// `D:`
    Definition,
    /// `C:`
    Cloze,
    /// `---` alone on its line; spaces before it do not hide it.
    Separator,
}

impl Mark {
    /// How long a label is: its letter and its colon.
    pub const LABEL: usize = 2;
}

/// The mark of a line. A label stands at column 0 and needs no space behind it.
pub fn mark(line: &str) -> Option<Mark> {
    match line.as_bytes() {
        [b'Q', b':', ..] => Some(Mark::Question),
        [b'A', b':', ..] => Some(Mark::Answer),
        [b'T', b':', ..] => Some(Mark::Term),
        [b'D', b':', ..] => Some(Mark::Definition),
        [b'C', b':', ..] => Some(Mark::Cloze),
        [b'-' | b' ' | b'\t', ..] if line.trim() == "---" => Some(Mark::Separator),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks() {
        assert_eq!(mark("Q:What?"), Some(Mark::Question));
        assert_eq!(mark("D: x"), Some(Mark::Definition));
        assert_eq!(mark(" --- "), Some(Mark::Separator));
        for text in [" Q: x", "q: x", "Q : x", "----", "--- x", "B: x", "", "**Q:** x"] {
            assert_eq!(mark(text), None, "{text}");
        }
    }
}
