//! Links in the text of decks: to files, and to sections.

use std::path::{Component, Path, PathBuf};

use deck_lint::{SourceFile, Workspace};
use deck_syntax::{TextRange, TextSize};
use memchr::memmem;

use crate::Place;
use crate::at::{range_in, size};

/// A link to a file as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Link<'t> {
    /// The path as it is written, without `#section` and the like.
    pub(crate) target: &'t str,
    /// Where it stands in the file.
    pub(crate) range: TextRange,
    /// What encloses it.
    pub(crate) style: LinkStyle,
}

/// What encloses the path of a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LinkStyle {
    /// `](path)`, in which a space is `%20`, or stands between `<` and `>`.
    Markdown,
    /// `[[path]]`, which may name a file anywhere below the root, and a note without its ending.
    Wiki,
    /// `src="path"`
    Html,
    /// `[sound:path]`
    Sound,
}

/// What opens a link, what may close its path, and what it is.
const MARKS: [(&str, &[char], LinkStyle); 5] = [
    ("](", &[')', '\n', '\r', ' ', '\t', '#'], LinkStyle::Markdown),
    ("[[", &[']', '|', '#', '\n', '\r'], LinkStyle::Wiki),
    ("src=\"", &['"', '\n', '\r'], LinkStyle::Html),
    ("src='", &['\'', '\n', '\r'], LinkStyle::Html),
    ("[sound:", &[']', '\n', '\r'], LinkStyle::Sound),
];

/// The links to files in a text, in the order of their places. Addresses on the web are none.
pub(crate) fn links(file: &SourceFile) -> Vec<Link<'_>> {
    let text = file.text.as_str();
    let mut found = Vec::new();
    for (open, ends, style) in MARKS {
        for at in memmem::find_iter(text.as_bytes(), open.as_bytes()) {
            let rest = &text[at + open.len()..];
            let target = match rest.strip_prefix('<').filter(|_| style == LinkStyle::Markdown) {
                Some(angled) => until(angled, &['>', '\n', '\r']),
                None => until(rest, ends),
            };
            let has_scheme = target.split('/').next().is_some_and(|first| first.contains(':'));
            if target.is_empty() || has_scheme || is_code(file, size(at)) {
                continue;
            }
            let range = range_in(text, target, TextSize::new(0));
            found.push(Link { target, range, style });
        }
    }
    found.sort_by_key(|link| link.range.start());
    // What looks like a link inside the path of another is none.
    let mut end = TextSize::new(0);
    found.retain(|link| {
        let apart = link.range.start() >= end;
        end = end.max(link.range.end());
        apart
    });
    found
}

/// What stands before the first of `ends`. No path is longer than a thousand bytes.
fn until<'t>(text: &'t str, ends: &[char]) -> &'t str {
    let near = &text[..text.floor_char_boundary(1_000)];
    near.find(ends).map_or(if near.len() < text.len() { "" } else { near }, |end| &near[..end])
}

/// Whether what stands at `at` is code: on a line of code, or after an odd number of backticks.
fn is_code(file: &SourceFile, at: TextSize) -> bool {
    let Some(index) = file.deck.item_at(at) else { return false };
    let item = file.item(index);
    let within = at - item.start;
    if crate::at::line_kind(&item, within).is_some_and(|(_, verbatim)| verbatim) {
        return true;
    }
    let before = crate::at::LineAt::of(&file.text, at).before;
    memchr::memchr_iter(b'`', before.as_bytes()).count() % 2 == 1
}

/// A path without `.`, and without `..` where something stands before it.
pub(crate) fn normal(path: &Path) -> PathBuf {
    let mut normal = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if normal.file_name().is_some() => _ = normal.pop(),
            part => normal.push(part),
        }
    }
    normal
}

/// The way from a folder to a path, with `/` between its parts.
pub(crate) fn relative(from: &Path, to: &Path) -> String {
    let (from, to) = (normal(from), normal(to));
    let shared = from.components().zip(to.components()).take_while(|(a, b)| a == b).count();
    let up = from.components().skip(shared).map(|_| "..".to_owned());
    let down = to.components().skip(shared).map(|it| it.as_os_str().to_string_lossy().into_owned());
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// `%20` and the like read as the characters they stand for.
pub(crate) fn decoded(target: &str) -> String {
    let bytes = target.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = target.get(at + 1..at + 3).filter(|_| byte == b'%');
        let code = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        out.push(code.unwrap_or(byte));
        at += if code.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| target.to_owned())
}

/// The titles of a section in the links to it: `[[#Title]]` in its own file, `[[note#Title]]`.
pub(crate) fn section_links(workspace: &Workspace, heading: Place) -> Vec<Place> {
    let home = workspace.file(heading.file);
    let title = &home.text[heading.range];
    let stem = home.path.file_stem().map(|stem| stem.to_string_lossy().into_owned());
    let mut places = Vec::new();
    for (id, file) in workspace.files() {
        for at in memmem::find_iter(file.text.as_bytes(), b"[[") {
            let inner = until(&file.text[at + 2..], &[']', '|', '\n', '\r']);
            let Some((note, section)) = inner.split_once('#') else { continue };
            let note = note.rsplit('/').next().unwrap_or(note);
            let named = Some(note.strip_suffix(".md").unwrap_or(note)) == stem.as_deref();
            let meant = named || note.is_empty() && id == heading.file;
            if meant && section == title && !is_code(file, size(at)) {
                let range = range_in(&file.text, section, TextSize::new(0));
                places.push(Place { file: id, range });
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_from_folders_to_files() {
        let way = |from: &str, to: &str| relative(Path::new(from), Path::new(to));
        assert_eq!(way("/a/decks", "/a/media/x.png"), "../media/x.png");
        assert_eq!(way("/a", "/a/media/x.png"), "media/x.png");
        assert_eq!(way("/a/b/../c", "/a/c/./x.png"), "x.png");
        assert_eq!(way("", "media/x.png"), "media/x.png");
    }

    #[test]
    fn codes_in_addresses() {
        assert_eq!(decoded("the%20map.png"), "the map.png");
        assert_eq!(decoded("100%"), "100%");
        assert_eq!(decoded("%C3%A9"), "é");
        assert_eq!(decoded("%é"), "%é");
    }
}
