//! Marks in a paragraph that open something and do not close it.
//!
//! Most stars, backticks and dollars that stand alone mean themselves: `2 ** 3`, `**kwargs`,
//! `src/**`, a price, a shell's `$HOME`, a key on the keyboard. So a mark counts only where it
//! cannot be but an opener: bold before a word of prose, code among other code, `$` before a
//! command of TeX.

use deck_syntax::native;
use memchr::{memchr, memchr_iter, memchr3, memmem};

/// What is opened and not closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unclosed {
    /// `**`
    Bold,
    /// A backtick.
    Code,
    /// `$`
    Math,
}

/// The first mark in `paragraph` that is never closed, and its byte offset.
pub(crate) fn unclosed(paragraph: &str) -> Option<(Unclosed, usize)> {
    let bytes = paragraph.as_bytes();
    let mut bold = Bold::default();
    let (mut has_code, mut closes_math) = (false, true);
    let mut at = 0;
    while let Some(found) = memchr3(b'*', b'`', b'$', &bytes[at..]) {
        let start = at + found;
        let escapes = bytes[..start].iter().rev().take_while(|&&b| b == b'\\').count();
        let run = run(bytes, start);
        at = start + run;
        match bytes[start] {
            _ if escapes % 2 == 1 => {}
            b'*' if matches!(run, 2 | 3) => bold.mark(paragraph, start, at),
            b'*' => {}
            b'`' => {
                let Some(end) = code_end(bytes, at, run) else {
                    // Nobody can tell what the rest means. GNU quotes `like this'.
                    let is_mark = starts_code(paragraph, start) || ends_code(paragraph, start);
                    let counts = run == 1 && has_code && is_mark && !paragraph[at..].contains('\'');
                    return counts.then_some((Unclosed::Code, start));
                };
                has_code |= !paragraph[start..end].contains('\n')
                    && starts_code(paragraph, start)
                    && ends_code(paragraph, end - 1);
                at = end;
            }
            _ if run > 1 => at = memmem::find(&bytes[at..], b"$$").map_or(at, |end| at + end + 2),
            _ if bytes.get(at).is_none_or(u8::is_ascii_whitespace) || !closes_math => {}
            _ => match math_end(bytes, at) {
                Some(end) => at = end,
                None if starts_command(&bytes[at..]) => return Some((Unclosed::Math, start)),
                None => closes_math = false,
            },
        }
    }
    bold.unclosed(paragraph).map(|start| (Unclosed::Bold, start))
}

/// How often the byte at `start` stands there one after the other.
fn run(bytes: &[u8], start: usize) -> usize {
    bytes[start..].iter().take_while(|&&b| b == bytes[start]).count()
}

/// The end of the code that a run of backticks up to `at` opens.
fn code_end(bytes: &[u8], mut at: usize, length: usize) -> Option<usize> {
    while let Some(found) = memchr(b'`', &bytes[at..]) {
        let closing = run(bytes, at + found);
        at += found + closing;
        if closing == length {
            return Some(at);
        }
    }
    None
}

/// The end of the formula that a `$` before `at` opens. As Pandoc reads it: no space before the
/// closing dollar, no digit behind it.
fn math_end(bytes: &[u8], at: usize) -> Option<usize> {
    let closes = |&end: &usize| {
        !bytes[end - 1].is_ascii_whitespace()
            && bytes[end - 1] != b'\\'
            && !bytes.get(end + 1).is_some_and(u8::is_ascii_digit)
    };
    memchr_iter(b'$', &bytes[at..]).map(|found| at + found).find(closes).map(|end| end + 1)
}

/// `\frac`, `\alpha`, …
fn starts_command(rest: &[u8]) -> bool {
    rest.first() == Some(&b'\\')
        && rest[1..].iter().take(2).filter(|b| b.is_ascii_alphabetic()).count() == 2
}

/// Whether a backtick stands where the first one of a piece of code does.
fn starts_code(text: &str, tick: usize) -> bool {
    is_apart(text[..tick].chars().next_back())
        && text[tick + 1..].starts_with(|c: char| is_word(c) || matches!(c, '(' | '[' | '<'))
}

/// Whether a backtick stands where the last one of a piece of code does.
fn ends_code(text: &str, tick: usize) -> bool {
    is_apart(text[tick + 1..].chars().next())
        && text[..tick].ends_with(|c: char| is_word(c) || matches!(c, ')' | ']' | '>'))
}

fn is_apart(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation() && c != '\\')
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The `**` and `***` of a paragraph.
#[derive(Default)]
struct Bold {
    open: Vec<usize>,
    /// Whether something bold is complete, so that the author writes bold text so.
    complete: bool,
    /// Whether one closes what nothing opened, as the mark of a footnote does.
    stray: bool,
}

impl Bold {
    fn mark(&mut self, text: &str, start: usize, end: usize) {
        let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let opens = !is_space(text[end..].chars().next());
        let closes = !is_space(text[..start].chars().next_back());
        if closes && self.open.pop().is_some() {
            self.complete = true;
        } else if opens {
            self.open.push(start);
        } else if closes {
            self.stray = true;
        }
    }

    /// Where the first mark stands that opens bold prose and is not closed.
    fn unclosed(&self, text: &str) -> Option<usize> {
        let start = *self.open.first().filter(|_| !self.stray)?;
        let before = text[..start].trim_start();
        let lead = native::bullet(before)
            .or_else(|| native::number(before))
            .or_else(|| native::label(before).map(|(_, length)| length));
        let leads = before.is_empty() || lead == Some(before.len());
        let apart =
            before.ends_with(|c: char| c.is_whitespace() || matches!(c, '(' | '"' | '“' | '—'));
        let after = text[start..].trim_start_matches('*');
        let prose = is_prose(after, leads) && (leads || self.complete || starts_capital(after));
        (prose && (leads || apart)).then_some(start)
    }
}

fn starts_capital(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
}

/// Whether `text` starts with a word of prose and not with the name of something in a program.
fn is_prose(text: &str, leads: bool) -> bool {
    const NAMES: [&str; 9] =
        ["args", "argv", "argc", "kwargs", "kwds", "kw", "options", "opts", "params"];
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    let follows = match rest.chars().next() {
        None => true,
        Some(',' | '.' | ';') => leads,
        Some(c) => c.is_whitespace() || matches!(c, ':' | '*' | '\'' | '’' | '-' | '?' | '!'),
    };
    let is_name = word.is_empty() || word.contains('_') || NAMES.contains(&word);
    follows && !is_name && !rest.trim_start().starts_with('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Option<(Unclosed, usize)> {
        unclosed(text)
    }

    #[test]
    fn what_is_never_closed() {
        for (text, kind, at) in [
            ("**Mitosis: two cells", Unclosed::Bold, 0),
            ("- **Mitosis: two cells", Unclosed::Bold, 2),
            ("A: **mitosis makes two cells", Unclosed::Bold, 3),
            ("the **Rhineland was invaded", Unclosed::Bold, 4),
            ("**Mitosis* makes two cells", Unclosed::Bold, 0),
            ("**Mitosis ** makes two cells", Unclosed::Bold, 0),
            ("**a** and then **b again", Unclosed::Bold, 15),
            ("`a` and then `b again", Unclosed::Code, 13),
            ("Correct `a` to b` again", Unclosed::Code, 16),
            ("the field $\\vec{B} here", Unclosed::Math, 10),
        ] {
            assert_eq!(found(text), Some((kind, at)), "{text}");
        }
    }

    #[test]
    fn what_means_itself() {
        for text in [
            "**bold** and *slanted*",
            "***both***",
            "2 ** 3",
            "2**3 is 8",
            "f(*args, **kwargs)",
            "**kwargs collects them",
            "src/**/x.md",
            "`src/**`",
            "char **argv",
            "int **p;",
            "*args and **options",
            "\\**not bold",
            "costs $5 or $6",
            "echo $HOME",
            "US$ 5 and $x",
            "$x$ and $5",
            "$\\alpha$",
            "$HOME\\bin",
            "don`t",
            "`like this'",
            "the key ` and ~",
            "⌥ + ` + e",
            "p < 0.01**",
            "0.02**\n** p < 0.05",
            "f**k",
            "**bold\nover two lines**",
            "`` a ` b ``",
            "thought that `pwd`/[TAB] (`/), which",
            "`a` makes `b' of it",
            "`a` and the key ` alone",
            "**中文。**中文",
            "** no bold",
            "****",
            "for x in a; do ssh $x 'ls'; end",
            "the `**` of bold",
            "**p = 5",
            "$$x$$",
        ] {
            assert_eq!(found(text), None, "{text}");
        }
    }

    #[test]
    fn long_paragraphs_of_openers_take_no_time() {
        for opener in ["$5 ", "$a ", "**a ", "` ", "$$ ", "\\\\", "``` ` "] {
            unclosed(&opener.repeat(300_000));
        }
    }
}
