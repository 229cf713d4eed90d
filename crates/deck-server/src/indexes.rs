//! What completion and the like look names and terms up in.

use std::sync::Arc;

use deck_ide::Names;
use deck_lint::{ItemCx, Passage, Terms, Workspace};

/// What is written in a workspace: terms, and the names that decks give.
#[derive(Debug, Clone, Default)]
pub(crate) struct Indexes {
    pub(crate) terms: Arc<Terms>,
    pub(crate) names: Names,
}

impl Indexes {
    pub(crate) fn of(workspace: &Workspace) -> Self {
        let terms = Arc::new(Terms::of(workspace, workspace.named_terms()));
        Self { terms, names: Names::of(workspace) }
    }

    /// Follows an edit, item by item.
    pub(crate) fn follow(&mut self, item: &ItemCx<'_>, passage: Passage) {
        let terms = Arc::make_mut(&mut self.terms);
        match passage {
            Passage::Goes => {
                terms.remove_card(item);
                self.names.remove_item(item);
            }
            Passage::Comes => {
                terms.add_card(item);
                self.names.add_item(item);
            }
        }
    }
}
