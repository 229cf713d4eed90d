//! Attribute lines: `@key value`.

use super::Parser;
use crate::deck::{Attribute, AttributeKey, LineKind};
use crate::error::SyntaxErrorKind;
use crate::text::RawLine;

impl Parser<'_> {
    /// Reads an attribute line. The line below it is the first of a block.
    pub(super) fn attribute(&mut self, line: RawLine, key: AttributeKey) -> Attribute {
        self.mark_line(line, LineKind::Attribute);
        let start = self.column_0(line);
        let value_start = (start + 1 + key.name().len()).min(line.end);
        let attribute = Attribute {
            key,
            range: self.trimmed(start, line.end),
            value: self.trimmed(value_start, line.end),
        };
        if attribute.value.is_empty() != (key == AttributeKey::Reverse) {
            self.error(SyntaxErrorKind::AttributeValue, start, line.end);
        }
        attribute
    }
}
