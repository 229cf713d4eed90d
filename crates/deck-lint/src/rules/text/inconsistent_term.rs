use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::{Finding, Related};
use crate::rule::{CardsCx, Check, FixKind, Group, Placed, Rule, dialects};
use crate::terms::variants::{Variant, variants};

/// A name that is spelled otherwise elsewhere.
pub(crate) static RULE: Rule = Rule {
    name: "inconsistent-term",
    summary: "a name is spelled in two ways",
    group: Group::Text,
    dialects: dialects::ALL,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Unsafe,
    page: include_str!("inconsistent_term.md"),
    rollup: None,
    check: Check::Cards(check),
};

fn check(cx: &CardsCx<'_>) -> Vec<Placed> {
    variants(cx).into_iter().map(placed).collect()
}

fn placed(variant: Variant) -> Placed {
    let Variant { member, range, written, usual, is_told, other, why } = variant;
    let mut members = vec![member];
    let mut finding =
        Finding::new(range, format!("`{written}` is spelled `{usual}` elsewhere")).label(why).help(
            "spell it one way: a name that you have seen in two ways you write in a third, and a \
             search finds only half of the cards",
        );
    // Where both stand as often, nobody but the author knows which is right.
    if is_told {
        let edit = TextEdit::replace(range, usual.clone());
        finding = finding.fix(Fix::unsafe_(format!("Write `{usual}`"), [edit]));
    }
    if let Some((member, range)) = other {
        members.push(member);
        let text = format!("`{usual}` here");
        finding = finding.related(Related { member: Some(1), range, text });
    }
    Placed { members, finding }
}
