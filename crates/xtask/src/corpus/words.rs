//! The words that a slot of a template can become. An entry may hold slots of its own.

mod biology;
mod computing;
mod history;
mod languages;

/// The choices for a slot's name, or `None` where the name is not one of a list.
pub(super) fn choices(slot: &str) -> Option<&'static [&'static str]> {
    history::choices(slot)
        .or_else(|| biology::choices(slot))
        .or_else(|| computing::choices(slot))
        .or_else(|| languages::choices(slot))
}
