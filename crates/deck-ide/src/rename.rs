//! Renaming what stands at a position, everywhere.

mod valid;

use deck_lint::{FileId, Terms, TextEdit, Workspace};
use deck_syntax::{Dialect, TextRange, TextSize};

use crate::Place;
use crate::edits::{FileEdits, by_file};
use crate::names::NameKind;
use crate::references::{named, references, section, text_of};
use crate::subject::{Subject, SubjectKind, subject_at};

/// Why something cannot be renamed: a sentence for the person who asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RenameError {
    /// It is nothing that has other places.
    #[error(
        "only a tag, an id, the title of a section or a term can be renamed, and a term is a name \
         that the decks write with a capital inside a sentence at least twice"
    )]
    NotRenamable,
    /// The new name cannot be written there.
    #[error("{0}")]
    Invalid(String),
    /// Another card has that id.
    #[error("another card has the id `{0}` already, and two cards with one id share their reviews")]
    Taken(String),
    /// The id is not only ours.
    #[error(
        "Anki knows its notes by these ids: with another id the row would become a new note, \
         without the reviews of the old one"
    )]
    AnkiId,
    /// The tag says to Obsidian's plugin that the note holds cards.
    #[error("`#{0}` makes notes decks: with another tag, the cards in them would be none")]
    DeckTag(String),
}

/// What can be renamed at a position.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Renamable {
    /// Where it stands.
    pub range: TextRange,
    /// What it is called now.
    pub name: String,
}

/// What would be renamed at byte offset `at`.
///
/// # Errors
/// If nothing there can be renamed.
pub fn prepare_rename(
    workspace: &Workspace,
    terms: &Terms,
    file: FileId,
    at: TextSize,
) -> Result<Renamable, RenameError> {
    let subject = renamable(workspace, terms, file, at)?;
    let name = text_of(workspace, file, &subject).to_owned();
    Ok(Renamable { range: subject.range, name })
}

/// The changes that give what stands at byte offset `at` another name: a tag wherever it is given,
/// an id, the title of a section with the links to it, a term in all its spellings.
///
/// # Errors
/// If nothing there can be renamed, or not to that.
pub fn rename(
    workspace: &Workspace,
    terms: &Terms,
    file: FileId,
    at: TextSize,
    new: &str,
) -> Result<Vec<FileEdits>, RenameError> {
    let subject = renamable(workspace, terms, file, at)?;
    let old = text_of(workspace, file, &subject);
    let here = Place { file, range: subject.range };
    let new = new.trim();
    let (new, places) = match subject.kind {
        SubjectKind::Name(NameKind::Tag) => {
            let new = new.trim_start_matches('#');
            valid::tag(new).map_err(RenameError::Invalid)?;
            keeps_decks(workspace, old, new)?;
            (new, named(workspace, NameKind::Tag, old))
        }
        SubjectKind::Name(NameKind::Id) => {
            valid::id(new).map_err(RenameError::Invalid)?;
            if new != old && !named(workspace, NameKind::Id, new).is_empty() {
                return Err(RenameError::Taken(new.to_owned()));
            }
            (new, named(workspace, NameKind::Id, old))
        }
        SubjectKind::Name(_) => {
            valid::section(workspace.file(file), here.range, new).map_err(RenameError::Invalid)?;
            (new, section(workspace, here))
        }
        _ => {
            let places = references(workspace, terms, file, at, &[]);
            let files = places.iter().map(|place| workspace.file(place.file));
            valid::term(new, files).map_err(RenameError::Invalid)?;
            (new, places)
        }
    };
    Ok(edits(workspace, &places, new))
}

fn edits(workspace: &Workspace, places: &[Place], new: &str) -> Vec<FileEdits> {
    let changed = places.iter().filter(|it| workspace.file(it.file).text[it.range] != *new);
    by_file(changed.map(|it| (it.file, TextEdit::replace(it.range, new))).collect())
}

fn renamable(
    workspace: &Workspace,
    terms: &Terms,
    file: FileId,
    at: TextSize,
) -> Result<Subject, RenameError> {
    let source = workspace.file(file);
    let subject = subject_at(source, terms, at).ok_or(RenameError::NotRenamable)?;
    match subject.kind {
        SubjectKind::Name(NameKind::Id) if source.deck.dialect() == Dialect::Anki => {
            Err(RenameError::AnkiId)
        }
        SubjectKind::Name(NameKind::Tag | NameKind::Id | NameKind::Section) | SubjectKind::Term => {
            Ok(subject)
        }
        _ => Err(RenameError::NotRenamable),
    }
}

/// Whether all notes that `old` makes decks are decks with `new` too.
fn keeps_decks(workspace: &Workspace, old: &str, new: &str) -> Result<(), RenameError> {
    let makes = |tag: &str, deck: &str| {
        let deck = deck.trim_start_matches('#');
        tag.strip_prefix(deck).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let notes = workspace.files().map(|(_, file)| &file.deck);
    let loses = notes.filter(|deck| deck.dialect() == Dialect::Obsidian).any(|deck| {
        let tags = &deck.settings().obsidian.tags;
        tags.iter().any(|it| makes(old, it)) && !tags.iter().any(|it| makes(new, it))
    });
    if loses { Err(RenameError::DeckTag(old.to_owned())) } else { Ok(()) }
}
