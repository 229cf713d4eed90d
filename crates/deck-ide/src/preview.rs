//! Decks as a page shows them: cards with their places and what is wrong with them, and those that
//! are dated.

mod dated;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use deck_lint::{FileId, Level, Live, SourceFile, Workspace};
use deck_render::{Album, Badge, BadgeLevel, Entry, Scene, SceneCard, SectionTitle, Source};
use deck_syntax::TextSize;

use crate::sections;
pub use dated::{timeline, timeline_of_decks};

/// What decks look like, kept from one edit to the next so that little has to be drawn anew.
#[derive(Debug, Default)]
pub struct Gallery {
    decks: HashMap<PathBuf, Kept>,
}

#[derive(Debug, Default)]
struct Kept {
    album: Album,
    /// What is wrong with the card in each item.
    badges: HashMap<usize, Vec<Badge>>,
}

/// What a page shows, and where its cards are written.
#[derive(Debug, Clone, Default)]
pub struct Picture {
    /// What the page shows.
    pub scene: Scene,
    /// For each card of the scene its file and the index of its item.
    pub places: Vec<(FileId, usize)>,
}

impl Picture {
    /// The card at a byte offset of a file, as an index into the scene's cards.
    pub fn card_at(&self, workspace: &Workspace, file: FileId, at: TextSize) -> Option<usize> {
        let item = workspace.file(file).deck.item_at(at)?;
        self.card_of(file, item)
    }

    /// The card in an item, as an index into the scene's cards.
    pub fn card_of(&self, file: FileId, item: usize) -> Option<usize> {
        self.places.iter().position(|place| *place == (file, item))
    }
}

impl Gallery {
    /// Draws what has changed in a deck, and reads anew what is wrong with it.
    pub fn refresh(&mut self, live: &Live, file: FileId) {
        let workspace = live.workspace();
        let source_file = workspace.file(file);
        let kept = self.decks.entry(source_file.path.clone()).or_default();
        let folder = folder(workspace, source_file);
        kept.album.refresh(source(source_file, &folder));
        kept.badges = badges(live, file);
    }

    /// Colours the code on a card. Whether there was anything to colour.
    pub fn colour(&mut self, workspace: &Workspace, (file, item): (FileId, usize)) -> bool {
        let source_file = workspace.file(file);
        let folder = folder(workspace, source_file);
        let kept = self.decks.get_mut(&source_file.path);
        kept.is_some_and(|kept| kept.album.colour(source(source_file, &folder), item))
    }

    /// What a page of some decks shows. Decks that were never seen before are drawn.
    pub fn picture(&mut self, live: &Live, files: &[FileId]) -> Picture {
        let workspace = live.workspace();
        let mut picture = Picture::default();
        picture.scene.title = match files {
            [file] => title(workspace.file(*file)),
            _ => workspace
                .root
                .file_name()
                .map_or_else(|| "Decks".to_owned(), |name| name.to_string_lossy().into_owned()),
        };
        for &file in files {
            if !self.decks.contains_key(&workspace.file(file).path) {
                self.refresh(live, file);
            }
            self.add_deck(workspace, file, files.len() > 1, &mut picture);
        }
        picture
    }

    fn add_deck(&self, workspace: &Workspace, id: FileId, is_named: bool, picture: &mut Picture) {
        let file = workspace.file(id);
        let Some(kept) = self.decks.get(&file.path) else { return };
        let Picture { scene, places } = picture;
        if is_named {
            scene.sections.push(SectionTitle { title: title(file), level: 0 });
        }
        let mut section = is_named.then(|| scene.sections.len() - 1);
        let name: Arc<str> = relative(workspace, file).into();
        for entry in kept.album.entries(source(file, "")) {
            match entry {
                Entry::Title(_) => {}
                Entry::Section { level, text } => {
                    section = Some(scene.sections.len());
                    scene.sections.push(SectionTitle { title: text.to_owned(), level });
                }
                Entry::Card { item, line, face } => {
                    places.push((id, item));
                    scene.cards.push(SceneCard {
                        face: Arc::clone(face),
                        file: Arc::clone(&name),
                        line,
                        section,
                        badges: kept.badges.get(&item).cloned().unwrap_or_default(),
                    });
                }
            }
        }
    }
}

fn source<'a>(file: &'a SourceFile, folder: &'a str) -> Source<'a> {
    Source { deck: &file.deck, text: &file.text, html: file.html, folder }
}

/// A file's path from the root of its workspace, parted by `/`.
fn relative(workspace: &Workspace, file: &SourceFile) -> String {
    let path = file.path.strip_prefix(&workspace.root).unwrap_or(&file.path);
    path.display().to_string().replace('\\', "/")
}

fn folder(workspace: &Workspace, file: &SourceFile) -> String {
    let path = relative(workspace, file);
    path.rsplit_once('/').map_or_else(String::new, |(folder, _)| folder.to_owned())
}

/// What a deck is called: by its front matter, its title, or its file.
fn title(file: &SourceFile) -> String {
    let said = sections::deck_name(file);
    let written = || {
        file.deck.items().iter().zip(0..).find_map(|(item, index)| match &item.kind {
            deck_syntax::ItemKind::Title { text } => Some(&file.item(index).text[*text]),
            _ => None,
        })
    };
    let name = || file.path.file_name().map(|name| name.to_string_lossy().into_owned());
    said.or_else(written).map(str::to_owned).or_else(name).unwrap_or_default()
}

/// What is wrong with each card of a file, the gravest first.
fn badges(live: &Live, file: FileId) -> HashMap<usize, Vec<Badge>> {
    let deck = &live.workspace().file(file).deck;
    let mut badges: HashMap<usize, Vec<Badge>> = HashMap::new();
    for finding in live.diagnostics(file) {
        let Some(item) = deck.item_at(finding.range.start()) else { continue };
        if deck.items()[item].card().is_none() {
            continue;
        }
        let level = match finding.level {
            Level::Error => BadgeLevel::Error,
            Level::Warning => BadgeLevel::Warning,
            Level::Hint => BadgeLevel::Hint,
        };
        let rule = finding.rule.name.to_owned();
        badges.entry(item).or_default().push(Badge { level, rule, message: finding.message });
    }
    for all in badges.values_mut() {
        all.sort_by_key(|badge| badge.level);
    }
    badges
}
