//! One show: what it is of, and what its pages know.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use deck_ide::preview::{Gallery, Picture};
use deck_lint::{FileId, Live, Workspace};
use deck_preview::{Scope, Server, Show};

use super::{To, Way};
use crate::client::Editor;
use crate::root::RootId;

/// A deck that is shown, or all of its workspace.
pub(super) struct Open {
    pub(super) id: String,
    pub(super) way: Way,
    pub(super) root: RootId,
    /// The deck. It keeps its path where a scan gives it another number.
    pub(super) path: PathBuf,
    pub(super) scope: Scope,
    /// The decks in the picture, by the numbers that they had when it was drawn.
    pub(super) files: Vec<(FileId, PathBuf)>,
    pub(super) picture: Picture,
    pub(super) show: Show,
    /// The item under the cursor, as the editor last said it.
    pub(super) cursor: Option<(PathBuf, usize)>,
    /// Whether the pages were told of a card there.
    pub(super) is_pointing: bool,
}

impl Open {
    /// The decks that it is to show. A deck that is gone is shown no more; what else there is, is.
    fn wanted(&self, workspace: &Workspace) -> Vec<(FileId, PathBuf)> {
        let own = workspace.find(&self.path);
        let all = workspace.selected().map(|(file, _)| file).filter(|_| self.scope == Scope::All);
        let files: BTreeSet<FileId> = all.chain(own).collect();
        files.into_iter().map(|file| (file, workspace.file(file).path.clone())).collect()
    }

    /// Whether the numbers of files are still those of the picture. Between a scan and the next
    /// telling they are another workspace's.
    pub(super) fn is_current(&self, workspace: &Workspace) -> bool {
        self.files.iter().all(|(file, path)| workspace.find(path) == Some(*file))
    }

    /// Draws what it is to show. `stale`: the files that have changed.
    pub(super) fn draw(
        &mut self,
        gallery: &mut Gallery,
        live: &Live,
        is_stale: impl Fn(FileId) -> bool,
    ) -> bool {
        let files = self.wanted(live.workspace());
        let is_other = files != self.files;
        let changed: Vec<FileId> =
            files.iter().map(|it| it.0).filter(|file| is_other || is_stale(*file)).collect();
        if changed.is_empty() && !is_other {
            return false;
        }
        for file in changed {
            gallery.refresh(live, file);
        }
        self.files = files;
        self.picture = gallery.picture(live, &self.ids());
        true
    }

    pub(super) fn ids(&self) -> Vec<FileId> {
        self.files.iter().map(|it| it.0).collect()
    }

    /// The card under the cursor, as its number in the picture.
    pub(super) fn pointed(&self) -> Option<usize> {
        let (path, item) = self.cursor.as_ref()?;
        self.card_of(path, *item)
    }

    /// The card in an item of a deck, as its number in the picture.
    pub(super) fn card_of(&self, path: &Path, item: usize) -> Option<usize> {
        let (file, _) = self.files.iter().find(|it| it.1 == path)?;
        self.picture.card_of(*file, item)
    }

    /// Tells all pages which card is under the cursor.
    pub(super) fn point(&mut self, editor: &Editor, server: Option<&Server>) {
        let card = self.pointed();
        self.is_pointing = card.is_some();
        self.tell(editor, server, self.show.cursor(card));
    }

    /// Tells all pages of the show.
    pub(super) fn tell(&self, editor: &Editor, server: Option<&Server>, message: String) {
        match self.way {
            Way::Webview => editor.to_webview(&self.id, &message),
            Way::Browser => {
                if let Some(server) = server {
                    server.send(&self.id, message);
                }
            }
        }
    }

    /// Tells the page that asked.
    pub(super) fn answer(&self, editor: &Editor, server: Option<&Server>, to: To, message: String) {
        match (to, server) {
            (To::Page(page), Some(server)) => server.send_to(page, message),
            _ => self.tell(editor, server, message),
        }
    }
}
