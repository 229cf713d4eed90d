//! Pictures and sounds: where cards show them, and which there are below the root.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use deck_syntax::{Dialect, TextRange, TextSize};
use ignore::{DirEntry, WalkBuilder};
use memchr::memmem;

use crate::rule::ItemCx;
use crate::workspace::{Options, Workspace};

/// The pictures and sounds below the root of a workspace.
#[derive(Debug, Default)]
pub(crate) struct MediaFiles {
    /// All of them, relative to the root, with `/` between folders.
    files: BTreeSet<String>,
    /// The same, by their paths in small letters.
    folded: HashMap<String, String>,
    /// By their names alone, in small letters: how Obsidian finds them.
    names: BTreeMap<String, String>,
}

const EXTENSIONS: [&str; 20] = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "avif", "tif", "tiff", "mp3", "wav", "ogg",
    "m4a", "flac", "mp4", "webm", "mov", "pdf", "opus",
];

/// Whether a file is a picture or sound by its name.
fn is_media_name(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|it| EXTENSIONS.iter().any(|known| it.eq_ignore_ascii_case(known)))
}

/// Whether a file is a picture or sound by its name.
pub fn is_media(path: &Path) -> bool {
    path.to_str().is_some_and(is_media_name)
}

impl MediaFiles {
    /// Looks for them, once, if any card shows one. Also where Git ignores them: what is too large
    /// for a repository may still be there.
    pub(crate) fn below(workspace: &Workspace, options: &Options) -> Option<Arc<Self>> {
        let mut cards = workspace.files.iter().flat_map(|file| file.facts.iter().flatten());
        if workspace.root.as_os_str().is_empty() || !cards.any(|facts| facts.shows_media) {
            return None;
        }
        let walk = WalkBuilder::new(&workspace.root).git_ignore(false).git_global(false).build();
        let files = walk.flatten().filter(|it| it.file_type().is_some_and(|kind| kind.is_file()));
        let files = files.map(DirEntry::into_path).filter(|path| !options.absent.contains(path));
        let buffers = options.buffers.iter().map(|buffer| buffer.path.clone());
        let mut media = Self::default();
        for path in files.chain(buffers) {
            if let Ok(path) = path.strip_prefix(&workspace.root)
                && let Some(path) = plain(path).filter(|path| is_media_name(path))
            {
                media.add(path);
            }
        }
        Some(Arc::new(media))
    }

    /// These, relative to the root.
    pub(crate) fn of(paths: &[String]) -> Self {
        let mut media = Self::default();
        for path in paths {
            media.add(path.clone());
        }
        media
    }

    fn add(&mut self, path: String) {
        let folded = path.to_lowercase();
        let name = folded.rsplit('/').next().unwrap_or(&folded).to_owned();
        self.names.entry(name).or_insert_with(|| path.clone());
        self.folded.entry(folded).or_insert_with(|| path.clone());
        self.files.insert(path);
    }

    /// All of them, in the order of their paths.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(String::as_str)
    }

    /// Whether there are any in a folder or below it.
    pub(crate) fn has_folder(&self, folder: &str) -> bool {
        let prefix = format!("{folder}/");
        self.files.range(prefix.clone()..).next().is_some_and(|path| path.starts_with(&prefix))
    }

    /// The file that a card in `folder` shows by `target`, both relative to the root.
    pub(crate) fn find(&self, folder: &Path, target: &str, dialect: Dialect) -> Found<'_> {
        let places = [folder.join(target), PathBuf::from(target.trim_start_matches('/'))];
        let places: Vec<Option<String>> = places.iter().map(|place| plain(place)).collect();
        if places[0].is_none() {
            // Above the root, or on a disk of its own: nobody has looked there.
            return Found::Unknown;
        }
        let places = || places.iter().flatten();
        if let Some(path) = places().find_map(|place| self.files.get(place)) {
            return Found::Here(path);
        }
        let name = target.rsplit('/').next().unwrap_or(target).to_lowercase();
        if dialect == Dialect::Obsidian
            && let Some(path) = self.names.get(&name)
        {
            return Found::Here(path);
        }
        match places().find_map(|place| self.folded.get(&place.to_lowercase())) {
            Some(path) => Found::OtherCase(path),
            None => Found::Nowhere,
        }
    }
}

/// What became of a search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Found<'m> {
    /// There it is, relative to the root.
    Here(&'m str),
    /// A file whose name differs in capital letters is there.
    OtherCase(&'m str),
    /// There is none.
    Nowhere,
    /// It is not below the root.
    Unknown,
}

/// A relative path with `/` between its parts and no `.` and `..`; `None` where it leads out of the
/// root.
fn plain(path: &Path) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in path.components() {
        match part {
            Component::Normal(part) => parts.push(part.to_str()?),
            Component::CurDir => {}
            Component::ParentDir => {
                parts.pop()?;
            }
            Component::RootDir | Component::Prefix(_) => return None,
        }
    }
    Some(parts.join("/"))
}

/// A picture or sound that a card shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shown<'a> {
    /// All of it, relative to the item.
    pub(crate) range: TextRange,
    /// Where its path stands.
    pub(crate) place: TextRange,
    /// The path or address as it is written.
    pub(crate) target: &'a str,
    /// What stands in its place where it cannot be seen; `None` where there is no place for it.
    pub(crate) alt: Option<&'a str>,
}

impl Shown<'_> {
    /// Whether it is on another machine.
    pub(crate) fn is_remote(&self) -> bool {
        let target = self.target;
        ["http://", "https://", "//"].iter().any(|start| target.starts_with(start))
    }

    /// The path as the disk has it: without what stands behind `?` or `#`, and with spaces for
    /// `%20`. `None` for addresses, and for what is no picture or sound.
    pub(crate) fn path(&self) -> Option<String> {
        let path = self.target.split(['?', '#']).next().unwrap_or_default();
        let is_address = path.contains("://") || path.starts_with("data:") || self.is_remote();
        (!is_address && is_media_name(path)).then(|| path.replace("%20", " ").replace('\\', "/"))
    }
}

/// Whether a card may show something besides words.
pub(crate) fn may_show(text: &str) -> bool {
    memmem::find(text.as_bytes(), b"![").is_some()
        || memmem::find(text.as_bytes(), b"<img").is_some()
}

/// What the card in an item shows, in order: `![alt](path)`, `![[name]]`.
pub(crate) fn shown<'a>(cx: &ItemCx<'a>) -> Vec<Shown<'a>> {
    if !cx.facts.is_some_and(|facts| facts.shows_media) {
        return Vec::new();
    }
    let mut found = Vec::new();
    let code = code_ranges(cx);
    let mut after = 0;
    for at in memmem::find_iter(cx.text.as_bytes(), "![") {
        let is_code = code.iter().any(|range| range.contains(size(at)));
        if at < after || is_code || cx.text[..at].ends_with('\\') {
            continue;
        }
        if let Some(shown) = wiki(cx.text, at).or_else(|| inline(cx.text, at)) {
            after = shown.range.end().into();
            found.push(shown);
        }
    }
    found
}

/// Where code and comments stand, in which a picture is an example.
fn code_ranges(cx: &ItemCx<'_>) -> Vec<TextRange> {
    let lines = cx.lines().filter(|line| line.verbatim).map(|line| line.range());
    let mut found: Vec<TextRange> = lines.chain(cx.item.comments.iter().copied()).collect();
    for line in cx.lines().filter(|line| !line.verbatim && line.content.contains('`')) {
        let ticks: Vec<usize> = line.content.match_indices('`').map(|(at, _)| at).collect();
        found.extend(ticks.chunks_exact(2).map(|pair| line.part(pair[0], pair[1])));
    }
    found
}

fn size(at: usize) -> TextSize {
    TextSize::new(u32::try_from(at).unwrap_or(u32::MAX))
}

fn range(start: usize, end: usize) -> TextRange {
    TextRange::new(size(start), size(end))
}

/// `![[name.png|300]]`
fn wiki(text: &str, at: usize) -> Option<Shown<'_>> {
    let start = at + 3;
    let rest = text.get(at..)?.strip_prefix("![[")?;
    let length = rest.find("]]").filter(|&end| !rest[..end].contains('\n'))?;
    let target = rest[..length].split(['|', '#']).next()?.trim_end();
    let place = range(start, start + target.len());
    Some(Shown { range: range(at, start + length + 2), place, target, alt: None })
}

/// `![alt](path "title")`, `![alt](<path>)`
fn inline(text: &str, at: usize) -> Option<Shown<'_>> {
    let rest = &text[at + 2..];
    let middle = rest.find("](").filter(|&end| !rest[..end].contains("\n\n"))?;
    let alt = &rest[..middle];
    let from = at + 2 + middle + 2;
    let inner = &text[from..];
    let end = inner.find(')').filter(|&end| !inner[..end].contains('\n'))?;
    let target = inner[..end].trim();
    let target = match target.strip_prefix('<') {
        Some(target) => target.split('>').next()?,
        None => target.split(" \"").next()?.trim_end(),
    };
    let start = from + inner.find(target)?;
    let place = range(start, start + target.len());
    Some(Shown { range: range(at, from + end + 1), place, target, alt: Some(alt) })
}
