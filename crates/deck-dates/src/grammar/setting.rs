//! Where an expression stands in its sentence.

use super::{Parser, Setting};

impl Parser<'_> {
    /// Where what starts at a byte offset stands.
    pub(super) fn setting(&self, start: u32) -> Setting {
        if self.in_brackets(start) {
            Setting::Aside
        } else if self.opens(start) {
            Setting::Opening
        } else {
            Setting::Within
        }
    }

    /// Whether a bracket was opened shortly before a byte offset and not closed.
    fn in_brackets(&self, start: u32) -> bool {
        let near = self.text.as_bytes().get(..start as usize).unwrap_or(&[]);
        let mark = near
            .iter()
            .rev()
            .take(40)
            .find(|byte| matches!(byte, b'(' | b')' | b'[' | b']' | b'\n'));
        matches!(mark, Some(b'(' | b'['))
    }

    fn opens(&self, start: u32) -> bool {
        let before = self.before(start).trim_end_matches([' ', '\u{a0}']);
        let letters = before.bytes().rev().take(10).take_while(u8::is_ascii_alphabetic).count();
        let before = &before[..before.len() - letters];
        let before = before.trim_end_matches([' ', '#', '*', '-']);
        before.is_empty() || before.ends_with(['.', '\n', '!', '?', ':', '"', '”', ';'])
    }
}
