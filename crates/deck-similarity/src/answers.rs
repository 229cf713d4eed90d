//! Answers to one question: whether they say the same, or conflict.
//!
//! Only a conflict in structure is told: another number, another date, yes and no, or two short
//! answers that share nothing. Two long answers that differ mostly complete each other.

mod claim;
mod markup;

use claim::Claim;
pub use markup::fold_markup;

/// In what two answers to one question conflict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Conflict {
    /// One says yes, the other no.
    YesNo,
    /// Both are a number, of the same unit, and not the same number.
    Number,
    /// Both are a date, and neither is a part of the other: 1936 and 1937, but not 1936 and
    /// March 1936.
    Date,
    /// Both are three words or fewer, and share none.
    Words,
}

/// In what two answers to one question conflict; `None` where they do not, or where that cannot be
/// told for certain. Markup, case, articles and punctuation do not count. The answers are in plain
/// text or Markdown.
pub fn conflict(a: &str, b: &str) -> Option<Conflict> {
    let (a, b) = (Claim::of(a)?, Claim::of(b)?);
    match (&a, &b) {
        (Claim::Truth(a), Claim::Truth(b)) => (a != b).then_some(Conflict::YesNo),
        (Claim::Number(a), Claim::Number(b)) => a.conflicts(b).then_some(Conflict::Number),
        (Claim::Date(a), Claim::Date(b)) => a.conflicts(b).then_some(Conflict::Date),
        (Claim::Words(a), Claim::Words(b)) => claim::disjoint(a, b).then_some(Conflict::Words),
        // A year beside a count, a word beside a number: they may say the same in two ways.
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conflicts_in_structure_are_found() {
        for (a, b, expected) in [
            ("Yes", "no", Conflict::YesNo),
            ("Yes, because of the treaty", "No, never", Conflict::YesNo),
            ("True.", "**False**", Conflict::YesNo),
            ("1936", "1937", Conflict::Date),
            ("March 1936", "In July 1936", Conflict::Date),
            ("7 March 1936", "March 8, 1936", Conflict::Date),
            ("44 BC", "45 BC", Conflict::Date),
            ("12", "14", Conflict::Number),
            ("five", "6", Conflict::Number),
            ("5 km", "6 km", Conflict::Number),
            ("20%", "30%", Conflict::Number),
            ("1,500 tonnes", "1600 tonnes", Conflict::Number),
            ("Paris", "Lyon", Conflict::Words),
            ("- Neville Chamberlain", "- Winston Churchill", Conflict::Words),
        ] {
            assert_eq!(conflict(a, b), Some(expected), "{a} | {b}");
            assert_eq!(conflict(b, a), Some(expected), "{b} | {a}");
        }
    }

    #[test]
    fn what_may_say_the_same_does_not_conflict() {
        for (a, b) in [
            ("Paris", "**Paris**."),
            ("the mitochondrion", "Mitochondria"),
            ("1936", "March 1936"),
            ("7 March", "1936"),
            ("c. 1936", "1937"),
            ("1936", "1936–1939"),
            ("12", "a dozen"),
            ("5 km", "5000 m"),
            ("5 km", "6"),
            ("1936", "12"),
            ("about 12", "14"),
            ("3.14", "3.1416"),
            ("Yes", "It is"),
            ("USA", "United States"),
            ("America", "USA"),
            ("Chamberlain", "Neville Chamberlain"),
            ("BBC", "British Broadcasting Corporation"),
            ("colour", "color"),
            ("`a`", "`b`"),
            ("![](a.png)", "![](b.png)"),
            ("$x$", "$y$"),
            ("A cell that has no nucleus at all", "An animal without a nucleus"),
            ("", "Paris"),
            ("No. 5", "Yes"),
            ("car", "automobile"),
            ("to run", "running"),
            ("das Haus", "la maison"),
        ] {
            assert_eq!(conflict(a, b), None, "{a} | {b}");
            assert_eq!(conflict(b, a), None, "{b} | {a}");
        }
    }
}
