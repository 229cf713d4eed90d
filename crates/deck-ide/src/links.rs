//! What can be followed: pictures and sounds, addresses, notes.

mod found;
mod target;

use std::collections::HashMap;

use deck_lint::{FileId, ItemCx, SourceFile, Workspace};
use deck_syntax::{Dialect, ItemKind, TextRange};

pub use target::Target;

use crate::Place;
use found::Found;

/// Words that lead somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// What can be clicked.
    pub range: TextRange,
    /// Where it leads.
    pub target: Target,
}

/// The links of a file in order. A link to a file is one only where that lies inside the root of
/// the workspace; whether it is there is not looked at.
pub fn links(workspace: &Workspace, file: FileId) -> Vec<Link> {
    let source = workspace.file(file);
    let mut resolver = Resolver { workspace, source, notes: None };
    let mut links = Vec::new();
    for index in 0..source.deck.items().len() {
        let cx = source.item(index);
        for Found { range, target, kind } in found::in_text(cx.text, source.deck.dialect()) {
            if is_shown(&cx, range) {
                let target = resolver.resolve(&target, kind);
                links.extend(target.map(|target| Link { range: range + cx.start, target }));
            }
        }
    }
    links
}

/// Whether what stands there is no code, and no setting of the parser.
fn is_shown(cx: &ItemCx<'_>, range: TextRange) -> bool {
    let line = cx.item.lines.partition_point(|line| line.end <= range.start());
    let verbatim = cx.item.lines.get(line).is_some_and(|line| line.verbatim);
    let comments = &cx.item.comments;
    let before = comments.partition_point(|comment| comment.end() <= range.start());
    let in_comment = comments.get(before).is_some_and(|comment| comment.contains_range(range));
    (!verbatim || in_comment) && !matches!(cx.item.kind, ItemKind::Header(_))
}

struct Resolver<'a> {
    workspace: &'a Workspace,
    source: &'a SourceFile,
    /// The files of the workspace by their names in small letters, without their endings; made
    /// when the first note is looked for.
    notes: Option<HashMap<String, FileId>>,
}

impl Resolver<'_> {
    fn resolve(&mut self, target: &str, kind: found::Kind) -> Option<Target> {
        match kind {
            found::Kind::Address => target::address(target),
            found::Kind::Note => self.note(target),
            found::Kind::Link => target::address(target)
                .or_else(|| target::file(&self.workspace.root, &self.source.path, target)),
        }
    }

    /// The note of that name, wherever it is, as Obsidian finds it; else the file beside this one.
    fn note(&mut self, target: &str) -> Option<Target> {
        let name = target.split(['#', '|', '^']).next().unwrap_or_default().trim();
        if name.is_empty() {
            return None;
        }
        let workspace = self.workspace;
        let notes = self.notes.get_or_insert_with(|| notes(workspace));
        let stem = name.rsplit('/').next().unwrap_or(name).to_lowercase();
        let stem = stem.strip_suffix(".md").unwrap_or(&stem);
        if let Some(&file) = notes.get(stem) {
            let range = TextRange::empty(0.into());
            return Some(Target::Place(Place { file, range }));
        }
        let has_ending = std::path::Path::new(name).extension().is_some();
        let written = if has_ending { name.to_owned() } else { format!("{name}.md") };
        target::file(&workspace.root, &self.source.path, &written)
    }
}

fn notes(workspace: &Workspace) -> HashMap<String, FileId> {
    let mut notes = HashMap::new();
    for (id, file) in workspace.files() {
        if let Some(stem) = file.path.file_stem().and_then(|stem| stem.to_str()) {
            notes.entry(stem.to_lowercase()).or_insert(id);
        }
    }
    notes
}

/// Whether notes are linked to as Obsidian does.
fn has_notes(dialect: Dialect) -> bool {
    dialect == Dialect::Obsidian
}
