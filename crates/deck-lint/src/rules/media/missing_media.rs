use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::diagnostic::Level;
use crate::finding::{Finding, Related};
use crate::media::{Found, MediaFiles};
use crate::rule::{CardsCx, Check, FixKind, Group, Member, Placed, Rule, dialects};

/// A picture or sound that no file holds.
pub(crate) static RULE: Rule = Rule {
    name: "missing-media",
    summary: "a card shows a picture or sound that is not there",
    group: Group::Media,
    dialects: dialects::MARKDOWN,
    level: Level::Error,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::None,
    page: include_str!("missing_media.md"),
    rollup: None,
    check: Check::Cards(check),
};

fn check(cx: &CardsCx<'_>) -> Vec<Placed> {
    let Some(media) = cx.media() else { return Vec::new() };
    let mut absent: BTreeMap<String, Vec<Missing>> = BTreeMap::new();
    let mut placed = Vec::new();
    for missing in missing(cx, media) {
        match missing.folder.clone() {
            Some(folder) if !media.has_folder(&folder) => {
                absent.entry(folder).or_default().push(missing);
            }
            _ => placed.push(alone(&missing)),
        }
    }
    placed.extend(absent.into_iter().flat_map(|(folder, missing)| of_folder(&folder, &missing)));
    placed
}

/// A picture that is not there.
struct Missing {
    member: Member,
    range: text_size::TextRange,
    path: String,
    /// The folder it should be in, relative to the root, if that is not the root itself.
    folder: Option<String>,
}

fn missing(cx: &CardsCx<'_>, media: &MediaFiles) -> Vec<Missing> {
    let mut found = Vec::new();
    for (member, folder, shown) in cx.shown() {
        let dialect = cx.item(member).dialect();
        let Some(path) = shown.path() else { continue };
        if media.find(&folder, &path, dialect) == Found::Nowhere {
            let place = place(&folder, &path);
            found.push(Missing { member, range: shown.place, path, folder: place });
        }
    }
    found
}

/// The folder in which a picture should be.
fn place(folder: &Path, path: &str) -> Option<String> {
    let place = folder.join(path);
    let parent = place.parent().map(|it| it.to_string_lossy().into_owned());
    parent.filter(|parent| !parent.is_empty() && !parent.contains(".."))
}

fn alone(missing: &Missing) -> Placed {
    let finding = Finding::new(missing.range, format!("there is no file `{}`", missing.path))
        .label("nothing to see here")
        .help("put the file there, or write where it is: paths count from the folder of the deck");
    Placed { members: vec![missing.member], finding }
}

/// One finding for all that should be in a folder that is not there, if they are several.
fn of_folder(folder: &str, missing: &[Missing]) -> Vec<Placed> {
    let paths: BTreeSet<&str> = missing.iter().map(|it| it.path.as_str()).collect();
    if paths.len() < 2 {
        return missing.iter().map(alone).collect();
    }
    let cards: BTreeSet<Member> = missing.iter().map(|it| it.member).collect();
    let message = format!(
        "the folder `{folder}` is not there, and with it {} pictures and sounds of {}",
        paths.len(),
        crate::count(cards.len(), "card")
    );
    let mut members = vec![missing[0].member];
    let mut finding = Finding::new(missing[0].range, message)
        .label("the first of them")
        .help("copy the folder beside the deck, or write where its files are");
    for other in &missing[1..] {
        let member = Some(members.len());
        members.push(other.member);
        let text = "in the same folder".to_owned();
        finding = finding.related(Related { member, range: other.range, text });
    }
    vec![Placed { members, finding }]
}
