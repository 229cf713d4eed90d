//! Biology, with more imagination than evidence.

use super::Subject;

pub(super) const SUBJECT: Subject = Subject {
    name: "biology",
    titles: &[
        "Biology module <n>: <process>",
        "<species> Flashcards",
        "Enzymes and the <organ>",
        "Ecology of <habitat>",
    ],
    sections: &["The <organ>", "<cell> cells", "<process>", "Life in <habitat>", "<species>"],
    questions: &[
        "What does <enzyme> break down in the <organ> of <species>?",
        "How does the <organ> of <species> respond to a lack of <substance> for <n> days?",
        "Which <cell> cells in the <organ> of <species> take up <substance>?",
        "Why is <enzyme> from <species> inhibited above <n> °C?",
        "How does <process> supply the <organ> of <species> with <substance>?",
        "What limits <process> in <species> when <substance> is scarce?",
        "Where in the <organ> of <species> is <substance> stored at <n> °C?",
        "How is <species> adapted to <habitat> near <place> in <season>?",
        "What is the role of <substance> in <process> in the <organ> of <species>?",
        "How many <cell> cells does the <organ> of <species> have per mm² at <n> days?",
        "Why do <habitat> near <place> support so many <species>?",
        "What happens to <substance> in the <organ> after <n> minutes of <process> at pH <digit>?",
    ],
    statements: &[
        "The <cell> cells of the <organ> release <substance> by <process>",
        "<enzyme> has its optimum at <n> °C and is denatured once the <organ> is warmer than that",
        "<process> moves <substance> against its gradient, which costs one ATP for <n> ions",
        "A rise in <substance> is detected by <cell> cells, and <enzyme> is switched off again",
        "In <species> the <organ> has a large surface, short diffusion paths and a rich supply of <substance>",
        "Without <substance> the <organ> shrinks by <n>% within <digit> days, as shown in <species>",
        "<person> (<year>) showed in <place> that <process> stops when <enzyme> is blocked",
        "Populations in <habitat> fall by about <n>% each <season> and recover when <substance> returns",
        "Excess <substance> is converted by <enzyme>, stored in the <organ> and released during <process>",
        "The membrane of <cell> cells is permeable to <substance> but not to <substance>",
        "Guard cells open the pore in the light, so <substance> diffuses in and water vapour is lost",
    ],
    pairs: &[
        ("<enzyme> of the <organ> in <species>", "breaks down <substance> in the <organ>"),
        (
            "<species> near <place>",
            "lives in <habitat>; its <organ> stores <substance> for <n> days",
        ),
        ("<cell> cells of <species> (<organ>)", "take up <substance> by <process>"),
        ("<process> in the <organ> (<species>)", "moves <substance>, needs <enzyme>"),
    ],
    clozes: &[
        "In <species>, {{c1::<enzyme>}} converts {{c2::<substance>}} in the {{c3::<organ>::organ}}.",
        "{{c1::<process>}} brings <substance> into the {{c2::<cell>}} cells of <species>.",
        "At <n> °C the <organ> of {{c1::<species>}} loses {{c2::<n>%::share}} of its <substance>.",
    ],
    blocks: &[
        "$$\nC_6H_{12}O_6 + 6\\,O_2 \\rightarrow 6\\,CO_2 + 6\\,H_2O \\quad (<n>\\,\\text{ATP})\n$$",
        "The rate is $v = \\frac{V_{max}[S]}{K_m + [S]}$ with $K_m = <n>$ mmol/l.",
    ],
};
