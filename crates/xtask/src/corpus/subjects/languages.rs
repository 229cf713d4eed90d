//! Vocabulary of languages, real grammar not included.

use super::Subject;

pub(super) const SUBJECT: Subject = Subject {
    name: "languages",
    titles: &[
        "<language> vocabulary, lesson <n>",
        "<language> Flashcards",
        "The <case> in <language>",
        "<language> for travellers to <place>",
    ],
    sections: &["Lesson <n>", "The <case>", "At the <noun>", "From <language>", "<han>"],
    questions: &[
        "What does “<foreign>” mean in <language> (lesson <n>)?",
        "How do you say “the <noun> by the <noun>” in <language> with «<foreign>»?",
        "Which case follows «<foreign>» in <language>, as in the <noun> of lesson <n>?",
        "What is the <case> of “<foreign>” in <language>, next to “<noun>”?",
        "Why does the <case> of «<foreign>» lose its ending in <language>?",
        "Wie heißt „<noun> <foreign>“ auf Deutsch, Lektion <n>?",
        "Que signifie « <foreign> » à la leçon <n>, page <n>?",
        "¿Qué significa «<foreign>» en la lección <n>, página <n>?",
        "「<han>の<han>」は第<n>課で何ですか？",
        "When is the <case> of “<foreign>” used with “<noun>” in <language>?",
        "How is “<foreign>” different from “<foreign>” in <language>?",
        "Where does the <language> word “<foreign>” for a <noun> come from?",
    ],
    statements: &[
        "“<foreign>” <usage>",
        "The <noun>, also the <noun> in the dialect of <place>: it <usage>",
        "Example: <example>",
        "The <case> ends in -<foreign>, but «<foreign>» <usage>",
        "In <language> the word <usage>, as in <example>",
        "First recorded in <place> in <year>, when <person> wrote <example>",
        "Speakers of <language> say «<foreign>» instead, which <usage>",
        "The stress falls on the last syllable, except in the <case>, where the word <usage>",
        "Compare «<foreign>» (<noun>), «<foreign>» (<noun>) and «<foreign>» (<noun>)",
    ],
    pairs: &[
        ("<foreign> (<language>)", "the <noun>; it <usage>"),
        ("the <noun>’s <noun>, in <language> of <place>", "<foreign>, <case> <foreign>"),
        ("<han>の<han>", "the <noun> of the <noun>, lesson <n>"),
        ("<foreign> + <case> (<language>)", "to <foreign> a <noun>; <example>"),
    ],
    clozes: &[
        "The <language> word for <noun> is {{c1::<foreign>}}, its <case> {{c2::<foreign>}}.",
        "«{{c1::<foreign>}}» <usage> (lesson <n>).",
        "{{c1::<han>}} is read {{c2::<foreign>::reading}} and means {{c3::<noun>}}.",
    ],
    blocks: &[
        "| singular | plural |\n|---|---|\n| <foreign> | <foreign> |\n| <foreign> | <foreign> |",
    ],
};
