//! Digits, and what their neighbours make of them.

use super::{Kind, Number, Numeric, Shape, words};

/// The most numbers of one run that mean something: two whole dates.
const MOST: usize = 6;

/// Digits with the marks between them that have digits on both sides: `1938-09-30`, `1,200`.
pub(super) struct Run {
    /// Where it ends, with the letters that cling to it.
    pub(super) end: usize,
    groups: [Group; MOST],
    len: usize,
    shape: Shape,
    junk: bool,
}

#[derive(Clone, Copy)]
struct Group {
    start: usize,
    end: usize,
    /// The mark before it: `-`, `/`, `.`, `,` or `:`; `~` for a dash that is no hyphen.
    mark: u8,
}

/// A token to be.
type Found = (Kind, usize, usize);

impl Run {
    /// Reads the run that starts at `start`.
    pub(super) fn read(text: &str, start: usize) -> Self {
        let bytes = text.as_bytes();
        let mut run = Self {
            end: start,
            groups: [Group { start, end: start, mark: 0 }; MOST],
            len: 0,
            shape: Shape::Plain,
            junk: false,
        };
        let mut mark = 0;
        loop {
            let from = run.end;
            run.end = digits_end(bytes, from);
            run.add(Group { start: from, end: run.end, mark });
            match next_mark(bytes, run.end) {
                Some((next, length)) => (mark, run.end) = (next, run.end + length),
                None => break,
            }
        }
        run.junk |= clings_before(bytes, start);
        run.suffix(bytes);
        run.apostrophe(bytes, start);
        run
    }

    fn add(&mut self, group: Group) {
        if let Some(place) = self.groups.get_mut(self.len) {
            *place = group;
            self.len += 1;
        } else {
            self.junk = true;
        }
    }

    /// Reads what clings to the last digit: `th`, `s`, or what makes it something else.
    fn suffix(&mut self, bytes: &[u8]) {
        let at = self.end;
        let end = match &bytes[at..] {
            [b's' | b'n' | b'r' | b't', ..] => words::end(bytes, at),
            [b'\'', b's', ..] => words::end(bytes, at + 1),
            [0xE2, 0x80, 0x99, b's', ..] => words::end(bytes, at + 3),
            // A year or a day of an East Asian date.
            [0xE5, 0xB9, 0xB4, ..] | [0xE6, 0x9C, 0x88, ..] | [0xE6, 0x97, 0xA5, ..] => return,
            [b'T', hour, ..] if self.len == 3 && hour.is_ascii_digit() => return,
            [b'%' | b'_' | b'=' | b'@', ..] | [0xC2, 0xB0, ..] => at + 1,
            [byte, ..] if byte.is_ascii_alphabetic() => words::end(bytes, at),
            [0xE2 | 0xE3, 0x80, ..] | [0xC2, ..] => return,
            [byte, ..] if !byte.is_ascii() => words::end(bytes, at),
            _ => return,
        };
        match &bytes[at..end] {
            b"st" | b"nd" | b"rd" | b"th" => self.shape = Shape::Ordinal,
            b"s" => self.shape = Shape::Plural,
            b"'s" | b"\xE2\x80\x99s" if decade_digits(bytes, at) => self.shape = Shape::Plural,
            b"'s" | b"\xE2\x80\x99s" => return,
            _ => self.junk = true,
        }
        self.end = end;
    }

    /// `'39` and `'30s`.
    fn apostrophe(&mut self, bytes: &[u8], start: usize) {
        let ([before @ .., b'\''] | [before @ .., 0xE2, 0x80, 0x98 | 0x99]) = &bytes[..start]
        else {
            return;
        };
        let apart = before.last().is_none_or(|byte| !byte.is_ascii_alphanumeric());
        let two = self.len == 1 && self.groups[0].end - start == 2;
        if apart && two {
            self.shape = match self.shape {
                Shape::Plural => Shape::ShortPlural,
                Shape::Plain => Shape::Short,
                other => other,
            };
        }
    }

    /// The tokens that it makes: none where it is no date and no part of one.
    pub(super) fn tokens(&self, text: &str) -> impl Iterator<Item = Found> + use<> {
        let groups = if self.junk { &[][..] } else { &self.groups[..self.len] };
        let found = match groups {
            [one] => [self.number(text, one, self.shape), None],
            [one, two] if two.mark == b',' && !(is_day(one) && two.end - two.start == 4) => {
                [None, None]
            }
            [_, two] if two.mark == b'.' || two.mark == b':' => [None, None],
            [one, two] => {
                [self.number(text, one, Shape::Plain), self.number(text, two, self.shape)]
            }
            [one, two, three] => [numeric(text, [one, two, three]), None],
            [_, second, _, fourth, ..] if groups.len() == MOST && second.mark != fourth.mark => {
                let half = |from: usize| {
                    numeric(text, [&groups[from], &groups[from + 1], &groups[from + 2]])
                };
                [half(0), half(3)]
            }
            _ => [None, None],
        };
        found.into_iter().flatten()
    }

    fn number(&self, text: &str, group: &Group, shape: Shape) -> Option<Found> {
        let digits = u8::try_from(group.end - group.start).ok().filter(|digits| *digits <= 5)?;
        let value = text[group.start..group.end].parse().ok()?;
        let last = group.end == self.groups[self.len - 1].end;
        let end = if last { self.end } else { group.end };
        let start = match shape {
            Shape::Short | Shape::ShortPlural if text[..group.start].ends_with('\'') => {
                group.start - 1
            }
            Shape::Short | Shape::ShortPlural => group.start - 3,
            _ => group.start,
        };
        Some((Kind::Number(Number { value, digits, shape }), start, end))
    }
}

fn digits_end(bytes: &[u8], from: usize) -> usize {
    bytes[from..].iter().position(|byte| !byte.is_ascii_digit()).map_or(bytes.len(), |n| from + n)
}

fn decade_digits(bytes: &[u8], at: usize) -> bool {
    at >= 4 && bytes[at - 1] == b'0' && bytes[at - 4..at].iter().all(u8::is_ascii_digit)
}

fn is_day(group: &Group) -> bool {
    group.end - group.start <= 2
}

/// A mark with a digit after it, and its length.
fn next_mark(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let (mark, length) = match bytes.get(at..)? {
        [mark @ (b'-' | b'/' | b'.' | b',' | b':'), ..] => (*mark, 1),
        [0xE2, 0x80, 0x90..=0x95, ..] | [0xE2, 0x88, 0x92, ..] => (b'~', 3),
        _ => return None,
    };
    bytes.get(at + length)?.is_ascii_digit().then_some((mark, length))
}

/// Whether the number is the tail of something else: `$2000`, `#1934`, `.5`, `ABC-12345`.
fn clings_before(bytes: &[u8], start: usize) -> bool {
    match &bytes[..start] {
        [.., b'$' | b'#' | b'@' | b'=' | b'&' | b'\\' | b'%' | b'^' | b'+' | b'*'] => {
            // Stars around a number are emphasis.
            bytes[start - 1] != b'*'
        }
        [.., 0xC2, 0xA3 | 0xA7] | [.., 0xE2, 0x82, _] => true,
        [.., before, b'.'] => before.is_ascii_whitespace(),
        [before @ .., b'/'] => before.last().is_some_and(|byte| b"/.".contains(byte)),
        [before @ .., b'-'] => {
            let word = before.iter().rev().take(12).take_while(|byte| byte.is_ascii_alphanumeric());
            let (mut letters, mut strange) = (false, false);
            for byte in word {
                letters |= byte.is_ascii_alphabetic();
                strange |= byte.is_ascii_uppercase();
            }
            letters && strange && !capital_word(before)
        }
        _ => false,
    }
}

/// Whether a text ends with a word of small letters after its first, as `October` or `Mid`.
fn capital_word(before: &[u8]) -> bool {
    let letters = before.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric());
    let count = letters.clone().take(12).count();
    count >= 3 && letters.take(count - 1).all(u8::is_ascii_lowercase)
}

/// Three numbers of a date, if they can be one in some order.
fn numeric(text: &str, groups: [&Group; 3]) -> Option<Found> {
    let [first, second, third] = groups;
    let same = second.mark == third.mark && b"-/.".contains(&third.mark);
    let length = |group: &Group| group.end - group.start;
    let value = |group: &Group| text[group.start..group.end].parse::<i32>().ok();
    let year_first = length(first) == 4;
    let (year, beside) =
        if year_first { (first, (second, third)) } else { (third, (first, second)) };
    let year_digits = u8::try_from(length(year)).ok()?;
    if !same || !(year_digits == 4 || (year_digits == 2 && third.mark == b'/')) {
        return None;
    }
    let small = |group: &Group| value(group).and_then(|n| u8::try_from(n).ok());
    let pair = (small(beside.0)?, small(beside.1)?);
    let day_and_month = |month: u8, day: u8| (1..=12).contains(&month) && (1..=31).contains(&day);
    let possible = day_and_month(pair.0, pair.1) || (!year_first && day_and_month(pair.1, pair.0));
    let short = length(beside.0) <= 2 && length(beside.1) <= 2;
    let numeric = Numeric { year: value(year)?, year_digits, beside: pair, year_first };
    (possible && short).then_some((Kind::Numeric(numeric), first.start, third.end))
}
