use std::collections::BTreeSet;

use crate::diagnostic::Level;
use crate::finding::Finding;
use crate::media::{Found, MediaFiles};
use crate::rule::{CardsCx, Check, FixKind, Group, Member, Placed, Rule, dialects};

/// A picture or sound beside the decks that none of them shows.
pub(crate) static RULE: Rule = Rule {
    name: "unused-media",
    summary: "a picture or sound that no card shows",
    group: Group::Media,
    dialects: dialects::MARKDOWN,
    level: Level::Hint,
    enabled: false,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("unused_media.md"),
    rollup: None,
    check: Check::Cards(check),
};

fn check(cx: &CardsCx<'_>) -> Vec<Placed> {
    let Some(media) = cx.media() else { return Vec::new() };
    let used = used(cx, media);
    let unused: Vec<&str> = media.iter().filter(|path| !used.contains(path)).collect();
    let first = cx.members().find(|&member| cx.item(member).facts.is_some_and(|it| it.shows_media));
    first
        .zip(unused.first())
        .map(|(member, first)| report(cx, member, first, unused.len()))
        .into_iter()
        .collect()
}

fn used<'m>(cx: &CardsCx<'_>, media: &'m MediaFiles) -> BTreeSet<&'m str> {
    let mut used = BTreeSet::new();
    for (member, folder, shown) in cx.shown() {
        let path = shown.path().unwrap_or_default();
        match media.find(&folder, &path, cx.item(member).dialect()) {
            Found::Here(path) | Found::OtherCase(path) => {
                used.insert(path);
            }
            Found::Nowhere | Found::Unknown => {}
        }
    }
    used
}

/// One finding for all of them, at the first card that shows a picture: they are in no deck.
fn report(cx: &CardsCx<'_>, member: Member, first: &str, count: usize) -> Placed {
    let message = match count {
        1 => format!("no card shows `{first}`"),
        more => format!("no card shows `{first}`, nor {} other files", more - 1),
    };
    let item = cx.item(member);
    let range = item.card().map(|card| card.front).unwrap_or_default();
    let finding = Finding::new(range, message)
        .label("the first card with a picture")
        .help("delete what is not needed, or show it: it makes the folder of the decks larger");
    Placed { members: vec![member], finding }
}
