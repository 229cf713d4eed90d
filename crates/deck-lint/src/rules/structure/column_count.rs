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
    since: "0.2.0",
    fix: FixKind::Unsafe,
    page: include_str!("column_count.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} rows here have more or fewer fields than the others"),
        one_card_in: Some(20),
    }),
    check: Check::Deck(check),
};

fn check(cx: &DeckCx<'_>, findings: &mut Findings) {
    let format = Format::of(cx.text());
    let Some(separator) = format.separator else { return };
    let Some(width) = format.labels.or_else(|| usual_width(cx, separator)) else { return };
    for (index, row) in rows(cx, separator).enumerate() {
        let fields = row.fields.len();
        // What an unclosed quote took along is another fault.
        if fields == width || row.fields.iter().any(|field| field.unclosed) {
            continue;
        }
        let spaces = spaces(cx, &row, separator).filter(|_| fields < width);
        if let Some(spaces) = spaces {
            findings.push(missing(&spaces, separator));
        } else if fields > width && row.fields[width..].iter().any(|it| it.start < it.end) {
            findings.push(too_many(cx, &row, width, separator, format.labels.is_some()));
        } else if fields < width && index == 0 && format.labels.is_none() {
            findings.push(narrow_first(&row, width));
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

fn too_many(cx: &DeckCx<'_>, row: &Row, width: usize, separator: u8, labelled: bool) -> Finding {
    let (last, first_lost) = (&row.fields[width - 1], row.fields[width].whole().start);
    let mark = called(separator);
    let rest = if labelled { "`#columns:` names" } else { "the other rows have" };
    let message = format!("this row has {} fields where {rest} {width}", row.fields.len());
    let from = last.whole().start;
    let finding = Finding::new(range(first_lost - 1, row.end), message)
        .label("Anki loses this")
        .help(format!(
            "if this {mark} belongs to the words, put quotes around the field; Anki drops what \
             stands in a field too many, or takes it for tags"
        ));
    if row.fields.iter().any(|field| field.quoted) {
        return finding;
    }
    if let Some(sides) = at_spaced(cx, row, width, separator) {
        return finding.fix(quote_both(sides, separator));
    }
    let words = cx.text()[from..row.end].trim_end();
    let place = range(from, from + words.len());
    finding.fix(Fix::unsafe_(
        "Put quotes around the last field",
        [TextEdit::replace(place, quoted(words.trim_start()))],
    ))
}

/// The two sides of a row of two fields, parted by the only separator with spaces around it, if most
/// rows have them there.
fn at_spaced<'t>(
    cx: &DeckCx<'t>,
    row: &Row,
    width: usize,
    separator: u8,
) -> Option<[(usize, &'t str); 2]> {
    let text = cx.text();
    let words = &text[row.start..row.end];
    let spaced = format!(" {} ", char::from(separator));
    let at = words.find(&spaced).filter(|_| width == 2)?;
    // A quote must stand at the separator, or it is none: the spaces go with the sides.
    let (left, right) = (&words[..=at], &words[at + 2..]);
    let has_spaces = |row: Row| text[row.start..row.end].contains(&spaced);
    let all = || rows(cx, separator);
    let most =
        || all().filter_map(|row| has_spaces(row).then_some(())).count() * 3 > all().count() * 2;
    let is_only = !right.contains(&spaced) && most();
    is_only.then_some([(row.start, left), (row.start + at + 2, right)])
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
