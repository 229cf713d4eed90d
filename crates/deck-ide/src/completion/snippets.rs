//! Cards and other parts of decks, ready to be filled in.

use deck_syntax::{Dialect, LineKind, anki};

use super::place::{At, starts_with};
use super::{Completion, CompletionKind, Insert};

/// A template: what is typed for it, what it is, and its text.
struct Snippet {
    label: String,
    detail: &'static str,
    template: String,
}

fn snippet(label: &str, detail: &'static str, template: &str) -> Snippet {
    Snippet { label: label.to_owned(), detail, template: template.to_owned() }
}

/// Templates, where a card could begin and no more than a mark or a word is typed.
pub(super) fn complete(at: &At<'_>) -> Vec<Completion> {
    let typed = at.line.before;
    let begins = at.line.after.trim().is_empty() && !typed.contains(char::is_whitespace);
    if !begins || typed.len() > 10 || !is_between(at) {
        return Vec::new();
    }
    let fitting = templates(at).into_iter().filter(|it| starts_with(&it.label, typed));
    (0..)
        .zip(fitting)
        .map(|(rank, it)| {
            let label = (it.label.as_str(), CompletionKind::Snippet);
            // Below the terms, which are ranked from 0 on.
            let proposal = at.propose(label, typed, it.detail, 1_000 + rank);
            Completion { insert: Insert::Snippet(it.template), ..proposal }
        })
        .collect()
}

/// Whether a card could begin on the line: below a blank line, at the start, or in rows.
fn is_between(at: &At<'_>) -> bool {
    let start = usize::from(at.line.start);
    let near = &at.file.text[at.file.text.floor_char_boundary(start.saturating_sub(8))..start];
    let gap = &near[near.trim_end_matches(['\n', '\r']).len()..];
    let (lf, cr) = (gap.matches('\n').count(), gap.matches('\r').count());
    let blank = gap.len() == near.len() || lf > 1 || cr > 1;
    let heading = at.item.is_some_and(|(_, item)| item.card().is_none());
    let marks = matches!(at.kind, LineKind::Blank | LineKind::Prose | LineKind::Section);
    blank || at.dialect() == Dialect::Anki || heading && marks
}

fn templates(at: &At<'_>) -> Vec<Snippet> {
    match at.dialect() {
        Dialect::Deck => native(at),
        Dialect::Hashcards => vec![
            snippet("Q: card", "question and answer", "Q: ${1:Question?}\nA: ${2:Answer}\n$0"),
            snippet("C: cloze", "a text with gaps", "C: ${1:Text with a} [${2:gap}]\n$0"),
            snippet("T: term", "asked in both directions", "T: ${1:Term}\nD: ${2:Definition}\n$0"),
        ],
        Dialect::Obsidian => obsidian(at),
        Dialect::Anki => row(at),
        Dialect::Headings => vec![
            snippet("## card", "question and answer", "## ${1:Question?}\n\n${2:Answer}\n$0"),
            snippet("[#tag]", "tags of the card", "[#${1:tag}]()$0"),
        ],
    }
}

fn native(at: &At<'_>) -> Vec<Snippet> {
    let mut found = vec![
        snippet("question", "a question, and points below it", "${1:Question}?\n- ${2:Answer}\n$0"),
        snippet("Q: card", "question and answer", "Q: ${1:Question?}\nA: ${2:Answer}\n$0"),
        snippet("C: cloze", "a text with gaps", "C: ${1:Text with a} {{c1::${2:gap}\\}\\}\n$0"),
        snippet("front :: back", "a card on one line", "${1:front} :: ${2:back}\n$0"),
        snippet("front ::: back", "asked in both directions", "${1:front} ::: ${2:back}\n$0"),
        snippet("## section", "a heading for the cards below", "## ${1:Section}\n\n$0"),
    ];
    if usize::from(at.line.start) == 0 {
        let template = "---\ntitle: ${1:Title}\ntags: [${2:tag}]\nlang: ${3:en}\n---\n\n$0";
        found.push(snippet("---", "front matter: settings of the deck", template));
    }
    found
}

fn obsidian(at: &At<'_>) -> Vec<Snippet> {
    let settings = &at.file.deck.settings().obsidian;
    let one_line = |separator: &str, detail| Snippet {
        label: format!("front{separator}back"),
        detail,
        template: format!("${{1:front}}{}${{2:back}}\n$0", escaped(separator)),
    };
    let lines = |separator: &str, detail| Snippet {
        label: format!("question {separator} answer"),
        detail,
        template: format!("${{1:Question}}\n{}\n${{2:Answer}}\n$0", escaped(separator)),
    };
    let mut found = vec![
        one_line(&settings.separator, "a card on one line"),
        one_line(&settings.both_ways_separator, "asked in both directions"),
        lines(&settings.line_separator, "a card over several lines"),
        lines(&settings.both_ways_line_separator, "asked in both directions"),
    ];
    let (open, close) = match (settings.highlights, settings.curly_brackets, settings.bold) {
        (true, ..) => ("==", "=="),
        (_, true, _) => ("{{", "\\}\\}"),
        (.., true) => ("**", "**"),
        _ => return found,
    };
    let template = format!("${{1:Text with a}} {open}${{2:gap}}{close}\n$0");
    found.push(Snippet { label: "cloze".to_owned(), detail: "a text with gaps", template });
    found
}

fn row(at: &At<'_>) -> Vec<Snippet> {
    let separator = match anki::Format::of(&at.file.text).separator.map(char::from) {
        Some(separator) => separator.to_string(),
        None => "\t".to_owned(),
    };
    let template = format!("${{1:front}}{}${{2:back}}\n$0", escaped(&separator));
    vec![Snippet { label: "row".to_owned(), detail: "a card", template }]
}

/// A text that means itself in a template.
fn escaped(text: &str) -> String {
    text.chars()
        .flat_map(|c| matches!(c, '$' | '}' | '\\').then_some('\\').into_iter().chain([c]))
        .collect()
}

/// A template with its words and without its marks.
pub(super) fn plain(template: &str) -> String {
    let mut plain = String::new();
    let mut chars = template.chars().peekable();
    let mut depth = 0_u32;
    while let Some(c) = chars.next() {
        match c {
            '\\' => plain.extend(chars.next()),
            '$' if chars.next_if_eq(&'{').is_some() => {
                depth += 1;
                while chars.next_if(char::is_ascii_digit).is_some() {}
                let _ = chars.next_if_eq(&':');
            }
            '$' => while chars.next_if(char::is_ascii_digit).is_some() {},
            '}' if depth > 0 => depth -= 1,
            c => plain.push(c),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_without_their_marks() {
        assert_eq!(plain("Q: ${1:Question?}\nA: ${2:Answer}\n$0"), "Q: Question?\nA: Answer\n");
        assert_eq!(plain("C: a {{c1::${2:gap}\\}\\}$0"), "C: a {{c1::gap}}");
        assert_eq!(plain(&escaped("a$1}\\")), "a$1}\\");
        assert_eq!(plain("$"), "");
    }
}
