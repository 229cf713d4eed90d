//! The rules, one file each.
//!
//! Written by `cargo xtask docs` from the files in `rules/`.

#[path = "rules/duplicates/duplicate_card.rs"]
pub(crate) mod duplicate_card;
#[path = "rules/duplicates/duplicate_question.rs"]
pub(crate) mod duplicate_question;
#[path = "rules/dates/impossible_date.rs"]
pub(crate) mod impossible_date;
#[path = "rules/dates/lowercase_month.rs"]
pub(crate) mod lowercase_month;
#[path = "rules/structure/malformed_bullet.rs"]
pub(crate) mod malformed_bullet;
#[path = "rules/structure/missing_answer.rs"]
pub(crate) mod missing_answer;
#[path = "rules/structure/unused_allow.rs"]
pub(crate) mod unused_allow;

use crate::rule::Rule;

/// All rules, in the order of their names.
#[rustfmt::skip]
pub const ALL: &[&Rule] = &[
    &duplicate_card::RULE,
    &duplicate_question::RULE,
    &impossible_date::RULE,
    &lowercase_month::RULE,
    &malformed_bullet::RULE,
    &missing_answer::RULE,
    &unused_allow::RULE,
];

/// The index in [`ALL`] of the rule of that name.
pub fn index_of(name: &str) -> Option<usize> {
    ALL.binary_search_by_key(&name, |rule| rule.name).ok()
}

/// The rule of that name.
pub fn by_name(name: &str) -> Option<&'static Rule> {
    index_of(name).map(|index| ALL[index])
}
