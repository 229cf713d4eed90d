//! Decks written in other dialects say the same there, or what they lose is named.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::Arc;

use deck_syntax::outline::{Content, Note, Outline, Part, Piece, Sides};
use deck_syntax::{Conversion, Dialect, convert, convert_deck, parse, parse_as};

const TARGETS: [Dialect; 4] = [Dialect::Deck, Dialect::Hashcards, Dialect::Obsidian, Dialect::Anki];

fn basic(front: &str, back: &str) -> Note {
    let sides = Sides::Basic { front: front.into(), back: back.into(), both_ways: false };
    Note { sides, tags: Vec::new(), attributes: Vec::new(), extra: Vec::new() }
}

fn outline(notes: impl IntoIterator<Item = Note>) -> Outline {
    let part = |(index, note)| Part { line: index + 1, content: Content::Note(note) };
    Outline { parts: notes.into_iter().enumerate().map(part).collect(), ..Outline::default() }
}

fn losses(conversion: &Conversion) -> Vec<&str> {
    conversion.losses.iter().map(|loss| loss.what.as_str()).collect()
}

fn read(text: &str, dialect: Dialect) -> Outline {
    Outline::of(&parse_as(text, dialect, &Arc::default()), text)
}

/// Sides full of what some dialect takes for a mark.
const TRICKY: &[(&str, &str)] = &[
    ("What is GDP?", "The value of all goods and services"),
    ("capital of France", "Paris"),
    ("What does `a::b` mean?", "a path"),
    ("What is 2001:0db8::/32?", "a prefix"),
    ("When is `x ? y : z` used?", "- to choose\n- to confuse"),
    ("Which vitamins?", "- A: retinol\n- B: a group\n- C: ascorbic acid"),
    ("Is it so?", "Yes.\nIs it really so?\nYes."),
    ("What is the value?", "$x = \\frac{a}{b}$ [cm]"),
    ("he said \"no\"", "and \"left\", at once"),
    ("a | b", "c; d, e"),
    ("#include", "a directive"),
    ("one\ttwo", "three"),
    ("中", "middle"),
    ("p", "P"),
    ("List them", "1. one\n2. two\n   - deep"),
    ("What is **bold**?", "==marked=="),
    ("* starred", "_x_"),
    ("What does this print?", "```python\nprint('Q: x')\n# no heading\n```"),
    ("- minus", "+ plus"),
    ("<b>", "&amp; is an entity"),
];

#[test]
fn cards_full_of_marks_are_the_same_in_every_dialect() {
    for target in TARGETS {
        let original = outline(TRICKY.iter().map(|(front, back)| basic(front, back)));
        let converted = convert(&original, target);
        assert_eq!(losses(&converted), [""; 0], "{target:?}:\n{}", converted.text);
    }
}

#[test]
fn answers_of_several_paragraphs_are_kept_or_the_change_is_named() {
    let original = outline([basic("Why?", "One reason.\n\nAnother one."), basic("And?", "so")]);
    for target in TARGETS {
        let converted = convert(&original, target);
        let named = target == Dialect::Obsidian;
        assert_eq!(converted.losses.is_empty(), !named, "{target:?}: {converted:?}");
        assert_eq!(read(&converted.text, target).notes().count(), 2, "{}", converted.text);
    }
}

#[test]
fn both_ways_tags_and_deletions() {
    let text = "# Cells\n\nC: {{c1::Mitochondria::which part}} make {{c2::ATP}}.\n\n\
                nucleus ::: holds the DNA\n\nWhat is a ribosome?\nA machine for proteins\n\
                @tags biology cells\n@id ribosome\n";
    let original = Outline::of(&parse(text), text);
    let said = |target| {
        let converted = convert(&original, target);
        converted.losses.into_iter().map(|loss| (loss.line, loss.what)).collect::<Vec<_>>()
    };
    let is = |line: usize, what: &str| (line, what.to_owned());
    assert_eq!(said(Dialect::Deck), []);
    assert_eq!(
        said(Dialect::Hashcards),
        [
            is(3, "the hint “which part”"),
            is(7, "the tags `biology`, `cells`"),
            is(7, "`@id ribosome`"),
        ]
    );
    assert_eq!(
        said(Dialect::Obsidian),
        [is(7, "the tags `biology`, `cells`"), is(7, "`@id ribosome`")]
    );
    assert_eq!(said(Dialect::Anki), []);
}

#[test]
fn what_one_dialect_writes_the_others_read() {
    let original = outline(TRICKY.iter().map(|(front, back)| basic(front, back)));
    for first in TARGETS {
        let there = read(&convert(&original, first).text, first);
        for second in TARGETS {
            let back = convert(&there, second);
            assert_eq!(losses(&back), [""; 0], "{first:?} to {second:?}:\n{}", back.text);
        }
    }
}

#[test]
fn cloze_text_may_hold_the_marks_of_deletions() {
    let sides = Sides::Cloze(vec![
        Piece::Text("In a [list], ".into()),
        Piece::Deletion { number: None, text: "a[0]".into(), hint: None },
        Piece::Text(" is the first.".into()),
    ]);
    let note = Note { sides, ..basic("", "") };
    for target in TARGETS {
        let converted = convert(&outline([note.clone()]), target);
        assert_eq!(losses(&converted), [""; 0], "{target:?}:\n{}", converted.text);
    }
}

/// hashcards stops at a question directly below a definition.
#[test]
fn a_rule_parts_a_question_from_a_definition_above_it() {
    let text = "nucleus ::: holds the DNA\n\nWhat is a ribosome?\nA machine for proteins\n";
    let converted = convert(&Outline::of(&parse(text), text), Dialect::Hashcards);
    assert_eq!(
        converted.text,
        "T: nucleus\nD: holds the DNA\n\n---\n\nQ: What is a ribosome?\nA: A machine for proteins\n"
    );
    assert_eq!(losses(&converted), [""; 0]);
}

#[test]
fn prose_and_sections_are_kept_or_named() {
    let text = "# T\n\nIntroduction.\n\n## Part\n\nWhat is it?\nThat\n\n---\n\nA remark.\n";
    let original = Outline::of(&parse(text), text);
    for (target, kept) in [(Dialect::Deck, true), (Dialect::Obsidian, true), (Dialect::Anki, false)]
    {
        let converted = convert(&original, target);
        assert_eq!(converted.losses.is_empty(), kept, "{target:?}: {converted:?}");
        assert_eq!(converted.text.contains("A remark."), kept);
    }
}

fn converted(text: &str, from: Dialect, to: Dialect) -> Conversion {
    convert_deck(&parse_as(text, from, &Arc::default()), text, to)
}

const CLOZES: &str = "#separator:tab\n#html:true\n#notetype:Cloze\n\
    The {{c1::heart}} pumps {{c2::blood}}.\tSee p. 3\n{{c1::a {{c2::b}} c}}\t\n";

#[test]
fn spaces_around_deletions_in_html_are_kept() {
    let written = converted(CLOZES, Dialect::Anki, Dialect::Obsidian).text;
    assert!(written.contains("The ==1;;heart== pumps ==2;;blood==."), "{written}");
    let written = converted(CLOZES, Dialect::Anki, Dialect::Deck).text;
    assert!(written.contains("C: The {{c1::heart}} pumps {{c2::blood}}."), "{written}");
}

#[test]
fn fields_beside_a_cloze_and_deletions_inside_others_are_named() {
    for target in [Dialect::Deck, Dialect::Obsidian] {
        assert_eq!(
            losses(&converted(CLOZES, Dialect::Anki, target)),
            [
                "the field “See p. 3” beside the cloze",
                "that “b” is hidden by itself: it is hidden with the words around it now"
            ]
        );
    }
}

#[test]
fn the_second_field_of_a_cloze_is_the_second_field() {
    let written = convert(&read(CLOZES, Dialect::Anki), Dialect::Anki).text;
    let row = "Cloze\tThe {{c1::heart}} pumps {{c2::blood}}.\tSee p. 3\n";
    assert!(written.contains(row), "{written}");
}

#[test]
fn a_deck_in_the_dialect_asked_for_stays_as_it_is() {
    for (text, dialect) in [
        (CLOZES, Dialect::Anki),
        ("#flashcards/geo #map\n\nPeru::Lima ^p\n<!--SR:!2026-01-01,3,250-->\n", Dialect::Obsidian),
        ("urbs ::: city\n\nWhat is it?\n- physical\n<!-- why -->\n", Dialect::Deck),
    ] {
        let kept = converted(text, dialect, dialect);
        assert_eq!((kept.text.as_str(), losses(&kept)), (text, vec![]));
    }
}

#[test]
fn what_no_other_dialect_can_hold_is_named() {
    let text = "---\naliases: [x]\n---\n#flashcards\n\nPeru::Lima ^p <!-- checked -->\n\
                <!--SR:!2026-01-01,3,250-->\n";
    let written = converted(text, Dialect::Obsidian, Dialect::Deck);
    assert!(!written.text.contains("^p"), "{}", written.text);
    let mut named = losses(&written);
    named.sort_unstable();
    assert_eq!(
        named,
        [
            "`aliases` of the front matter",
            "the comment “checked”",
            "the name of the block, `^p`",
            "the review dates (`<!--SR:`)",
        ]
    );
}

#[test]
fn what_anki_says_of_a_note_is_named() {
    let text = "#separator:tab\n#deck column:1\n#notetype:Basic (type in the answer)\n\
                #columns:Deck\tFront\tBack\nGeo::Peru\tCapital?\tLima\n";
    assert_eq!(
        losses(&converted(text, Dialect::Anki, Dialect::Deck)),
        [
            "the note type “Basic (type in the answer)”",
            "what the columns are called: Deck, Front, Back",
            "that the card belongs to the deck “Geo::Peru”",
        ]
    );
}

#[test]
fn what_is_said_of_a_whole_deck_and_its_second_name_are_named() {
    let text = "---\ndeck: A\n---\n\n# B\n\n@source book\n\nWhat is it?\nThat\n";
    assert_eq!(
        losses(&converted(text, Dialect::Deck, Dialect::Obsidian)),
        [
            "the title “B”: the deck is called “A” above it",
            "`@source book`, which is said of the whole deck"
        ]
    );
}

#[test]
fn code_and_formulas_are_written_without_escapes() {
    let original = outline([
        basic("What is `a::b`?", "x::y and $p::q$"),
        basic("Print:", "```\na::b\n```\nand c::d"),
        basic("- first\n- second", "- one\n- two"),
    ]);
    let written = convert(&original, Dialect::Obsidian);
    assert_eq!(losses(&written), [""; 0], "{}", written.text);
    for kept in ["`a::b`", "x::y and $p::q$", "\na::b\n", "c:\\:d", "\n- first\n", "\n- one\n"] {
        assert!(written.text.contains(kept), "{kept:?} in {}", written.text);
    }
}

#[test]
fn a_year_with_a_hint_is_no_number_of_a_deletion() {
    let text = "C: The war ended in {{1945::year}}, `{{x}}`.\n";
    let written = converted(text, Dialect::Deck, Dialect::Obsidian);
    assert!(written.text.contains("==1;;1945;;year=="), "{}", written.text);
    let again = convert(&Outline::of(&parse(text), text), Dialect::Deck).text;
    assert_eq!(again, text);
}

#[test]
fn a_card_that_is_read_otherwise_is_named_by_what_differs() {
    let original = outline([basic("one", "a\n\n---\n\nb"), basic("two", "c")]);
    for target in TARGETS {
        for said in losses(&convert(&original, target)) {
            assert!(!said.contains("something"), "{said}");
        }
    }
}
