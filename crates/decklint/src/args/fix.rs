//! The arguments that put decks right.

use clap::{ArgGroup, Args};

/// What to put right, and where.
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("fixing").args(["fix", "fix_only", "diff"]).multiple(true))]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own on the command line")]
pub(crate) struct FixArgs {
    /// Put right what can safely be put right. A file with changes that are not in Git yet is left
    /// alone, since what was changed could not be told apart any more
    #[arg(long)]
    pub(crate) fix: bool,

    /// As --fix, but say nothing of what remains, and end with 0
    #[arg(long, conflicts_with_all = ["formats", "statistics"])]
    pub(crate) fix_only: bool,

    /// Show what --fix would change, and change nothing; ends with 1 if it would
    #[arg(long, conflicts_with_all = ["fix", "fix_only", "formats", "statistics"])]
    pub(crate) diff: bool,

    /// With --fix, --fix-only or --diff: also what may not be what you meant. Look at it
    /// with --diff first
    #[arg(long, requires = "fixing")]
    pub(crate) unsafe_fixes: bool,

    /// Also put right files with changes that are not in Git yet, and new ones
    #[arg(long, requires = "fixing")]
    pub(crate) allow_dirty: bool,

    /// Also put right files whose changes are staged to be committed
    #[arg(long, requires = "fixing")]
    pub(crate) allow_staged: bool,
}

impl FixArgs {
    /// Whether files are to be written.
    pub(crate) fn writes(&self) -> bool {
        self.fix || self.fix_only
    }
}
