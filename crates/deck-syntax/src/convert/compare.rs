//! What was written, read back: where a program would read a card otherwise.

use super::{Conversion, Loss, first_words};
use crate::dialect::{Dialect, Settings};
use crate::outline::{Note, Outline, Part, Piece, Sides};
use crate::parse_as;

impl Conversion {
    /// Reads what was written, and adds what is read otherwise to the losses.
    pub(super) fn check(&mut self, outline: &Outline, to: Dialect) {
        let deck = parse_as(&self.text, to, &std::sync::Arc::new(Settings::default()));
        let written = Outline::of(&deck, &self.text);
        let read: Vec<Note> = written.notes().map(|(_, note)| as_named(note, to)).collect();
        let mut read = read.iter().peekable();
        let original: Vec<(usize, Note)> =
            outline.notes().map(|(line, note)| (line, as_named(note, to))).collect();
        for (index, (line, note)) in original.iter().enumerate() {
            let difference = match read.peek() {
                Some(read) => difference(note, read, to),
                None => Some(missing(note, to)),
            };
            let Some(what) = difference else {
                read.next();
                continue;
            };
            // Where the card is not there at all, the one read is the next one's.
            let ahead = original.get(index + 1).map(|(_, note)| note);
            let is_next = |read: &&Note| ahead.is_some_and(|it| difference_of(it, read).is_none());
            let gone = read.peek().is_none_or(is_next);
            let what = if gone { missing(note, to) } else { what };
            if !gone {
                read.next();
            }
            self.losses.push(Loss { line: *line, what });
        }
        let line = outline.parts.last().map_or(1, |part: &Part| part.line);
        if let Some(more) = read.next() {
            let what = format!("the number of cards: {} also sees {}", to.name(), named(more));
            self.losses.push(Loss { line, what });
        }
    }
}

/// A card as it is written where what the writer names by itself is left out: hints for hashcards,
/// blank lines for Obsidian, which field is which where they all go into the answer.
fn as_named(note: &Note, to: Dialect) -> Note {
    let mut note = note.clone();
    let extra = std::mem::take(&mut note.extra);
    match &mut note.sides {
        Sides::Basic { front, back, .. } => {
            if matches!(to, Dialect::Deck | Dialect::Obsidian) {
                for field in extra {
                    back.push('\n');
                    back.push_str(&field);
                }
            }
            if to == Dialect::Obsidian {
                *front = front.replace("<br>", "\n");
                *back = back.replace("<br>", "\n");
            }
        }
        Sides::Cloze(pieces) => pieces.iter_mut().for_each(|piece| match piece {
            Piece::Text(text) if to == Dialect::Obsidian => *text = text.replace("<br>", "\n"),
            Piece::Deletion { hint, .. } if to == Dialect::Hashcards => *hint = None,
            _ => {}
        }),
    }
    note
}

fn missing(note: &Note, to: Dialect) -> String {
    format!("the card {}: {} sees none here", named(note), to.name())
}

/// A card by its first words.
fn named(note: &Note) -> String {
    let words = match &note.sides {
        Sides::Basic { front, back, .. } if front.is_empty() => first_words(back),
        Sides::Basic { front, .. } => first_words(front),
        Sides::Cloze(_) => first_words(&note.sides.normal().concat()),
    };
    format!("“{words}”")
}

/// What differs, and how it is read; `None` if the cards ask and answer the same.
fn difference(note: &Note, read: &Note, to: Dialect) -> Option<String> {
    let (side, was, is) = difference_of(note, read)?;
    let (was, is) = around_difference(&was, &is);
    let is = if is.is_empty() { "nothing".to_owned() } else { format!("“{is}”") };
    Some(format!("{side} “{was}”: {} reads {is}", to.name()))
}

/// The first words of both from a little before the place where they part.
fn around_difference(was: &str, is: &str) -> (String, String) {
    const BEFORE: usize = 20;
    let same = was.chars().zip(is.chars()).take_while(|(a, b)| a == b);
    let same: usize = same.map(|(c, _)| c.len_utf8()).sum();
    if same <= BEFORE {
        return (first_words(was), first_words(is));
    }
    let near = was.floor_char_boundary(same - BEFORE);
    let start = was[near..same].find(' ').map_or(near, |space| near + space + 1);
    let cut = |text: &str| format!("…{}", first_words(&text[start..]));
    (cut(was), cut(is))
}

/// Which side differs, what it was, what is read.
fn difference_of(note: &Note, read: &Note) -> Option<(&'static str, String, String)> {
    let (was, is) = (note.sides.normal(), read.sides.normal());
    let differ = |index: usize| (was.get(index) != is.get(index)).then_some(index);
    match (&note.sides, &read.sides) {
        (Sides::Basic { .. }, Sides::Basic { .. }) => {
            let side = (0..3).find_map(differ)?;
            let name = ["the question", "the answer", "the direction of"][side];
            let text = |all: &[String]| all[if side == 2 { 0 } else { side }].clone();
            let way = if is[2] == "true" { "both ways" } else { "one way" };
            let is = if side == 2 { way.to_owned() } else { text(&is) };
            Some((name, text(&was), is))
        }
        (Sides::Cloze(_), Sides::Cloze(_)) if was == is => None,
        (Sides::Cloze(_), _) => Some(("the deletions of", was.concat(), is.concat())),
        _ => Some(("the question", was[0].clone(), is.concat())),
    }
}

impl Sides {
    /// The sides without differences that nobody sees: white space, how pieces are cut.
    fn normal(&self) -> Vec<String> {
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        match self {
            Self::Basic { front, back, both_ways } => {
                vec![words(front), words(back), both_ways.to_string()]
            }
            Self::Cloze(pieces) => normal_cloze(pieces),
        }
    }
}

/// The pieces in order, shown ones and hidden ones in turn. White space between words counts only
/// as being there or not.
fn normal_cloze(pieces: &[Piece]) -> Vec<String> {
    let mut shown = String::new();
    let mut normal = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => shown.push_str(text),
            Piece::Deletion { text, hint, .. } => {
                normal.push(spaced(&std::mem::take(&mut shown)));
                normal.push(spaced(text));
                normal.extend(hint.iter().map(|hint| format!("({hint})")));
            }
        }
    }
    normal.push(spaced(&shown));
    if let Some(first) = normal.first_mut() {
        *first = first.trim_start().to_owned();
    }
    if let Some(last) = normal.last_mut() {
        *last = last.trim_end().to_owned();
    }
    normal
}

/// Every run of white space as one space, at the ends too.
fn spaced(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.is_empty() {
        return if text.is_empty() { words } else { " ".to_owned() };
    }
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) { " " } else { "" };
    format!("{before}{words}{after}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_far_behind_is_shown() {
        let was = "Matrix multiplication of two large matrices is not commutative";
        let is = "Matrix multiplication of two large matrices was never so";
        let (was, is) = around_difference(was, is);
        assert_eq!(was, "…two large matrices is not commutative");
        assert_eq!(is, "…two large matrices was never so");
        assert_eq!(around_difference("é", ""), ("é".to_owned(), String::new()));
    }
}
