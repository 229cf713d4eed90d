//! Byte offsets and the protocol's positions.

use std::borrow::Cow;

use deck_lint::SourceFile;
use deck_syntax::{TextRange, TextSize};
use ropey::Rope;
use tower_lsp::ls_types::{Position, PositionEncodingKind, Range};

/// How the editor counts the characters of a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Encoding {
    /// In bytes of UTF-8.
    Utf8,
    /// In units of UTF-16, as all editors can.
    #[default]
    Utf16,
    /// In characters.
    Utf32,
}

impl Encoding {
    pub(crate) fn kind(self) -> PositionEncodingKind {
        match self {
            Self::Utf8 => PositionEncodingKind::UTF8,
            Self::Utf16 => PositionEncodingKind::UTF16,
            Self::Utf32 => PositionEncodingKind::UTF32,
        }
    }

    /// The offset in bytes of unit `units` of a line; one that lies inside a character is that
    /// character's start, one beyond the end is the end.
    fn bytes(self, line: &str, units: usize) -> usize {
        if self == Self::Utf8 {
            return line.floor_char_boundary(units);
        }
        let mut left = units;
        for (at, char) in line.char_indices() {
            let width = if self == Self::Utf16 { char.len_utf16() } else { 1 };
            if left < width {
                return at;
            }
            left -= width;
        }
        line.len()
    }
}

/// The lines of a text. They end at `\n`, `\r\n` or `\r` and nowhere else.
#[derive(Clone, Copy)]
pub(crate) enum Lines<'a> {
    /// Of a buffer of the editor.
    Buffer(&'a Rope),
    /// Of a file that is not open.
    File(&'a SourceFile),
}

impl<'a> Lines<'a> {
    fn len(self) -> usize {
        match self {
            Self::Buffer(rope) => rope.len_bytes(),
            Self::File(file) => file.text.len(),
        }
    }

    /// The line in which a byte lies, and where it starts.
    fn line_of(self, at: usize) -> (usize, usize) {
        match self {
            Self::Buffer(rope) => {
                let line = rope.byte_to_line(at.min(rope.len_bytes()));
                (line, rope.line_to_byte(line))
            }
            Self::File(file) => {
                let (line, start) = file.lines().line(size(at));
                (line, start.into())
            }
        }
    }

    /// Where a line starts.
    fn start(self, line: usize) -> Option<usize> {
        match self {
            Self::Buffer(rope) => (line < rope.len_lines()).then(|| rope.line_to_byte(line)),
            Self::File(file) => file.lines().start(line).map(usize::from),
        }
    }

    /// Where the content of a line ends that starts at a byte: before its ending.
    fn end(self, line: usize, start: usize) -> usize {
        match self {
            Self::Buffer(rope) => {
                let line = rope.line(line);
                let endings = line.bytes_at(line.len_bytes()).reversed();
                start + line.len_bytes() - endings.take_while(|it| b"\n\r".contains(it)).count()
            }
            Self::File(file) => {
                let next = self.start(line + 1).unwrap_or(file.text.len());
                start + file.text[start..next].trim_end_matches(['\n', '\r']).len()
            }
        }
    }

    /// The line that starts at a byte, without its ending.
    fn content(self, line: usize, start: usize) -> Cow<'a, str> {
        let end = self.end(line, start);
        match self {
            Self::Buffer(rope) => rope.byte_slice(start..end).into(),
            Self::File(file) => Cow::Borrowed(&file.text[start..end]),
        }
    }

    /// How many units stand before a byte; one inside a character is that character's start. Not
    /// counted from the start of its line, which may be very long.
    fn units_before(self, at: usize, encoding: Encoding) -> usize {
        if encoding == Encoding::Utf8 {
            return at;
        }
        match self {
            Self::Buffer(rope) => {
                let characters = rope.byte_to_char(at);
                let is_utf16 = encoding == Encoding::Utf16;
                if is_utf16 { rope.char_to_utf16_cu(characters) } else { characters }
            }
            Self::File(file) => {
                let before = file.length_before(size(file.text.floor_char_boundary(at)));
                if encoding == Encoding::Utf16 { before.utf16 } else { before.characters }
            }
        }
    }
}

/// Turns offsets of one text into positions and back.
#[derive(Clone, Copy)]
pub(crate) struct Positions<'a> {
    pub(crate) lines: Lines<'a>,
    pub(crate) encoding: Encoding,
}

impl Positions<'_> {
    /// The position of a byte; one beyond the end of its line is that end.
    pub(crate) fn position(&self, at: TextSize) -> Position {
        let at = usize::from(at).min(self.lines.len());
        let (line, start) = self.lines.line_of(at);
        // An editor that counts bytes may be told of one in the ending.
        let is_utf8 = self.encoding == Encoding::Utf8;
        let upto = if is_utf8 { at } else { at.min(self.lines.end(line, start)) };
        let units = |at| self.lines.units_before(at, self.encoding);
        let character = units(upto) - units(start);
        Position { line: line as u32, character: character as u32 }
    }

    /// The byte at a position; one beyond the end of a line, or of the text, is that end.
    pub(crate) fn offset(&self, position: Position) -> TextSize {
        let line = position.line as usize;
        let Some(start) = self.lines.start(line) else { return size(self.lines.len()) };
        let content = self.lines.content(line, start);
        size(start + self.encoding.bytes(&content, position.character as usize))
    }

    pub(crate) fn range(&self, range: TextRange) -> Range {
        Range { start: self.position(range.start()), end: self.position(range.end()) }
    }

    /// The bytes of a range; one whose end lies before its start is empty.
    pub(crate) fn text_range(&self, range: Range) -> TextRange {
        let start = self.offset(range.start);
        TextRange::new(start, self.offset(range.end).max(start))
    }
}

fn size(at: usize) -> TextSize {
    TextSize::new(u32::try_from(at).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use deck_lint::Workspace;

    use super::*;

    const TEXT: &str = "é😀x\r\n\u{2028}y\rz\n";

    fn position(encoding: Encoding, at: u32) -> (u32, u32) {
        let rope = Rope::from_str(TEXT);
        let found = Positions { lines: Lines::Buffer(&rope), encoding }.position(at.into());
        let workspace = Workspace::of_texts([("a.deck".into(), TEXT.as_bytes().to_vec())]);
        let (_, file) = workspace.files().next().unwrap();
        let in_file = Positions { lines: Lines::File(file), encoding }.position(at.into());
        assert_eq!(found, in_file, "the same in a buffer and in a file");
        (found.line, found.character)
    }

    fn offset(encoding: Encoding, line: u32, character: u32) -> u32 {
        let rope = Rope::from_str(TEXT);
        let positions = Positions { lines: Lines::Buffer(&rope), encoding };
        positions.offset(Position { line, character }).into()
    }

    #[test]
    fn characters_are_counted_as_the_editor_does() {
        assert_eq!(position(Encoding::Utf8, 6), (0, 6));
        assert_eq!(position(Encoding::Utf16, 6), (0, 3));
        assert_eq!(position(Encoding::Utf32, 6), (0, 2));
        assert_eq!(position(Encoding::Utf16, 4), (0, 1), "the middle of a character is its start");
        assert_eq!(position(Encoding::Utf16, 8), (0, 4), "an ending is the end of its line");
        assert_eq!(position(Encoding::Utf16, 14), (2, 0));
        assert_eq!(position(Encoding::Utf16, 99), (3, 0));
        assert_eq!(offset(Encoding::Utf16, 0, 3), 6);
        assert_eq!(offset(Encoding::Utf16, 0, 2), 2, "the middle of a character is its start");
        assert_eq!(offset(Encoding::Utf8, 0, 3), 2);
        assert_eq!(offset(Encoding::Utf16, 0, 99), 7, "a line ends before its ending");
        assert_eq!(offset(Encoding::Utf16, 99, 0), 16, "a text ends at its end");
    }
}
