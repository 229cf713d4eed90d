//! What is said after any edits is what is said of the same texts opened anew.
#![allow(clippy::unwrap_used)]

mod random;

use std::collections::{BTreeMap, BTreeSet};

use deck_lint::{Change, Diagnostic, FileId, Live, Passage, Workspace};
use deck_syntax::{TextRange, TextSize};
use proptest::prelude::*;

use random::{PIECES, config, deck, dialect, workspace};

/// Cards of which several files hold the same, or nearly.
const SHARED: &[&str] = &[
    "\nWhen was the pact of Rapallo signed?\nIn 1922\n",
    "\nWhen was the pact of Rapallo signed?\nIn 1932\n",
    "\nWho signed the treaty of Berlin?\n- Stresemann\n",
    "\nWhat causes inflation here?\nMoney\n",
    "\nWhat causes inflaton here?\nMoney\n",
    "\nIs inflation bad?\nNo\n",
    "\nQ: Who signed the treaty of Berlin?\nA: Nobody\n",
    "\nWhat did he do with Poland?\nA pact\n",
    "\nWhat did they do with these powers?\nNothing\n",
    "# Napoleon\n",
    "## The wars of the coalitions\n",
    "\nWhat did the the goverment of the anti-comintern pact want?\nPeace\n",
    "\nWho was in the Anti-comintern pact of the Franco-soviet war?\nIt was bulit by the Soviet Union\n",
    "\nWhat is on the Franco-Soviet map of the Soviet Union?\n![](map.png)\n",
    "@id one\n",
    "---\nlang: de\n---\n",
    "---\ndates: day-first\n---\n",
];

/// An edit: which file, where it starts and ends in parts of 1000, and what is put there.
type Step = (usize, usize, usize, String);

fn step() -> impl Strategy<Value = Step> {
    let piece = prop_oneof![
        prop::sample::select(PIECES).prop_map(str::to_owned),
        prop::sample::select(SHARED).prop_map(str::to_owned),
        Just(String::new()),
    ];
    let length = prop_oneof![4 => Just(0_usize), 3 => 1..40_usize, 1 => 0..1000_usize];
    (0..3_usize, 0..=1000_usize, length, piece)
}

fn text() -> impl Strategy<Value = String> {
    let cards = prop::collection::vec(prop::sample::select(SHARED), 0..6);
    (deck(), cards, deck()).prop_map(|(before, cards, after)| before + &cards.concat() + &after)
}

fn change(text: &str, start: usize, length: usize) -> TextRange {
    let at = |part: usize| text.floor_char_boundary(text.len() * part.min(1000) / 1000);
    let (start, end) = (at(start), at(start + length));
    TextRange::new(TextSize::new(start as u32), TextSize::new(end as u32))
}

/// How often each item stands in each file.
fn counted(live: &Live) -> BTreeMap<(usize, String), i32> {
    let mut counts = BTreeMap::new();
    for (id, file) in live.workspace().files() {
        for index in 0..file.deck.items().len() {
            *counts.entry((id.0, file.item(index).text.to_owned())).or_insert(0) += 1;
        }
    }
    counts
}

fn all(live: &Live) -> Vec<Vec<Diagnostic>> {
    live.workspace().files().map(|(id, _)| live.diagnostics(id)).collect()
}

fn anew(
    workspace: &Workspace,
    texts: &[String],
    dialect: deck_syntax::Dialect,
) -> Vec<Vec<Diagnostic>> {
    let fresh = random::workspace(texts, dialect);
    let report = fresh.lint();
    let of = |id: FileId| report.diagnostics.iter().filter(|d| d.file == id).cloned().collect();
    workspace.files().map(|(id, _)| of(id)).collect()
}

/// A case is a dozen edits, each compared with opening everything anew: a few hundred will do.
fn fewer() -> ProptestConfig {
    let mut config = config();
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = 500;
    }
    config
}

proptest! {
    #![proptest_config(fewer())]

    #[test]
    fn edits_end_with_what_opening_the_result_says(
        mut texts in prop::collection::vec(text(), 3),
        steps in prop::collection::vec(step(), 1..12),
        dialect in dialect(),
    ) {
        let mut live = Live::new(workspace(&texts, dialect));
        let mut items = counted(&live);
        let mut shown = all(&live);
        let mut touched = BTreeSet::new();
        for (file, start, length, insert) in steps {
            let range = change(&texts[file], start, length);
            texts[file].replace_range(std::ops::Range::<usize>::from(range), &insert);
            let change = Change { range, insert: &insert };
            let edit = live.edit_watched(FileId(file), &[change], &mut |item, passage| {
                let count = items.entry((file, item.text.to_owned())).or_insert(0);
                *count += if passage == Passage::Comes { 1 } else { -1 };
            });
            items.retain(|_, count| *count != 0);
            prop_assert_eq!(&items, &counted(&live));
            let rest = live.adopt(Live::look_at_all_cards(live.workspace()));
            prop_assert_eq!(&live.workspace().file(FileId(file)).text, &texts[file]);
            let now = all(&live);
            prop_assert_eq!(&now, &anew(live.workspace(), &texts, dialect));
            touched = edit.union(&rest).copied().collect();
            for (id, (now, before)) in now.iter().zip(&shown).enumerate() {
                // Places in the edited file have moved in what is said of the others, no more.
                let plain = |found: &[Diagnostic]| {
                    found.iter().map(|d| (d.range, d.message.clone(), d.labels.len())).collect::<Vec<_>>()
                };
                if !touched.contains(&FileId(id)) {
                    prop_assert_eq!(plain(now), plain(before));
                }
            }
            shown = now;
        }
        prop_assert!(!touched.is_empty());
    }
}
