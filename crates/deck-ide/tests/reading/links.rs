use std::path::PathBuf;

use deck_ide::{Target, links};
use deck_lint::Workspace;
use deck_syntax::Dialect;

use crate::support::{FILE, Marked};

/// What can be clicked, and where it leads.
fn shown(marked: &Marked) -> Vec<String> {
    let target = |target| match target {
        Target::Url(url) => url,
        Target::File(path) => path.display().to_string(),
        Target::Place(place) => format!("file {}", place.file.0),
    };
    let links = links(&marked.workspace, FILE).into_iter();
    links.map(|it| format!("{} -> {}", marked.words(it.range), target(it.target))).collect()
}

#[test]
fn links_of_every_dialect_are_followed() {
    for (dialect, deck, expected) in [
        (
            Dialect::Deck,
            "What is ![this](img/a%20b.png)?\nSee [it](https://a.example/x(1)), https://b.example/c?d=1.\n\
             @source https://c.example\n<!-- http://d.example -->\n",
            &[
                "![this](img/a%20b.png) -> decks/img/a b.png",
                "[it](https://a.example/x(1)) -> https://a.example/x(1)",
                "https://b.example/c?d=1 -> https://b.example/c?d=1",
                "https://c.example -> https://c.example",
                "http://d.example -> http://d.example",
            ][..],
        ),
        (
            Dialect::Deck,
            "Why?\n[no](javascript:alert) [up](../../x.png) `[c](x.png)`\n```\n[d](x.png)\n```\n[root](/x.png)\n",
            &[],
        ),
        (
            Dialect::Deck,
            "Why?\n[![pic](a.png)](https://a.example/b)\n",
            &[
                "[![pic](a.png)](https://a.example/b) -> https://a.example/b",
                "![pic](a.png) -> decks/a.png",
            ],
        ),
        (
            Dialect::Obsidian,
            "#flashcards\n\n[[Light|it]]::see ![[lens.png]] and [[Light#Rays]]\n",
            &[
                "[[Light|it]] -> decks/Light.md",
                "![[lens.png]] -> decks/lens.png",
                "[[Light#Rays]] -> decks/Light.md",
            ],
        ),
        (
            Dialect::Anki,
            "#separator:tab\n#html:true\n<img src=\"a.png\">\t\"x [sound:b.mp3]\n<a href=\"\"https://a.example\"\">y</a>\"\n",
            &[
                "a.png -> decks/a.png",
                "b.mp3 -> decks/b.mp3",
                "https://a.example -> https://a.example",
            ],
        ),
        (
            Dialect::Headings,
            "# T\n\n## Who?\n\n[#tag]()\n![x](y.png)\n",
            &["![x](y.png) -> decks/y.png"],
        ),
    ] {
        assert_eq!(shown(&Marked::new(deck, dialect)), expected, "{deck}");
    }
}

#[test]
fn a_note_is_found_wherever_it_is() {
    let file =
        |path: &str, text: &str| (PathBuf::from(path), text.as_bytes().to_vec(), Dialect::Obsidian);
    let workspace = Workspace::of_decks([
        file("a/one.md", "#flashcards\n\nx::see [[light]] and [[b/Light.md]]\n"),
        file("b/Light.md", "#flashcards\n\ny::z\n"),
    ]);
    let marked = Marked { workspace, at: 0.into() };
    assert_eq!(shown(&marked), ["[[light]] -> file 1", "[[b/Light.md]] -> file 1"]);
}
