//! Files that cards show: from inside the workspace and nowhere else.

use std::path::{Component, Path, PathBuf};

/// What may be shown, and how it is called.
const KINDS: [(&str, &str); 18] = [
    ("png", "image/png"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("gif", "image/gif"),
    ("webp", "image/webp"),
    ("avif", "image/avif"),
    ("bmp", "image/bmp"),
    ("ico", "image/x-icon"),
    ("svg", "image/svg+xml"),
    ("mp3", "audio/mpeg"),
    ("m4a", "audio/mp4"),
    ("aac", "audio/aac"),
    ("ogg", "audio/ogg"),
    ("oga", "audio/ogg"),
    ("opus", "audio/ogg"),
    ("wav", "audio/wav"),
    ("flac", "audio/flac"),
    ("weba", "audio/webm"),
];

/// A larger file is no picture or sound for a card.
const LARGEST: u64 = 50_000_000;

/// How the web calls what a file holds; `None` where it is neither picture nor sound.
fn kind(path: &Path) -> Option<&'static str> {
    let extension = path.extension()?.to_str()?.to_ascii_lowercase();
    KINDS.iter().find(|(it, _)| *it == extension).map(|(_, kind)| *kind)
}

/// The picture or sound at a path below a folder, and how the web calls what it holds; `None` where there is
/// no file, where it is neither, or where it lies outside the folder, links followed.
pub fn media_file(root: &Path, path: &str) -> Option<(PathBuf, &'static str)> {
    let path = Path::new(path);
    let is_below = path.components().all(|part| matches!(part, Component::Normal(_)));
    if !is_below || kind(path).is_none() {
        return None;
    }
    let root = root.canonicalize().ok()?;
    let file = root.join(path).canonicalize().ok()?;
    let about = file.metadata().ok()?;
    let is_inside = file.starts_with(&root) && about.is_file() && about.len() <= LARGEST;
    let kind = kind(&file).filter(|_| is_inside)?;
    Some((file, kind))
}
