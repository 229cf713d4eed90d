use std::collections::HashMap;

use text_size::TextRange;
use typos_vars::Category;

use crate::diagnostic::{Fix, Level, TextEdit};
use crate::english;
use crate::facts::{prose, sides};
use crate::finding::Finding;
use crate::rule::{CardsCx, Check, FixKind, Group, ItemCx, Member, Placed, Rule, dialects};
use crate::source::FileId;
use crate::spelling::corrections;
use crate::words::{Word, words};

/// A word that is known to be misspelled.
pub(crate) static RULE: Rule = Rule {
    name: "misspelling",
    summary: "a word is misspelled",
    group: Group::Text,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("misspelling.md"),
    rollup: None,
    check: Check::Cards(check),
};

/// A word that stands so often in the decks is a name, or a term of the subject.
const OWN_WORD: usize = 3;

fn check(cx: &CardsCx<'_>) -> Vec<Placed> {
    let slips: Vec<(Member, TextRange)> = cx.members().flat_map(|it| slips(cx, it)).collect();
    let mut uses: HashMap<String, usize> = HashMap::new();
    for (member, range) in &slips {
        *uses.entry(cx.item(*member).text[*range].to_lowercase()).or_default() += 1;
    }
    let mut spoken: HashMap<FileId, Category> = HashMap::new();
    let mut placed = Vec::new();
    for (member, range) in slips {
        let item = cx.item(member);
        let word = &item.text[range];
        let known = cx.lexicon().knows(word) || uses[&word.to_lowercase()] >= OWN_WORD;
        if !known && is_prose(&item, range) {
            let english = *spoken.entry(member.file).or_insert_with(|| english::of(item.file));
            placed.push(Placed { members: vec![member], finding: finding(word, range, english) });
        }
    }
    placed
}

fn slips(cx: &CardsCx<'_>, member: Member) -> impl Iterator<Item = (Member, TextRange)> {
    let facts = cx.item(member).facts;
    let slips = facts.into_iter().flat_map(|facts| facts.wording.slips.iter());
    slips.map(move |range| (member, *range))
}

/// Whether a word is one of an English sentence, and no name in it.
fn is_prose(item: &ItemCx<'_>, range: TextRange) -> bool {
    let Some(side) = sides(item).find(|side| side.contains_range(range)) else { return false };
    let prose = prose(item, side);
    let words: Vec<Word> = words(&prose).collect();
    let at = usize::from(range.start() - side.start());
    let glued = |c: Option<char>| c.is_some_and(|c| "@#\\/_=$".contains(c));
    let before = prose[..at].chars().next_back();
    let after = prose[at + usize::from(range.len())..].chars().next();
    item.file.is_english()
        && english::is_sentence(&words)
        && !is_name(&prose, at)
        && !glued(before)
        && !glued(after)
        && before != Some('-')
}

/// Whether a word has a capital that the start of a sentence does not explain.
fn is_name(prose: &str, at: usize) -> bool {
    let before = prose[..at].trim_end_matches([' ', '\t', '*', '"', '“', '(', '-', '_']);
    let opens = before.is_empty() || before.ends_with(['.', '?', '!', ':', '\n', '•']);
    prose[at..].starts_with(|c: char| c.is_uppercase()) && !opens
}

fn finding(word: &str, range: TextRange, english: Category) -> Finding {
    let meant = corrections(word).unwrap_or_default().iter();
    let meant: Vec<String> =
        meant.map(|it| like(word, english::spelled(it, english))).take(4).collect();
    let said = meant.iter().map(|it| format!("`{it}`")).collect::<Vec<_>>().join(" or ");
    let mut finding =
        Finding::new(range, format!("`{word}` should be {said}")).label("misspelled").help(
            "put it right: you learn the spelling with the fact. If it is right, add the word to \
             `[text] words` in `decklint.toml`, or to a file `.decklint-words`",
        );
    for it in &meant {
        let edits = [TextEdit::replace(range, it.clone())];
        let title = format!("Write `{it}`");
        let fix =
            if meant.len() == 1 { Fix::safe(title, edits) } else { Fix::unsafe_(title, edits) };
        finding = finding.fix(fix);
    }
    finding
}

/// A correction with a capital where the word has one.
fn like(word: &str, correction: &str) -> String {
    let mut letters = correction.chars();
    match letters.next() {
        Some(first) if word.starts_with(|c: char| c.is_uppercase()) => {
            first.to_uppercase().chain(letters).collect()
        }
        _ => correction.to_owned(),
    }
}
