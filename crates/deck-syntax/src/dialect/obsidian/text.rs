//! A side of a card while its lines are being read.

/// What of the text a side covers so far.
#[derive(Default)]
pub(super) struct Text {
    span: Option<(usize, usize)>,
    /// Where its first line's words start, behind a bullet or number.
    words: usize,
    /// How many lines it has.
    pub(super) lines: usize,
}

impl Text {
    /// Takes in a line: its words, and where they start behind a bullet.
    pub(super) fn add(&mut self, (start, end): (usize, usize), words: usize) {
        if start < end {
            let first = self.span.map_or(start, |(first, _)| first);
            if self.lines == 0 {
                self.words = words;
            }
            self.span = Some((first, end));
            self.lines += 1;
        }
    }

    /// Where it starts and ends. The bullet before a single line is no part of it.
    pub(super) fn words(&self) -> Option<(usize, usize)> {
        let (start, end) = self.span?;
        Some((if self.lines == 1 { self.words.clamp(start, end) } else { start }, end))
    }
}
