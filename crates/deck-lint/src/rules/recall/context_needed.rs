use crate::asking::{Asking, WHICH, WHO, keys};
use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};
use crate::rules::vague_question;

/// A question that points at something that is not on the card.
pub(crate) static RULE: Rule = Rule {
    name: "context-needed",
    summary: "a question cannot be answered without the card before it",
    group: Group::Recall,
    dialects: dialects::ALL,
    level: Level::Hint,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("context_needed.md"),
    rollup: None,
    check: Check::Item(check),
};

const POINTERS: [u64; 6] = keys(["both", "these", "those", "this", "former", "latter"]);
const BOTH: u64 = POINTERS[0];
const THOSE: u64 = POINTERS[2];
const FORMER: u64 = POINTERS[4];
const LATTER: u64 = POINTERS[5];
const AND: [u64; 3] = keys(["and", "or", "between"]);
/// `those who fled`, `those of the army`: what they are follows.
const TOLD: [u64; 8] = keys(["who", "that", "which", "with", "in", "of", "from", "whose"]);

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    let Some(front) = cx.facts.map(|facts| facts.wording.front) else { return };
    let may_lack = front.words <= MOST_WORDS && front.asking > 0;
    if !front.points_at_something && !may_lack {
        return;
    }
    let Some(asking) = Asking::of(cx) else { return };
    if vague_question::is_vague(&asking) {
        return;
    }
    if let Some((first, last)) = points_at_nothing(&asking) {
        findings.push(pointing(&asking, first, last));
    } else if may_lack && lacks_object(&asking) {
        findings.push(lacking(&asking));
    }
}

/// The words that point at something that the question does not name.
fn points_at_nothing(asking: &Asking<'_>) -> Option<(usize, usize)> {
    let pointer = asking.find(&POINTERS)?;
    // What follows a colon, or is shown, may be what is meant.
    if asking.after(pointer).contains([':', '\n', '|', '"', '“', '<', '(']) || shows(asking) {
        return None;
    }
    let end = if asking.is_light(pointer + 1) { pointer } else { pointer + 1 };
    let end = end.min(asking.len() - 1);
    let open = match asking.key(pointer) {
        BOTH => is_pair_unnamed(asking, end),
        THOSE if TOLD.contains(&asking.key(pointer + 1)) => false,
        // `the former Yugoslavia`
        FORMER | LATTER => end == pointer && !joins(asking) && names(asking) < 2,
        _ => asking.leaves_open(pointer) && is_demonstrative(asking, pointer, end),
    };
    open.then_some((pointer, end))
}

/// `How do these structures save energy?`, but neither `Is this …?` nor what a longer question goes
/// on to say.
fn is_demonstrative(asking: &Asking<'_>, pointer: usize, end: usize) -> bool {
    /// There is but one, or the card is true of all of them.
    const ONE: [u64; 9] =
        keys(["world", "universe", "country", "planet", "life", "right", "day", "time", "year"]);
    pointer > 1
        && end < asking.len()
        && asking.len() <= end + 3
        && !ONE.contains(&asking.key(end))
        && !(pointer..asking.len()).any(|word| asking.is_name(word))
}

/// `both countries`, of which nothing says which two.
fn is_pair_unnamed(asking: &Asking<'_>, end: usize) -> bool {
    (NAMED.contains(&asking.key(end)) || asking.text(end) == "countries")
        && !joins(asking)
        && names(asking) < 2
        && !asking.prose().contains([',', '/', '&'])
}

fn names(asking: &Asking<'_>) -> usize {
    (0..asking.len()).filter(|&word| asking.is_name(word)).count()
}

/// What has a name, so that `both` of them could be named: `both ends` of a string have none.
const NAMED: [u64; 28] = keys([
    "nations", "powers", "leaders", "men", "women", "parties", "wars", "battles", "treaties",
    "pacts", "states", "kings", "books", "authors", "theories", "models", "events", "groups",
    "cities", "armies", "plays", "poems", "novels", "regions", "empires", "methods", "peoples",
    "rulers",
]);

fn joins(asking: &Asking<'_>) -> bool {
    (0..asking.len()).any(|word| AND.contains(&asking.key(word)))
}

/// Whether the card shows something besides words.
fn shows(asking: &Asking<'_>) -> bool {
    asking.prose().contains("![") || asking.prose().contains("  ")
}

/// A question with more words than that says enough.
const MOST_WORDS: u32 = 7;

/// `Who visited in 1935?`
fn lacks_object(asking: &Asking<'_>) -> bool {
    let verb = match asking.key(0) {
        WHO => 1,
        WHICH if COUNTRY.contains(&asking.key(1)) => 2,
        _ => return false,
    };
    let text = asking.text(verb);
    let is_past = text.ends_with("ed") || STRONG.contains(&asking.key(verb));
    let is_date = |word: usize| {
        DATE.contains(&asking.key(word))
            || asking.text(word).eq_ignore_ascii_case("september")
            || asking.text(word).bytes().all(|b| b.is_ascii_digit())
    };
    let rest = verb + 1..asking.len();
    is_past
        && rest.clone().all(is_date)
        && !shows(asking)
        && asking.prose().trim_end().ends_with('?')
}

const COUNTRY: [u64; 5] = keys(["country", "nation", "state", "king", "party"]);
/// Verbs of which the past has no `-ed`, and that need to say what was done, or to whom.
const STRONG: [u64; 12] = keys([
    "left", "led", "won", "lost", "wrote", "built", "fought", "made", "took", "broke", "sent",
    "held",
]);
const DATE: [u64; 22] = keys([
    "in", "on", "by", "during", "after", "before", "since", "the", "of", "january", "february",
    "march", "april", "may", "june", "july", "august", "october", "november", "december", "st",
    "th",
]);

fn pointing(asking: &Asking<'_>, first: usize, last: usize) -> Finding {
    let range = asking.range(first, last);
    let words: Vec<&str> = (first..=last).map(|word| asking.text(word)).collect();
    Finding::new(range, format!("the question does not say what `{}` means", words.join(" ")))
        .label("which?")
        .help(
            "name what is meant: once the cards are shuffled, the card before this one no longer \
             tells",
        )
}

fn lacking(asking: &Asking<'_>) -> Finding {
    let last = asking.len() - 1;
    Finding::new(asking.range(0, last), "the question does not say what it is about")
        .label("where, what or whom?")
        .help(
            "say it in the question: once the cards are shuffled, many answers are right, and you \
             can't tell whether you knew this one",
        )
}
