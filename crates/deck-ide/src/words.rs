//! The words of a card, short enough for a list.

use std::borrow::Cow;

use deck_dates::Bound;
use deck_lint::ItemCx;
use deck_syntax::{Card, CardForm, TextRange, anki, native, side_text};

/// The card's question on one line; a cloze text without the marks of its deletions.
pub(crate) fn question(cx: &ItemCx<'_>, card: &Card) -> String {
    one_line(&question_words(cx, card), 120)
}

/// The first line of the card's answer, without its bullet; of a cloze card, what is hidden.
pub(crate) fn answer(cx: &ItemCx<'_>, card: &Card) -> String {
    if card.form == CardForm::Cloze && !card.deletions.is_empty() {
        let hidden: Vec<&str> = card.deletions.iter().map(|it| &cx.text[it.text]).collect();
        return one_line(&hidden.join(", "), 60);
    }
    let words = card.back.map(|back| seen(cx, back)).unwrap_or_default();
    let mut lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next().unwrap_or_default();
    let bullet = native::bullet(first).or_else(|| native::number(first)).unwrap_or(0);
    let first = one_line(&first[bullet..], 60);
    let goes_on = lines.next().is_some() && !first.ends_with('…');
    if goes_on { first + " …" } else { first }
}

/// The question's words as they are read, in as many lines as they are written.
pub(crate) fn question_words<'a>(cx: &ItemCx<'a>, card: &Card) -> Cow<'a, str> {
    if card.deletions.is_empty() {
        return seen(cx, card.front);
    }
    let mut marks: Vec<TextRange> = Vec::new();
    for deletion in &card.deletions {
        marks.push(TextRange::new(deletion.range.start(), deletion.text.start()));
        marks.push(TextRange::new(deletion.text.end(), deletion.range.end()));
    }
    marks.sort_by_key(|mark| mark.start());
    let mut words = String::new();
    let mut at = card.front.start();
    for mark in marks {
        words += &seen(cx, TextRange::new(at, mark.start().max(at)));
        at = at.max(mark.end());
    }
    words += &seen(cx, TextRange::new(at, card.front.end().max(at)));
    Cow::Owned(words)
}

/// What is seen of a part of a card.
fn seen<'a>(cx: &ItemCx<'a>, range: TextRange) -> Cow<'a, str> {
    let words = side_text(cx.item, cx.text, range);
    if cx.file.html {
        Cow::Owned(anki::plain(anki::below_answer_line(&words)).into_owned())
    } else {
        words
    }
}

/// A text on one line of at most `most` characters, with one space where there was white space.
pub(crate) fn one_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    let mut length = 0;
    for word in text.split_whitespace() {
        let space = usize::from(!line.is_empty());
        let left = most.saturating_sub(length + space);
        let letters = word.chars().count();
        if letters > left {
            // Where a word is longer than the line, as words are where none are parted, its start.
            if length * 2 < most {
                line.extend((space == 1).then_some(' '));
                line.extend(word.chars().take(left));
            }
            return line + "…";
        }
        line.extend((space == 1).then_some(' '));
        line += word;
        length += space + letters;
    }
    line
}

/// The word that says on which side of a date something lies.
pub fn bound_name(bound: Bound) -> &'static str {
    match bound {
        Bound::Before => "before",
        Bound::After => "after",
        Bound::By => "by",
        Bound::Since => "since",
        Bound::Until => "until",
    }
}

/// A text on one line of at most `width` characters, without what would command a terminal.
pub fn on_one_line(text: &str, width: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let line = line.replace(char::is_control, "");
    if line.chars().count() <= width {
        return line;
    }
    let kept: String = line.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::one_line;

    #[test]
    fn lists_show_the_start_of_long_texts() {
        assert_eq!(one_line("Who left\n  the League?", 40), "Who left the League?");
        assert_eq!(one_line("Who left the League of Nations?", 20), "Who left the League…");
        assert_eq!(one_line("水的化学式是什么？", 4), "水的化学…");
        assert_eq!(one_line(" \n ", 4), "");
    }
}
