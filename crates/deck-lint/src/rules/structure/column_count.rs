use std::cell::OnceCell;

use deck_syntax::anki::Format;

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rows::{Row, called, gap, quoted, range, rows, usual_width};
use crate::rule::{Check, DeckCx, FixKind, Group, Rollup, Rule, dialects};

/// A row of another width than the rest.
pub(crate) static RULE: Rule = Rule {
    name: "column-count",
    summary: "a row has more or fewer fields than the others, and Anki loses some",
    group: Group::Structure,
    dialects: dialects::ANKI,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("column_count.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} rows here have more or fewer fields than the others"),
        one_card_in: Some(20),
    }),
    check: Check::Deck(check),
};

/// What the rows have in common.
struct Table {
    separator: u8,
    width: usize,
    /// Whether `#columns:` says so.
    labelled: bool,
    /// Whether their separators have spaces around them; found out once, if anybody asks.
    spaced: OnceCell<bool>,
}

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let format = Format::of(cx.text());
    let Some(separator) = format.separator else { return };
    let width = format.labels.or_else(|| usual_width(cx, separator));
    let labelled = format.labels.is_some();
    let table = width.map(|width| Table { separator, width, labelled, spaced: OnceCell::new() });
    for (index, row) in rows(cx, separator).enumerate() {
        // What an unclosed quote took along is another fault.
        if row.fields.iter().any(|field| field.unclosed) {
            continue;
        }
        let fields = row.fields.len();
        let narrow = table.as_ref().map_or(fields < 2, |table| fields < table.width);
        if let Some(spaces) = spaces(cx, &row, separator).filter(|_| narrow) {
            findings.push(missing(&spaces, separator));
        } else if let Some(table) = &table {
            if fields > table.width && row.fields[table.width..].iter().any(|it| it.start < it.end)
            {
                findings.push(too_many(cx, &row, table));
            } else if narrow && index == 0 && !labelled {
                findings.push(narrow_first(&row, table.width));
            }
        }
    }
}

/// Two spaces or more, alone in the last field, where a tab should be.
fn spaces(cx: &DeckCx<'_>, row: &Row, separator: u8) -> Option<std::ops::Range<usize>> {
    let last = row.fields.last().filter(|_| separator == b'\t')?;
    let gap = gap(cx.text()[last.start..last.end].trim_end())?;
    Some(last.start + gap.start..last.start + gap.end)
}

fn missing(spaces: &std::ops::Range<usize>, separator: u8) -> Finding {
    let place = range(spaces.start, spaces.end);
    Finding::new(place, "spaces stand here where the other rows have a tab")
        .label("parts nothing")
        .help("put a tab here: Anki takes both sides for one field, and the card has no answer")
        .fix(Fix::unsafe_(
            "Put a tab here",
            [TextEdit::replace(place, char::from(separator).to_string())],
        ))
}

fn too_many(cx: &DeckCx<'_>, row: &Row, table: &Table) -> Finding {
    let width = table.width;
    let mark = called(table.separator);
    let rest = if table.labelled { "`#columns:` names" } else { "the other rows have" };
    let message = format!("this row has {} fields where {rest} {width}", row.fields.len());
    let lost = row.fields[width].whole().start - 1;
    let finding = Finding::new(range(lost, row.end), message).label("Anki loses this").help(format!(
        "if this {mark} belongs to the words, put quotes around the field; Anki drops what stands \
         in a field too many, or takes it for tags"
    ));
    if row.fields.iter().any(|field| field.quoted) {
        finding
    } else {
        finding.fix(quoting(cx, row, table))
    }
}

/// Quotes around what is one field: the sides of the separator with spaces where all rows have one,
/// else all from the last field on.
fn quoting(cx: &DeckCx<'_>, row: &Row, table: &Table) -> Fix {
    let text = cx.text();
    let sides = at_spaced(text, row, table.separator).filter(|_| table.width == 2);
    if let Some(sides) =
        sides.filter(|_| *table.spaced.get_or_init(|| is_spaced(cx, table.separator)))
    {
        return quote_both(sides, table.separator);
    }
    let from = row.fields[table.width - 1].whole().start;
    let words = text[from..row.end].trim_end();
    let place = range(from, from + words.len());
    Fix::unsafe_(
        "Put quotes around the last field",
        [TextEdit::replace(place, quoted(words.trim_start()))],
    )
}

/// The two sides of a row, parted by the only separator with spaces around it.
fn at_spaced<'t>(text: &'t str, row: &Row, separator: u8) -> Option<[(usize, &'t str); 2]> {
    let words = &text[row.start..row.end];
    let mark = spaced(separator);
    let at = words.find(&mark)?;
    // A quote must stand at the separator, or it is none: the spaces go with the sides.
    let (left, right) = (&words[..=at], &words[at + 2..]);
    (!right.contains(&mark)).then_some([(row.start, left), (row.start + at + 2, right)])
}

fn spaced(separator: u8) -> String {
    format!(" {} ", char::from(separator))
}

/// Whether two rows of three have spaces around their separator.
fn is_spaced(cx: &DeckCx<'_>, separator: u8) -> bool {
    let mark = spaced(separator);
    let (mut with, mut all) = (0, 0);
    for row in rows(cx, separator) {
        all += 1;
        with += usize::from(cx.text()[row.start..row.end].contains(&mark));
    }
    with * 3 > all * 2
}

fn quote_both(sides: [(usize, &str); 2], separator: u8) -> Fix {
    let mark = char::from(separator);
    let edits: Vec<TextEdit> = sides
        .into_iter()
        .filter(|(_, words)| words.contains([mark, '"']))
        .map(|(start, words)| {
            TextEdit::replace(range(start, start + words.len()), quoted(words.trim()))
        })
        .collect();
    Fix::unsafe_("Put quotes around what belongs together", edits)
}

fn narrow_first(row: &Row, width: usize) -> Finding {
    let fields = crate::wording::count(row.fields.len(), "field");
    Finding::new(
        range(row.start, row.end),
        format!("the first row has {fields}, the others {width}"),
    )
    .label("Anki counts the columns here")
    .help(
        "complete it, or move it below another row: Anki imports no more columns than the \
             first row has, and loses the others of every row",
    )
}
