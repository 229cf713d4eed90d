//! Fills `corpus/` with the decks of this repository and the examples of `docs/format.md`.

use std::path::{Path, PathBuf};
use std::{fs, io};

#[path = "../crates/deck-syntax/tests/support/examples.rs"]
#[allow(dead_code)]
mod examples;

fn main() -> io::Result<()> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut decks: Vec<Vec<u8>> = Vec::new();
    for folder in ["decks", "crates/deck-syntax/tests"] {
        for entry in fs::read_dir(root.join(folder))? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "deck") {
                decks.push(fs::read(path)?);
            }
        }
    }
    let document = fs::read_to_string(root.join("docs/format.md"))?;
    decks.extend(examples::read(&document).into_iter().map(|example| example.deck));

    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for target in ["parse", "reparse"] {
        fs::create_dir_all(corpus.join(target))?;
    }
    for (index, deck) in decks.iter().enumerate() {
        fs::write(corpus.join(format!("parse/seed-{index}")), deck)?;
        // An edit that removes two bytes in the middle and inserts a line ending.
        let [high, low] = u16::try_from(deck.len() / 2).unwrap_or(0).to_be_bytes();
        let edited = [&[high, low, 2, 1, b'\n'], deck.as_slice()].concat();
        fs::write(corpus.join(format!("reparse/seed-{index}")), edited)?;
    }
    println!("{} decks", decks.len());
    Ok(())
}
