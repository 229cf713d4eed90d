//! Old repositories: what was there before decklint, and what a change brings.
#![allow(clippy::unwrap_used)]

#[path = "history/allow.rs"]
mod allow;
#[path = "history/baseline.rs"]
mod baseline;
#[path = "history/change.rs"]
mod change;
#[path = "history/repository.rs"]
mod repository;
