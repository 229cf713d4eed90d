//! The page of decks as one file, with its pictures and sounds in it.

use std::collections::BTreeMap;
use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use deck_ide::preview::{Gallery, timeline};
use deck_lint::{FileId, Live};
use deck_preview::Show;
use deck_render::page::{self, View};
use deck_render::{Scene, media_paths};

/// The page, which shows its cards or its timeline first.
pub(crate) fn page(live: &Live, view: View) -> String {
    let files: Vec<FileId> = live.workspace().selected().map(|(file, _)| file).collect();
    let mut gallery = Gallery::default();
    let places = gallery.picture(live, &files).places;
    for place in places {
        gallery.colour(live.workspace(), place);
    }
    let picture = gallery.picture(live, &files);
    let media = media(&picture.scene, &live.workspace().root);
    let dated = timeline(live, &picture);
    let title = picture.scene.title.clone();
    let mut show = Show::default();
    show.update(picture.scene);
    let media = media.iter().map(|(address, data)| (address.as_str(), data.clone()));
    page::standalone(&title, &show.whole(), &show.timeline(&dated), media, view)
}

/// The pictures and sounds on the cards, each as an address that holds it.
fn media(scene: &Scene, root: &Path) -> BTreeMap<String, String> {
    let sides = scene.cards.iter().flat_map(|card| [&card.face.front, &card.face.back]);
    let mut media = BTreeMap::new();
    for (address, path) in sides.flat_map(|side| media_paths(side)) {
        if media.contains_key(address) {
            continue;
        }
        let Some((file, kind)) = deck_preview::media_file(root, &path) else { continue };
        // What cannot be read is shown by its description.
        let Ok(bytes) = std::fs::read(file) else { continue };
        media.insert(address.to_owned(), format!("data:{kind};base64,{}", STANDARD.encode(bytes)));
    }
    media
}
