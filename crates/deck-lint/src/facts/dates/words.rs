//! The words of a side, each where it stands.
//!
//! Dates are read from words that someone sees. What nobody sees, or what is no prose, is blanked
//! rather than left out, so that every date is where it is found.

use std::borrow::Cow;

use deck_syntax::{Item, LineKind, TextRange, TextSize};
use memchr::{memchr, memchr_iter, memchr3, memmem};

/// The side's text, as long as it is, with blanks for comments, attributes, code, the targets of
/// links and the marks of clozes; and for tags, where it is HTML.
pub(crate) fn words<'t>(item: &Item, text: &'t str, side: TextRange, html: bool) -> Cow<'t, str> {
    let Some(words) = text.get(std::ops::Range::<usize>::from(side)) else {
        return Cow::Borrowed("");
    };
    let mut holes: Vec<(usize, usize)> = lines_and_comments(item, side).collect();
    inline_holes(words, html, &mut holes);
    if holes.is_empty() {
        return Cow::Borrowed(words);
    }
    let mut blanked = words.as_bytes().to_vec();
    for (start, end) in holes {
        if let Some(hole) = blanked.get_mut(start..end) {
            hole.fill(b' ');
        }
    }
    // A hole begins and ends with a character.
    String::from_utf8(blanked).map_or(Cow::Borrowed(words), Cow::Owned)
}

fn lines_and_comments(item: &Item, side: TextRange) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut start = TextSize::new(0);
    let lines = item.lines.iter().filter_map(move |line| {
        let range = TextRange::new(start, line.end);
        start = line.end;
        let hidden = matches!(line.kind, LineKind::Attribute | LineKind::Comment);
        (hidden || line.verbatim).then_some(range)
    });
    let holes = lines.chain(item.comments.iter().copied());
    holes.filter_map(move |hole| {
        let hole = side.intersect(hole)? - side.start();
        Some((hole.start().into(), hole.end().into()))
    })
}

fn inline_holes(words: &str, html: bool, holes: &mut Vec<(usize, usize)>) {
    let bytes = words.as_bytes();
    // Nearly all sides are done with here; to make ready for the searches below costs more.
    let marked = memchr3(b'`', b'/', b']', bytes).is_some() || memchr(b'{', bytes).is_some();
    if !marked && !html {
        return;
    }
    if memchr(b'`', bytes).is_some() {
        code_spans(bytes, holes);
    }
    // What lies in a hole would end where that does; to look for its end anew would take long.
    let mut after = 0;
    for at in memmem::find_iter(bytes, "://") {
        if at < after {
            continue;
        }
        let from =
            bytes[..at].iter().rposition(|b| !b.is_ascii_alphanumeric()).map_or(0, |it| it + 1);
        after = at + until(&bytes[at..], |b| b.is_ascii_whitespace() || b == b')' || b == b'<');
        holes.push((from, after));
    }
    after = 0;
    for at in memmem::find_iter(bytes, "](").map(|at| at + 1) {
        if at < after {
            continue;
        }
        after = at + until(&bytes[at..], |b| b == b')' || b == b'\n');
        holes.push((at, after));
    }
    for at in memmem::find_iter(bytes, "{{c") {
        if let Some(end) = memmem::find(&bytes[at..bytes.len().min(at + 8)], b"::") {
            holes.push((at, at + end + 2));
        }
    }
    if html {
        tags(bytes, holes);
    }
}

/// From a run of backticks to the next one as long.
fn code_spans(bytes: &[u8], holes: &mut Vec<(usize, usize)>) {
    let run = |at: usize| bytes[at..].iter().take_while(|&&b| b == b'`').count();
    let mut open: Option<(usize, usize)> = None;
    let mut after = 0;
    for at in memchr_iter(b'`', bytes) {
        if at < after {
            continue;
        }
        let length = run(at);
        after = at + length;
        match open {
            Some((start, opened)) if opened == length => {
                holes.push((start, after));
                open = None;
            }
            Some(_) => {}
            None => open = Some((at, length)),
        }
    }
}

/// `<b>` and `&nbsp;`.
fn tags(bytes: &[u8], holes: &mut Vec<(usize, usize)>) {
    let mut after = 0;
    for at in memchr_iter(b'<', bytes) {
        let opens = bytes.get(at + 1).is_some_and(|b| b.is_ascii_alphabetic() || *b == b'/');
        if at < after || !opens {
            continue;
        }
        let Some(length) = memchr(b'>', &bytes[at..]) else { break };
        after = at + length + 1;
        holes.push((at, after));
    }
    for at in memchr_iter(b'&', bytes) {
        let name = until(&bytes[at + 1..], |b| !b.is_ascii_alphanumeric() && b != b'#');
        if bytes.get(at + 1 + name) == Some(&b';') {
            holes.push((at, at + name + 2));
        }
    }
}

/// How many bytes stand before the first that ends it.
fn until(bytes: &[u8], ends: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|&b| ends(b)).unwrap_or(bytes.len())
}
