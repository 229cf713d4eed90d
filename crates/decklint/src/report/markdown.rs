//! A summary in Markdown, as GitHub and GitLab show it: for a comment on a pull request.

use std::cmp::Reverse;
use std::fmt::Write as _;
use std::io::{self, Write};

use deck_lint::{Diagnostic, count};

use super::statistics::{self, Row};
use super::view::{View, findings};
use super::words::{also, by_level, one_line, parts};

/// How many bytes the report may have: GitHub takes comments of 65,536 characters, and whoever
/// posts it may want to write something above.
const ROOM: usize = 60_000;
/// Files that could not be read are named, so many of them.
const NAMED: usize = 20;

/// Prints counts, a table of the rules, and the findings of each deck to be unfolded, as far as
/// there is room.
pub(super) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let mut text = head(view);
    let mut decks: Vec<_> = view.by_file().collect();
    // Where there is no room for all, what is gravest is not what is left out.
    decks.sort_by_key(|of_deck| Reverse(of_deck.iter().map(|it| it.level).max()));
    let mut left_out = view.omitted();
    for of_deck in decks {
        let (section, cut) = section(view, of_deck, ROOM.saturating_sub(text.len()));
        text += &section;
        left_out += cut;
    }
    if left_out > 0 {
        let more = count(left_out, "more finding");
        let _ = writeln!(text, "\n{more}: too many for this report.");
    }
    out.write_all(text.as_bytes())
}

fn head(view: &View<'_>) -> String {
    let found = &view.found.diagnostics;
    let what = if found.is_empty() { "nothing found".to_owned() } else { by_level(found) };
    let of = format!("{} in {}", count(view.found.cards, "card"), count(view.found.files, "deck"));
    let mut text = format!("## decklint: {what}\n\n{of} checked.\n");
    for problem in view.problems().take(NAMED) {
        let (path, error) = (one_line(&problem.path), inline(&one_line(&problem.error)));
        let _ = writeln!(text, "\n**Could not be read:** {}: {error}", code(&path));
    }
    let more = view.workspace.problems.len().saturating_sub(NAMED);
    if more > 0 {
        let _ = writeln!(text, "\n{} could not be read either.", count(more, "more file"));
    }
    let rows = statistics::rows(found);
    if !rows.is_empty() {
        text += "\n| level | rule | findings | put right by `--fix` |\n|---|---|---:|---:|\n";
        for Row { rule, level, count, fixable } in rows {
            let fixable = if fixable == 0 { String::new() } else { fixable.to_string() };
            let _ = writeln!(text, "| {} | `{rule}` | {count} | {fixable} |", level.name());
        }
    }
    text
}

/// The findings of a deck, as many as fit into `room` bytes, and how many do not.
fn section(view: &View<'_>, of_deck: &[Diagnostic], room: usize) -> (String, usize) {
    let path = view.path(of_deck[0].file);
    let mut name = String::new();
    deck_render::escape(&mut name, &one_line(&path));
    let summary = format!("<code>{name}</code>: {}", by_level(of_deck));
    let mut text = format!("\n<details><summary>{summary}</summary>\n\n");
    let end = "\n</details>\n";
    let mut shown = 0;
    for diagnostic in of_deck {
        let item = item(view, diagnostic);
        if text.len() + item.len() + end.len() > room {
            break;
        }
        text += &item;
        shown += 1;
    }
    let cut = findings(&of_deck[shown..]);
    if shown == 0 { (String::new(), cut) } else { (text + end, cut) }
}

fn item(view: &View<'_>, diagnostic: &Diagnostic) -> String {
    let line = view.place(diagnostic.file, diagnostic.range).line;
    let (level, rule) = (diagnostic.level.name(), diagnostic.rule.name);
    let message = inline(&one_line(&diagnostic.message));
    let mut item = format!("- line {line}, **{level}**: {message} (`{rule}`)\n");
    let help = (!diagnostic.help.is_empty()).then(|| one_line(&diagnostic.help));
    for more in help.into_iter().chain(also(view, diagnostic)) {
        let _ = writeln!(item, "  <br>{}", inline(&more));
    }
    item
}

/// A message: what stands between backticks as code, the rest as nothing but text.
fn inline(text: &str) -> String {
    parts(text).map(|(is_code, part)| if is_code { code(part) } else { plain(part) }).collect()
}

/// Code, whatever backticks it holds.
fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let space = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// Text that stays text: nothing in it is markup, calls a person or names an issue.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            // GitHub takes `:tada:` for a picture.
            ':' if chars.peek().is_some_and(|next| next.is_alphanumeric() || *next == '+') => {
                out.push_str("\\:");
            }
            '@' | '#' => {
                out.push(c);
                out.push_str("<!-- -->");
            }
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '>' | '|' | '~' | '$' | '!' => {
                out.push('\\');
                out.push(c);
            }
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use pulldown_cmark::{Event, Options, Parser};

    use super::*;

    /// What a reader of Markdown shows; fails if it sees any markup but code.
    fn shown(markdown: &str) -> String {
        let mut shown = String::new();
        for event in Parser::new_ext(markdown, Options::all()) {
            match event {
                Event::Text(text) => shown += &text,
                Event::Code(text) => shown.extend(["`", &*text, "`"]),
                Event::InlineHtml(html) => assert_eq!(&*html, "<!-- -->"),
                Event::Start(tag) => assert_eq!(tag, pulldown_cmark::Tag::Paragraph),
                Event::End(_) => {}
                other => panic!("{other:?}"),
            }
        }
        shown
    }

    #[test]
    fn a_message_is_shown_as_it_is() {
        for message in [
            "a <b>bold</b> & *starred* _word_ [link](x) ~~no~~ $1$ | `a|b` :tada: ![x](y)",
            "asks @everyone about #12 in `<!-- decklint-allow -->`",
            "one ` alone, and a \\ before it",
            "`::` is code",
        ] {
            assert_eq!(shown(&inline(message)), message);
        }
    }

    #[test]
    fn code_may_hold_backticks() {
        assert_eq!(code("a``b"), "```a``b```");
        assert_eq!(shown(&code("`x`")), "``x``");
    }
}
