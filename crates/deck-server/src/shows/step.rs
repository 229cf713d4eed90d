//! Pages in step with the editor.

use std::path::Path;

use super::Shows;
use crate::client::Editor;
use crate::root::RootId;

impl Shows {
    /// Shows the card under the cursor, or that there is none.
    pub(crate) fn follow(
        &mut self,
        editor: &Editor,
        (root, path): (RootId, &Path),
        item: Option<usize>,
    ) {
        for open in self.open.iter_mut().filter(|open| open.root == root) {
            let is_here = open.files.iter().any(|it| it.1 == path);
            let place = item.map(|item| (path.to_owned(), item));
            if is_here && open.cursor != place {
                open.cursor = place;
                open.point(editor, self.server.as_ref());
            }
        }
    }

    /// Scrolls to the card in an item.
    pub(crate) fn scroll(&self, editor: &Editor, (root, path): (RootId, &Path), item: usize) {
        for open in self.open.iter().filter(|open| open.root == root) {
            let card = open.card_of(path, item);
            if let Some(message) = card.and_then(|card| open.show.scroll(card)) {
                open.tell(editor, self.server.as_ref(), message);
            }
        }
    }
}
