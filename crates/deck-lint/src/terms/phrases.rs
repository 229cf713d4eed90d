//! Words and phrases written with a capital.

use std::ops::Range;

use text_size::{TextRange, TextSize};

use super::fold::is_dash;
use super::lists::{is_before_date, is_calendar, is_connector, is_opener, is_shortened};

/// How many words a phrase has at most; the rest are another one.
const MAX_WORDS: usize = 6;

/// Words with a capital, which are a term if the workspace writes them so often enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TermMention {
    /// Where they stand, as byte offsets into the text.
    pub range: TextRange,
    /// They open a sentence, so that their capital may be the sentence's.
    pub opens: bool,
}

/// The words and phrases of a side's text that are written with a capital, in order. What is no
/// prose (code, formulas, addresses, markup) is to be blanked before.
///
/// Of a phrase that opens a sentence, its words but the first are another mention: `Marshal Zhukov`
/// and `Zhukov`. Words such as `The` or `When` open a sentence without being part of a phrase.
pub fn terms_in(text: &str) -> Vec<TermMention> {
    if !text.bytes().any(|b| b.is_ascii_uppercase() || b >= 0x80) {
        return Vec::new();
    }
    let mut reader = Reader { text, phrase: None, found: Vec::new(), before: "" };
    let (mut at, mut opens) = (0, true);
    // Words that start before are looked at one by one.
    let mut one_by_one = 0;
    loop {
        if reader.phrase.is_none() && at >= one_by_one {
            // Between phrases only a word with a capital counts, and the word before it.
            let Some(next) = next_telling(text.as_bytes(), at) else { break };
            if let Some(before) = word_before(text.as_bytes(), at, next.start) {
                reader.before = &text[before.clone()];
                (at, opens) = (before.end, false);
            }
            one_by_one = next.end;
        }
        let Some(word) = next_word(text, at) else { break };
        let gap = &text[at..word.start];
        opens |= ends_sentence(gap, reader.before);
        if reader.phrase.is_none() && text.as_bytes()[word.start].is_ascii_lowercase() {
            // Nearly all words: neither part of a phrase nor the end of one.
            reader.before = &text[word.clone()];
        } else {
            reader.word(gap, word.clone(), opens);
        }
        opens = false;
        at = word.end;
    }
    reader.flush();
    reader.found
}

/// A phrase while it is read.
struct Phrase {
    start: usize,
    end: usize,
    words: usize,
    opens: bool,
    /// Where its second word starts, if no word connects the two.
    second: Option<usize>,
    /// It goes on only after words that connect.
    connected: bool,
}

struct Reader<'t> {
    text: &'t str,
    phrase: Option<Phrase>,
    found: Vec<TermMention>,
    /// The word before.
    before: &'t str,
}

impl Reader<'_> {
    fn word(&mut self, gap: &str, range: Range<usize>, opens: bool) {
        let word = &self.text[range.clone()];
        let stem = without_possessive(word);
        let joined = !opens && is_joint(gap, self.before);
        if !joined {
            self.flush();
        }
        let counts = starts_capital(word) && !is_part_of_name(gap, &self.text[range.end..]);
        if counts && !(opens && is_opener(stem)) {
            self.capital(&range, stem.len(), opens);
        } else {
            let connects = joined && is_connector(word);
            match &mut self.phrase {
                Some(phrase) if connects => phrase.connected = true,
                _ => self.flush(),
            }
        }
        if stem.len() < word.len() {
            self.flush();
        }
        self.before = word;
    }

    fn capital(&mut self, range: &Range<usize>, length: usize, opens: bool) {
        let word = &self.text[range.clone()];
        let alone = is_calendar(word)
            && (is_before_date(self.before) || is_before_date(&self.before.to_lowercase()));
        let full = self.phrase.as_ref().is_some_and(|phrase| phrase.words == MAX_WORDS);
        if alone || full {
            self.flush();
        }
        let end = range.start + length;
        match &mut self.phrase {
            _ if alone => {}
            Some(phrase) => {
                if phrase.words == 1 && !phrase.connected {
                    phrase.second = Some(range.start);
                }
                phrase.end = end;
                phrase.words += 1;
                phrase.connected = false;
            }
            None => {
                let (start, second) = (range.start, None);
                self.phrase =
                    Some(Phrase { start, end, words: 1, opens, second, connected: false });
            }
        }
    }

    /// Ends the phrase that is being read.
    fn flush(&mut self) {
        let Some(phrase) = self.phrase.take() else { return };
        self.push(phrase.start..phrase.end, phrase.words, phrase.opens);
        if let Some(second) = phrase.second.filter(|_| phrase.opens) {
            self.push(second..phrase.end, phrase.words - 1, true);
        }
    }

    fn push(&mut self, range: Range<usize>, words: usize, opens: bool) {
        let text = &self.text[range.clone()];
        let says_nothing = is_calendar(text) || text.bytes().all(|b| b"IVX".contains(&b));
        if words == 1 && (says_nothing || text.chars().nth(1).is_none()) {
            return;
        }
        let size = |at: usize| TextSize::new(u32::try_from(at).unwrap_or(u32::MAX));
        let range = TextRange::new(size(range.start), size(range.end));
        self.found.push(TermMention { range, opens });
    }
}

/// The next word from byte offset `at` on: letters and digits, with hyphens and apostrophes inside.
fn next_word(text: &str, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let is_word = |c: char| c.is_alphanumeric() || is_mark(c);
    let mut start = at;
    loop {
        while bytes.get(start).is_some_and(|b| b.is_ascii() && !b.is_ascii_alphanumeric()) {
            start += 1;
        }
        let first = text[start..].chars().next()?;
        if first.is_alphanumeric() {
            break;
        }
        start += first.len_utf8();
    }
    if let Some(end) = ascii_end(bytes, start) {
        return Some(start..end);
    }
    let mut end = start;
    let mut chars = text[start..].char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let inside = is_dash(c) || matches!(c, '\'' | '’');
        let goes_on = inside && chars.peek().is_some_and(|&(_, next)| next.is_alphanumeric());
        if !is_word(c) && !goes_on {
            break;
        }
        end = start + offset + c.len_utf8();
    }
    Some(start..end)
}

/// The next word that starts with a capital of ASCII, or what stands around the next letter that is
/// not of ASCII. The end is beyond what was looked at.
fn next_telling(bytes: &[u8], at: usize) -> Option<Range<usize>> {
    let mut found = at;
    loop {
        found += bytes.get(found..)?.iter().position(|byte| TELLS[usize::from(*byte)])?;
        if !bytes[found].is_ascii() || starts_word(bytes, found) {
            break;
        }
        found += 1;
    }
    let start = if bytes[found].is_ascii() {
        found
    } else {
        memchr::memrchr(b' ', &bytes[at..found]).map_or(at, |space| at + space)
    };
    Some(start..found + 1)
}

/// The capitals of ASCII, and what is not of ASCII.
static TELLS: [bool; 256] = {
    let mut tells = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        let it = byte as u8;
        tells[byte] = it.is_ascii_uppercase() || !it.is_ascii();
        byte += 1;
    }
    tells
};

/// Whether a word of ASCII starts with the letter or digit at `at`.
fn starts_word(bytes: &[u8], at: usize) -> bool {
    let is_letter = |back: usize| {
        let byte = at.checked_sub(back).and_then(|at| bytes.get(at));
        byte.is_some_and(u8::is_ascii_alphanumeric)
    };
    let joined = at > 0 && matches!(bytes[at - 1], b'-' | b'\'') && is_letter(2);
    !is_letter(1) && !joined
}

/// The last word between two places, between which all is ASCII.
fn word_before(bytes: &[u8], from: usize, upto: usize) -> Option<Range<usize>> {
    let last = from + bytes[from..upto].iter().rposition(u8::is_ascii_alphanumeric)?;
    let is_start = |at: &usize| bytes[*at].is_ascii_alphanumeric() && starts_word(bytes, *at);
    let start = (from..=last).rev().find(is_start)?;
    Some(start..last + 1)
}

/// Where the word ends that starts at `start`, if it is plain ASCII and what ends it is, too.
fn ascii_end(bytes: &[u8], start: usize) -> Option<usize> {
    let mut end = start;
    loop {
        match bytes.get(end) {
            Some(b) if b.is_ascii_alphanumeric() => end += 1,
            Some(b'-' | b'\'') => match bytes.get(end + 1) {
                Some(b) if b.is_ascii_alphanumeric() => end += 1,
                Some(b) if !b.is_ascii() => return None,
                _ => break,
            },
            Some(b) if !b.is_ascii() => return None,
            _ => break,
        }
    }
    (end > start).then_some(end)
}

/// Marks that stand on letters.
fn is_mark(c: char) -> bool {
    unicode_normalization::char::is_combining_mark(c) || c == '\u{AD}'
}

fn starts_capital(word: &str) -> bool {
    word.starts_with(|c: char| c.is_uppercase())
}

fn without_possessive(word: &str) -> &str {
    ["'s", "’s"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word)
}

/// Whether what stands between two words leaves them one phrase.
fn is_joint(gap: &str, before: &str) -> bool {
    matches!(gap, " " | "\u{A0}") || gap == ". " && is_shortened(before)
}

/// Whether what stands between two words ends a sentence, or opens another line or quotation.
fn ends_sentence(gap: &str, before: &str) -> bool {
    if gap.bytes().all(|b| b == b' ') {
        return false;
    }
    let stop = gap.contains('.') && !(gap.starts_with(". ") && is_shortened(before));
    let quotes = gap.ends_with(['"', '“', '„', '«', '‘', '\'']);
    let marks = gap.contains(['!', '?', ':', ';', '…', '\n', '\r', '\t', '|', '•', '。']);
    stop || marks || quotes && before.is_empty() || quotes && gap.contains([' ', '('])
}

/// Whether a word is part of a tag, a path, a command or the like.
fn is_part_of_name(gap: &str, after: &str) -> bool {
    let glued_before = gap.ends_with(['#', '@', '\\', '/', '.', '_', '&']) && gap != ". ";
    let mut after = after.chars();
    let glued_after = matches!(after.next(), Some('.' | '_' | '/' | '\\' | '@' | '('))
        && after.next().is_some_and(char::is_alphanumeric);
    glued_before || glued_after
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The mentions, those that open a sentence in brackets.
    fn found(text: &str) -> Vec<String> {
        terms_in(text).iter().map(|it| shown(text, it)).collect()
    }

    fn shown(text: &str, mention: &TermMention) -> String {
        let words = &text[mention.range];
        if mention.opens { format!("({words})") } else { words.to_owned() }
    }

    #[test]
    fn phrases_inside_sentences() {
        for (text, terms) in [
            ("the battle of Khalkhin Gol ended", vec!["Khalkhin Gol"]),
            ("why the League of Nations failed", vec!["League of Nations"]),
            ("won the Battle of the Bulge", vec!["Battle of the Bulge"]),
            ("how Litvinov's policy and Molotov’s differ", vec!["Litvinov", "Molotov"]),
            ("asked Germany and Italy, France too", vec!["Germany", "Italy", "France"]),
            ("the Franco-Soviet pact", vec!["Franco-Soviet"]),
            ("led by J. P. Morgan then", vec!["J. P. Morgan"]),
            ("he met Harry S. Truman. Then", vec!["Harry S. Truman"]),
            ("in The Hague", vec!["The Hague"]),
            ("signed in March Germany", vec!["Germany"]),
            ("on Monday in May", vec![]),
            ("the October Revolution of 1917", vec!["October Revolution"]),
            ("the Treaty of Versailles of June 1919", vec!["Treaty of Versailles"]),
            ("what I did under Nicholas II there", vec!["Nicholas II"]),
            ("at the Élysée, in Łódź", vec!["Élysée", "Łódź"]),
            ("the **Soviet Union** and *Japan*", vec!["Soviet Union", "Japan"]),
            ("said \"Peace is near\" to Chamberlain", vec!["(Peace)", "Chamberlain"]),
            ("plan B failed", vec![]),
        ] {
            assert_eq!(found(text), terms, "{text}");
        }
    }

    #[test]
    fn a_capital_at_the_start_of_a_sentence_says_little() {
        for (text, terms) in [
            ("What did Stalin want?", vec!["Stalin"]),
            ("Litvinov left. Molotov came", vec!["(Litvinov)", "(Molotov)"]),
            ("Marshal Zhukov won", vec!["(Marshal Zhukov)", "(Zhukov)"]),
            ("League of Nations", vec!["(League of Nations)"]),
            ("- Germany\n- Italy", vec!["(Germany)", "(Italy)"]),
            ("In March Germany acted", vec!["Germany"]),
            ("The result: Poland fell", vec!["(Poland)"]),
        ] {
            assert_eq!(found(text), terms, "{text}");
        }
    }

    /// The same, without passing over any word.
    fn found_one_by_one(text: &str) -> Vec<String> {
        let mut reader = Reader { text, phrase: None, found: Vec::new(), before: "" };
        let (mut at, mut opens) = (0, true);
        while let Some(word) = next_word(text, at) {
            let gap = &text[at..word.start];
            opens |= ends_sentence(gap, reader.before);
            reader.word(gap, word.clone(), opens);
            (at, opens) = (word.end, false);
        }
        reader.flush();
        reader.found.iter().map(|it| shown(text, it)).collect()
    }

    #[test]
    fn words_that_are_passed_over_change_nothing() {
        for text in [
            "it-is St. Petersburg's x2 'twas Peter-the-Great's and so-on. Peter left",
            "then - said he - \"Peace\" -- a-B a'B 1-A iPhone of The Hague, e.g. Paris. of. Rome",
            "in 12 March and in March Germany, last. May he? x May Y",
        ] {
            // Words beside a letter beyond ASCII are looked at one by one.
            let wide = text.replace(' ', " é ");
            assert_eq!(found(text), found_one_by_one(text), "{text}");
            assert_eq!(found(&wide), found_one_by_one(&wide), "{wide}");
        }
    }

    #[test]
    fn what_is_no_prose_has_none() {
        for text in
            ["a #History tag", "see Foo.png", "by \\Delta and \\alpha", "at a_B and C:\\Dir"]
        {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }
}
