//! The examples of the specifications: a deck in one fence, and in the next what is read from it.

use deck_syntax::Dialect;

/// One example.
pub(crate) struct Example {
    /// The line of the document, counted from 1, on which the deck's fence opens.
    pub(crate) line: usize,
    /// The dialect the deck is written in.
    pub(crate) dialect: Dialect,
    /// The deck's bytes.
    pub(crate) deck: Vec<u8>,
    /// What the document says is read from it.
    pub(crate) tree: String,
    /// The lines of the document, counted from 0, that hold the tree.
    pub(crate) tree_lines: std::ops::Range<usize>,
}

/// A deck and what stands in the fence below it.
pub(crate) struct Pair {
    /// The line of the document, counted from 1, on which the deck's fence opens.
    pub(crate) line: usize,
    /// The dialect the deck is written in.
    pub(crate) dialect: Dialect,
    /// The deck's bytes.
    pub(crate) deck: Vec<u8>,
    /// The bytes in the second fence.
    pub(crate) second: Vec<u8>,
    /// The lines of the document, counted from 0, that hold them.
    second_lines: std::ops::Range<usize>,
}

/// The examples of a document.
///
/// # Panics
/// If a fence is not closed, or a deck is not directly followed by its tree.
pub(crate) fn read(document: &str) -> Vec<Example> {
    let example = |pair: Pair| Example {
        line: pair.line,
        dialect: pair.dialect,
        deck: pair.deck,
        tree: String::from_utf8(pair.second).unwrap(),
        tree_lines: pair.second_lines,
    };
    read_pairs(document, "tree").into_iter().map(example).collect()
}

/// The decks of a document with what stands in the fences of that name below them.
///
/// # Panics
/// If a fence is not closed, or a deck is not directly followed by another fence.
pub(crate) fn read_pairs(document: &str, second: &str) -> Vec<Pair> {
    let lines: Vec<&str> = document.split_inclusive('\n').collect();
    let mut examples = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some((ticks, info)) = fence(lines[at]) else {
            at += 1;
            continue;
        };
        let end = closing(&lines, at, ticks);
        let (name, kind) = info.split_once(' ').unwrap_or((info, ""));
        if let Some(dialect) = Dialect::from_name(name) {
            let below = end + 1;
            let (ticks, info) = lines.get(below).and_then(|line| fence(line)).unwrap_or((0, ""));
            let (name, second_kind) = info.split_once(' ').unwrap_or((info, ""));
            assert_eq!(name, second, "line {}: no {second} stands below the deck", at + 1);
            let second_lines = below + 1..closing(&lines, below, ticks);
            examples.push(Pair {
                line: at + 1,
                dialect,
                deck: bytes(&lines[at + 1..end].concat(), kind),
                second: bytes(&lines[second_lines.clone()].concat(), second_kind),
                second_lines,
            });
            at = closing(&lines, below, ticks) + 1;
            continue;
        }
        at = closing(&lines, at, ticks) + 1;
    }
    examples
}

fn bytes(text: &str, kind: &str) -> Vec<u8> {
    if kind == "escapes" { unescape(text) } else { text.as_bytes().to_vec() }
}

/// How many backticks open a fence, and the words behind them.
fn fence(line: &str) -> Option<(usize, &str)> {
    let ticks = line.bytes().take_while(|&b| b == b'`').count();
    (ticks >= 3).then(|| (ticks, line[ticks..].trim_end()))
}

fn closing(lines: &[&str], opening: usize, ticks: usize) -> usize {
    let closes = |line: &&str| fence(line).is_some_and(|(n, info)| n >= ticks && info.is_empty());
    let below = lines[opening + 1..].iter().position(closes);
    opening + 1 + below.unwrap_or_else(|| panic!("line {}: an unclosed fence", opening + 1))
}

/// Reads `\r`, `\t`, `\xNN` and `\u{N}`.
fn unescape(text: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        bytes.extend(&rest.as_bytes()[..at]);
        rest = &rest[at + 1..];
        let code = |digits: &str| u32::from_str_radix(digits, 16).unwrap();
        if let Some(after) = rest.strip_prefix("u{") {
            let (digits, after) = after.split_once('}').unwrap();
            let mut buffer = [0; 4];
            let c = char::from_u32(code(digits)).unwrap();
            bytes.extend(c.encode_utf8(&mut buffer).as_bytes());
            rest = after;
        } else if let Some(after) = rest.strip_prefix('x') {
            bytes.push(u8::try_from(code(&after[..2])).unwrap());
            rest = &after[2..];
        } else {
            bytes.push(if rest.starts_with('r') { b'\r' } else { b'\t' });
            rest = &rest[1..];
        }
    }
    bytes.extend(rest.as_bytes());
    bytes
}
