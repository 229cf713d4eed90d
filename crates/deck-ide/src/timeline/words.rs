//! What is read of a dated card, on one line.

use deck_lint::{ItemCx, SourceFile};
use deck_render::card_text;

use crate::words::on_one_line;

/// A cloze text with its gaps filled.
pub(super) fn without_marks(item: &ItemCx<'_>, text: String) -> String {
    let deletions = item.card().map_or(&[][..], |card| &card.deletions);
    deletions.iter().rev().fold(text, |text, deletion| {
        text.replace(&item.text[deletion.range], &item.text[deletion.text])
    })
}

/// What is read of a side, or of a line of it, on one line: without markup, and without the mark of
/// a list.
pub(super) fn plain(file: &SourceFile, written: &str) -> String {
    let text = card_text(written.trim(), file.deck.dialect(), file.html);
    let line = on_one_line(&text, 400);
    let bare = ["• ", "- ", "* "].iter().find_map(|mark| line.strip_prefix(mark));
    match bare.unwrap_or(&line).strip_prefix('|') {
        Some(row) => cells(row),
        None => bare.map_or(line.clone(), str::to_owned),
    }
}

/// The cells of a row of a table, which without its table is Markdown for nothing.
fn cells(row: &str) -> String {
    let cells = row.split('|').map(str::trim).filter(|cell| !cell.is_empty());
    cells.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use deck_lint::Workspace;
    use deck_syntax::Dialect;

    use crate::timeline::events;

    #[test]
    fn words_are_shown_without_markup() {
        let shown = |dialect, deck: &str| {
            let decks = [(PathBuf::from("a.deck"), deck.into(), dialect)];
            let workspace = Workspace::of_decks(decks);
            let events = events(workspace.selected().map(|(_, file)| file), &|_| String::new());
            events.into_iter().map(|event| (event.question, event.answer)).collect::<Vec<_>>()
        };
        let pair = |question: &str, answer: &str| (question.to_owned(), answer.to_owned());
        let deck = "Q: **When was the Web *invented*?**\nA:\n- in 1989 by `Tim` [Lee](https://example.org)\n\n\
                    Q: ![The tower](a.png)\nA: | 1889 | Gustave **Eiffel** |\n";
        assert_eq!(
            shown(Dialect::Deck, deck),
            [
                pair("The tower", "1889, Gustave Eiffel"),
                pair("When was the Web invented?", "in 1989 by Tim Lee")
            ]
        );
        let rows = "#separator:pipe\n#html:true\n\
                    <img alt=\"Sparks III\" src=\"a.png\">|in <b>1906</b>\n\
                    <img src=\"b.png\">|*A* &amp; B, 1908\n";
        assert_eq!(
            shown(Dialect::Anki, rows),
            [pair("Sparks III", "in 1906"), pair("", "*A* & B, 1908")]
        );
    }
}
