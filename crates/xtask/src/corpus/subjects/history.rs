//! History of countries that never were.

use super::Subject;

pub(super) const SUBJECT: Subject = Subject {
    name: "history",
    titles: &[
        "Foreign policy of <place> Flashcards",
        "<place> and <other>, <range>",
        "The <adj> <pact> and its consequences",
        "Modern history, unit <n>: <place>",
    ],
    sections: &[
        "The <crisis> in <place>",
        "Relations with <other>",
        "Economy and <goods>",
        "The <adj> <body>",
        "<person> in power, <range>",
    ],
    questions: &[
        "Why did <place> leave the <adj> <pact> in <year>?",
        "What did the <adj> <pact> of <year> change for <other>?",
        "How did <person> respond when <other> occupied <place> in <year>?",
        "Which <adj> <body> met in <place> in <month> <year>?",
        "When did <place> and <other> sign the <adj> <pact> on <goods>?",
        "Who led the <adj> <body> of <place> from <range>?",
        "What was the outcome of the battle of <place> on <date>?",
        "How far was <person> responsible for the <crisis> in <place> between <years>?",
        "How important was <adj> trade in <goods> to <place> in the <decade>s?",
        "What did the <role> <person> want from <other>?",
        "Why was the <crisis> of <year> so damaging for <place>?",
        "What happened to the <adj> <body> of <place> in <month> <year>?",
        "How were relations between <place> and <other> before the <crisis> of <year>?",
        "What did <person> offer <other> in return for <goods>?",
    ],
    statements: &[
        "In <month> <year>, <place> <act> <other>, <effect>",
        "<place> <act> <other> in <season> <year>, <effect>",
        "The <role> <person> proposed a <adj> <pact>, <effect>",
        "Exports of <goods> from <place> fell by <n>% between <years>, <effect>",
        "The <adj> <body> met in <place> on <date> and voted for a <adj> <pact> by <n> votes",
        "The <crisis> weakened the <adj> <body>, <effect>",
        "<person> hoped that <other> would share the cost of <goods> and of the <adj> garrison",
        "The <pact> lasted from <range> and covered <goods>, <goods> and the <adj> frontier",
        "<other> was suspicious of the <adj> <body> after the <crisis> of <year>",
        "A <adj> faction around the <role> demanded control over <goods>, <effect>",
        "By <month> <year> more than <big> workers in <place> had joined the <adj> <body>",
        "Public opinion turned against <person> since the <body> had concealed the <crisis>",
    ],
    pairs: &[
        ("<adj> <pact> of <place>", "agreement with <other> about <goods>, <date>"),
        ("<person> of <place>, <year>", "<role> of <place>, who <act> <other> in <year>"),
        ("<crisis> of <place>, <year>", "began when <other> <act> <place>"),
        ("<adj> <body> of <place>", "founded on <date> by the <role> <person>"),
    ],
    clozes: &[
        "The <adj> <pact> between {{c1::<place>}} and {{c2::<other>}} was signed on {{c3::<date>}}.",
        "{{c1::<person>}}, the <role>, led the <adj> <body> of <place> from {{c2::<range>::years}}.",
        "In {{c1::<month> <year>}} <place> <act> {{c2::<other>}} over {{<goods>}}.",
    ],
    blocks: &["> “We shall not sell our <goods> for a <pact>.” (<person>, <date>)"],
};
