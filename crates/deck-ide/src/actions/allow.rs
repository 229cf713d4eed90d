//! Comments that allow what was found, as each dialect takes them.

use deck_lint::{Diagnostic, ItemCx, SourceFile, TextEdit};
use deck_syntax::{Dialect, ItemKind, LineKind, RawLine, TextSize};

use crate::at::{LineAt, clamp, item_at, line_kind, size};

/// The change that allows a finding on its card, or where it is on none, on the lines there.
/// `None` where no comment can say that.
pub(super) fn card(file: &SourceFile, finding: &Diagnostic) -> Option<TextEdit> {
    if finding.count > 1 || finding.rule.name == "unused-allow" {
        return None;
    }
    let at = clamp(&file.text, finding.range.start());
    let (_, item) = item_at(file, at)?;
    let is_card = item.card().is_some();
    let name = finding.rule.name;
    let (kind, verbatim) = line_kind(&item, at - item.start)?;
    // A comment speaks of what stands below it, and never of another comment.
    if matches!(kind, LineKind::Comment | LineKind::Blank | LineKind::FrontMatter) {
        return None;
    }
    match file.deck.dialect() {
        Dialect::Hashcards => at_line_end(file, &item, at, &format!("decklint-allow {name}")),
        Dialect::Anki if !is_card => None,
        _ if is_card => {
            // Below what the card has not to do with: blank lines are the card's above.
            Some(line(file, item.start, &format!("decklint-allow {name}")))
        }
        _ => {
            let start = LineAt::of(&file.text, at).start;
            (!verbatim).then(|| line(file, start, &format!("decklint-allow {name}")))
        }
    }
}

/// The change that allows what a finding's rule finds in the whole file.
pub(super) fn file(file: &SourceFile, finding: &Diagnostic) -> Option<TextEdit> {
    let order = format!("decklint-allow-file {}", finding.rule.name);
    if finding.rule.name == "unused-allow" {
        return None;
    }
    if file.deck.dialect() == Dialect::Hashcards {
        let at = clamp(&file.text, finding.range.start());
        let (_, item) = item_at(file, at)?;
        return at_line_end(file, &item, at, &order);
    }
    let anki = file.deck.dialect() == Dialect::Anki;
    let above = |kind: &ItemKind| match kind {
        ItemKind::FrontMatter(_) => true,
        ItemKind::Header(_) | ItemKind::Blank => anki,
        _ => false,
    };
    let items = file.deck.items_at();
    let start = match items.take_while(|(_, item)| above(&item.kind)).last() {
        Some((start, item)) if anki => start + item.len(),
        Some((start, item)) => start + item.visible().end(),
        None if file.text.starts_with('\u{FEFF}') => TextSize::of('\u{FEFF}'),
        None => TextSize::new(0),
    };
    Some(line(file, start, &order))
}

/// A comment on a line of its own, which `at` starts.
fn line(file: &SourceFile, at: TextSize, order: &str) -> TextEdit {
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

/// A comment at the end of the line of `at`: where one of its own may not stand. hashcards stops at
/// a comment above its first card.
fn at_line_end(
    file: &SourceFile,
    item: &ItemCx<'_>,
    at: TextSize,
    order: &str,
) -> Option<TextEdit> {
    let (kind, verbatim) = line_kind(item, at - item.start)?;
    let words = matches!(kind, LineKind::Front | LineKind::Back | LineKind::FrontAndBack);
    if verbatim || !words {
        return None;
    }
    let rest = &file.text[usize::from(at)..];
    let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
    Some(TextEdit::insert(at + size(end), format!(" <!-- {order} -->")))
}
