use crate::asking::{Asking, WHO, keys};
use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// A pronoun of which the question does not say for whom it stands.
pub(crate) static RULE: Rule = Rule {
    name: "dangling-pronoun",
    summary: "a question says `he`, `she` or `they` and names nobody",
    group: Group::Recall,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("dangling_pronoun.md"),
    rollup: None,
    check: Check::Item(check),
};

const PRONOUNS: [u64; 9] =
    keys(["he", "she", "him", "his", "her", "hers", "they", "them", "their"]);
const PLURAL: [u64; 3] = keys(["they", "them", "their"]);
const OWNING: [u64; 4] = keys(["his", "her", "hers", "their"]);

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    if !cx.facts.is_some_and(|facts| facts.wording.front.points_at_someone) {
        return;
    }
    let Some(asking) = Asking::of(cx) else { return };
    let Some(pronoun) = asking.find(&PRONOUNS).filter(|&pronoun| pronoun > 0) else { return };
    let plural = PLURAL.contains(&asking.key(pronoun));
    if asking.leaves_open(pronoun)
        && !shows_something(cx)
        && !is_people_at_large(&asking, pronoun)
        && !is_named_by_who(&asking, pronoun)
        && !is_named_after(&asking, pronoun)
        && !is_named_above(cx, plural)
    {
        let word = asking.text(pronoun);
        findings.push(
            Finding::new(
                asking.range(pronoun, pronoun),
                format!("the question does not say who `{word}` is"),
            )
            .label("who?")
            .help(
                "write the name: once the cards are shuffled, nothing tells you who was meant, and \
                 you learn to recognise the card instead of the answer",
            ),
        );
    }
}

/// `Who gave up his throne?`
fn is_named_by_who(asking: &Asking<'_>, pronoun: usize) -> bool {
    asking.key(0) == WHO && OWNING.contains(&asking.key(pronoun))
}

/// `Before he became pope, what was the name of John Paul II?`
fn is_named_after(asking: &Asking<'_>, pronoun: usize) -> bool {
    let comma = (pronoun..asking.len()).find(|&word| asking.gap(word).contains([',', ':']));
    let clause =
        comma.is_some_and(|comma| comma + 1 < asking.len() && !asking.gap(comma).contains('?'));
    // `How many of her own songs does Beyoncé write?`
    let subject = (pronoun + 1..asking.len())
        .any(|word| asking.is_auxiliary(word) && asking.is_name(word + 1));
    clause || subject && OWNING.contains(&asking.key(pronoun))
}

/// `How do they measure the height of a mountain?`: people, whoever they are.
fn is_people_at_large(asking: &Asking<'_>, pronoun: usize) -> bool {
    const PAST: [u64; 6] = keys(["did", "had", "were", "didn't", "weren't", "could"]);
    asking.key(pronoun) == PLURAL[0] && !PAST.contains(&asking.key(pronoun - 1))
}

/// Whether the question shows code, a formula or a picture, which may be what is meant.
fn shows_something(cx: &ItemCx<'_>) -> bool {
    let front = cx.card().map_or("", |card| &cx.text[card.front]);
    front.contains(['`', '$']) || front.contains("![")
}

/// Whether a heading or the title names one person, or, for `they`, may name a group.
fn is_named_above(cx: &ItemCx<'_>, plural: bool) -> bool {
    let Some(index) = cx.file.deck.item_at(cx.start) else { return false };
    cx.file.headings_above(index).any(|heading| {
        if plural { heading.split_whitespace().count() <= 4 } else { is_person(heading) }
    })
}

/// Whether a heading may be the name of a person, and nothing but it: `Catherine the Great`.
fn is_person(heading: &str) -> bool {
    let is_part = |word: &str| {
        word.starts_with(|c: char| c.is_uppercase())
            || matches!(word, "the" | "of" | "de" | "von" | "van" | "da" | "di" | "al" | "bin")
    };
    let words: Vec<&str> = heading.split_whitespace().collect();
    !words.is_empty() && words.len() <= 5 && words.iter().all(|word| is_part(word))
}
