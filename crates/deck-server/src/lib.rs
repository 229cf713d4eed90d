//! The Language Server Protocol for decks: conversions at the border, one file a method.
//!
//! Handlers put an event into one queue before they wait for anything, so that events are handled
//! in the order in which their messages came. One thread owns the state ([`owner`]) and answers
//! what is quickly answered; what takes longer gets a snapshot and a thread of its own.

mod backend;
mod buffer;
mod capabilities;
mod client;
mod convert;
mod event;
mod indexes;
mod notifications;
mod owner;
mod publish;
mod requests;
mod root;
mod shows;
mod state;
mod transport;
mod view;

pub use transport::{Ending, serve};
