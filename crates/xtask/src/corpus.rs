//! Made-up decks for measuring: as many cards as asked for, always the same for a seed.

mod answer;
mod deck;
mod fault;
mod names;
mod rng;
mod scene;
mod subjects;
mod words;

pub(crate) use rng::Rng;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What a corpus is made from; equal plans make equal corpora, byte for byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Cards in all.
    pub(crate) cards: usize,
    /// Files that the cards are spread over; at most one a card are written.
    pub(crate) files: usize,
    /// Any number.
    pub(crate) seed: u64,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Corpus {
    /// The decks, relative to the corpus's folder.
    pub(crate) files: Vec<PathBuf>,
    /// Size of all decks together.
    pub(crate) bytes: u64,
}

/// The decks of a plan: path relative to the corpus's folder, and text.
///
/// They are made one at a time, so that a corpus of any size needs the memory of one deck.
pub(crate) fn decks(plan: Plan) -> impl Iterator<Item = (PathBuf, String)> {
    let files = plan.files.clamp(1, plan.cards.max(1));
    let mut author = deck::Author::new(plan.seed);
    (0..files).map(move |at| {
        let subject = subjects::ALL[at % subjects::ALL.len()];
        let cards = plan.cards / files + usize::from(at < plan.cards % files);
        let name = format!("unit-{:04}.deck", at + 1);
        (Path::new(subject.name).join(name), author.deck(subject, cards))
    })
}

/// Writes the decks of a plan into a folder, which is made where it is missing.
///
/// # Errors
///
/// Where the folder already holds something (a corpus among other files would measure them too),
/// or cannot be written.
pub(crate) fn write(plan: Plan, out: &Path) -> io::Result<Corpus> {
    fs::create_dir_all(out)?;
    if fs::read_dir(out)?.next().is_some() {
        let message = format!("{} is not empty", out.display());
        return Err(io::Error::new(io::ErrorKind::AlreadyExists, message));
    }
    let mut corpus = Corpus { files: Vec::new(), bytes: 0 };
    for (path, text) in decks(plan) {
        let place = out.join(&path);
        if let Some(folder) = place.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(place, &text)?;
        corpus.bytes += text.len() as u64;
        corpus.files.push(path);
    }
    Ok(corpus)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    fn text(cards: usize, files: usize, seed: u64) -> String {
        decks(Plan { cards, files, seed }).map(|(_, text)| text).collect()
    }

    /// Question lines, labels removed, and what else makes a card.
    fn fronts(text: &str) -> (Vec<&str>, usize) {
        let asked = |line: &&str| line.ends_with(['?', '？']) && !line.starts_with("- ");
        let questions: Vec<&str> =
            text.lines().filter(asked).map(|line| line.trim_start_matches("Q: ")).collect();
        let others = text
            .lines()
            .filter(|line| {
                line.starts_with("C: ") || line.contains(" :: ") || line.contains(" ::: ")
            })
            .count();
        (questions, others)
    }

    #[test]
    fn the_same_seed_writes_the_same_decks() {
        assert_eq!(text(600, 7, 3), text(600, 7, 3));
        assert_ne!(text(600, 7, 3), text(600, 7, 4));
    }

    #[test]
    fn there_are_as_many_cards_as_asked_for() {
        for (cards, files) in [(1, 200), (7, 3), (2000, 9)] {
            let text = text(cards, files, 1);
            let (questions, others) = fronts(&text);
            assert_eq!(questions.len() + others, cards, "{cards} cards in {files} files");
        }
    }

    #[test]
    fn a_card_takes_about_360_bytes() {
        for cards in [1000, 20_000] {
            let bytes = text(cards, cards / 500, 1).len() / cards;
            assert!((300..=420).contains(&bytes), "{bytes} bytes a card");
        }
    }

    #[test]
    fn few_questions_come_up_twice_and_some_do_on_purpose() {
        let text = text(20_000, 40, 1);
        let (questions, _) = fronts(&text);
        let distinct: HashSet<_> = questions.iter().collect();
        let repeated = questions.len() - distinct.len();
        // Two of seven faults, one card in a hundred: about 57.
        assert!((30..120).contains(&repeated), "{repeated} repeated questions");
    }

    #[test]
    fn every_form_and_every_fault_occurs() {
        let text = text(20_000, 40, 1);
        for part in [
            "\nQ: ",
            "\nA: ",
            "\nA:\n- ",
            "\nC: ",
            " :: ",
            "{{c1::",
            "\n## ",
            "\n@tags ",
            "\n@id ",
            "\n---\n",
            "```rust",
            "$O(",
            "\n$$\n",
            "é",
            "“",
            "？\n",
            " in may 1",
            " 31 September 1",
            "recieved",
            "\n-",
        ] {
            assert!(text.contains(part), "no {part:?}");
        }
        let tight = text.lines().filter(|line| {
            line.strip_prefix('-').is_some_and(|rest| !rest.starts_with([' ', '-']))
        });
        assert!((5..200).contains(&tight.count()));
    }

    #[test]
    fn a_folder_that_holds_something_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let plan = Plan { cards: 10, files: 2, seed: 1 };
        let corpus = write(plan, &folder.path().join("new")).unwrap();
        assert_eq!(corpus.files.len(), 2);
        assert!(write(plan, folder.path()).is_err());
    }
}
