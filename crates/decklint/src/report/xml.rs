//! What the XML formats share.
//!
//! They are written with quick-xml, which escapes. Characters that no XML document may hold are
//! left out here, since it writes them as they are.

use std::io::{self, Write};

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, Event};

use super::source::printable;

/// Writes a document: what `content` writes, indented.
pub(super) fn document<'o>(
    out: &'o mut dyn Write,
    content: impl FnOnce(&mut Writer<&'o mut dyn Write>) -> io::Result<()>,
) -> io::Result<()> {
    let mut writer = Writer::new_with_indent(out, b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    content(&mut writer)?;
    writeln!(writer.get_mut())
}

/// A text as XML can hold it: without control characters and without what is no character.
pub(super) fn text(text: &str) -> String {
    printable(text).replace(['\u{FFFE}', '\u{FFFF}'], "?")
}

#[cfg(test)]
mod tests {
    use quick_xml::events::BytesText;

    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let said = "\"<b>\" & \u{1}\u{FFFE}'é' ]]>";
        let mut written = Vec::new();
        document(&mut written, |xml| {
            let element = xml.create_element("a").with_attribute(("b", text(said).as_str()));
            element.write_text_content(BytesText::new(&text(said))).map(drop)
        })
        .unwrap();
        let written = String::from_utf8(written).unwrap();
        let mut reader = quick_xml::Reader::from_str(&written);
        let start = std::iter::from_fn(|| reader.read_event().ok()).find_map(|event| match event {
            Event::Start(element) => Some(element),
            _ => None,
        });
        let element = start.unwrap();
        let attribute = element.attributes().next().unwrap().unwrap();
        let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0).unwrap();
        let content = reader.read_text(element.name()).unwrap().into_inner();
        let wanted = "\"<b>\" & ??'é' ]]>";
        assert_eq!(value, wanted);
        assert_eq!(quick_xml::escape::unescape(&content).unwrap(), wanted);
    }
}
