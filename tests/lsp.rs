//! `decklint lsp`, spoken to message by message: the order of events, and what no editor should
//! send. What editors do send is in `tests/editors/`.
#![allow(clippy::unwrap_used)]

#[path = "lsp/baseline.rs"]
mod baseline;
#[path = "lsp/life.rs"]
mod life;
#[path = "lsp/nonsense.rs"]
mod nonsense;
#[path = "lsp/order.rs"]
mod order;
#[path = "lsp/session.rs"]
mod session;
#[path = "lsp/words.rs"]
mod words;
