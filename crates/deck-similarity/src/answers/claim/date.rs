//! An answer that is a date and nothing else.

/// The parts of a date that an answer names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::answers) struct Date {
    /// Negative before Christ.
    year: Option<i32>,
    /// From 1 to 12.
    month: Option<u8>,
    day: Option<u8>,
}

impl Date {
    /// The date that words are, in any order of day, month and year.
    pub(super) fn of(words: &[&str]) -> Option<Self> {
        let mut date = Self::default();
        let era = words.iter().find_map(|word| era(word));
        for word in words {
            if self::era(word).is_none() && *word != "of" {
                date.add(word, era)?;
            }
        }
        // A number alone is a date only if it is a year.
        (date.year.is_some() || date.month.is_some() && date.day.is_some()).then_some(date)
    }

    fn add(&mut self, word: &str, era: Option<i32>) -> Option<()> {
        if let Some(month) = month(word) {
            return set(&mut self.month, month);
        }
        let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end));
        let digits = digits.unwrap_or(word);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) || digits.len() > 4 {
            return None;
        }
        let number: u16 = digits.parse().ok()?;
        match (number, era) {
            (_, Some(era)) => set(&mut self.year, era * i32::from(number)),
            (1..=31, None) => set(&mut self.day, number as u8),
            (100..=2999, None) if digits.len() == word.len() => {
                set(&mut self.year, i32::from(number))
            }
            _ => None,
        }
    }

    /// Whether a part that both name differs.
    pub(in crate::answers) fn conflicts(&self, other: &Self) -> bool {
        differs(self.year, other.year)
            || differs(self.month, other.month)
            || differs(self.day, other.day)
    }
}

/// The sign of the years that an era counts.
fn era(word: &str) -> Option<i32> {
    match word {
        "BC" | "BCE" | "B.C" => Some(-1),
        "AD" | "CE" | "A.D" => Some(1),
        _ => None,
    }
}

/// Sets what was not set.
fn set<T>(part: &mut Option<T>, value: T) -> Option<()> {
    part.is_none().then(|| *part = Some(value))
}

fn differs<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

fn month(word: &str) -> Option<u8> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let lower = word.to_ascii_lowercase();
    let is_month = |month: &str| month == lower || lower.len() == 3 && month.starts_with(&lower);
    MONTHS.iter().position(|month| is_month(month)).map(|index| index as u8 + 1)
}
