use deck_dates::{Mention, Relation, compare};

use crate::dated::{before, is_exact, lower_words, neighbours};
use crate::diagnostic::Level;
use crate::finding::{Finding, Findings};
use crate::rule::{Check, FixKind, Group, ItemCx, Rule, dialects};

/// Something said to be before what was earlier.
pub(crate) static RULE: Rule = Rule {
    name: "impossible-order",
    summary: "something is said to be before or after what its dates put the other way round",
    group: Group::Dates,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("impossible_order.md"),
    rollup: None,
    check: Check::Item(check),
};

/// How the time of one statement lies to that of the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Order {
    Before,
    After,
}

fn check(cx: &ItemCx<'_>, findings: &mut Findings) {
    for (one, gap, other) in neighbours(cx) {
        // Nearly all are done with here.
        let apart =
            is_exact(one) && is_exact(other) && compare(one, other) == Some(Relation::Disjoint);
        if !apart || !cx.file.is_english() {
            continue;
        }
        let Some(order) = between(gap).or_else(|| leading(cx, one, gap)) else { continue };
        let real = match (one.interval, other.interval) {
            (Some(one), Some(other)) if one.last < other.first => Order::Before,
            (Some(_), Some(_)) => Order::After,
            _ => continue,
        };
        if real != order {
            findings.push(finding(cx, one, other, order));
        }
    }
}

/// `in 1935, two years before Germany left the League in 1933`: what stands between two dates, where
/// it says how they lie. The second is that of what the first is before or after.
fn between(gap: &str) -> Option<Order> {
    let words = statement(gap)?;
    let link = words.iter().position(|word| matches!(&**word, "before" | "after"))?;
    let measures = words[..link].iter().all(|word| is_measure(word));
    let told = &words[link + 1..];
    let order = if words[link] == "before" { Order::Before } else { Order::After };
    (measures && is_plain(told)).then_some(order)
}

/// `After Germany left the League in 1933, the pact was signed in 1935`: the first statement of a
/// sentence says how the second lies to it.
fn leading(cx: &ItemCx<'_>, one: &Mention, gap: &str) -> Option<Order> {
    let words = statement(gap.strip_prefix(',')?)?;
    let lead = before(cx, one);
    let start = lead.rfind(['\n', '.', ';', ':']).map_or(0, |at| at + 1);
    let lead: Vec<String> = lower_words(&lead[start..]).collect();
    let (first, rest) = lead.split_first()?;
    // The second statement comes after the first, or before it.
    let order = match &**first {
        "after" => Order::Before,
        "before" => Order::After,
        _ => return None,
    };
    let single = !words.iter().any(|word| matches!(&**word, "before" | "after"));
    (single && is_plain(rest) && is_plain(&words)).then_some(order)
}

/// The words of a statement that ends right before a date, `in` or `on` left out.
fn statement(text: &str) -> Option<Vec<String>> {
    if text.len() > 150 || text.contains(['.', ';', ':', '\n', '(', ')']) {
        return None;
    }
    let mut words: Vec<String> = lower_words(text).collect();
    let preposition = words.pop()?;
    matches!(&*preposition, "in" | "on").then_some(words)
}

/// Whether what is told is told of its own time, and of no other.
fn is_plain(words: &[String]) -> bool {
    #[rustfmt::skip]
    const OTHER: [&str; 22] = [
        "after", "ago", "already", "before", "between", "born", "could", "during", "earlier", "from",
        "had", "has", "have", "later", "not", "since", "than", "then", "until", "when", "which", "would",
    ];
    (1..=14).contains(&words.len()) && !words.iter().any(|word| OTHER.contains(&&**word))
}

/// `two years`, `shortly`
fn is_measure(word: &str) -> bool {
    let spans =
        ["year", "month", "week", "day", "decade", "long", "short", "just", "soon", "a", "well"];
    let numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    spans.iter().any(|it| word == *it || (it.len() > 1 && word.starts_with(it)))
        || numbers.contains(&word)
        || word.bytes().all(|byte| byte.is_ascii_digit())
}

fn finding(cx: &ItemCx<'_>, one: &Mention, other: &Mention, order: Order) -> Finding {
    let (first, second) = (&cx.text[one.range], &cx.text[other.range]);
    let (said, real) = match order {
        Order::Before => ("before", "later"),
        Order::After => ("after", "earlier"),
    };
    Finding::new(one.range, format!("this is said to be {said} {second}, and {first} is {real}"))
        .label(format!("not {said} {second}"))
        .help("one of the dates is wrong, or `before` should be `after`: look them up")
        .place(other.range, "the other date")
}
