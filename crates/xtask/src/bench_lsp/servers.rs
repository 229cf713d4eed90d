//! The servers that are timed.

use std::path::PathBuf;

use super::texts::Language;
use crate::setup::{Need, Venv};

/// The releases that are compared with; newer ones may be faster, so name them in every figure.
const VENV: Venv = Venv { name: "servers", packages: &["rumdl==0.3.0", "ruff==0.17.6"] };

/// The linters of Markdown and of Python that are servers, too.
pub(super) const PEERS: Need = Need {
    name: "rumdl and ruff",
    part: "the comparison with them",
    present: || VENV.is_ready(),
    install: || VENV.install(),
};

/// A language server and what it is for.
#[derive(Debug, Clone)]
pub(super) struct Server {
    pub(super) name: String,
    pub(super) program: PathBuf,
    pub(super) arguments: &'static [&'static str],
    pub(super) language: Language,
}

/// All but ours.
pub(super) fn peers() -> [Server; 2] {
    let server = |at: usize, program: &str, language| Server {
        name: VENV.packages[at].replace("==", " "),
        program: VENV.program(program),
        arguments: &["server"],
        language,
    };
    [server(0, "rumdl", Language::Markdown), server(1, "ruff", Language::Python)]
}
