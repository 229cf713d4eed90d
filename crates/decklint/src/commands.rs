//! One module a command.

pub(crate) mod allow;
pub(crate) mod baseline;
pub(crate) mod cards;
pub(crate) mod completions;
pub(crate) mod config;
pub(crate) mod convert;
pub(crate) mod dates;
pub(crate) mod duplicates;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod fmt;
mod follow;
pub(crate) mod init;
pub(crate) mod lint;
pub(crate) mod lsp;
pub(crate) mod preview;
pub(crate) mod rules;
pub(crate) mod stats;
pub(crate) mod timeline;
