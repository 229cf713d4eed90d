//! Comments that allow what a rule would report.
//!
//! ```text
//! <!-- decklint-allow RULE: reason -->        above a card, or at a line's end
//! <!-- decklint-allow-file RULE: reason -->   anywhere in the file
//! <!-- decklint-off RULE --> … <!-- decklint-on RULE -->
//! ```
//!
//! In text for Anki, a comment is a line that begins with `#`: `# decklint-allow RULE: reason`.

use std::collections::HashMap;

use deck_syntax::{ItemKind, LineKind, TextRange, TextSize};
use memchr::memmem;

use crate::diagnostic::Diagnostic;
use crate::source::SourceFile;

/// The allowances of one file.
#[derive(Debug, Default)]
pub(crate) struct Allowances {
    all: Vec<Allowance>,
    /// Those that a `decklint-on` may still end, as indices into `all`.
    open: Vec<usize>,
    /// For each rule, where in `all` its allowances are, by the start of their scopes, with how
    /// far any up to there reaches: a finding then looks at one or two, however many there are.
    by_rule: HashMap<String, Vec<(usize, TextSize)>>,
}

/// One rule allowed in one place.
#[derive(Debug)]
pub(crate) struct Allowance {
    /// The rule's name as it is written; empty where none is.
    pub(crate) name: String,
    /// Where the name stands; where none is, the whole comment.
    pub(crate) range: TextRange,
    /// The comment.
    pub(crate) comment: TextRange,
    /// Whether the comment allows nothing else, and stands alone on its line.
    pub(crate) single: bool,
    /// Findings that start in here are allowed.
    scope: TextRange,
    /// Whether it has allowed anything yet.
    pub(crate) used: bool,
}

impl Allowances {
    /// Reads the allowances of a file.
    pub(crate) fn of(file: &SourceFile) -> Self {
        if memmem::find(file.text.as_bytes(), b"decklint-").is_none() {
            return Self::default();
        }
        let mut allowances = Self::default();
        for (start, item) in file.deck.items_at() {
            for comment in &item.comments {
                allowances.read(file, *comment + start);
            }
        }
        allowances.sort();
        allowances
    }

    fn sort(&mut self) {
        self.all.sort_by_key(|allowance| allowance.scope.start());
        for (index, allowance) in self.all.iter().enumerate() {
            let of_rule = self.by_rule.entry(allowance.name.clone()).or_default();
            let reach = of_rule.last().map_or(TextSize::new(0), |(_, reach)| *reach);
            of_rule.push((index, reach.max(allowance.scope.end())));
        }
    }

    fn read(&mut self, file: &SourceFile, comment: TextRange) {
        let comment_text = &file.text[comment];
        let body = match comment_text.strip_prefix('#') {
            Some(body) => body,
            None => comment_text.trim_start_matches("<!--").trim_end_matches("-->"),
        };
        let Some(order) = body.trim_start().strip_prefix("decklint-") else { return };
        let (word, rest) = order.split_at(order.find(char::is_whitespace).unwrap_or(order.len()));
        let scope = match word {
            "allow" => scope_of(file, comment),
            "allow-file" => TextRange::up_to(TextSize::of(file.text.as_str())),
            "off" => TextRange::new(comment.start(), TextSize::of(file.text.as_str())),
            "on" => return self.switch_on(rest, comment),
            _ => return,
        };
        let names: Vec<&str> = names(rest).collect();
        for name in &names {
            let at = name.as_ptr() as usize - file.text.as_ptr() as usize;
            let range = TextRange::at(to_size(at), TextSize::of(*name));
            let single = names.len() == 1;
            let name = (*name).to_owned();
            self.push(Allowance { name, range, comment, single, scope, used: false }, word);
        }
        if names.is_empty() {
            let (name, range) = (String::new(), comment);
            self.push(Allowance { name, range, comment, single: true, scope, used: false }, word);
        }
    }

    fn push(&mut self, allowance: Allowance, word: &str) {
        if word == "off" {
            self.open.push(self.all.len());
        }
        self.all.push(allowance);
    }

    /// Ends what `decklint-off` began: for the rules named, or for all.
    fn switch_on(&mut self, rest: &str, at: TextRange) {
        let names: Vec<&str> = names(rest).collect();
        let all = &mut self.all;
        self.open.retain(|&index| {
            let open = &mut all[index];
            let ends = names.is_empty() || names.contains(&open.name.as_str());
            if ends {
                open.scope = TextRange::new(open.scope.start(), at.start());
            }
            !ends
        });
    }

    /// Whether the file has none.
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether a finding is allowed; remembers that the allowance was of use.
    pub(crate) fn allow(&mut self, diagnostic: &Diagnostic) -> bool {
        let Some(of_rule) = self.by_rule.get(diagnostic.rule.name) else { return false };
        let at = diagnostic.range.start();
        let before = of_rule.partition_point(|(index, _)| self.all[*index].scope.start() <= at);
        let reaching = of_rule[..before].iter().rev().take_while(|(_, reach)| *reach > at);
        let found =
            reaching.map(|(index, _)| *index).find(|index| self.all[*index].scope.end() > at);
        if let Some(index) = found {
            self.all[index].used = true;
        }
        found.is_some()
    }

    /// All of them.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Allowance> {
        self.all.iter()
    }
}

/// The rule names before the reason.
fn names(rest: &str) -> impl Iterator<Item = &str> {
    let list = rest.split(':').next().unwrap_or_default();
    list.split([',', ' ', '\t', '\n', '\r']).filter(|name| !name.is_empty())
}

/// What a `decklint-allow` comment is about: at a line's end that line, on a line of its own the
/// card below, or where no card opens below, the block of text there, or the next line.
fn scope_of(file: &SourceFile, comment: TextRange) -> TextRange {
    let Some(index) = file.deck.item_at(comment.start()) else { return comment };
    let start = file.deck.start(index);
    let mut lines = file.deck.items()[index].lines().map(|(range, kind)| (range + start, kind));
    let own_line = lines.find(|(range, _)| range.contains(comment.start()));
    if let Some((line, _)) = own_line.filter(|(_, kind)| *kind != LineKind::Comment) {
        return line;
    }
    let transparent = |kind| matches!(kind, LineKind::Blank | LineKind::Comment);
    let found = lines.find(|(range, kind)| range.start() >= comment.end() && !transparent(*kind));
    if let Some((line, kind)) = found {
        // What was to be a card and is none is a block of prose.
        let block = lines.take_while(|(_, kind)| kind_is_prose(*kind)).last();
        return block.filter(|_| kind_is_prose(kind)).map_or(line, |(last, _)| line.cover(last));
    }
    match file.deck.items().get(index + 1) {
        Some(next) if matches!(next.kind, ItemKind::Card(_)) => {
            next.visible() + file.deck.start(index + 1)
        }
        Some(next) => {
            let mut lines = next.lines();
            let Some((first, kind)) = lines.next() else { return comment };
            let block = lines.take_while(|(_, kind)| kind_is_prose(*kind)).last();
            let last = block.filter(|_| kind_is_prose(kind)).map_or(first, |(last, _)| last);
            first.cover(last) + file.deck.start(index + 1)
        }
        None => comment,
    }
}

fn kind_is_prose(kind: LineKind) -> bool {
    kind == LineKind::Prose
}

fn to_size(at: usize) -> TextSize {
    TextSize::new(u32::try_from(at).unwrap_or(u32::MAX))
}
