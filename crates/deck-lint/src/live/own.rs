//! What the rules that see one file say of it, kept item by item.

use std::collections::HashMap;
use std::sync::Arc;

use deck_syntax::{ItemKind, TextSize};
use rayon::prelude::*;

use crate::facts::CardFacts;
use crate::lint::{Active, Told};
use crate::source::{FileId, SourceFile, Spliced};
use crate::workspace::Workspace;

/// How many items before and after one a rule may look at to judge it. Blocks of prose in a row
/// count as one.
const NEIGHBOURS: usize = 2;

/// What was found in a file.
#[derive(Debug, Clone)]
pub(super) struct Own {
    /// Of the file as a whole.
    deck: Vec<Told>,
    /// Of each item; `None` where it has to be judged anew.
    items: Vec<Option<Box<[Told]>>>,
    /// What was seen of the file when its items were judged.
    premises: Premises,
    /// The headings when they were judged: what `he` in a question stands for, one above may say.
    headings: u64,
}

/// What a rule may look at beside an item and its neighbours. Where it changes, every item is
/// judged anew.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Premises {
    has_cards: bool,
    is_english: bool,
    first_is_front_matter: bool,
}

impl Premises {
    fn of(file: &SourceFile) -> Self {
        let first = file.deck.items().first().map(|item| &item.kind);
        Self {
            has_cards: file.deck.cards().next().is_some(),
            is_english: file.is_english(),
            first_is_front_matter: matches!(first, Some(ItemKind::FrontMatter(_))),
        }
    }
}

impl Own {
    /// What is found in each file.
    pub(super) fn of_all(workspace: &Workspace) -> Vec<Arc<Self>> {
        let ids: Vec<FileId> = workspace.files().map(|(id, _)| id).collect();
        ids.into_par_iter().map(|id| Arc::new(Self::of(workspace, id))).collect()
    }

    /// As [`Self::of_all`], where files that another workspace shares need not be judged again.
    pub(super) fn renewed(
        workspace: &Workspace,
        (before, known): (&Workspace, &[Arc<Self>]),
    ) -> Vec<Arc<Self>> {
        let places: HashMap<_, _> =
            before.files.iter().enumerate().map(|(old, file)| (Arc::as_ptr(file), old)).collect();
        let same = |id: FileId| {
            let old = *places.get(&Arc::as_ptr(&workspace.files[id.0]))?;
            (workspace.levels[id.0] == before.levels[old]).then(|| Arc::clone(&known[old]))
        };
        let kept: Vec<_> = workspace.files().map(|(id, _)| (id, same(id))).collect();
        kept.into_par_iter()
            .map(|(id, own)| own.unwrap_or_else(|| Arc::new(Self::of(workspace, id))))
            .collect()
    }

    fn of(workspace: &Workspace, id: FileId) -> Self {
        let items = vec![None; workspace.file(id).deck.items().len()];
        let mut own = Self { deck: Vec::new(), items, premises: Premises::default(), headings: 0 };
        own.refresh(workspace, id);
        own
    }

    /// Follows an edit: what was said of items that are gone is gone.
    pub(super) fn splice(&mut self, spliced: &Spliced) {
        let added = spliced.added.clone().map(|_| None);
        self.items.splice(spliced.removed.clone(), added);
    }

    /// Judges anew what an edit can have changed.
    pub(super) fn refresh(&mut self, workspace: &Workspace, id: FileId) {
        let file = workspace.file(id);
        let active = Active::of(&workspace.levels[id.0], file.deck.dialect());
        self.deck = active.of_deck(file);
        let premises = Premises::of(file);
        if premises == self.premises {
            self.forget_neighbours(file);
        } else {
            self.items.fill(None);
            self.premises = premises;
        }
        let headings = file.headings_hash();
        if headings != std::mem::replace(&mut self.headings, headings) {
            self.forget_pointing(file);
        }
        for (index, told) in self.items.iter_mut().enumerate().filter(|(_, told)| told.is_none()) {
            *told = Some(active.of_item(&file.item(index)).into());
        }
    }

    /// Where a heading has changed, cards that may be clear by it have to be judged anew.
    fn forget_pointing(&mut self, file: &SourceFile) {
        for (told, facts) in self.items.iter_mut().zip(&file.facts) {
            let points = |facts: &CardFacts| {
                let front = facts.wording.front;
                front.points_at_someone || front.points_at_something
            };
            if facts.as_ref().is_some_and(points) {
                *told = None;
            }
        }
    }

    /// Where an item has to be judged anew, those near it have to be, too.
    fn forget_neighbours(&mut self, file: &SourceFile) {
        let fresh: Vec<usize> =
            (0..self.items.len()).filter(|&i| self.items[i].is_none()).collect();
        for (at, &index) in fresh.iter().enumerate() {
            if at == 0 || fresh[at - 1] + 1 != index {
                self.forget(file, (0..index).rev());
            }
            if fresh.get(at + 1) != Some(&(index + 1)) {
                self.forget(file, index + 1..self.items.len());
            }
        }
    }

    fn forget(&mut self, file: &SourceFile, items: impl Iterator<Item = usize>) {
        let (mut seen, mut after_text) = (0, false);
        for index in items {
            let is_text = file.deck.items()[index].kind == ItemKind::Prose;
            seen += usize::from(!(is_text && after_text));
            if seen > NEIGHBOURS {
                break;
            }
            after_text = is_text;
            self.items[index] = None;
        }
    }

    /// What was found, with where the item starts, in the order in which the rules run.
    pub(super) fn told<'a>(
        &'a self,
        workspace: &'a Workspace,
        id: FileId,
    ) -> impl Iterator<Item = (TextSize, Told)> + 'a {
        let deck = &workspace.file(id).deck;
        let of_deck = self.deck.iter().map(|told| (TextSize::new(0), told.clone()));
        let of_items = self.items.iter().enumerate().flat_map(move |(index, told)| {
            let told = told.as_deref().unwrap_or_default().iter();
            told.map(move |told| (deck.start(index), told.clone()))
        });
        of_deck.chain(of_items)
    }
}
