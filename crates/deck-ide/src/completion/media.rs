//! Paths of pictures and recordings.

use std::path::Path;

use super::place::{At, starts_with};
use super::{Completion, CompletionKind, Insert, MAX_PROPOSALS};
use crate::paths::{LinkStyle, decoded, normal};

/// Endings of files that a card shows or plays.
const ENDINGS: [&str; 19] = [
    "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "bmp", "tiff", "mp3", "ogg", "oga", "wav",
    "flac", "m4a", "opus", "mp4", "webm", "ogv",
];

/// Files and folders, where the path of a picture or recording is typed.
pub(super) fn complete(at: &At<'_>) -> Option<Vec<Completion>> {
    let (typed, style) = typed(at.line.before)?;
    let path = if style == LinkStyle::Markdown { decoded(typed) } else { typed.to_owned() };
    let (folder, name) = path.rsplit_once('/').map_or(("", path.as_str()), |(folder, name)| {
        (if folder.is_empty() { "/" } else { folder }, name)
    });
    let last = typed.rsplit('/').next().unwrap_or(typed);
    let beside = at.file.path.parent().unwrap_or(Path::new(""));
    let base = if folder.starts_with('/') { &at.cx.workspace.root } else { beside };
    let listed = (at.cx.list)(&normal(&base.join(folder.trim_start_matches('/'))));
    let fitting = listed.iter().filter(|it| is_shown(it) && starts_with(it, name));
    Some(fitting.take(MAX_PROPOSALS).map(|name| propose(at, name, last, style)).collect())
}

fn propose(at: &At<'_>, name: &str, typed: &str, style: LinkStyle) -> Completion {
    let folder = name.ends_with('/');
    let kind = if folder { CompletionKind::Folder } else { CompletionKind::File };
    let proposal = at.propose((name, kind), typed, "", u32::from(folder));
    let written = match style {
        LinkStyle::Markdown => name.replace(' ', "%20").replace(')', "%29"),
        _ => name.to_owned(),
    };
    Completion { insert: Insert::Plain(written), ..proposal }
}

/// Folders, but hidden ones, and files with one of the endings.
fn is_shown(name: &str) -> bool {
    let ending = || name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
    !name.starts_with('.')
        && (name.ends_with('/') || ending().is_some_and(|it| ENDINGS.contains(&it.as_str())))
}

/// What is typed of a path, if the position is in one.
fn typed(before: &str) -> Option<(&str, LinkStyle)> {
    const OPENERS: [(&str, char, LinkStyle); 4] = [
        ("![[", ']', LinkStyle::Wiki),
        ("src=\"", '"', LinkStyle::Html),
        ("src='", '\'', LinkStyle::Html),
        ("[sound:", ']', LinkStyle::Sound),
    ];
    for (open, close, style) in OPENERS {
        if let Some((_, typed)) = before.rsplit_once(open)
            && !typed.contains([close, '|'])
        {
            return Some((typed, style));
        }
    }
    let (text, typed) = before.rsplit_once("](")?;
    let is_image = text.rfind('[').is_some_and(|open| text[..open].ends_with('!'));
    let open = !typed.contains([')', ' ', '#']);
    (is_image && open).then_some((typed, LinkStyle::Markdown))
}
