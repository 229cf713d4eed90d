//! TOML front matter.

use toml::de::{DeTable, DeValue};

use super::{Failure, Field, Value, byte_range};

/// The top-level entries of a TOML document, in the order they are written.
pub(super) fn read(body: &str) -> Result<Vec<Field>, Failure> {
    let table = DeTable::parse(body).map_err(|error| {
        let span = error.span().unwrap_or(0..0);
        (error.message().to_owned(), byte_range(span.start, span.end))
    })?;
    let mut fields: Vec<Field> = table
        .get_ref()
        .iter()
        .map(|(key, value)| Field {
            key: key.get_ref().to_string(),
            key_range: byte_range(key.span().start, key.span().end),
            value: read_value(value.get_ref()),
            value_range: byte_range(value.span().start, value.span().end),
        })
        .collect();
    fields.sort_by_key(|field| field.key_range.start());
    Ok(fields)
}

fn read_value(value: &DeValue<'_>) -> Value {
    if let Some(scalar) = scalar(value) {
        return Value::Scalar(scalar);
    }
    let list = value.as_array().and_then(|list| list.iter().map(|v| scalar(v.get_ref())).collect());
    list.map_or(Value::Other, Value::List)
}

fn scalar(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.as_str().to_owned()),
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(truth) => Some(truth.to_string()),
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Array(_) | DeValue::Table(_) => None,
    }
}
