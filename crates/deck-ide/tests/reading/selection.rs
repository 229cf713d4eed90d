use deck_ide::selection_ranges;
use deck_syntax::Dialect;

use crate::support::{FILE, Marked};

fn grown(text: &str, dialect: Dialect) -> Vec<String> {
    let marked = Marked::new(text, dialect);
    let ranges = selection_ranges(&marked.workspace, FILE, marked.at);
    ranges.into_iter().map(|range| marked.words(range).to_owned()).collect()
}

#[test]
fn a_selection_grows_from_the_word_to_the_file() {
    let deck =
        "# Policy\n## Spain\nWho helped?\n- the Ita‸lians\n  with planes\n- Germany\n\n## Munich\n";
    assert_eq!(
        grown(deck, Dialect::Deck),
        [
            "Italians",
            "the Italians",
            "- the Italians",
            "- the Italians\n  with planes",
            "- the Italians\n  with planes\n- Germany",
            "Who helped?\n- the Italians\n  with planes\n- Germany",
            "## Spain\nWho helped?\n- the Italians\n  with planes\n- Germany\n",
            "# Policy\n## Spain\nWho helped?\n- the Italians\n  with planes\n- Germany\n\n## Munich\n",
        ]
    );
}

#[test]
fn a_deletion_is_selected_with_and_without_its_marks() {
    assert_eq!(
        grown("C: Take {{c1::{{c2::the‸ train}} home::way}}.", Dialect::Deck)[..5],
        [
            "the",
            "the train",
            "{{c2::the train}}",
            "{{c2::the train}} home",
            "{{c1::{{c2::the train}} home::way}}",
        ]
    );
}

#[test]
fn tags_and_fields_are_selected() {
    assert_eq!(
        grown("Who?\nWe\n@tags cold-w‸ar, us\n", Dialect::Deck)[..3],
        ["war", "cold-war", "@tags cold-war, us"]
    );
    assert_eq!(
        grown("chat noir\tbla‸ck cat\n", Dialect::Anki),
        ["black", "black cat", "chat noir\tblack cat", "chat noir\tblack cat\n"]
    );
}

#[test]
fn an_empty_file_has_itself() {
    assert_eq!(grown("", Dialect::Deck), [""]);
}
