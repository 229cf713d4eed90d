//! Random edits of several files in `decklint lsp`: what is said in the end is what a server that
//! was just started says of the same texts, and what `decklint` says of them on disk.
#![allow(clippy::unwrap_used)]

#[path = "lsp/random/findings.rs"]
mod findings;
#[path = "lsp/session.rs"]
#[allow(dead_code)]
mod session;
#[path = "lsp/random/text.rs"]
mod text;

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::{Value, json};

use findings::Findings;
use session::Session;
use text::{Edit, Text};

/// A deck in each dialect, as a file to start from.
const FILES: [(&str, &str); 7] = [
    ("a.deck", include_str!("../decks/faults/dates.deck")),
    ("b.deck", include_str!("../decks/faults/manchuria.deck")),
    ("anki.txt", include_str!("../decks/faults/anki-french-animals.txt")),
    ("hashcards.md", include_str!("../decks/faults/hashcards-maps.md")),
    ("headings.md", include_str!("../decks/faults/headings-clouds.md")),
    ("obsidian.md", include_str!("../decks/faults/obsidian-planets.md")),
    ("told.md", include_str!("../decks/faults/obsidian-optics.md")),
];

/// Says the dialects by name, but for one, which is told from its text however that changes.
const CONFIG: &str = "
[[files]]
glob = \"anki.txt\"
dialect = \"anki\"
[[files]]
glob = \"hashcards.md\"
dialect = \"hashcards\"
[[files]]
glob = \"headings.md\"
dialect = \"headings\"
[[files]]
glob = \"obsidian.md\"
dialect = \"obsidian\"
";

/// How long a server may take to come to rest on a machine that has much else to do.
const PATIENCE: Duration = Duration::from_secs(15);

/// How many plans are tried: each is some two hundred edits.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok()).unwrap_or(24)
}

/// Files, by their index in [`FILES`], and rounds of edits, each with rest after it.
#[derive(Debug, Clone)]
struct Plan {
    files: Vec<usize>,
    rounds: Vec<Vec<(usize, Edit)>>,
}

fn plans() -> impl Strategy<Value = Plan> {
    let files = proptest::sample::subsequence((0..FILES.len()).collect::<Vec<_>>(), 2..=3);
    let round = proptest::collection::vec((0..3usize, text::edits()), 1..120);
    let rounds = proptest::collection::vec(round, 1..4);
    (files, rounds).prop_map(|(files, rounds)| Plan { files, rounds })
}

struct Editor {
    session: Session,
    texts: Vec<(&'static str, Text)>,
    version: i64,
}

impl Editor {
    fn start(files: &[usize]) -> Self {
        let on_disk: Vec<_> = files.iter().map(|&at| FILES[at]).collect();
        let with_config = [&on_disk[..], &[("decklint.toml", CONFIG)]].concat();
        let mut session = Session::start(&json!({}), &with_config);
        for (name, text) in &on_disk {
            session.open(name, text);
        }
        let texts = on_disk.iter().map(|(name, text)| (*name, Text::new(text))).collect();
        Self { session, texts, version: 0 }
    }

    /// Several edits of one file in a row come in one message.
    fn edit(&mut self, edits: &[(usize, Edit)]) {
        let count = self.texts.len();
        for of_file in edits.chunk_by(|a, b| a.0 % count == b.0 % count) {
            let (name, text) = &mut self.texts[of_file[0].0 % count];
            let changes: Vec<Value> = of_file.iter().map(|(_, edit)| text.apply(edit)).collect();
            self.version += 1;
            self.session.change(name, self.version, &Value::Array(changes));
        }
    }

    fn files(&self) -> Vec<(&str, &str)> {
        self.texts.iter().map(|(name, text)| (*name, text.as_str())).collect()
    }
}

/// Calls `look` until what it sees is what is wanted; gives what it saw last.
fn settle(wanted: &Findings, mut look: impl FnMut() -> Findings) -> Findings {
    let started = Instant::now();
    loop {
        let found = look();
        if found == *wanted || started.elapsed() > PATIENCE {
            return found;
        }
    }
}

/// What a server says of these texts that never saw others.
fn fresh(files: &[(&str, &str)], wanted: &Findings) -> Findings {
    let with_config = [files, &[("decklint.toml", CONFIG)]].concat();
    let pulls = json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "diagnostics": { "refreshSupport": true } },
    });
    let mut session = Session::start(&pulls, &with_config);
    for (name, text) in files {
        session.open(name, text);
    }
    settle(wanted, || findings::pulled(&mut session))
}

proptest! {
    #![proptest_config(Config {
        cases: cases(),
        max_shrink_time: 90_000,
        failure_persistence: None,
        ..Config::default()
    })]

    #[test]
    fn edits_end_where_opening_the_result_begins(plan in plans()) {
        let mut editor = Editor::start(&plan.files);
        let mut published = Findings::default();
        for round in &plan.rounds {
            editor.edit(round);
            let files: Vec<_> =
                editor.texts.iter().map(|(name, text)| (*name, text.as_str().to_owned())).collect();
            let files: Vec<_> = files.iter().map(|(name, text)| (*name, text.as_str())).collect();
            let wanted = findings::on_disk(&files, CONFIG);
            let found = settle(&wanted, || findings::told(&mut editor.session, &mut published));
            prop_assert_eq!(&found, &wanted, "after edits: {:?}", editor.files());
            prop_assert_eq!(&fresh(&files, &wanted), &wanted, "opened: {:?}", files);
        }
    }
}
