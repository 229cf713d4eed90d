//! Whether a text is one for Anki.

use super::header::{HeaderLine, Key};
use super::sniff::{self, Fit, fit, name_of};

/// The words for why a text looks like one that Anki imports; `None` if it does not. `text` may be
/// cut off.
pub(crate) fn looks_like(text: &str) -> Option<String> {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    has_header(text).or_else(|| is_table(text))
}

/// A header that only Anki writes, on a line of the head.
fn has_header(text: &str) -> Option<String> {
    let head = crate::text::lines(text).map(|line| line.of(text)).take(20);
    let mut headers =
        head.take_while(|line| line.starts_with('#')).filter_map(HeaderLine::of).filter(|header| {
            let value = header.value_text();
            match header.known {
                Some(Key::Separator) => super::separator_value(value.trim()).is_some(),
                Some(Key::Html) => super::is_html_value(value.trim()).is_some(),
                Some(Key::NotetypeColumn | Key::DeckColumn | Key::TagsColumn | Key::GuidColumn) => {
                    value.trim().parse::<u8>().is_ok()
                }
                _ => false,
            }
        });
    let header = headers.next()?;
    Some(format!("it has the header `#{}:`", header.key_text()))
}

/// Rows of two fields, parted by tabs, pipes or semicolons, and with letters in them. A comma stands
/// in most prose and in tables of all kinds, and tells nothing. A text that begins with many
/// lines of comment is most likely a table for machines.
fn is_table(text: &str) -> Option<String> {
    let lines = crate::text::lines(text).map(|line| line.of(text));
    if lines.take_while(|line| line.starts_with('#')).nth(2).is_some() {
        return None;
    }
    let (window, _) = sniff::window(text, 0);
    let separator = sniff::separator(window).filter(|mark| matches!(mark, b'\t' | b'|' | b';'))?;
    let fit = fit(window, separator);
    let is_pairs = fit.fields == 2 && (fit.rows >= 3 && fit.is_good() || is_faulty(fit, separator));
    (is_pairs && window.contains(char::is_alphabetic))
        .then(|| format!("its rows are two fields each, parted by a {}", name_of(separator)))
}

/// Whether a table with tabs has so few rows amiss that they are mistakes: a list that somebody
/// typed is the one that needs checking most. Tabs stand in little prose; other marks do.
fn is_faulty(fit: Fit, separator: u8) -> bool {
    separator == b'\t' && fit.alike >= 5 && fit.alike * 5 >= fit.rows * 4
}

/// What the two columns of a list of cards are called.
const COLUMNS: [(&str, &str); 16] = [
    ("front", "back"),
    ("question", "answer"),
    ("term", "definition"),
    ("word", "definition"),
    ("word", "translation"),
    ("frage", "antwort"),
    ("begriff", "definition"),
    ("vorderseite", "rückseite"),
    ("question", "réponse"),
    ("terme", "définition"),
    ("recto", "verso"),
    ("pregunta", "respuesta"),
    ("término", "definición"),
    ("pergunta", "resposta"),
    ("frente", "verso"),
    ("domanda", "risposta"),
];

/// The words for why the text of a `.csv` is a list of cards, or why that cannot be told; `None` if
/// commas do not part its rows in two. Tables of all kinds have commas, so the names of the columns
/// must tell, or the questions.
pub(crate) fn csv(text: &str) -> Option<Result<String, String>> {
    let (window, _) = sniff::window(text.strip_prefix('\u{FEFF}').unwrap_or(text), 0);
    let rows = sniff::first_two(window, b',');
    if let [(front, back), _, ..] = rows[..]
        && is_head(front, back)
    {
        return Some(Ok(format!("its columns are called `{front}` and `{back}`")));
    }
    let fit = fit(window, b',');
    if fit.rows < 2 || fit.fields != 2 || fit.alike * 5 < fit.rows * 4 {
        return None;
    }
    let asking = rows.iter().filter(|(front, _)| front.trim_end().ends_with('?')).count();
    if asking >= 3 && asking * 2 > rows.len() {
        return Some(Ok(format!("{asking} of its {} rows begin with a question", rows.len())));
    }
    let told = "its rows are two fields each, parted by a comma, as in tables of all kinds: if they \
                are cards, say so with `--dialect anki`, or under `[[files]]` in decklint.toml";
    Some(Err(told.to_owned()))
}

fn is_head(front: &str, back: &str) -> bool {
    let (front, back) = (front.trim().to_lowercase(), back.trim().to_lowercase());
    COLUMNS.contains(&(front.as_str(), back.as_str()))
}

#[cfg(test)]
mod tests {
    use super::{csv, looks_like};

    #[test]
    fn a_few_faulty_rows_do_not_hide_a_list() {
        let good = "a\tb\n".repeat(8);
        assert!(looks_like(&format!("{good}c\nd\n")).is_some());
        assert!(looks_like(&format!("{good}c\td\te\nc\td\te\n")).is_some());
        assert!(looks_like(&format!("{good}c\nd\ne\n")).is_none());
    }

    #[test]
    fn columns_or_questions_tell_of_commas() {
        assert!(matches!(csv("Front,Back\nhola,hello\n"), Some(Ok(_))));
        assert!(matches!(csv("\u{FEFF}Frage,Antwort\nWer?,Er\n"), Some(Ok(_))));
        assert!(matches!(csv("Front,Back\na\nb,c\nd,e,f\n"), Some(Ok(_))));
        assert!(matches!(csv("Who?,He\n\"What, now?\",That\nWhen?,Now\n"), Some(Ok(_))));
        let undecided = csv("name,age\nann,7\nbob,8\n").unwrap().unwrap_err();
        assert!(undecided.contains("comma") && undecided.contains("--dialect anki"));
        assert_eq!(csv("a,b,c\nd,e,f\n"), None);
    }

    #[test]
    fn headers_and_pairs_tell() {
        let why = |text: &str| looks_like(text).unwrap_or_default();
        assert_eq!(why("#separator: tab\na b c\n"), "it has the header `#separator:`");
        assert_eq!(why("a|b\nc|d\ne|f\n"), "its rows are two fields each, parted by a pipe");
        assert_eq!(why("# 1\n\na|b\nc|d\ne|f\n"), why("a|b\nc|d\ne|f\n"));
        assert_eq!(why("a\tb\nc\td\ne\tf, g\n"), "its rows are two fields each, parted by a tab");
    }

    #[test]
    fn other_texts_do_not() {
        for text in [
            "",
            "# Notes: a\n\nSome text; and more.\n",
            "# a table\n#\n# of letters\n0041 ; L\n0042 ; L\n0043 ; L\n",
            "a,b\nc,d\ne,f\n",
            "1|1\n2|10\n3|11\n",
            "#flashcards\n\nfront::back\n",
            "What is it?\nThat; this.\n\nWho?\nHe.\n",
        ] {
            assert_eq!(looks_like(text), None, "{text:?}");
        }
    }
}
