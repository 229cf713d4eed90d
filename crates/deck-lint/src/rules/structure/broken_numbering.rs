use deck_syntax::{LineKind, TextRange, native};

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, ItemLine, Rollup, Rule, dialects};

/// A list whose numbers do not follow each other.
pub(crate) static RULE: Rule = Rule {
    name: "broken-numbering",
    summary: "the numbers of a list repeat or skip one",
    group: Group::Structure,
    dialects: dialects::MARKDOWN,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("broken_numbering.md"),
    rollup: Some(Rollup {
        message: |count| format!("{count} lists here repeat or skip a number"),
        one_card_in: None,
    }),
    check: Check::Item(check),
};

/// A numbered list that may go on.
struct List<'a> {
    indent: usize,
    kind: LineKind,
    points: Vec<Point<'a>>,
}

struct Point<'a> {
    number: u32,
    /// Where its digits stand.
    digits: TextRange,
    /// `.` or `)`
    mark: u8,
    words: &'a str,
}

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if cx.lines().filter_map(|line| point(&line)).nth(1).is_none() {
        return;
    }
    let mut open: Vec<List<'_>> = Vec::new();
    let mut question_has_list = false;
    let mut judge = |list: List<'_>| {
        // An answer may name some of the numbers that its question offers.
        let chooses = list.kind == LineKind::Back && question_has_list;
        question_has_list |= list.kind == LineKind::Front;
        if let Some(at) = broken(&list.points).filter(|_| !chooses) {
            findings.push(finding(&list.points, at));
        }
    };
    for line in cx.lines().filter(|line| !line.verbatim && line.kind != LineKind::Blank) {
        let point = point(&line);
        let indent = indent(line.content);
        let belongs = |list: &List<'_>| {
            let mark = list.points.first().map(|first| first.mark);
            list.indent < indent
                || list.indent == indent
                    && list.kind == line.kind
                    && point.as_ref().is_some_and(|point| Some(point.mark) == mark)
        };
        while let Some(list) = open.pop_if(|list| !belongs(list)) {
            judge(list);
        }
        let Some(point) = point else { continue };
        // A point that goes on counting is one of the list, whatever its indentation.
        let counts_on = |list: &List<'_>| {
            list.points.last().is_some_and(|last| last.number + 1 == point.number)
        };
        match open.last_mut().filter(|list| list.indent == indent || counts_on(list)) {
            Some(list) => list.points.push(point),
            None => open.push(List { indent, kind: line.kind, points: vec![point] }),
        }
    }
    open.into_iter().rev().for_each(judge);
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches([' ', '\t']).len()
}

fn point<'a>(line: &ItemLine<'a>) -> Option<Point<'a>> {
    let indent = indent(line.content);
    let rest = &line.content[indent..];
    if line.verbatim || !rest.as_bytes().first()?.is_ascii_digit() {
        return None;
    }
    let length = native::number(rest)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    Some(Point {
        number: rest[..digits].parse().ok()?,
        digits: line.part(indent, indent + digits),
        mark: rest.as_bytes()[digits],
        words: &rest[length..],
    })
}

/// The index of the one number that repeats the one above it, or skips one. Where several do not
/// follow, or something else is odd, they are numbers of something: years, atoms, days.
fn broken(points: &[Point<'_>]) -> Option<usize> {
    let first = points.first()?.number;
    let follows = |at: usize| points[at].number == points[at - 1].number + 1;
    let at = (1..points.len()).find(|&at| !follows(at))?;
    let step = points[at].number.checked_sub(points[at - 1].number)?;
    // `1. 1. 1.` is numbered when it is shown, and a list that starts again at 1 is another one.
    let is_slip = match step {
        0 => points.len() > 2 && points[at].number > 1,
        2 => first <= 1 || points.len() > 3,
        _ => false,
    };
    let alone = (at + 1..points.len()).all(follows);
    let plain = points.iter().all(|point| point.number < 100 && !is_date(point.words));
    (is_slip && alone && plain).then_some(at)
}

/// Whether the words behind a number make it a day, as `3. September 1939` or `8. Mai`.
fn is_date(words: &str) -> bool {
    const MONTHS: &str =
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember";
    let mut words = words.split(|c: char| !c.is_alphanumeric());
    let is_month = words.next().is_some_and(|word| MONTHS.split(' ').any(|month| month == word));
    is_month || words.next().is_some_and(|w| w.len() > 2 && w.bytes().all(|b| b.is_ascii_digit()))
}

fn finding(points: &[Point<'_>], at: usize) -> Finding {
    let (above, here) = (points[at - 1].number, points[at].number);
    let twice = above == here;
    let message = if twice {
        format!("the number {here} stands there twice in this list")
    } else {
        format!("the list goes from {above} to {here}")
    };
    let edits: Vec<TextEdit> = (above + 1..)
        .zip(&points[at..])
        .map(|(number, point)| TextEdit::replace(point.digits, number.to_string()))
        .collect();
    // A gap may be all that is left of a point.
    let title = "Number the points anew";
    Finding::new(points[at].digits, message)
        .label(format!("{} comes here", above + 1))
        .help("number it anew, or add the missing point: the last number says how many there are to remember")
        .fix(if twice { Fix::safe(title, edits) } else { Fix::unsafe_(title, edits) })
}
