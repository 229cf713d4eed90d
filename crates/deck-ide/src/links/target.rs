//! Where a link leads.

use std::path::{Component, Path, PathBuf};

use crate::Place;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To an address: `https:`, `http:` or `mailto:`.
    Url(String),
    /// To a file inside the root of the workspace, which may not be there.
    File(PathBuf),
    /// To a file of the workspace.
    Place(Place),
}

/// An address that a browser or a mail program may be given. Others (`javascript:`, `file:`) are
/// none: a deck may be a stranger's.
pub(super) fn address(target: &str) -> Option<Target> {
    let (scheme, rest) = target.split_once(':')?;
    let known = ["https", "http", "mailto"].iter().any(|it| scheme.eq_ignore_ascii_case(it));
    (known && !rest.is_empty()).then(|| Target::Url(target.to_owned()))
}

/// The file that `target` names from the folder of the file at `from`, if it lies inside `root`.
pub(super) fn file(root: &Path, from: &Path, target: &str) -> Option<Target> {
    let path = decoded(target.split(['#', '?']).next().unwrap_or_default());
    if path.is_empty() || path.starts_with(['/', '\\']) || has_scheme(&path) {
        return None;
    }
    let folder = from.parent().unwrap_or(Path::new(""));
    let path = plain(&folder.join(path))?;
    (path.starts_with(root) && path != root).then_some(Target::File(path))
}

fn has_scheme(path: &str) -> bool {
    path.split_once(':').is_some_and(|(scheme, _)| {
        !scheme.is_empty() && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'+')
    })
}

/// A path without `.` and `..`; `None` if it leads above its start.
fn plain(path: &Path) -> Option<PathBuf> {
    let mut plain = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => {
                if !plain.pop() {
                    return None;
                }
            }
            other => plain.push(other),
        }
    }
    Some(plain)
}

/// A path in which `%20` is a space; as it is where that makes no sense.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((&first, behind)) = rest.split_first() {
        let code = behind.get(..2).filter(|_| first == b'%');
        let code = code.and_then(|code| std::str::from_utf8(code).ok());
        let byte = code.and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(byte.unwrap_or(first));
        rest = if byte.is_some() { &behind[2..] } else { behind };
    }
    // A path with a zero byte in it is none that a system takes.
    let text = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'));
    text.unwrap_or_else(|| path.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_lies_inside_the_root_is_a_file() {
        let inside = |target: &str| match file(Path::new("/d"), Path::new("/d/a/b.deck"), target) {
            Some(Target::File(path)) => Some(path.display().to_string()),
            _ => None,
        };
        for (target, path) in [
            ("x.png", Some("/d/a/x.png")),
            ("./m/x%20y.png", Some("/d/a/m/x y.png")),
            ("../x.png#part", Some("/d/x.png")),
            ("../../x.png", None),
            ("../../d/x.png", Some("/d/x.png")),
            ("../../../../x.png", None),
            ("/etc/passwd", None),
            ("%2e%2e/%2e%2e/x", None),
            ("%2fetc/passwd", None),
            ("file:x", None),
            ("..", None),
            ("100%.png", Some("/d/a/100%.png")),
            ("", None),
        ] {
            assert_eq!(inside(target).as_deref(), path, "{target}");
        }
    }

    #[test]
    fn only_harmless_addresses_are_followed() {
        for target in ["https://a.example/x", "http://a.example", "mailto:a@b.example"] {
            assert_eq!(address(target), Some(Target::Url(target.to_owned())));
        }
        for target in
            ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "x", "https:"]
        {
            assert_eq!(address(target), None);
        }
    }
}
