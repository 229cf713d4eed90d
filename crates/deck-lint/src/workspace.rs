//! The decks below one folder, and the configuration that applies to each.

mod candidates;
mod dialects;
mod discover;
mod in_force;
mod load;
mod placed;
mod reader;
mod root;
mod watched;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use deck_syntax::{Detection, Dialect, Settings, decode};

use crate::baseline::{BaselineError, BaselineSource, Known};
use crate::config::{ConfigError, LevelSetting, Levels, Scope};
use crate::lexicon::Lexicon;
use crate::media::MediaFiles;
use crate::past::Past;
use crate::rule::CardsCx;
use crate::source::{FileId, SourceFile};
pub use in_force::{InForce, Origin, RuleInForce};
pub(crate) use placed::PlacedConfig;

/// What to open.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Files and folders whose findings are wanted. None: the current folder.
    pub paths: Vec<PathBuf>,
    /// Text that stands in for a file, or in no file at all.
    pub overlay: Option<Overlay>,
    /// Texts that stand in for files whose findings are wanted no more than those of others: what
    /// is open in an editor.
    pub buffers: Vec<Overlay>,
    /// Files that are left out as if they were not there.
    pub absent: Vec<PathBuf>,
    /// A workspace that was open before: files whose text is still the same are taken from it.
    pub known: Option<Workspace>,
    /// Whether `known` has every deck as it is now but for the buffers, so that no file has to be
    /// read to see whether it has changed.
    pub knows_all: bool,
    /// A configuration file to use instead of the ones that would be found.
    pub config: Option<PathBuf>,
    /// Read no configuration, and look at nothing but `paths`.
    pub isolated: bool,
    /// What the files that are asked for are written in; `None`: their configuration, name and
    /// content tell.
    pub dialect: Option<Dialect>,
    /// Only these rules run, if any are named.
    pub select: Vec<String>,
    /// Words that are spelled rightly, besides those that the configuration has.
    pub words: Vec<String>,
    /// Which baseline says what was there before.
    pub baseline: BaselineSource,
    /// Levels that win over every configuration file, in order.
    pub levels: Vec<(String, LevelSetting)>,
}

/// Text that is not read from its file.
#[derive(Debug, Clone)]
pub struct Overlay {
    /// The file it stands in for. A path with no file behind it will do.
    pub path: PathBuf,
    /// The text.
    pub bytes: Vec<u8>,
}

/// The decks below one folder: the same for the command line and for an editor, so that what an
/// editor shows is what CI says. A clone is cheap and shares the files: a snapshot for readers.
#[derive(Debug, Clone)]
pub struct Workspace {
    /// The outermost folder with a `decklint.toml`, else the Git root, else the folder given.
    pub root: PathBuf,
    pub(crate) files: Vec<Arc<SourceFile>>,
    pub(crate) levels: Vec<Levels>,
    /// With which cards those of each file are compared.
    pub(crate) scopes: Vec<Scope>,
    pub(crate) selected: Vec<bool>,
    /// Whether all decks below the root are here, not only the ones that were asked for.
    pub(crate) sees_everything: bool,
    /// Files that could not be read.
    pub problems: Vec<LoadProblem>,
    /// Files that were named though they hold no card and nothing says that they are decks, with
    /// what was found instead: half a sentence.
    pub not_decks: Vec<(FileId, String)>,
    /// Files in the folders that were named that look like decks, though their dialect cannot be
    /// told; they are not among the files.
    pub undecided: Vec<PathBuf>,
    pub(crate) overlay: Option<FileId>,
    /// What the configuration knows of words.
    pub(crate) lexicon: Arc<Lexicon>,
    /// The pictures and sounds below the root, if any card shows one and the decks are files.
    pub(crate) media: Option<Arc<MediaFiles>>,
    /// What was there before, if a baseline says so.
    pub(crate) known: Option<Arc<Known>>,
    /// The decks before a change, if only what it brings is wanted.
    pub(crate) past: Option<Arc<Past>>,
    /// The baseline that the outermost configuration file names.
    pub configured_baseline: Option<PathBuf>,
    /// The files, wherever they are, that say how the decks are checked.
    pub(crate) configured_by: Vec<PathBuf>,
}

/// A file that could not be read.
#[derive(Debug, Clone, thiserror::Error)]
#[error("cannot read {}: {error}", path.display())]
pub struct LoadProblem {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub error: Arc<std::io::Error>,
}

/// Why there is nothing to check.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// A path that was named does not exist.
    #[error("there is no file or folder {}", .0.display())]
    NoSuchPath(PathBuf),
    /// A path that was named cannot be looked at.
    #[error("cannot read {}: {error}", path.display())]
    Unreadable {
        /// The path.
        path: PathBuf,
        /// Why.
        error: std::io::Error,
    },
    /// A configuration file cannot be used.
    #[error(transparent)]
    Config(#[from] Box<ConfigError>),
    /// A baseline cannot be used.
    #[error(transparent)]
    Baseline(#[from] BaselineError),
    /// The folders that were named hold no deck.
    #[error("no decks in {}", list(.0))]
    NoDecks(Vec<PathBuf>),
}

fn list(paths: &[PathBuf]) -> String {
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    names.join(", ")
}

impl Workspace {
    /// Finds, reads and parses the decks. `progress` is called, from any thread, with how many
    /// files are done and how many there are.
    ///
    /// # Errors
    /// If a named path does not exist, a configuration file cannot be used, or there is no deck at
    /// all. A file that cannot be read is no error but one of [`Self::problems`].
    pub fn open(
        options: &Options,
        progress: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<Self, OpenError> {
        load::open(options, progress)
    }

    /// As [`Self::open`], of nothing but the buffers, without looking for other decks: what can be
    /// had at once.
    ///
    /// # Errors
    /// If a configuration file cannot be used.
    pub fn of_buffers(options: &Options) -> Result<Self, OpenError> {
        load::of_buffers(options)
    }

    /// The root of the workspace to which a file or folder belongs.
    pub fn root_of(path: &Path) -> PathBuf {
        root::of(path)
    }

    /// A workspace of texts that are in no file: for tests and examples.
    pub fn of_texts(texts: impl IntoIterator<Item = (PathBuf, Vec<u8>)>) -> Self {
        Self::of_decks(texts.into_iter().map(|(path, bytes)| (path, bytes, Dialect::Deck)))
    }

    /// A workspace of texts that are in no file, in the dialects they are written in.
    pub fn of_decks(texts: impl IntoIterator<Item = (PathBuf, Vec<u8>, Dialect)>) -> Self {
        let settings = Arc::default();
        let files: Vec<Arc<SourceFile>> = texts
            .into_iter()
            .map(|(path, bytes, dialect)| SourceFile::new(path, decode(bytes), dialect, &settings))
            .map(Arc::new)
            .collect();
        Self {
            root: PathBuf::new(),
            levels: vec![Levels::default(); files.len()],
            scopes: vec![Scope::default(); files.len()],
            selected: vec![true; files.len()],
            sees_everything: true,
            files,
            problems: Vec::new(),
            not_decks: Vec::new(),
            undecided: Vec::new(),
            overlay: None,
            lexicon: Arc::default(),
            media: None,
            known: None,
            past: None,
            configured_baseline: None,
            configured_by: Vec::new(),
        }
    }

    /// Says which pictures and sounds there are below the root, with `/` between folders. For
    /// texts that are in no file; [`Self::open`] looks for them.
    pub fn set_media(&mut self, paths: &[String]) {
        self.media = Some(Arc::new(MediaFiles::of(paths)));
    }

    /// Runs only these rules.
    pub fn select(&mut self, rules: &[String]) {
        for levels in &mut self.levels {
            levels.select(rules);
        }
    }

    /// What can be told of the dialect of a file, and the settings under which it is read, without
    /// reading any other file but configuration.
    ///
    /// # Errors
    /// If a configuration file cannot be used.
    pub fn dialect_of(
        options: &Options,
        path: &Path,
        text: &str,
    ) -> Result<(Detection, Arc<Settings>), OpenError> {
        load::dialect_of(options, path, text)
    }

    /// What each file that is named, or may be a deck by its name, is written in, and what tells.
    ///
    /// # Errors
    /// As [`Self::open`]; and if a file cannot be read.
    pub fn detections(options: &Options) -> Result<Vec<(PathBuf, Detection)>, OpenError> {
        load::detections(options)
    }

    /// What applies to a file or folder, and which line of which configuration file says so.
    ///
    /// # Errors
    /// If it does not exist, or a configuration file cannot be used.
    pub fn in_force(options: &Options, path: &Path) -> Result<InForce, OpenError> {
        in_force::of(options, path)
    }

    /// The terms that `[text] terms` names, in any configuration file.
    pub fn named_terms(&self) -> &[String] {
        &self.lexicon.terms
    }

    /// The file whose text is not its own.
    pub fn overlay(&self) -> Option<FileId> {
        self.overlay
    }

    /// Gives a file another text.
    ///
    /// # Panics
    /// If the number is another workspace's.
    pub fn set_text(&mut self, id: FileId, text: String) {
        Arc::make_mut(&mut self.files[id.0]).set_text(text);
    }

    /// The file of that number.
    ///
    /// # Panics
    /// If the number is another workspace's.
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0]
    }

    /// The files, in the order of their paths.
    pub fn files(&self) -> impl Iterator<Item = (FileId, &SourceFile)> + '_ {
        self.files.iter().enumerate().map(|(index, file)| (FileId(index), file.as_ref()))
    }

    /// The file at a path.
    pub fn find(&self, path: &Path) -> Option<FileId> {
        let is_it = |file: &Arc<SourceFile>| file.path.as_os_str() == path.as_os_str();
        self.files.iter().position(is_it).map(FileId)
    }

    /// All cards, as rules that compare them see them.
    pub fn cards(&self) -> CardsCx<'_> {
        CardsCx::new(self)
    }

    /// Whether the findings of every file are wanted.
    pub(crate) fn selects_all(&self) -> bool {
        self.sees_everything && self.selected.iter().all(|&selected| selected)
    }

    /// The baseline that says what was there before, if one does.
    pub fn baseline(&self) -> Option<&crate::Baseline> {
        self.known.as_ref().map(|known| &known.baseline)
    }

    /// Whether the findings of a file are wanted.
    pub fn is_selected(&self, id: FileId) -> bool {
        self.selected.get(id.0).copied().unwrap_or(false)
    }

    /// The files whose findings are wanted, in the order of their paths.
    pub fn selected(&self) -> impl Iterator<Item = (FileId, &SourceFile)> + '_ {
        self.files
            .iter()
            .enumerate()
            .filter(|(index, _)| self.selected[*index])
            .map(|(index, file)| (FileId(index), file.as_ref()))
    }
}
