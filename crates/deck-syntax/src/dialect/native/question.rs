//! Whether a line asks a question.

use super::label::label;
use crate::dialect::markdown::comment::after_comments;
use crate::dialect::markdown::line::{bullet, number};

/// Whether `line` is a question line: it stands at column 0, has no bullet, number, quote or
/// label, and ends in a question mark. Where it stands decides whether it opens a card.
///
/// Not counting after the mark: white space, a comment, closing quotes and emphasis that were
/// opened at the line's start, `!` `.` `…`, and notes in brackets. A mark that is escaped, or that
/// stands inside brackets, quotes or code opened in mid-line, does not count; nor does the end of
/// a bare URL.
pub fn is_question(line: &str) -> bool {
    let line = after_comments(line);
    let Some(&last) = line.trim_ascii_end().as_bytes().last() else { return false };
    // Most lines end in a letter or a comma: they are done here.
    if last.is_ascii_alphanumeric() || matches!(last, b',' | b':' | b'-') || !may_ask(line) {
        return false;
    }
    let Some(asked) = strip_after_mark(line) else { return false };
    let before = match asked.chars().next_back() {
        Some(mark @ ('?' | '？' | '؟')) => &asked[..asked.len() - mark.len_utf8()],
        Some(mark @ (';' | '\u{37E}')) if is_greek(line) => &asked[..asked.len() - mark.len_utf8()],
        _ => return false,
    };
    !before.trim_end_matches(['?', '!']).is_empty()
        && !is_escaped(before)
        && before.bytes().filter(|&b| b == b'`').count() % 2 == 0
        && !is_url(asked)
}

/// Whether something at the line's start rules a question out.
fn may_ask(line: &str) -> bool {
    match line.as_bytes().first() {
        None | Some(b' ' | b'\t' | b'>' | b'|' | b'#' | b'@') => return false,
        Some(b'-') if line.as_bytes().get(1).is_some_and(u8::is_ascii_alphabetic) => return false,
        Some(b'<') if line.starts_with("<!--") => return false,
        _ => {}
    }
    bullet(line).is_none() && number(line).is_none() && label(line).is_none()
}

/// The line up to its question mark, if everything behind the mark may stand there.
fn strip_after_mark(line: &str) -> Option<&str> {
    let mut rest = line.trim_end();
    let opening = opening_marks(line);
    loop {
        let before = rest.len();
        if rest.ends_with("-->") {
            rest = &rest[..rest.rfind("<!--")?];
        }
        rest = rest.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '!' | '.' | '…'));
        rest = strip_note(rest);
        rest = strip_closers(opening, rest);
        if rest.len() == before {
            return Some(rest);
        }
    }
}

/// Takes a note in brackets, `(3 marks)`, `[4]` or `*(with example)*`, off the end.
fn strip_note(rest: &str) -> &str {
    let is_emphasis = |b: &u8| matches!(b, b'*' | b'_');
    let inner = &rest[..rest.len() - rest.bytes().rev().take(3).take_while(is_emphasis).count()];
    let Some(close @ (b')' | b']')) = inner.as_bytes().last().copied() else { return rest };
    let open = if close == b')' { b'(' } else { b'[' };
    let mut depth = 0_usize;
    for (at, &byte) in inner.as_bytes().iter().enumerate().rev() {
        if byte == close {
            depth += 1;
        } else if byte == open {
            depth -= 1;
        }
        if depth == 0 {
            let emphasis = rest.len() - inner.len();
            let before = &inner[..at];
            let opened = before.bytes().rev().take(4).take_while(is_emphasis).count();
            return if opened == emphasis { &before[..at - opened] } else { rest };
        }
    }
    rest
}

/// The quotes and emphasis that the line opens with; no one opens with more than a few.
fn opening_marks(line: &str) -> &str {
    let is_mark = |c: char| {
        matches!(c, '*' | '_' | '~' | '=' | '"' | '\'' | '“' | '‘' | '«' | '„' | '「' | '『')
    };
    let length = line.chars().take(8).take_while(|&c| is_mark(c)).map(char::len_utf8).sum();
    &line[..length]
}

/// Takes a closing quote or emphasis mark off the end that was opened at the line's start.
fn strip_closers<'l>(opening: &str, rest: &'l str) -> &'l str {
    let Some(last) = rest.chars().next_back() else { return rest };
    let (opener, quote) = match last {
        '*' | '_' | '~' | '=' => (last, false),
        '"' | '\'' => (last, true),
        '”' => ('“', true),
        '’' => ('‘', true),
        '»' => ('«', true),
        '“' => ('„', true),
        '」' => ('「', true),
        '』' => ('『', true),
        _ => return rest,
    };
    let kept = &rest[..rest.len() - last.len_utf8()];
    // A quote that closes before the line's end, `"Stop", he said, "why?"`, is not closed here.
    // (An apostrophe closes nothing.)
    let closed_before = quote
        && !matches!(last, '\'' | '’')
        && kept.get(opening.len()..).is_some_and(|inner| inner.contains(last));
    if opening.contains(opener) && !closed_before { kept } else { rest }
}

fn is_escaped(before: &str) -> bool {
    (before.len() - before.trim_end_matches('\\').len()) % 2 == 1
}

/// A bare URL or an image that ends in a question mark.
fn is_url(asked: &str) -> bool {
    let bare = asked.contains("://") || asked.starts_with("www.") || asked.starts_with("![");
    bare && !asked.contains([' ', '\t'])
}

/// Whether most letters of the line are Greek, where `;` is the question mark.
fn is_greek(line: &str) -> bool {
    let letters = line.chars().filter(|c| c.is_alphabetic());
    let (greek, other): (Vec<char>, Vec<char>) =
        letters.partition(|c| matches!(c, '\u{370}'..='\u{3FF}' | '\u{1F00}'..='\u{1FFF}'));
    greek.len() > other.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions() {
        for line in [
            "What is GDP?",
            "What is GDP? (3 marks)",
            "What is GDP? [4]",
            "What is GDP? *(with example)*",
            "What is GDP?!",
            "What is GDP?...",
            "What is GDP? <!-- easy -->",
            "**What is GDP?**",
            "\"What is GDP?\"",
            "“What is GDP?”",
            "What is f(x)?",
            "什么？",
            "ما هذا؟",
            "Τι είναι αυτό;",
            "¿Qué es?",
            "What does `a ? b : c` do?",
            "What is [GDP](x)?",
            "1936: what happened?",
        ] {
            assert!(is_question(line), "{line}");
        }
    }

    #[test]
    fn no_questions() {
        for line in [
            "",
            "?",
            "??",
            "GDP",
            "- What is GDP?",
            "1. What is GDP?",
            "> What is GDP?",
            " What is GDP?",
            "A: is it?",
            "What is GDP\\?",
            "to resolve a query (\"Who is responsible for key 13?\")",
            "He asked \"why?\"",
            "\"Stop\", he said, \"why?\"",
            "https://example.org/?",
            "![x](y?)",
            "end of statement;",
            "is it `x?`",
            "-What is GDP?",
        ] {
            assert!(!is_question(line), "{line}");
        }
    }
}
