//! The words of a side, each at the offset that it has in its file.

use std::borrow::Cow;
use std::ops::Range;

use deck_lint::ItemCx;
use deck_syntax::{LineKind, TextRange};

/// The text of a side of the card in `item`, as long as it is in the file, with blanks for all that
/// is not read as its words: comments, attributes, code, the marks of deletions, tags of HTML.
pub(super) fn masked<'a>(item: &ItemCx<'a>, side: TextRange) -> Cow<'a, str> {
    let text = &item.text[side];
    let holes = holes(item, side);
    if holes.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for hole in holes {
        let start = hole.start.max(at);
        let end = hole.end.max(start);
        out.push_str(&text[at..start]);
        out.extend(text[start..end].bytes().map(|_| ' '));
        at = end;
    }
    out.push_str(&text[at..]);
    Cow::Owned(out)
}

/// What is masked, in order, relative to the side.
fn holes(item: &ItemCx<'_>, side: TextRange) -> Vec<Range<usize>> {
    let comments = item.item.comments.iter().copied();
    let lines = item.lines().filter(|line| {
        line.verbatim || matches!(line.kind, LineKind::Attribute | LineKind::Comment)
    });
    let all = comments.chain(lines.map(|line| line.range())).chain(marks(item));
    let mut holes: Vec<Range<usize>> = all
        .filter_map(|hole| side.intersect(hole).filter(|hole| !hole.is_empty()))
        .map(|hole| (hole - side.start()).into())
        .collect();
    if item.file.html {
        holes.extend(tags(&item.text[side]));
    }
    holes.sort_by_key(|hole| hole.start);
    holes
}

/// What stands around the words of deletions.
fn marks<'a>(item: &ItemCx<'a>) -> impl Iterator<Item = TextRange> + use<'a> {
    let deletions = item.card().map_or(&[][..], |card| &card.deletions);
    deletions.iter().flat_map(|deletion| {
        let (outer, inner) = (deletion.range, deletion.text);
        [TextRange::new(outer.start(), inner.start()), TextRange::new(inner.end(), outer.end())]
    })
}

/// The tags of HTML and its entity for a blank.
fn tags(text: &str) -> Vec<Range<usize>> {
    const BLANK: &str = "&nbsp;";
    let tags = text.match_indices('<').filter_map(|(start, _)| {
        let length = text[start..].find('>')? + 1;
        let is_tag = text[start + 1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
        is_tag.then_some(start..start + length)
    });
    tags.chain(text.match_indices(BLANK).map(|(at, _)| at..at + BLANK.len())).collect()
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use deck_lint::Workspace;
    use deck_syntax::Dialect;

    use super::super::of_file;

    fn found(deck: &str, dialect: Dialect) -> Vec<String> {
        let text = (PathBuf::from("a.deck"), deck.as_bytes().to_vec(), dialect);
        let workspace = Workspace::of_decks([text]);
        let (_, file) = workspace.selected().next().unwrap();
        of_file(file).iter().map(|placed| file.text[placed.range()].to_owned()).collect()
    }

    #[test]
    fn dates_stand_where_they_are_in_the_file() {
        let deck = "Rome\nWhen in 1936? <!-- 1900 -->\n- in 1937\n@date 1938\n```\n1939\n```\n";
        assert_eq!(found(deck, Dialect::Deck), ["1936", "1937"]);
    }

    #[test]
    fn marks_around_words_do_not_hide_dates() {
        let deck = "C: It began in {{c1::1939::year}} and was called the war.\n";
        assert_eq!(found(deck, Dialect::Deck), ["1939"]);
        let html = "#html:true\n#separator:tab\nWho in <b>1939</b>?\tHe&nbsp;in the year 1940\n";
        assert_eq!(found(html, Dialect::Anki), ["1939", "the year 1940"]);
    }

    #[test]
    fn a_file_without_cards_is_read_as_it_is() {
        assert_eq!(found("The war began in 1939.\n", Dialect::Deck), ["1939"]);
    }
}
