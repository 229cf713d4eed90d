//! Files are moved, and the links to them follow.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use deck_lint::{SourceFile, TextEdit, Workspace};

use crate::edits::{FileEdits, by_file};
use crate::paths::{Link, LinkStyle, decoded, links, normal, relative};

/// A file or folder that is moved or renamed: absolute paths, as those of the workspace's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Where it is.
    pub from: PathBuf,
    /// Where it will be.
    pub to: PathBuf,
}

/// The changes that keep links whole when files or folders are moved: links to what is moved, and
/// links to files beside a deck that is itself moved. To be applied before the move.
pub fn will_rename(workspace: &Workspace, moved: &[Moved]) -> Vec<FileEdits> {
    let mut edits = Vec::new();
    for (id, file) in workspace.files() {
        let folder = file.path.parent().unwrap_or(Path::new(""));
        let new_path = after(&file.path, moved).unwrap_or_else(|| file.path.clone());
        let new_folder = new_path.parent().unwrap_or(Path::new("")).to_owned();
        let cx = MoveCx { root: &workspace.root, folder, new_folder: &new_folder, moved };
        for link in links(file) {
            if let Some(target) = cx.target(&link, file) {
                edits.push((id, TextEdit::replace(link.range, target)));
            }
        }
    }
    by_file(edits)
}

/// Where a path will be, if it is moved.
fn after(path: &Path, moved: &[Moved]) -> Option<PathBuf> {
    moved.iter().find_map(|moved| {
        let below = path.strip_prefix(&moved.from).ok()?;
        let to = if below.as_os_str().is_empty() { moved.to.clone() } else { moved.to.join(below) };
        Some(to)
    })
}

struct MoveCx<'m> {
    root: &'m Path,
    folder: &'m Path,
    new_folder: &'m Path,
    moved: &'m [Moved],
}

impl MoveCx<'_> {
    /// What a link has to say after the move, if it has to say something else.
    fn target(&self, link: &Link<'_>, file: &SourceFile) -> Option<String> {
        let path = match link.style {
            LinkStyle::Markdown => Cow::Owned(decoded(link.target)),
            _ => Cow::Borrowed(link.target),
        };
        let written = Path::new(path.as_ref());
        let new = match link.style {
            LinkStyle::Wiki => self.wiki(written)?,
            _ if path.starts_with('/') => {
                let old = self.root.join(path.trim_start_matches('/'));
                format!("/{}", relative(self.root, &after(&old, self.moved)?))
            }
            _ => {
                let old = normal(&self.folder.join(written));
                let new = after(&old, self.moved);
                if new.is_none() && self.folder == self.new_folder {
                    return None;
                }
                // A deck that moves leaves behind what only looks like a path.
                let known = new.is_some() || looks_like_a_file(written);
                known.then(|| relative(self.new_folder, new.as_deref().unwrap_or(&old)))?
            }
        };
        let is_angled = file.text[..usize::from(link.range.start())].ends_with('<');
        let new = match link.style {
            LinkStyle::Markdown if !is_angled => new.replace(' ', "%20").replace(')', "%29"),
            _ => new,
        };
        (new != link.target).then_some(new)
    }

    /// The new path in a `[[link]]`, which names a file by its name, by its last folders, or from
    /// the root on.
    fn wiki(&self, written: &Path) -> Option<String> {
        let has_ending = written.extension().is_some();
        self.moved.iter().find_map(|moved| {
            let from = relative(self.root, &moved.from);
            let to = relative(self.root, &moved.to);
            let written = written.to_string_lossy();
            let (old, new) = match (from.strip_suffix(".md"), to.strip_suffix(".md")) {
                (Some(old), Some(new)) if !has_ending => (old, new),
                _ => (from.as_str(), to.as_str()),
            };
            if let Some(below) = written.strip_prefix(old).and_then(|it| it.strip_prefix('/')) {
                return Some(format!("{new}/{below}"));
            }
            let is_it = old == written
                || old.strip_suffix(&*written).is_some_and(|above| above.ends_with('/'));
            let parts = written.split('/').count();
            let total = new.split('/').count();
            let last = new.split('/').skip(total.saturating_sub(parts)).collect::<Vec<_>>();
            is_it.then(|| if old == written && parts > 1 { new.to_owned() } else { last.join("/") })
        })
    }
}

fn looks_like_a_file(path: &Path) -> bool {
    path.extension().is_some_and(|it| (1..=5).contains(&it.len()))
}
