//! What a text without headers says of itself.

use super::html::is_marked_up;
use super::record::Record;
use crate::dialect::markdown::line::is_blank;
use crate::text::RawLine;

/// What can part fields, in the order in which Anki looks for it.
pub(super) const SEPARATORS: [u8; 6] = [b'\t', b'|', b';', b':', b',', b' '];

/// How many bytes Anki looks at.
const WINDOW: usize = 8 * 1024;

/// How many rows Anki looks at for HTML.
const PREVIEW: usize = 5;

/// The whole lines of the text's beginning from `at` on, and how far that looked.
pub(super) fn window(text: &str, at: usize) -> (&str, usize) {
    if text.len() - at <= WINDOW {
        return (&text[at..], text.len());
    }
    let end = text.floor_char_boundary(at + WINDOW);
    let window = &text[at..end];
    let whole = window.rfind(['\n', '\r']).map_or(window.len(), |end| end + 1);
    (&window[..whole], at + WINDOW)
}

/// The separator that Anki chooses where nothing is said: the first one in its order that stands
/// anywhere in the beginning of the rows.
pub fn ankis_choice(rows: &str) -> u8 {
    let window = &rows.as_bytes()[..rows.len().min(WINDOW)];
    SEPARATORS.into_iter().find(|&mark| memchr::memchr(mark, window).is_some()).unwrap_or(b' ')
}

/// What a separator is called in `#separator:`.
pub fn name_of(separator: u8) -> &'static str {
    match separator {
        b'\t' => "tab",
        b'|' => "pipe",
        b';' => "semicolon",
        b':' => "colon",
        b',' => "comma",
        _ => "space",
    }
}

/// How rows fall apart at a separator.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Fit {
    pub(super) rows: usize,
    /// How many have two fields or more.
    pub(super) parted: usize,
    /// How many have the commonest number of fields, and which number that is.
    pub(super) alike: usize,
    pub(super) fields: usize,
}

impl Fit {
    /// Whether nine rows of ten have the same number of fields, two or more.
    pub(super) fn is_good(self) -> bool {
        self.fields >= 2 && self.alike * 10 >= self.rows * 9
    }
}

/// How the rows fall apart.
pub(super) fn fit(rows: &str, separator: u8) -> Fit {
    let mut counts = [0_usize; 64];
    let mut fit = Fit::default();
    each_record(rows, separator, |record| {
        // A quote that nothing closes makes one row of many, which fits too well.
        let unclosed = record.fields.last().is_some_and(|field| field.unclosed);
        let fields = if unclosed { 0 } else { record.fields.len() };
        fit.rows += 1;
        fit.parted += usize::from(fields >= 2);
        counts[fields.min(63)] += 1;
        true
    });
    let commonest = counts.into_iter().enumerate().max_by_key(|&(fields, count)| (count, fields));
    (fit.fields, fit.alike) = commonest.unwrap_or_default();
    fit
}

/// The separator that parts these rows; `None` where it cannot be told.
///
/// The first one in Anki's order at which nine rows of ten have the same number of fields. A space
/// is in most texts that are no table, and must part all rows alike. Where no separator does so,
/// a tab, pipe or semicolon in half of the rows is good enough.
pub(super) fn separator(rows: &str) -> Option<u8> {
    let fits = SEPARATORS.map(|separator| (separator, fit(rows, separator)));
    let alike = fits.iter().find(|(separator, fit)| {
        fit.is_good() && (!matches!(separator, b' ') || fit.alike == fit.rows && fit.fields == 2)
    });
    let parted = fits[..3].iter().find(|(_, fit)| fit.parted > 0 && fit.parted * 2 >= fit.rows);
    alike.or(parted).map(|(separator, _)| *separator)
}

/// Whether one of the first rows is marked up.
pub(super) fn html(rows: &str, separator: u8) -> bool {
    let (mut seen, mut found) = (0, false);
    each_record(rows, separator, |record| {
        seen += 1;
        found |= record.fields.iter().any(|field| is_marked_up(&rows[field.start..field.end]));
        seen < PREVIEW && !found
    });
    found
}

/// The first two fields of each row that has two.
pub(super) fn first_two(rows: &str, separator: u8) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    each_record(rows, separator, |record| {
        let bare = |field: &super::record::Field| &rows[field.start..field.end];
        if let [front, back, ..] = record.fields.as_slice() {
            found.push((bare(front), bare(back)));
        }
        true
    });
    found
}

/// Calls `take` with each row that is neither blank nor a comment, as long as that is true.
fn each_record(rows: &str, separator: u8, mut take: impl FnMut(&Record) -> bool) {
    let mut record = Record::default();
    let mut at = 0;
    while at < rows.len() {
        let line = RawLine::at(rows, at);
        let content = line.of(rows);
        if content.starts_with('#') || is_blank(content) {
            at = line.next;
            continue;
        }
        let end = record.read(rows, at, separator).next;
        let unclosed = record.fields.last().is_some_and(|field| field.unclosed);
        at = if unclosed { line.next } else { end };
        if !take(&record) {
            return;
        }
    }
}
