//! What a question is answered from: the state as it is, or a snapshot of it.

use std::collections::HashMap;
use std::sync::Arc;

use deck_ide::{FileEdits, Place};
use deck_lint::{FileId, Terms, Workspace};
use deck_syntax::TextSize;
use tower_lsp::ls_types::{
    DocumentChangeOperation, DocumentChanges, Location, OneOf,
    OptionalVersionedTextDocumentIdentifier, Position, TextDocumentEdit, TextEdit, Uri,
    WorkspaceEdit,
};

use crate::convert::{Encoding, Lines, Positions, uri};
use crate::root::Root;
use crate::state::State;

/// A file of the state, as it is now.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    pub(crate) state: &'a State,
    pub(crate) root: &'a Root,
    pub(crate) file: FileId,
}

impl<'a> View<'a> {
    /// The file of a document; `None` where it is no deck.
    pub(crate) fn of(state: &'a State, uri: &Uri) -> Option<Self> {
        let (root, file) = state.locate(uri)?;
        Some(Self { state, root: state.root(root)?, file })
    }

    pub(crate) fn workspace(&self) -> &'a Workspace {
        self.root.live.workspace()
    }

    pub(crate) fn source(&self) -> &'a deck_lint::SourceFile {
        self.workspace().file(self.file)
    }

    pub(crate) fn positions(&self) -> Positions<'a> {
        self.state.positions(self.root, self.file)
    }

    pub(crate) fn offset(&self, position: Position) -> TextSize {
        self.positions().offset(position)
    }

    /// The place in the protocol's terms.
    pub(crate) fn location(&self, place: Place) -> Option<Location> {
        let range = self.state.positions(self.root, place.file).range(place.range);
        Some(Location { uri: self.state.uri(self.root.id, place.file)?, range })
    }

    /// What can be read on another thread while editing goes on.
    pub(crate) fn snapshot(&self) -> Snapshot {
        Snapshot::of(self.state, self.root)
    }
}

/// A root as it was at one moment.
pub(crate) struct Snapshot {
    pub(crate) workspace: Workspace,
    pub(crate) terms: Arc<Terms>,
    encoding: Encoding,
    is_versioned: bool,
    /// What the editor calls the files that are open, and in which version.
    open: HashMap<FileId, (Uri, i32)>,
}

impl Snapshot {
    pub(crate) fn of(state: &State, root: &Root) -> Self {
        let open = state.buffers.values().filter_map(|buffer| {
            let (of, file) = buffer.home?;
            (of == root.id).then(|| (file, (buffer.uri.clone(), buffer.version)))
        });
        Self {
            workspace: root.live.workspace().clone(),
            terms: Arc::clone(&root.indexes.terms),
            encoding: state.abilities.encoding,
            is_versioned: state.abilities.versioned_edits,
            open: open.collect(),
        }
    }

    fn positions(&self, file: FileId) -> Positions<'_> {
        Positions { lines: Lines::File(self.workspace.file(file)), encoding: self.encoding }
    }

    fn uri(&self, file: FileId) -> Option<Uri> {
        let open = self.open.get(&file).map(|(uri, _)| uri.clone());
        open.or_else(|| uri::of_path(&self.workspace.file(file).path))
    }

    /// The place in the protocol's terms.
    pub(crate) fn location(&self, place: Place) -> Option<Location> {
        let range = self.positions(place.file).range(place.range);
        Some(Location { uri: self.uri(place.file)?, range })
    }

    /// Changes of several files in the protocol's terms, each meant for the version that was read.
    pub(crate) fn workspace_edit(&self, edits: Vec<FileEdits>) -> WorkspaceEdit {
        let changed = edits.into_iter().filter_map(|FileEdits { file, edits }| {
            let positions = self.positions(file);
            let edits = edits
                .into_iter()
                .map(|edit| TextEdit { range: positions.range(edit.range), new_text: edit.insert });
            Some((self.uri(file)?, self.open.get(&file).map(|it| it.1), edits.collect()))
        });
        workspace_edit(changed, self.is_versioned)
    }
}

/// Changes of documents in the form that the editor takes.
pub(crate) fn workspace_edit(
    documents: impl Iterator<Item = (Uri, Option<i32>, Vec<TextEdit>)>,
    is_versioned: bool,
) -> WorkspaceEdit {
    if !is_versioned {
        let changes = documents.map(|(uri, _, edits)| (uri, edits)).collect();
        return WorkspaceEdit { changes: Some(changes), ..WorkspaceEdit::default() };
    }
    let operations = documents.map(|(uri, version, edits)| {
        DocumentChangeOperation::Edit(TextDocumentEdit {
            text_document: OptionalVersionedTextDocumentIdentifier { uri, version },
            edits: edits.into_iter().map(OneOf::Left).collect(),
        })
    });
    let changes = Some(DocumentChanges::Operations(operations.collect()));
    WorkspaceEdit { document_changes: changes, ..WorkspaceEdit::default() }
}
