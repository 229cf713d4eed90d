//! An answer that is one number, with or without its unit.

use crate::lex::words::{is_number, number};

/// A number and what is counted.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::answers) struct Quantity {
    value: f64,
    /// Digits after the point.
    decimals: usize,
    /// In small letters, in the singular; empty without one.
    unit: String,
}

impl Quantity {
    /// The quantity that words are: a number, and one or two words for its unit.
    pub(super) fn of(words: &[&str]) -> Option<Self> {
        let (first, unit) = words.split_first().filter(|(_, unit)| unit.len() <= 2)?;
        if unit.iter().any(|word| word.bytes().any(|byte| byte.is_ascii_digit())) {
            return None;
        }
        let spelled = first.to_ascii_lowercase();
        let first = number(&spelled).map_or(*first, |digits| digits[0]);
        let (digits, percent) = first.strip_suffix('%').map_or((first, ""), |rest| (rest, "%"));
        let unsigned = digits.strip_prefix('-').unwrap_or(digits);
        let is_plain = !unsigned.is_empty()
            && unsigned.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        if !is_plain && !is_number(unsigned) {
            return None;
        }
        let value = digits.replace(',', "").parse().ok()?;
        let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        let unit = unit.join(" ").to_lowercase();
        let unit = unit.strip_suffix('s').unwrap_or(&unit);
        Some(Self { value, decimals, unit: [percent, unit].concat() })
    }

    /// Whether two numbers of one unit are not the same number, however they are rounded.
    pub(in crate::answers) fn conflicts(&self, other: &Self) -> bool {
        if self.unit != other.unit {
            return false;
        }
        let difference = (self.value - other.value).abs();
        if self.decimals != other.decimals {
            let places = i32::try_from(self.decimals.min(other.decimals)).unwrap_or(i32::MAX);
            return difference > 10_f64.powi(-places);
        }
        // 300,000 stands for 299,792.
        let rounded = is_round(self.value) != is_round(other.value)
            && difference < 0.05 * self.value.abs().max(other.value.abs());
        difference > 0.0 && !rounded
    }
}

fn is_round(value: f64) -> bool {
    value.abs() >= 100.0 && value % 100.0 == 0.0
}
