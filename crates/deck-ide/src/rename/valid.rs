//! Which names can be written.

use deck_lint::SourceFile;
use deck_syntax::{Dialect, ItemKind, TextRange, anki, parse_as};

type Why = String;

/// Whether a tag can be written so in every dialect, and if not, why.
pub(super) fn tag(name: &str) -> Result<(), Why> {
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '/' | ':' | '.' | '+');
    if name.is_empty() {
        return Err("a tag has at least one letter".to_owned());
    }
    if let Some(bad) = name.chars().find(|c| !fits(*c)) {
        return Err(format!(
            "a tag cannot have {} in it: a word parted by `-`, `_` or `/` can \
                            be searched for in every program",
            shown(bad)
        ));
    }
    if !name.chars().any(char::is_alphabetic) || !name.starts_with(|c: char| c.is_alphanumeric()) {
        return Err("a tag starts with a letter or digit, and has a letter in it".to_owned());
    }
    Ok(())
}

/// Whether an id can be written so, and if not, why.
pub(super) fn id(name: &str) -> Result<(), Why> {
    if name.is_empty() {
        return Err("an id has at least one letter or digit".to_owned());
    }
    match name.chars().find(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>')) {
        Some(bad) => {
            Err(format!("an id cannot have {} in it: write `-` between words", shown(bad)))
        }
        None => Ok(()),
    }
}

/// Whether a section can have that title: whether it would be read as one.
pub(super) fn section(file: &SourceFile, title: TextRange, new: &str) -> Result<(), Why> {
    if new.is_empty() || new.contains(['\n', '\r']) {
        return Err("the title of a section is one line of words".to_owned());
    }
    let text = &file.text;
    let (from, upto) = (usize::from(title.start()), usize::from(title.end()));
    let start = text[..from].rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let end = text[upto..].find(['\n', '\r']).map_or(text.len(), |end| upto + end);
    // Below a title, so that it is not the title itself.
    let line = format!("# A\n\n{}{new}{}\n", &text[start..from], &text[upto..end]);
    let deck = parse_as(&line, file.deck.dialect(), file.deck.settings());
    let reads = deck.items_at().any(|(at, item)| match &item.kind {
        ItemKind::Section { text, .. } => line[*text + at] == *new,
        _ => false,
    });
    if reads && deck.errors().next().is_none() {
        return Ok(());
    }
    Err(format!(
        "`{new}` would be no title of a section: a line like that is read as something \
                 else, such as the question of a card"
    ))
}

/// Whether a term can be written so in these files, and if not, why.
pub(super) fn term<'f>(name: &str, files: impl Iterator<Item = &'f SourceFile>) -> Result<(), Why> {
    let fits = |c: char| c.is_alphanumeric() || " -‐–'’.\u{A0}".contains(c) || is_mark(c);
    if !name.starts_with(char::is_alphanumeric) || name.ends_with('.') {
        return Err("a term starts with a letter or digit, and ends with one".to_owned());
    }
    if let Some(bad) = name.chars().find(|c| !fits(*c)) {
        return Err(format!("a term is words, and cannot have {} in it", shown(bad)));
    }
    for file in files.filter(|file| file.deck.dialect() == Dialect::Anki) {
        let separator = anki::Format::of(&file.text).separator.map(char::from);
        if let Some(separator) = separator.filter(|it| name.contains(*it)) {
            let path = file.path.file_name().unwrap_or_default().to_string_lossy();
            let mark = shown(separator);
            return Err(format!("in {path}, {mark} parts the columns, so it cannot be in a term"));
        }
    }
    Ok(())
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

fn shown(c: char) -> String {
    match c {
        ' ' => "a space".to_owned(),
        '\t' => "a tab".to_owned(),
        '\n' | '\r' => "a line break".to_owned(),
        c if c.is_control() || c.is_whitespace() => format!("U+{:04X}", u32::from(c)),
        c => format!("`{c}`"),
    }
}
