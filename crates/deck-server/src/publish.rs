//! Telling the editor what is wrong.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use deck_lint::FileId;
use tower_lsp::ls_types::{Diagnostic, PublishDiagnosticsParams, notification, request};

use crate::convert::{Surroundings, to_diagnostic};
use crate::root::RootId;
use crate::state::State;

/// What is wrong with a file, and by what the editor knows that it has not changed.
#[derive(Debug, Clone, Default)]
pub(crate) struct Report {
    pub(crate) id: String,
    pub(crate) items: Vec<Diagnostic>,
}

/// Of which files something else may be said than the editor knows.
#[derive(Debug, Default)]
pub(crate) struct Pending {
    /// Those that were edited: they are told of in any case, with their version.
    pub(crate) edited: BTreeSet<(RootId, FileId)>,
    pub(crate) touched: BTreeSet<(RootId, FileId)>,
    /// An editor that asks itself is to ask again.
    pub(crate) refresh: bool,
}

impl State {
    /// What is wrong with a file.
    pub(crate) fn report(&mut self, root: RootId, file: FileId) -> Report {
        if let Some(known) = self.reports.get(&(root, file)) {
            return known.clone();
        }
        let report = self.new_report(root, file);
        self.reports.insert((root, file), report.clone());
        report
    }

    fn new_report(&self, root: RootId, file: FileId) -> Report {
        let items = self.diagnostics(root, file);
        let mut hasher = DefaultHasher::new();
        for item in &items {
            serde_json::to_string(item).unwrap_or_default().hash(&mut hasher);
        }
        Report { id: format!("{:016x}", hasher.finish()), items }
    }

    fn diagnostics(&self, id: RootId, file: FileId) -> Vec<Diagnostic> {
        let Some(root) = self.root(id) else { return Vec::new() };
        if !root.live.workspace().is_selected(file) {
            return Vec::new();
        }
        let around = Surroundings {
            positions: &|file| self.positions(root, file),
            uri: &|file| self.uri(id, file),
            pages: self.pages.as_deref(),
        };
        root.live.diagnostics(file).iter().map(|it| to_diagnostic(it, &around)).collect()
    }

    /// Tells the editor what has changed since it was last told.
    pub(crate) fn publish(&mut self) {
        let pending = std::mem::take(&mut self.pending);
        if self.abilities.pulls_diagnostics {
            if pending.refresh {
                self.editor.ask::<request::WorkspaceDiagnosticRefresh>((), |_| ());
            }
        } else {
            for &(root, file) in pending.edited.union(&pending.touched) {
                self.push(root, file, pending.edited.contains(&(root, file)));
            }
            self.take_back();
        }
        if pending.refresh {
            self.refresh_others();
        }
    }

    fn refresh_others(&self) {
        if self.abilities.refreshes_lenses {
            self.editor.ask::<request::CodeLensRefresh>((), |_| ());
        }
        if self.abilities.refreshes_hints {
            self.editor.ask::<request::InlayHintRefreshRequest>((), |_| ());
        }
    }

    /// Publishes what is wrong with a file that is open, if that is new or the editor waits for it.
    fn push(&mut self, root: RootId, file: FileId, is_awaited: bool) {
        if self.buffer(root, file).is_none() {
            return;
        }
        let diagnostics = self.diagnostics(root, file);
        let Some(buffer) = self.buffer_mut(root, file) else { return };
        if !is_awaited && buffer.published.as_ref() == Some(&diagnostics) {
            return;
        }
        buffer.published = Some(diagnostics.clone());
        let (uri, version) = (buffer.uri.clone(), Some(buffer.version));
        let params = PublishDiagnosticsParams { uri, diagnostics, version };
        self.editor.notify::<notification::PublishDiagnostics>(params);
    }

    /// Of what is no deck any more, nothing is said.
    fn take_back(&mut self) {
        for buffer in self.buffers.values_mut().filter(|buffer| buffer.home.is_none()) {
            if buffer.published.take().is_some_and(|published| !published.is_empty()) {
                let (uri, version) = (buffer.uri.clone(), Some(buffer.version));
                let params = PublishDiagnosticsParams { uri, diagnostics: Vec::new(), version };
                self.editor.notify::<notification::PublishDiagnostics>(params);
            }
        }
    }
}
