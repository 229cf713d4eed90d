use std::fmt::Write as _;

use deck_ide::{FoundSymbol, Symbol, document_symbols, workspace_symbols};
use deck_lint::Workspace;
use deck_syntax::Dialect;

use crate::support::{FILE, Marked};

/// An outline as somebody sees it: what is indented stands inside.
fn outline(marked: &Marked) -> String {
    let findings = marked.workspace.lint().diagnostics;
    let mut lines = String::new();
    let symbols = document_symbols(&marked.workspace, FILE, &findings);
    for symbol in &symbols {
        write(symbol, marked, 0, &mut lines);
    }
    lines
}

fn write(symbol: &Symbol, marked: &Marked, depth: usize, lines: &mut String) {
    assert!(symbol.range.contains_range(symbol.selection), "{symbol:?}");
    let selected = marked.words(symbol.selection);
    let indent = "  ".repeat(depth);
    writeln!(lines, "{indent}{:?} {}: {}", symbol.kind, symbol.name, symbol.detail).unwrap();
    assert!(symbol.name.starts_with(selected.split(['{', '<', '[', '\n']).next().unwrap().trim()));
    for child in &symbol.children {
        assert!(symbol.range.contains_range(child.range), "{symbol:?}");
        write(child, marked, depth + 1, lines);
    }
}

#[test]
fn an_outline_has_sections_in_sections_and_cards_in_them() {
    let marked = Marked::deck(
        "# Foreign policy\nWho left the League?\nJapan\n\n## Spain\nWho helped the rebels?\n\
         - Italy\n- Germany\n\n### Brigades\nC: The {{brigades}} came in {{1936::when}}.\n\n\
         ## Munich\ndog :: perro\n\nWho signed the pact of Munich?\n\n",
    );
    assert_eq!(
        outline(&marked),
        "Deck Foreign policy: 5 cards · 1 problem\n\
         \x20 Card Who left the League?: Japan\n\
         \x20 Section Spain: 2 cards\n\
         \x20   Card Who helped the rebels?: Italy …\n\
         \x20   Section Brigades: 1 card\n\
         \x20     Cloze The brigades came in 1936.: brigades, 1936\n\
         \x20 Section Munich: 2 cards · 1 problem\n\
         \x20   Term dog: perro\n\
         \x20   Card Who signed the pact of Munich?: 1 problem\n"
    );
}

#[test]
fn front_matter_names_a_deck_that_has_no_title() {
    let marked = Marked::deck("---\ntitle: Spain\n---\nWho fought in Spain?\nThe brigades\n");
    assert_eq!(outline(&marked), "Deck Spain: 1 card\n  Card Who fought in Spain?: The brigades\n");
}

#[test]
fn every_dialect_has_an_outline() {
    for (dialect, deck, expected) in [
        (
            Dialect::Hashcards,
            "Q: Who?\nA: We\n\nC: A [noun] names.\n",
            "Card Who?: We\nCloze A noun names.: noun\n",
        ),
        (
            Dialect::Obsidian,
            "# Optics\n#flashcards\n\nprism::splits light\n",
            "Deck Optics: 1 card\n  Term prism: splits light\n",
        ),
        (
            Dialect::Anki,
            "#separator:tab\n#html:true\n<b>chat</b>\tcat\nchien\tdog<br>hound\n",
            "Term chat: cat\nTerm chien: dog hound\n",
        ),
        (
            Dialect::Headings,
            "# Sky\n\n## Cloud\n\nWater\n\n## Rain\n\nMore water\n",
            "Deck Sky: 2 cards\n  Card Cloud: Water\n  Card Rain: More water\n",
        ),
    ] {
        assert_eq!(outline(&Marked::new(deck, dialect)), expected, "{deck}");
    }
}

fn found(query: &str, limit: usize) -> Vec<String> {
    let workspace = Workspace::of_texts([
        (
            "a.deck".into(),
            b"# Germany\nWhen was the Rhineland occupied?\n1936\nWho led the rhine navy?\nNobody\n"
                .to_vec(),
        ),
        (
            "b.deck".into(),
            b"## Rhineland\nWhy did nobody resist in the Rhineland?\nFear\n\
              Which rivers have islands near Finland and Denmark?\nMany\n"
                .to_vec(),
        ),
    ]);
    let show = |it: FoundSymbol| {
        assert!(workspace.file(it.place.file).text[it.place.range].starts_with(&it.name));
        format!("{} < {}", it.name, it.container.unwrap_or_default())
    };
    workspace_symbols(&workspace, query, limit).into_iter().map(show).collect()
}

#[test]
fn cards_are_found_by_some_of_their_letters() {
    let when = "When was the Rhineland occupied? < Germany";
    let why = "Why did nobody resist in the Rhineland? < Rhineland";
    assert_eq!(found("rhineland", 9), ["Rhineland < ", when, why]);
    assert_eq!(found("rhnland", 9), ["Rhineland < ", when, why]);
    assert_eq!(found("occupied rhineland", 9), [when]);
    assert_eq!(found("rhineland", 1), ["Rhineland < "]);
    assert_eq!(found("", 9), ["Germany < ", "Rhineland < "]);
    assert_eq!(found("zebra", 9), [""; 0]);
}
