//! YAML front matter, from the events of its parser: no tree is built, so that no depth of
//! nesting can hurt.

use std::collections::HashSet;

use saphyr_parser::{Event, Parser, Span};
use text_size::TextRange;

use super::{Failure, Field, Value, byte_range};

/// The top-level entries of a YAML mapping.
pub(super) fn read(body: &str) -> Result<Vec<Field>, Failure> {
    let mut reader = Reader {
        bytes: Bytes::new(body),
        fields: Vec::new(),
        keys: HashSet::new(),
        state: State::Start,
    };
    let mut depth = 0_usize;
    for event in Parser::new_from_str(body) {
        let (event, span) = event.map_err(|error| {
            let at = reader.bytes.of(error.marker().index());
            (error.info().to_owned(), byte_range(at, at))
        })?;
        match event {
            Event::Scalar(text, ..) => reader.scalar(&text, span, depth)?,
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                reader.open(matches!(event, Event::MappingStart(..)), span, depth)?;
                depth += 1;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                depth -= 1;
                reader.close(span, depth);
            }
            Event::Alias(_) => reader.scalar("*", span, depth)?,
            _ => {}
        }
    }
    Ok(reader.fields)
}

enum State {
    Start,
    Key,
    Value { key: String, key_range: TextRange },
    Inside { list: Option<Vec<String>> },
}

struct Reader {
    bytes: Bytes,
    fields: Vec<Field>,
    keys: HashSet<String>,
    state: State,
}

impl Reader {
    fn scalar(&mut self, text: &str, span: Span, depth: usize) -> Result<(), Failure> {
        let range = self.bytes.range(span);
        match std::mem::replace(&mut self.state, State::Key) {
            State::Start if text.is_empty() => self.state = State::Start,
            State::Start => return Err(no_mapping(range)),
            State::Key => {
                if !self.keys.insert(text.to_owned()) {
                    return Err((format!("the key `{text}` is given twice"), range));
                }
                self.state = State::Value { key: text.to_owned(), key_range: range };
            }
            State::Value { key, key_range } => {
                let value = Value::Scalar(text.to_owned());
                self.fields.push(Field { key, key_range, value, value_range: range });
            }
            State::Inside { mut list } => {
                match &mut list {
                    Some(list) if depth == 2 => list.push(text.to_owned()),
                    _ => list = None,
                }
                self.state = State::Inside { list };
            }
        }
        Ok(())
    }

    fn open(&mut self, mapping: bool, span: Span, depth: usize) -> Result<(), Failure> {
        let range = self.bytes.range(span);
        self.state = match std::mem::replace(&mut self.state, State::Key) {
            State::Start if mapping && depth == 0 => State::Key,
            State::Start | State::Key => return Err(no_mapping(range)),
            State::Value { key, key_range } => {
                self.fields.push(Field { key, key_range, value: Value::Other, value_range: range });
                State::Inside { list: (!mapping).then(Vec::new) }
            }
            State::Inside { .. } => State::Inside { list: None },
        };
        Ok(())
    }

    fn close(&mut self, span: Span, depth: usize) {
        if depth != 1 {
            return;
        }
        if let State::Inside { list } = std::mem::replace(&mut self.state, State::Key)
            && let Some(field) = self.fields.last_mut()
        {
            field.value = list.map_or(Value::Other, Value::List);
            let end = self.bytes.range(span).end();
            field.value_range = TextRange::new(field.value_range.start(), end);
        }
    }
}

fn no_mapping(range: TextRange) -> Failure {
    ("expected `key: value` lines".to_owned(), range)
}

/// The parser counts characters; we count bytes.
struct Bytes(Vec<usize>);

impl Bytes {
    fn new(text: &str) -> Self {
        Self(text.char_indices().map(|(at, _)| at).chain([text.len()]).collect())
    }

    fn of(&self, character: usize) -> usize {
        self.0.get(character).or(self.0.last()).copied().unwrap_or(0)
    }

    fn range(&self, span: Span) -> TextRange {
        byte_range(self.of(span.start.index()), self.of(span.end.index()))
    }
}
