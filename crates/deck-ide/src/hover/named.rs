//! How many cards have a tag or an id.

use deck_lint::{SourceFile, count as counted};
use deck_syntax::ItemKind;

use super::{Hover, Use};
use crate::spot::Spot;
use crate::tagging::{self, Name, NameKind};

/// The tag or id under the cursor, and how many cards have it. The range is relative to the item.
pub(super) fn count(
    file: &SourceFile,
    spot: &Spot<'_>,
    uses: &dyn Fn(Use<'_>) -> Option<usize>,
) -> Option<Hover> {
    let name = tagging::names(&spot.cx).into_iter().find(|name| spot.touches(name.range))?;
    let (what, name_of) = match name.kind {
        NameKind::Tag => ("tag", Use::Tag(name.text)),
        NameKind::Id => ("id", Use::Id(name.text)),
    };
    let (number, place) = match uses(name_of) {
        Some(number) => (number, ""),
        None => (in_file(file, name), " in this file"),
    };
    let note = match (name.kind, number) {
        (NameKind::Id, 2..) => ". An id should be one card's alone",
        _ => "",
    };
    let markdown = format!("{what} **{}** · {}{place}{note}", name.text, counted(number, "card"));
    Some(Hover { range: name.range, markdown })
}

/// How many cards of the file have a name; what the deck says, it says of all of them.
fn in_file(file: &SourceFile, name: Name<'_>) -> usize {
    let mut items: Vec<usize> =
        tagging::everywhere(file, name.kind, name.text).map(|(index, _)| index).collect();
    items.dedup();
    let is_card = |index: &usize| matches!(file.deck.items()[*index].kind, ItemKind::Card(_));
    let of_deck = name.kind == NameKind::Tag && !items.iter().all(is_card);
    if of_deck { file.card_count() } else { items.len() }
}
