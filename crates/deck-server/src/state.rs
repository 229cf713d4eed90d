//! What the server knows: the roots, and what is open in the editor.

mod scan;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::time::{Duration, Instant};

use deck_lint::{Change, FileId, ItemCx};
use tower_lsp::ls_types::{InitializeParams, Uri};

use crate::buffer::{Buffer, Replacement, difference};
use crate::client::{Abilities, Editor};
use crate::convert::{Lines, Positions, uri};
use crate::event::Event;
use crate::publish::{Pending, Report};
use crate::root::{Root, RootId};
use crate::shows::Shows;

/// How long nobody has to type before what takes longer is done.
const REST: Duration = Duration::from_millis(250);

/// What the server knows. Owned by one thread.
pub(crate) struct State {
    pub(crate) editor: Editor,
    pub(crate) abilities: Abilities,
    /// The folders with which the editor started.
    pub(crate) folders: Vec<PathBuf>,
    pub(crate) roots: Vec<Root>,
    pub(crate) buffers: HashMap<Uri, Buffer>,
    pub(crate) pending: Pending,
    /// The pages that show cards.
    pub(crate) shows: Shows,
    /// Where the editor shows the pages of rules, with `{rule}` for the name of one.
    pub(crate) pages: Option<String>,
    /// What was told of files when they were last asked for, as long as it is true.
    pub(crate) reports: HashMap<(RootId, FileId), Report>,
    /// Whether cards are shown with their numbers.
    pub(crate) numbers_cards: bool,
    /// How many results have got a name of their own.
    pub(crate) results: u64,
    /// Why decks could not be read, if that was told.
    told_problem: Option<String>,
    pub(crate) events: Sender<Event>,
    rests_at: Option<Instant>,
    next_root: u32,
}

impl State {
    pub(crate) fn new(editor: Editor, events: Sender<Event>) -> Self {
        Self {
            editor,
            abilities: Abilities::default(),
            folders: Vec::new(),
            roots: Vec::new(),
            buffers: HashMap::new(),
            pending: Pending::default(),
            shows: Shows::default(),
            pages: None,
            reports: HashMap::new(),
            numbers_cards: false,
            results: 0,
            told_problem: None,
            events,
            rests_at: None,
            next_root: 0,
        }
    }

    /// Takes in who the editor is and what it has open.
    pub(crate) fn initialize(&mut self, params: &InitializeParams) {
        self.abilities = Abilities::of(&params.capabilities);
        #[allow(deprecated)]
        let single = params.root_uri.as_ref().and_then(uri::to_path);
        let folders = params.workspace_folders.as_ref();
        let folders = folders.map(|it| it.iter().filter_map(|it| uri::to_path(&it.uri)).collect());
        self.folders = folders.unwrap_or_else(|| single.into_iter().collect());
        let options = params.initialization_options.as_ref();
        let pages = options.and_then(|options| options.get("rulePages")?.as_str());
        self.pages = pages.map(str::to_owned);
        let numbers = options.and_then(|options| options.get("cardNumbers")?.as_bool());
        self.numbers_cards = numbers.unwrap_or(false);
    }

    pub(crate) fn root(&self, id: RootId) -> Option<&Root> {
        self.roots.iter().find(|root| root.id == id)
    }

    fn root_mut(&mut self, id: RootId) -> Option<&mut Root> {
        self.roots.iter_mut().find(|root| root.id == id)
    }

    /// The file of a document.
    pub(crate) fn locate(&self, uri: &Uri) -> Option<(RootId, FileId)> {
        if let Some(buffer) = self.buffers.get(uri) {
            return buffer.home;
        }
        let path = uri::to_path(uri)?;
        self.roots.iter().find_map(|root| Some((root.id, root.live.workspace().find(&path)?)))
    }

    /// The name of a file: what the editor calls it, if it is open.
    pub(crate) fn uri(&self, id: RootId, file: FileId) -> Option<Uri> {
        if let Some(buffer) = self.buffer(id, file) {
            return Some(buffer.uri.clone());
        }
        uri::of_path(&self.root(id)?.live.workspace().file(file).path)
    }

    /// The buffer in which a file is open.
    pub(crate) fn buffer(&self, root: RootId, file: FileId) -> Option<&Buffer> {
        self.buffers.values().find(|buffer| buffer.home == Some((root, file)))
    }

    pub(crate) fn buffer_mut(&mut self, root: RootId, file: FileId) -> Option<&mut Buffer> {
        self.buffers.values_mut().find(|buffer| buffer.home == Some((root, file)))
    }

    /// The positions of a file's text.
    pub(crate) fn positions<'a>(&'a self, root: &'a Root, file: FileId) -> Positions<'a> {
        let lines = match self.buffer(root.id, file) {
            Some(buffer) => Lines::Buffer(&buffer.rope),
            None => Lines::File(root.live.workspace().file(file)),
        };
        Positions { lines, encoding: self.abilities.encoding }
    }

    /// The files whose findings are shown, open or not.
    pub(crate) fn shown_files(&self) -> Vec<(RootId, FileId)> {
        let of_root = |root: &&Root| {
            let selected = root.live.workspace().selected();
            selected.map(|(file, _)| (root.id, file)).collect::<Vec<_>>()
        };
        let whole = self.roots.iter().filter(|root| root.is_workspace).map(|root| of_root(&root));
        let open = self.buffers.values().filter_map(|buffer| buffer.home);
        let mut files: Vec<_> = whole.flatten().chain(open).collect();
        files.sort_unstable();
        files.dedup();
        files
    }

    /// Edits the file of a buffer as the buffer was edited.
    pub(crate) fn edit(&mut self, id: RootId, file: FileId, replacements: &[Replacement]) {
        let Some(root) = self.root_mut(id) else { return };
        let changes: Vec<Change<'_>> =
            replacements.iter().map(|it| Change { range: it.range, insert: &it.insert }).collect();
        let was_html = root.live.workspace().file(file).html;
        let indexes = &mut root.indexes;
        let watch = &mut |item: &ItemCx<'_>, passage| indexes.follow(item, passage);
        let touched = root.live.edit_watched(file, &changes, watch);
        root.generation += 1;
        // Every side reads otherwise then, and the indexes do not know.
        let is_reread = root.live.workspace().file(file).html != was_html;
        self.pending.edited.insert((id, file));
        for file in touched.iter().chain([&file]) {
            self.reports.remove(&(id, *file));
        }
        self.pending.touched.extend(touched.into_iter().map(|file| (id, file)));
        if is_reread {
            self.scan(id);
        }
        self.rest_later();
    }

    /// Finds the file of a buffer, or makes one.
    pub(crate) fn settle_in(&mut self, uri: &Uri) {
        let Some(buffer) = self.buffers.get(uri) else { return };
        let root = self.root_for(&buffer.path.clone());
        let is_deck = self.tell_dialect(root, uri);
        if self.adopt_buffer(root, uri) || !is_deck {
            return;
        }
        self.read_buffers(root);
        self.scan(root);
    }

    /// Finds the files of all buffers anew.
    pub(crate) fn settle_all(&mut self) {
        let uris: Vec<Uri> = self.buffers.keys().cloned().collect();
        for uri in uris {
            self.settle_in(&uri);
        }
    }

    /// Makes the buffer's text that of its file in a root; `false` if the root does not have it.
    fn adopt_buffer(&mut self, id: RootId, uri: &Uri) -> bool {
        let Some(root) = self.roots.iter().find(|root| root.id == id) else { return false };
        let Some(buffer) = self.buffers.get_mut(uri) else { return false };
        let workspace = root.live.workspace();
        let Some(file) = workspace.find(&buffer.path) else {
            buffer.home = None;
            // It was read while it was another text: whether it is a deck now has to be told anew.
            if buffer.is_changed {
                buffer.dialect = None;
            }
            return false;
        };
        buffer.home = Some((id, file));
        buffer.dialect = Some(workspace.file(file).deck.dialect());
        self.pending.edited.insert((id, file));
        let text = &workspace.file(file).text;
        if buffer.rope != *text {
            let text = ropey::Rope::from_str(text);
            let change = difference(&text, &String::from(&buffer.rope));
            self.edit(id, file, &[change]);
        }
        true
    }

    /// The innermost root around a path.
    fn root_around(&self, path: &Path) -> Option<RootId> {
        let around = self.roots.iter().filter(|root| path.starts_with(&root.folder));
        around.max_by_key(|root| root.folder.as_os_str().len()).map(|root| root.id)
    }

    /// The root to which a path belongs; a new one if there is none yet.
    fn root_for(&mut self, path: &Path) -> RootId {
        let folder = path.parent().unwrap_or(path);
        self.root_around(path).unwrap_or_else(|| self.add_root(folder.to_owned(), false))
    }

    fn add_root(&mut self, folder: PathBuf, is_workspace: bool) -> RootId {
        let id = RootId(self.next_root);
        self.next_root += 1;
        self.roots.push(Root::new(id, folder, is_workspace));
        id
    }

    /// Reads the decks of a folder that the editor opened.
    pub(crate) fn add_folder(&mut self, folder: PathBuf) {
        if self.roots.iter().any(|root| root.is_workspace && folder.starts_with(&root.folder)) {
            return;
        }
        // What was opened before it is part of it now.
        self.roots.retain(|root| !root.folder.starts_with(&folder));
        let id = self.add_root(folder, true);
        self.scan(id);
    }

    /// Forgets the decks of a folder that the editor closed.
    pub(crate) fn remove_folder(&mut self, folder: &Path) {
        let gone: Vec<RootId> =
            self.roots.iter().filter(|root| root.folder == folder).map(|root| root.id).collect();
        self.roots.retain(|root| root.folder != folder);
        for buffer in self.buffers.values_mut() {
            if buffer.home.is_some_and(|(root, _)| gone.contains(&root)) {
                buffer.home = None;
            }
        }
    }

    /// When there has been rest for long enough.
    pub(crate) fn rests_at(&self) -> Option<Instant> {
        self.rests_at
    }

    /// What takes longer waits until nobody types.
    pub(crate) fn rest_later(&mut self) {
        self.rests_at = Some(Instant::now() + REST);
    }

    /// Nobody has typed for a while: what takes longer is done now.
    pub(crate) fn rest(&mut self) {
        self.rests_at = None;
        self.tell_dialects_anew();
        let ids: Vec<RootId> = self.roots.iter().map(|root| root.id).collect();
        for id in ids {
            self.compare(id);
        }
    }
}
