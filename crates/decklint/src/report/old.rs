//! What was there before, in a line below the summary.

use deck_lint::{Report, Workspace, count};

use crate::files::shown;

/// Says, on standard error, how much the baseline lists, and that it could be shorter.
pub(crate) fn summary(workspace: &Workspace, found: &Report) {
    let Some(baseline) = workspace.baseline() else { return };
    let name = shown(&baseline.path);
    let old: usize = found.old.iter().map(|diagnostic| diagnostic.count).sum();
    if old > 0 {
        anstream::eprintln!("and {} that {name} lists", count(old, "old finding"));
    }
    if found.put_right > 0 {
        let (are, them) = if found.put_right == 1 { ("is", "it") } else { ("are", "them") };
        anstream::eprintln!(
            "{} that {name} lists {are} no more: `decklint baseline --update` takes {them} out",
            count(found.put_right, "finding"),
        );
    }
}
