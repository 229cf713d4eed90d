//! Cards and what they look like, as pairs.

use std::path::Path;
use std::sync::Arc;

use deck_render::{Album, Face, Kind, Source};
use deck_syntax::{Dialect, Settings, parse_as};

fn faces(text: &str, dialect: Dialect, html: bool) -> Vec<Face> {
    let deck = parse_as(text, dialect, &Arc::new(Settings::default()));
    let source = Source { deck: &deck, text, html, folder: "decks" };
    (0..deck.items().len()).filter_map(|index| Face::of(source, index, true)).collect()
}

fn face(text: &str) -> Face {
    faces(text, Dialect::Deck, false).remove(0)
}

fn back(text: &str) -> String {
    face(text).back.replace('\n', "")
}

#[test]
fn answers_are_markdown() {
    let pairs = [
        ("Who?\nStalin\n", "<p>Stalin</p>"),
        ("Who?\n- one\n- two\n", "<ul><li>one</li><li>two</li></ul>"),
        ("Who?\none\ntwo\n", "<p>one<br />two</p>"),
        (
            "Who?\n*a* **b** ~~c~~ `d`\n",
            "<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>",
        ),
        (
            "Who?\n| a | b |\n|---|--:|\n| c | d |\n",
            "<table><thead><tr><th>a</th><th align=\"right\">b</th></tr></thead>\
             <tbody><tr><td>c</td><td align=\"right\">d</td></tr></tbody></table>",
        ),
        (
            "Who?\n- [x] a\n- [ ] b\n",
            "<ul><li><span class=\"choice\">☑ </span>a</li><li><span class=\"choice\">☐ </span>b</li></ul>",
        ),
        (
            "Who?\n![a *map*](img/m.png)\n",
            "<p><img src=\"decks/img/m.png\" alt=\"a map\" title=\"\"></p>",
        ),
        (
            "Who?\n![far](https://example.org/x.png)\n",
            "<p><a href=\"https://example.org/x.png\" title=\"https://example.org/x.png\" \
             target=\"_blank\" rel=\"noopener noreferrer\">far</a></p>",
        ),
        ("Who?\n[x](javascript:alert(1)) y\n", "<p>x y</p>"),
        ("Who?\n1 < 2 & \"3\"\n", "<p>1 &lt; 2 &amp; \"3\"</p>"),
    ];
    for (deck, html) in pairs {
        assert_eq!(back(deck), html, "{deck}");
    }
}

#[test]
fn lines_are_kept_but_where_hashcards_joins_them() {
    let flowing =
        faces("Q: one\ntwo\nA: three\nfour  \nfive\n", Dialect::Hashcards, false).remove(0);
    assert_eq!(flowing.front, "<p>one\ntwo</p>\n");
    assert_eq!(flowing.back, "<p>three\nfour<br />\nfive</p>\n");
}

#[test]
fn a_formula_with_lines_of_its_own_has_no_empty_ones_beside_it() {
    let shown = back("Which?\nIt is\n$$a$$\nwith a\nin b.\n");
    assert!(
        shown.starts_with("<p>It is<math") && shown.ends_with("</math>with a<br />in b.</p>"),
        "{shown}"
    );
    // What cannot be read stays among the words.
    let shown = back("Which?\nIt is\n$$\\nosuch$$\nso\n");
    assert!(shown.contains("is<br /><code"), "{shown}");
}

#[test]
fn a_link_to_nowhere_is_none() {
    let shown =
        back("Who?\n<a>He, <b>by <a href=\"https://example.org\">that</a></b>\n\nand she\n");
    assert_eq!(shown.matches("<a ").count(), 1, "{shown}");
    assert_eq!(shown.matches("</a>").count(), 1, "{shown}");
    assert!(shown.contains(">that</a>") && !back("Who?\n<a>He\n").contains("<a"), "{shown}");
}

#[test]
fn the_question_is_not_said_again_above_the_answer_of_anki() {
    let text = "#separator:tab\n#html:true\nWho\t\"Who\n\n<hr id=\"\"answer\"\">\n\n<b>he</b>\"\n";
    assert_eq!(faces(text, Dialect::Anki, true).remove(0).back, "<b>he</b>");
}

#[test]
fn the_right_choice_is_shown_only_with_the_answer() {
    let face = face("Q: Which?\n- [x] a\n- [ ] b\nA: a\n");
    assert!(face.front.contains('☐') && !face.front.contains('☑'), "{}", face.front);
}

#[test]
fn code_has_classes_and_no_styles() {
    let html = back("How?\n```rust\nlet x = \"<b>\"; // why\n```\n");
    assert!(html.contains("<span class=\"s-"), "{html}");
    assert!(html.contains("&lt;b&gt;") && !html.contains("style="), "{html}");
    assert_eq!(back("How?\n```\na < b\n```\n"), "<pre><code>a &lt; b</code></pre>");
    assert_eq!(back("How?\n```nonsense\nx\n```\n"), "<pre><code>x</code></pre>");
}

#[test]
fn formulas_are_mathml() {
    let html = back("What?\n$x^2$ and\n$$\n\\frac{a}{b}\n$$\n");
    assert!(html.contains("<msup>") && html.contains("<mfrac>"), "{html}");
    assert!(html.contains("display=\"block\""), "{html}");
}

#[test]
fn gaps_are_hidden_and_shown() {
    let face = face("C: It fell in {{c1::1940::year}} to **{{Germany}}**.\n");
    assert_eq!(face.kind, Kind::Cloze);
    assert_eq!(
        face.front,
        "<p>It fell in <mark>year</mark> to <strong><mark>…</mark></strong>.</p>\n"
    );
    assert_eq!(
        face.back,
        "<p>It fell in <mark>1940</mark> to <strong><mark>Germany</mark></strong>.</p>\n"
    );
}

#[test]
fn a_gap_in_a_formula_is_framed() {
    let face = face("C: So $a + {{c1::b^2::square}}$ it is.\n");
    assert!(face.back.contains("<mrow class=\"gap\"><msup>"), "{}", face.back);
    assert!(face.front.contains("square") && !face.front.contains("msup"), "{}", face.front);
}

#[test]
fn hints_sources_and_tags_are_told() {
    let face = face("Who?\nHe\n@hint a <man>\n@source p. 5\n@tags a, b\n");
    assert!(face.front.contains("<p class=\"about\">Hint: a &lt;man&gt;</p>"), "{}", face.front);
    assert!(face.back.contains("<p class=\"about\">Source: p. 5</p>"), "{}", face.back);
    assert_eq!(face.tags, ["a", "b"]);
}

#[test]
fn a_term_is_asked_both_ways() {
    assert!(face("chat ::: cat\n").reversible);
    assert!(!face("chat :: cat\n").reversible);
}

#[test]
fn fields_of_anki_are_html_that_was_cleaned() {
    let text = "#separator:tab\n#html:true\n<b>Who</b> \\(x<br>^2\\)?\t<i onclick=\"x()\">he</i><script>x</script>\n";
    let face = faces(text, Dialect::Anki, true).remove(0);
    assert!(face.front.starts_with("<b>Who</b> <math"), "{}", face.front);
    assert_eq!(face.back, "<i>he</i>");
    let text = "#separator:tab\n#html:false\n<b>Who?\t*he*\n";
    let face = faces(text, Dialect::Anki, false).remove(0);
    assert_eq!((face.front.as_str(), face.back.as_str()), ("&lt;b&gt;Who?", "*he*"));
}

#[test]
fn gaps_of_anki_lie_in_html() {
    let text =
        "#separator:tab\n#html:true\n#notetype:Cloze\nIt fell in {{c1::<b>1940</b>::year}}.\t\n";
    let face = faces(text, Dialect::Anki, true).remove(0);
    assert_eq!(face.front, "It fell in <mark>year</mark>.");
    assert_eq!(face.back, "It fell in <b><mark>1940</mark></b>.");
}

#[test]
fn an_album_draws_only_what_changed() {
    let settings = Arc::new(Settings::default());
    let (before, after) =
        ("Who?\nA\n\nWhere?\nB\n\nWhen?\nC\n", "Who?\nA\n\nWhere?\nBB\n\nWhen?\nC\n");
    let mut deck = parse_as(before, Dialect::Deck, &settings);
    let mut album = Album::default();
    album.refresh(Source { deck: &deck, text: before, html: false, folder: "" });
    let cards = |album: &Album, deck: &deck_syntax::Deck, text: &str| {
        let source = Source { deck, text, html: false, folder: "" };
        let entries = album.entries(source);
        let cards = entries.filter_map(|entry| match entry {
            deck_render::Entry::Card { line, face, .. } => Some((line, Arc::clone(face))),
            _ => None,
        });
        cards.collect::<Vec<_>>()
    };
    let old = cards(&album, &deck, before);
    let at = before.find("B\n").unwrap() as u32 + 1;
    let edit =
        deck_syntax::Edit { range: deck_syntax::TextRange::empty(at.into()), inserted: 1.into() };
    deck.reparse(edit, after);
    album.refresh(Source { deck: &deck, text: after, html: false, folder: "" });
    let new = cards(&album, &deck, after);
    assert!(Arc::ptr_eq(&old[0].1, &new[0].1) && Arc::ptr_eq(&old[2].1, &new[2].1));
    assert_eq!(new[1].1.back, "<p>BB</p>\n");
    assert_eq!(new.iter().map(|it| it.0).collect::<Vec<_>>(), [1, 4, 7]);
}

/// All decks of this repository can be shown, and nothing in them looks like a script.
#[test]
fn our_own_decks_are_shown() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../decks");
    let mut cards = 0;
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.extension().is_some_and(|it| it == "deck") {
            let text = std::fs::read_to_string(path).unwrap();
            for face in faces(&text, Dialect::Deck, false) {
                cards += 1;
                assert!(!face.front.is_empty());
                assert!(!face.back.contains("<script") && !face.back.contains("style="));
            }
        }
    }
    assert!(cards > 60, "{cards}");
}
