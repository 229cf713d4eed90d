//! What an editor shows of a deck that is read: cards, outlines, colours, hints, links.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod anything;
mod card;
mod folding;
mod highlights;
mod hover;
mod inlay;
mod lens;
mod links;
mod selection;
mod support;
mod symbols;
mod tokens;
