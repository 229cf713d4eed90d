//! What the rules say of a workspace, kept up to date while its files are edited.

mod own;
mod shared;

use std::collections::BTreeSet;
use std::sync::Arc;

use deck_syntax::TextRange;

use crate::diagnostic::Diagnostic;
use crate::rule::{ItemCx, Member, Placed};
use crate::source::FileId;
use crate::workspace::Workspace;
use own::Own;
use shared::Shared;

/// A workspace and what the rules say of it.
///
/// An edit costs in proportion to what it changes: the items it touches are read and judged again,
/// and of all groups of cards that belong together only those that gained or lost a card. Rules
/// that look at all cards at once are the exception; they run when asked to
/// ([`Live::look_at_all_cards`]), and until then say what they said before.
///
/// After [`Live::look_at_all_cards`] and [`Live::adopt`], [`Live::diagnostics`] gives for every
/// file what [`Workspace::lint`] would.
#[derive(Debug)]
pub struct Live {
    workspace: Workspace,
    own: Vec<Arc<Own>>,
    /// What comparing cards found; `None` where not all decks have been read yet.
    shared: Option<Shared>,
}

/// A workspace with what the rules that see one file said of it, to start from when it is read
/// anew. Cheap to have: it shares all that is in it.
#[derive(Debug, Clone)]
pub struct Kept {
    workspace: Workspace,
    own: Vec<Arc<Own>>,
}

/// A replacement in the text of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'t> {
    /// What is replaced: bytes of the text before.
    pub range: TextRange,
    /// What stands there then.
    pub insert: &'t str,
}

/// What an edit does to an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Passage {
    /// It is gone.
    Goes,
    /// It is new, or has changed.
    Comes,
}

/// What the rules that look at all cards at once found, in the workspace they were shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfAllCards(Vec<(usize, Placed)>);

impl Kept {
    /// The workspace as it was.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }
}

impl Live {
    /// Runs the rules that see one file, over every file. Those that compare cards stay silent:
    /// for a workspace that does not hold all decks yet.
    pub fn of_files(workspace: Workspace) -> Self {
        let own = Own::of_all(&workspace);
        Self { workspace, own, shared: None }
    }

    /// Runs all rules.
    pub fn new(workspace: Workspace) -> Self {
        let mut live = Self::of_files(workspace);
        live.shared = Some(Shared::of(&live.workspace));
        live.adopt(Self::look_at_all_cards(&live.workspace));
        live
    }

    /// What is worth keeping when the workspace is read anew.
    pub fn keep(&self) -> Kept {
        Kept { workspace: self.workspace.clone(), own: self.own.clone() }
    }

    /// Runs all rules over a workspace that was read anew, where files that are still those of
    /// `before` keep what was found in them.
    pub fn renewed(workspace: Workspace, before: &Kept) -> Self {
        let own = Own::renewed(&workspace, (&before.workspace, &before.own));
        let shared = Some(Shared::of(&workspace));
        let mut live = Self { workspace, own, shared };
        live.adopt(Self::look_at_all_cards(&live.workspace));
        live
    }

    /// The workspace as it is now. A clone of it is a snapshot.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// Whether the rules that compare cards have run.
    pub fn compares_cards(&self) -> bool {
        self.shared.is_some()
    }

    /// Edits a file: each change applies to what the one before left. Gives the files of which
    /// something else is said now, the edited one included.
    ///
    /// # Panics
    /// If a range does not lie in the text, or cuts a character.
    pub fn edit(&mut self, id: FileId, changes: &[Change<'_>]) -> BTreeSet<FileId> {
        self.edit_watched(id, changes, &mut |_, _| ())
    }

    /// As [`Self::edit`], where `watch` sees every item that goes, as it was, and every item that
    /// comes: for who keeps an index of items.
    ///
    /// # Panics
    /// As [`Self::edit`].
    pub fn edit_watched(
        &mut self,
        id: FileId,
        changes: &[Change<'_>],
        watch: &mut dyn FnMut(&ItemCx<'_>, Passage),
    ) -> BTreeSet<FileId> {
        for change in changes {
            let apart = self.shared.as_ref().map(|shared| shared.apart(&self.workspace, id));
            let file = Arc::make_mut(&mut self.workspace.files[id.0]);
            let spliced = file.edit(change.range, change.insert);
            spliced.read.gone(file).for_each(|item| watch(&item, Passage::Goes));
            let added = spliced.read.added.clone();
            added.for_each(|index| watch(&file.item(index), Passage::Comes));
            Arc::make_mut(&mut self.own[id.0]).splice(&spliced);
            if let (Some(shared), Some(apart)) = (&mut self.shared, apart) {
                let added = &self.workspace.files[id.0].facts[spliced.added.clone()];
                shared.splice(id, &apart, &spliced, added);
            }
        }
        Arc::make_mut(&mut self.own[id.0]).refresh(&self.workspace, id);
        let mut touched = match &mut self.shared {
            Some(shared) => shared.judge(&self.workspace),
            None => BTreeSet::new(),
        };
        touched.insert(id);
        touched
    }

    /// What the rules say of a file now.
    pub fn diagnostics(&self, id: FileId) -> Vec<Diagnostic> {
        let shared = self.shared.as_ref().map(|shared| shared.of_file(&self.workspace, id));
        let told = self.own[id.0].told(&self.workspace, id);
        let found = self.workspace.assemble(id, shared.unwrap_or_default(), told);
        self.workspace.roll_up(id, found)
    }

    /// Runs the rules that look at all cards at once: for a snapshot, on a thread of its own.
    pub fn look_at_all_cards(workspace: &Workspace) -> OfAllCards {
        OfAllCards(workspace.look_at_all_cards())
    }

    /// Takes over what [`Self::look_at_all_cards`] found in the workspace as it is now. Gives the
    /// files of which something else is said.
    pub fn adopt(&mut self, found: OfAllCards) -> BTreeSet<FileId> {
        self.shared.as_mut().map_or_else(BTreeSet::new, |shared| shared.adopt(found.0))
    }

    /// The other cards that ask what a card asks, or nearly so, in the order of files and places.
    pub fn asking_alike(&self, card: Member) -> Vec<Member> {
        let shared = self.shared.as_ref();
        shared.map_or_else(Vec::new, |shared| shared.asking_alike(&self.workspace, card))
    }

    /// How many other cards ask what each card of a file asks, or nearly so: pairs of the index of
    /// an item and a number that is not 0.
    pub fn counts_alike(&self, id: FileId) -> Vec<(usize, usize)> {
        let shared = self.shared.as_ref();
        shared.map_or_else(Vec::new, |shared| shared.counts_alike(&self.workspace, id))
    }
}
