//! Front matter: a mapping above the cards, in YAML or in TOML.

mod toml_fields;
mod yaml_fields;

use text_size::{TextRange, TextSize};

use crate::text::offset;

/// The front matter of a deck. Ranges are relative to the start of its item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontMatter {
    /// What it is written in.
    pub format: FrontMatterFormat,
    /// Its top-level entries, in order. Empty if it could not be read.
    pub fields: Vec<Field>,
}

/// What front matter is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrontMatterFormat {
    /// `key: value`
    Yaml,
    /// `key = value`, as hashcards writes it.
    Toml,
}

/// One entry of front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// The key.
    pub key: String,
    /// Where the key stands.
    pub key_range: TextRange,
    /// The value.
    pub value: Value,
    /// Where the value stands.
    pub value_range: TextRange,
}

/// The value of a front matter entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// One string, number, date or truth value, as it is written without its quotes.
    Scalar(String),
    /// A list of such.
    List(Vec<String>),
    /// Anything deeper.
    Other,
}

/// Why front matter cannot be read: what its reader said, and where (relative to the body).
type Failure = (String, TextRange);

impl FrontMatter {
    /// Reads what stands between the two `---` lines. `at` is where it starts within its item.
    pub(crate) fn parse(body: &str, at: TextSize) -> (Self, Option<Failure>) {
        let format = format_of(body);
        let read = match format {
            FrontMatterFormat::Yaml => yaml_fields::read(body),
            FrontMatterFormat::Toml => toml_fields::read(body),
        };
        let (mut fields, failure) = match read {
            Ok(fields) => (fields, None),
            Err((said, range)) => (Vec::new(), Some((said, visible(body, range) + at))),
        };
        for field in &mut fields {
            field.key_range += at;
            field.value_range += at;
        }
        (Self { format, fields }, failure)
    }

    /// The entry of that key.
    pub fn field(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The words of that key: those of a list, or those of one value, parted by spaces or commas.
    pub fn strings(&self, key: &str) -> Vec<String> {
        match self.field(key).map(|field| &field.value) {
            Some(Value::List(list)) => list.clone(),
            Some(Value::Scalar(value)) => {
                let words = value.split([',', ' ', '\t']).filter(|word| !word.is_empty());
                words.map(str::to_owned).collect()
            }
            Some(Value::Other) | None => Vec::new(),
        }
    }

    /// The value of that key, if it is a scalar.
    pub fn scalar(&self, key: &str) -> Option<&str> {
        match &self.field(key)?.value {
            Value::Scalar(value) => Some(value),
            Value::List(_) | Value::Other => None,
        }
    }
}

/// `range`, or if it is empty the last words up to it: readers often notice a mistake only where
/// the line below it starts.
fn visible(body: &str, range: TextRange) -> TextRange {
    if !range.is_empty() {
        return range;
    }
    let before = body[..body.floor_char_boundary(range.end().into())].trim_end();
    let line = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    byte_range(line, before.len())
}

/// TOML if the first line that says anything is `key = …`.
fn format_of(body: &str) -> FrontMatterFormat {
    let first = body.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#'));
    if first.is_some_and(|line| entry_key(line, '=').is_some()) {
        FrontMatterFormat::Toml
    } else {
        FrontMatterFormat::Yaml
    }
}

/// Whether `line` could be the first line of a mapping, so that a `---` above it opens front
/// matter and not a part of the deck.
pub(crate) fn could_open(line: &str) -> bool {
    let line = line.trim();
    line.starts_with('#') || entry_key(line, ':').is_some() || entry_key(line, '=').is_some()
}

fn entry_key(line: &str, mark: char) -> Option<&str> {
    let (key, value) = line.split_once(mark)?;
    let key = key.trim().trim_matches(['"', '\'']);
    let word =
        !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'));
    let spaced = mark != ':' || value.is_empty() || value.starts_with([' ', '\t']);
    (word && spaced && key.chars().any(char::is_lowercase)).then_some(key)
}

fn byte_range(start: usize, end: usize) -> TextRange {
    TextRange::new(offset(start), offset(end.max(start)))
}
