//! Comments that allow what was found, as each dialect takes them.

use deck_lint::{Diagnostic, ItemCx, SourceFile, TextEdit};
use deck_syntax::{Dialect, ItemKind, LineKind, RawLine, TextSize};

use crate::at::{LineAt, clamp, item_at, line_kind, size};

/// Where a comment can stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Spot {
    /// On a line of its own, which starts there.
    Line(TextSize),
    /// At the end of a line, which is there.
    LineEnd(TextSize),
}

/// The change that allows a finding on its card, or where it is on none, on the lines there.
/// `None` where no comment can say that.
pub(super) fn card(file: &SourceFile, finding: &Diagnostic) -> Option<TextEdit> {
    if finding.count > 1 {
        return None;
    }
    let spot = card_spot(file, finding)?;
    Some(comment(file, spot, &format!("decklint-allow {}", finding.rule.name)))
}

/// The change that allows what a finding's rule finds in the whole file.
pub(super) fn file(file: &SourceFile, finding: &Diagnostic) -> Option<TextEdit> {
    let spot = file_spot(file, finding)?;
    Some(comment(file, spot, &format!("decklint-allow-file {}", finding.rule.name)))
}

/// Where a comment can stand that speaks of the card of a finding, or of the lines there.
pub(crate) fn card_spot(file: &SourceFile, finding: &Diagnostic) -> Option<Spot> {
    if finding.rule.name == "unused-allow" {
        return None;
    }
    let at = clamp(&file.text, finding.range.start());
    let (_, item) = item_at(file, at)?;
    let is_card = item.card().is_some();
    let (kind, verbatim) = line_kind(&item, at - item.start)?;
    // A comment speaks of what stands below it, and never of another comment.
    if matches!(kind, LineKind::Comment | LineKind::Blank | LineKind::FrontMatter) {
        return None;
    }
    match file.deck.dialect() {
        Dialect::Hashcards => line_end(file, &item, at),
        Dialect::Anki if !is_card => None,
        // Below what the card has not to do with: blank lines are the card's above.
        _ if is_card => Some(Spot::Line(item.start)),
        _ => (!verbatim).then(|| Spot::Line(LineAt::of(&file.text, at).start)),
    }
}

/// Where a comment can stand that speaks of the whole file.
pub(crate) fn file_spot(file: &SourceFile, finding: &Diagnostic) -> Option<Spot> {
    if finding.rule.name == "unused-allow" {
        return None;
    }
    if file.deck.dialect() == Dialect::Hashcards {
        let at = clamp(&file.text, finding.range.start());
        let (_, item) = item_at(file, at)?;
        return line_end(file, &item, at);
    }
    let anki = file.deck.dialect() == Dialect::Anki;
    let above = |kind: &ItemKind| match kind {
        ItemKind::FrontMatter(_) => true,
        ItemKind::Header(_) | ItemKind::Blank => anki,
        _ => false,
    };
    let items = file.deck.items_at();
    Some(Spot::Line(match items.take_while(|(_, item)| above(&item.kind)).last() {
        Some((start, item)) if anki => start + item.len(),
        Some((start, item)) => start + item.visible().end(),
        None if file.text.starts_with('\u{FEFF}') => TextSize::of('\u{FEFF}'),
        None => TextSize::new(0),
    }))
}

/// The end of the line of `at`: where a line of its own may not stand. hashcards stops at a comment
/// above its first card.
fn line_end(file: &SourceFile, item: &ItemCx<'_>, at: TextSize) -> Option<Spot> {
    let (kind, verbatim) = line_kind(item, at - item.start)?;
    let words = matches!(kind, LineKind::Front | LineKind::Back | LineKind::FrontAndBack);
    if verbatim || !words {
        return None;
    }
    let rest = &file.text[usize::from(at)..];
    let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
    Some(Spot::LineEnd(at + size(end)))
}

/// A comment, as the file's dialect takes it.
pub(crate) fn comment(file: &SourceFile, spot: Spot, order: &str) -> TextEdit {
    let at = match spot {
        Spot::Line(at) => at,
        Spot::LineEnd(at) => return TextEdit::insert(at, format!(" <!-- {order} -->")),
    };
    let first = RawLine::at(&file.text, 0);
    let ending = if first.next - first.end == 2 { "\r\n" } else { "\n" };
    let comment = match file.deck.dialect() {
        Dialect::Anki => format!("# {order}"),
        _ => format!("<!-- {order} -->"),
    };
    let before = &file.text[..usize::from(at)];
    let open = !before.is_empty() && !before.ends_with(['\n', '\r', '\u{FEFF}']);
    let lead = if open { ending } else { "" };
    TextEdit::insert(at, format!("{lead}{comment}{ending}"))
}
