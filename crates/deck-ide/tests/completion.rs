//! What may be written at the cursor.
#![allow(clippy::unwrap_used)]

mod support;

use std::path::Path;

use deck_ide::{Completion, CompletionCx, CompletionKind, complete, documentation};
use deck_syntax::Dialect;
use support::{Decks, apply};

/// Folders below `/d`, as `list` tells of them.
fn list(folder: &Path) -> Vec<String> {
    let names: &[&str] = match folder.to_str().unwrap() {
        "/d" | "" => &["maps/", ".git/", "the map.png", "notes.txt", "a.deck"],
        "/d/maps" | "maps" => &["asia.SVG", "europe.webp", "hymn.mp3"],
        _ => &[],
    };
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn completions(decks: &Decks) -> Vec<Completion> {
    let findings = decks.workspace.lint().diagnostics;
    let findings: Vec<_> = findings.into_iter().filter(|it| it.file == decks.file).collect();
    let cx = CompletionCx {
        workspace: &decks.workspace,
        terms: &decks.terms,
        names: &decks.names,
        findings: &findings,
        list: &list,
    };
    complete(&cx, decks.file, decks.at)
}

fn labels(decks: &Decks) -> Vec<String> {
    completions(decks).into_iter().map(|it| it.label).collect()
}

fn at(dialect: Dialect, text: &str) -> Vec<String> {
    labels(&Decks::one(dialect, text))
}

/// The text after taking the proposal of that label.
fn taken(dialect: Dialect, text: &str, label: &str) -> String {
    let decks = Decks::one(dialect, text);
    let all = completions(&decks);
    let found = all.into_iter().find(|it| it.label == label).unwrap();
    let insert = found.insert.plain();
    apply(decks.text(), &[deck_lint::TextEdit { range: found.range, insert }])
}

const TERMS: &str = "Who won at Khalkhin Gol and Kharkov?\n- the League of Nations, with Kharkov\n\n\
    Why was Khalkhin Gol fought, for Kharkov?\n- the League of Nations knows\n\n";

#[test]
fn terms_are_spelled_as_they_are_in_every_dialect() {
    for (dialect, line) in [
        (Dialect::Deck, "Who?\n- it was kha‸"),
        (Dialect::Hashcards, "Q: Who?\nA: it was kha‸"),
        (Dialect::Obsidian, "#flashcards\n\nWho?::it was kha‸"),
        (Dialect::Anki, "Who?\tit was kha‸"),
        (Dialect::Headings, "## Who?\n\nit was kha‸"),
    ] {
        let decks = Decks::new(&[("a.deck", Dialect::Deck, TERMS), ("b", dialect, line)]);
        assert_eq!(labels(&decks), ["Kharkov", "Khalkhin Gol"], "{dialect:?}");
    }
}

#[test]
fn a_term_is_completed_from_any_of_its_words_and_through_several() {
    for (typed, after) in [
        ("was Gol‸", "was Khalkhin Gol"),
        ("was at khalkhin g‸", "was at Khalkhin Gol"),
        ("the leag‸", "the League of Nations"),
        ("the league of n‸", "the League of Nations"),
        ("the nat‸", "the League of Nations"),
    ] {
        let text = format!("{TERMS}Who?\n- it {typed}");
        let label = if after.ends_with("Gol") { "Khalkhin Gol" } else { "League of Nations" };
        assert!(taken(Dialect::Deck, &text, label).ends_with(&format!("- it {after}")), "{typed}");
    }
    for typed in ["k‸", "`kha‸", "kha‸rkov x` kh", "xkha‸"] {
        let found = at(Dialect::Deck, &format!("{TERMS}Who?\n- it {typed}"));
        assert!(found.is_empty() || typed.starts_with("kha‸"), "{typed}: {found:?}");
    }
}

#[test]
fn terms_that_stand_near_come_first() {
    let far = "Where is Kharkov, is Kharkov, is Kharkov?\n- x\n\n".to_owned();
    let cards = "What is a?\n- b\n\n".repeat(30);
    let near = "Is Khalkhin Gol, is Khalkhin Gol?\n- kha‸\n";
    assert_eq!(at(Dialect::Deck, &(far + &cards + near)), ["Khalkhin Gol", "Kharkov"]);
}

#[test]
fn a_card_can_be_begun_where_one_may_stand() {
    for (dialect, text, expected) in [
        (Dialect::Deck, "‸", "question"),
        (Dialect::Deck, "Why?\n- so\n\nQ‸", "Q: card"),
        (Dialect::Deck, "## Causes\n\nC‸", "C: cloze"),
        (Dialect::Deck, "-‸", "---"),
        (Dialect::Hashcards, "q‸", "Q: card"),
        (Dialect::Hashcards, "T‸", "T: term"),
        (Dialect::Obsidian, "#flashcards\n\n‸", "front::back"),
        (Dialect::Obsidian, "#flashcards\n\nq‸", "question ? answer"),
        (Dialect::Anki, "Why\tso\n‸", "row"),
        (Dialect::Headings, "‸", "## card"),
    ] {
        assert!(at(dialect, text).contains(&expected.to_owned()), "{text}");
    }
    for text in ["Why?\n‸", "Why?\n- so Q‸", "Why?\n```\n\nQ‸\n```\n", "Why?\n- so\n\n‸ x"]
    {
        assert_eq!(at(Dialect::Deck, text), [""; 0], "{text}");
    }
}

#[test]
fn the_templates_are_cards() {
    for (dialect, text) in [
        (Dialect::Deck, "‸"),
        (Dialect::Hashcards, "‸"),
        (Dialect::Obsidian, "#flashcards\n\n‸"),
        (Dialect::Anki, "#separator:tab\n‸"),
        (Dialect::Headings, "‸"),
    ] {
        let mut cards = 0;
        for proposal in completions(&Decks::one(dialect, text)) {
            let after = taken(dialect, text, &proposal.label);
            let deck = Decks::one(dialect, &after);
            let found = deck.workspace.lint().diagnostics;
            let count = deck.workspace.file(deck.file).card_count();
            let is_card = !["## section", "---", "[#tag]"].contains(&proposal.label.as_str());
            assert_eq!(count, usize::from(is_card), "{dialect:?}: {after}");
            assert!(!is_card || found.is_empty(), "{dialect:?}: {after} {found:#?}");
            cards += count;
        }
        assert!(cards > 0, "{dialect:?}");
    }
}

#[test]
fn attributes_and_their_values() {
    let text = "Why did Rome fall, and when?\n- in 476\n@id a\n@‸\n";
    assert_eq!(at(Dialect::Deck, text), ["@tags", "@source", "@hint", "@date", "@reverse"]);
    let line = |line: &str| {
        format!(
            "Why?\n- so\n@tags war, cold-war\n@source Keegan, p. 3\n\n\
             When did Rome fall, and why?\n- in 476\n{line}\n"
        )
    };
    for (typed, expected) in [
        ("@so‸", vec!["@source"]),
        ("@tags ‸", vec!["cold-war", "war"]),
        ("@tags cold-war wa‸", vec!["cold-war", "war"]),
        ("@tags co‸", vec!["cold-war"]),
        ("@source k‸", vec!["Keegan, p. 3"]),
        ("@date ‸", vec!["0476"]),
        ("@id ‸", vec!["rome-fall-and"]),
        ("@reverse ‸", vec![]),
        ("@unknown ‸", vec![]),
    ] {
        assert_eq!(at(Dialect::Deck, &line(typed)), expected, "{typed}");
    }
    assert_eq!(taken(Dialect::Deck, "Why?\n- so\n@ta‸", "@tags"), "Why?\n- so\n@tags ");
    assert_eq!(at(Dialect::Hashcards, "Q: Why?\nA: so\n@‸"), [""; 0]);
}

#[test]
fn an_id_that_is_free() {
    let text = "Why did Rome fall?\n- so\n@id rome-fall\n\nWhen did Rome fall?\n- so\n@id ‸\n";
    assert_eq!(at(Dialect::Deck, text), ["rome-fall-2"]);
}

#[test]
fn tags_as_each_dialect_writes_them() {
    for (dialect, text, expected) in [
        (Dialect::Obsidian, "#flashcards/war\n\nWhy?::so\n#fl‸\n", vec!["flashcards/war"]),
        (Dialect::Obsidian, "#flashcards/war\n\nWhy #wa‸?::so\n", vec!["flashcards/war"]),
        (Dialect::Headings, "## Why?\n\nso\n\n[#war]()\n\n## How?\n\nso\n\n[#w‸]()\n", vec!["war"]),
        (Dialect::Anki, "#tags column:3\na\tb\twar\nc\td\tw‸\n", vec!["war"]),
        (Dialect::Anki, "#tags:w‸\n#tags column:3\na\tb\twar\n", vec!["war"]),
        (
            Dialect::Deck,
            "---\ntags: [cold, c‸]\n---\nWhy?\n- so\n@tags crisis\n",
            vec!["cold", "crisis"],
        ),
        (Dialect::Deck, "---\ntags:\n  - cr‸\n---\nWhy?\n- so\n@tags crisis\n", vec!["crisis"]),
    ] {
        assert_eq!(at(dialect, text), expected, "{text}");
    }
}

#[test]
fn front_matter_while_it_is_typed() {
    for (text, expected) in [
        ("---\n‸\n---\n", vec!["title", "deck", "tags", "lang", "id", "dates"]),
        ("---\ntitle: A\nt‸\n---\n", vec!["tags"]),
        ("---\ntitle: A\nla‸", vec!["lang"]),
        ("---\nlang: ‸\n---\n", vec!["en", "de", "es", "fr", "it", "ja", "la", "pt", "ru", "zh"]),
        ("---\nlang: Ger‸\n---\n", vec!["de"]),
        ("---\ndates: ‸\n---\n", vec!["day-first", "month-first"]),
        ("---\ntitle: ‸\n---\n", vec![]),
    ] {
        assert_eq!(at(Dialect::Deck, text), expected, "{text}");
    }
    let decks = Decks::new(&[
        ("a.deck", Dialect::Deck, "---\ndeck: History::USSR\n---\nWhy?\n- so\n"),
        ("b.deck", Dialect::Deck, "---\ndeck: hi‸\n---\nHow?\n- so\n"),
    ]);
    assert_eq!(labels(&decks), ["History::USSR"]);
    assert_eq!(at(Dialect::Hashcards, "---\n‸\n---\nQ: a\nA: b\n"), ["name"]);
    assert_eq!(taken(Dialect::Hashcards, "---\nna‸", "name"), "---\nname = \"\"");
    assert_eq!(taken(Dialect::Deck, "---\nta‸\n---\n", "tags"), "---\ntags: []\n---\n");
}

#[test]
fn the_head_of_text_for_anki() {
    assert_eq!(at(Dialect::Anki, "#se‸\na\tb\n"), ["separator:"]);
    assert_eq!(at(Dialect::Anki, "#html:‸\na\tb\n"), ["true", "false"]);
    assert_eq!(at(Dialect::Anki, "#separator:tab\n#deck:F‸\n#deck:French\na\tb\n"), ["French"]);
    assert_eq!(at(Dialect::Anki, "a\tb\n#se‸\n"), [""; 0]);
}

#[test]
fn titles_of_sections() {
    let decks = Decks::new(&[
        ("a.deck", Dialect::Deck, "## Causes\n\nWhy?\n- so\n"),
        ("b.deck", Dialect::Deck, "## Ca‸\n\nHow?\n- so\n"),
    ]);
    assert_eq!(labels(&decks), ["Causes"]);
}

#[test]
fn rules_in_a_comment_that_allows_them() {
    let found = at(Dialect::Deck, "<!-- decklint-allow ‸ -->\nWhat is A?\n\nWhat is B?\n- b\n");
    assert_eq!(found[0], "missing-answer");
    assert!(found.len() > 40, "{found:?}");
    assert_eq!(
        at(Dialect::Deck, "What is A? <!-- decklint-allow missing-answer, lowercase-m‸ -->"),
        ["lowercase-month"]
    );
    assert_eq!(
        at(Dialect::Deck, "What is A? <!-- deck‸"),
        ["decklint-allow", "decklint-allow-file", "decklint-off", "decklint-on"]
    );
    assert_eq!(at(Dialect::Deck, "Why? <!-- decklint-allow missing-answer: I wi‸ -->"), [""; 0]);
    assert_eq!(at(Dialect::Anki, "a\tb\n# decklint-allow commented-‸\n"), ["commented-row"]);
    assert_eq!(at(Dialect::Deck, "Why? <!-- x --> <!-- y ‸ -->\n- so"), [""; 0]);
}

#[test]
fn pictures_and_recordings_below_the_folder() {
    for (typed, label, after) in [
        ("![map](‸)", "the map.png", "![map](the%20map.png)"),
        ("![map](ma‸)", "maps/", "![map](maps/)"),
        ("![map](maps/as‸)", "asia.SVG", "![map](maps/asia.SVG)"),
        ("![map](/maps/eu‸)", "europe.webp", "![map](/maps/europe.webp)"),
        ("![[the‸]]", "the map.png", "![[the map.png]]"),
        ("<img src=\"maps/e‸\">", "europe.webp", "<img src=\"maps/europe.webp\">"),
        ("[sound:maps/‸]", "hymn.mp3", "[sound:maps/hymn.mp3]"),
    ] {
        let text = format!("Why?\n- {typed}\n");
        assert_eq!(taken(Dialect::Deck, &text, label), format!("Why?\n- {after}\n"), "{typed}");
    }
    assert_eq!(at(Dialect::Deck, "Why?\n- ![a](‸)\n"), ["the map.png", "maps/"]);
    assert_eq!(at(Dialect::Deck, "Why?\n- [a](‸)\n"), [""; 0]);
}

#[test]
fn what_is_proposed_is_explained() {
    let decks = Decks::one(Dialect::Deck, &format!("{TERMS}Who?\n- it was khalk‸"));
    let term = &completions(&decks)[0];
    assert_eq!(documentation(term, &decks.terms).unwrap(), "It is written:\n\n- 2 × Khalkhin Gol");
    let decks = Decks::one(Dialect::Deck, "<!-- decklint-allow missing-ans‸ -->");
    let rule = &completions(&decks)[0];
    assert_eq!(rule.kind, CompletionKind::Rule);
    assert!(documentation(rule, &decks.terms).unwrap().contains("```deck"));
    let decks = Decks::one(Dialect::Deck, "Q:‸");
    let card = &completions(&decks)[0];
    assert_eq!(documentation(card, &decks.terms).unwrap(), "```\nQ: Question?\nA: Answer\n```");
}
