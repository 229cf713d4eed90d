//! Places of decks, as SARIF says them.

use deck_lint::FileId;
use deck_syntax::{TextRange, TextSize};

use super::model::{Artifact, Location, PhysicalLocation, Region};
use crate::report::view::View;

/// The root to which URIs are relative.
pub(super) const ROOT: &str = "%SRCROOT%";

/// Says places.
pub(super) struct Places<'v> {
    view: &'v View<'v>,
}

impl<'v> Places<'v> {
    pub(super) fn new(view: &'v View<'v>) -> Self {
        Self { view }
    }

    /// Where a deck is.
    pub(super) fn artifact(&self, file: FileId) -> Artifact {
        artifact(self.view.uri(file))
    }

    /// A place in a deck.
    pub(super) fn location(&self, file: FileId, range: TextRange) -> Location {
        let region = Some(self.region(file, range));
        let physical_location = PhysicalLocation { artifact_location: self.artifact(file), region };
        Location { id: None, physical_location, message: None }
    }

    /// A range of bytes.
    pub(super) fn region(&self, file: FileId, range: TextRange) -> Region {
        let place = self.view.place(file, range);
        let (start, end) =
            (self.characters(file, range.start()), self.characters(file, range.end()));
        Region {
            start_line: place.line,
            start_column: place.column,
            end_line: place.end_line,
            end_column: place.end_column,
            char_offset: start,
            char_length: end - start,
            byte_offset: range.start().into(),
            byte_length: range.len().into(),
        }
    }

    /// How many characters stand before a byte; a byte order mark is none of them.
    fn characters(&self, file: FileId, at: TextSize) -> usize {
        let file = self.view.workspace.file(file);
        let has_mark = at > TextSize::new(0) && file.text.starts_with('\u{FEFF}');
        file.length_before(at).characters - usize::from(has_mark)
    }
}

/// What a URI names: below the root, or elsewhere.
pub(super) fn artifact(uri: String) -> Artifact {
    let elsewhere = uri.starts_with("file:");
    Artifact { uri, uri_base_id: (!elsewhere).then_some(ROOT) }
}

#[cfg(test)]
mod tests {
    use deck_lint::{Report, Workspace};

    use super::*;
    use crate::report::names::Base;

    fn check(text: &str, place: &str, wanted: (usize, usize, usize)) {
        let workspace = Workspace::of_texts([("a.deck".into(), text.as_bytes().to_vec())]);
        let found = Report::default();
        let view = View::new(&workspace, &found, Base::Here);
        let start = u32::try_from(text.find(place).unwrap()).unwrap();
        let range = TextRange::at(TextSize::new(start), TextSize::of(place));
        let region = Places::new(&view).region(FileId(0), range);
        let said = (region.start_line, region.start_column, region.char_offset);
        assert_eq!(said, wanted, "{text:?}");
        let (start, length) = (region.byte_offset, region.byte_length);
        assert_eq!(&text[start..start + length], place);
        let text = text.trim_start_matches('\u{FEFF}');
        let chars: String =
            text.chars().skip(region.char_offset).take(region.char_length).collect();
        assert_eq!(chars, place);
    }

    #[test]
    fn characters_are_counted_and_bytes_are_bytes() {
        check("é𝄞 x", "x", (1, 4, 3));
        check("é𝄞\r\nö x", "x", (2, 3, 6));
        check("a\rö x", "x", (2, 3, 4));
        check("\u{FEFF}é x", "x", (1, 3, 2));
        check("\u{FEFF}é\nö", "ö", (2, 1, 2));
        check(&format!("a{}\nx", "é".repeat(8192)), "x", (2, 1, 8194));
    }
}
