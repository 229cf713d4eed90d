//! The texts that people marked.

use serde_json::Value;

use crate::Result;

/// A text with the dates that people marked in it.
#[derive(Debug)]
pub(in crate::quality) struct Document {
    pub(in crate::quality) name: String,
    /// The day on which the text was written, as `2009-12-19`; may be empty.
    pub(in crate::quality) reference: String,
    pub(in crate::quality) text: String,
    pub(in crate::quality) spans: Vec<Marked>,
}

/// A date that someone marked.
#[derive(Debug)]
pub(in crate::quality) struct Marked {
    /// Code points before it.
    pub(in crate::quality) start: usize,
    /// Code points up to its end.
    pub(in crate::quality) end: usize,
    pub(in crate::quality) text: String,
    pub(in crate::quality) kind: String,
    pub(in crate::quality) value: String,
    pub(in crate::quality) is_set: bool,
}

/// The documents of a gold file.
pub(in crate::quality) fn read(lines: &str) -> Result<Vec<Document>> {
    lines.lines().filter(|line| !line.trim().is_empty()).map(document).collect()
}

fn document(line: &str) -> Result<Document> {
    let json: Value = serde_json::from_str(line)?;
    let word = |value: &Value, key: &str| value[key].as_str().unwrap_or("").to_owned();
    let text = word(&json, "text");
    let chars: Vec<char> = text.chars().collect();
    let place = |span: &Value, key: &str| {
        span[key].as_u64().and_then(|at| usize::try_from(at).ok()).unwrap_or(0)
    };
    let spans = json["spans"].as_array().map_or(&[][..], Vec::as_slice);
    let marked =
        spans.iter().filter(|span| !span["nested"].as_bool().unwrap_or(false)).map(|span| {
            let (start, end) = (place(span, "start"), place(span, "end"));
            let written = chars.get(start..end).unwrap_or(&[]).iter().collect();
            Marked {
                start,
                end,
                text: span["text"].as_str().map_or(written, str::to_owned),
                kind: word(span, "type"),
                value: word(span, "value"),
                is_set: span["set"] == "YES",
            }
        });
    Ok(Document {
        name: word(&json, "doc"),
        reference: word(&json, "ref"),
        spans: marked.collect(),
        text,
    })
}
