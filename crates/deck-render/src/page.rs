//! The page that shows cards.
