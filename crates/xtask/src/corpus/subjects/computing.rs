//! Computing: functions nobody wrote.

use super::Subject;

pub(super) const SUBJECT: Subject = Subject {
    name: "computing",
    titles: &[
        "Data structures, week <n>",
        "Operating systems: the <system>",
        "The <system> Flashcards",
        "Algorithms and <items>",
    ],
    sections: &["The <structure>", "Inside the <system>", "Handling <items>", "`<function>`"],
    questions: &[
        "What does `<function>` return when `<variable>` is <n>?",
        "Why does `<function>` copy the `<variable>` before it sorts <n> <items>?",
        "How long does a <structure> of the <system> take to find one of <big> <items>?",
        "What protects `<function>` in the <system> against too many <items>?",
        "When does the <system> call `<function>` on its <items>?",
        "How does the <system> keep <big> <items> in a <structure>?",
        "Which <structure> does `<function>` build for the <system>?",
        "Why is `<variable>` rounded up to <big> bytes in `<function>`?",
        "What is $\\sum_{i=1}^{<n>} (<n> i + <digit>)$, as `<function>` computes it?",
        "How many <items> fit into a page of <big> bytes at <n> bytes each?",
        "What goes wrong if `<function>` runs on <n> threads without `<function>`?",
        "Who may call `<function>` while the <system> holds the `<variable>` lock?",
    ],
    statements: &[
        "The <system> keeps its <items> in a <structure>, so that a look-up costs <cost>",
        "`<function>` walks the <structure> once and returns the <variable> with the lowest key",
        "It is guarded by <guard>, because <fault> would lose up to <n> <items>",
        "With <big> <items> the <structure> needs <cost> steps, and the <system> about <n> MB",
        "<fault> is avoided by <guard> and by a call of `<function>` before each <variable>",
        "A <structure> grows by doubling: inserting $n$ <items> costs <cost> in all, amortised",
        "The <variable> is aligned to <n> bytes, since the <system> reads whole cache lines",
        "`<function>(<variable>, <n>)` fails where the <variable> holds fewer than <n> <items>",
        "Since <month> <year> the <system> prefers <guard> to <guard>",
        "<person> proved in <year> that no <structure> can do this in less than <cost>",
        "The caller owns the <variable>; the <system> only borrows it until `<function>` returns",
    ],
    pairs: &[
        (
            "`<function>(<n>, <variable>)`",
            "returns the <variable> of a <structure>, or fails after <fault>",
        ),
        ("<structure> with <big> <items> and <n> <items>", "look-up in <cost>, guarded by <guard>"),
        ("<system> option `--<variable>=<n>`", "limits the <items> that `<function>` may hold"),
        ("<cost> <items> in `<function>`", "one <structure> of <n> slots per <variable>"),
    ],
    clozes: &[
        "`<function>` uses a {{c1::<structure>}} to find <items> in {{c2::<cost>::order}}.",
        "The <system> survives {{c1::<fault>}} in `<function>` thanks to {{c2::<guard>}}.",
        "Reading the {{c1::<variable>}} of <big> <items> takes {{c2::<n>}} ms in `<function>`.",
    ],
    blocks: &[
        "```rust\nfn <function>(<variable>: u32) -> u32 {\n    <variable> * <n> + <digit>\n}\n```",
        "```python\nfor row in range(<n>):\n    <function>(row, <big>)  # <items>\n```",
        "```sh\n# wait for the <system>\ncurl -s localhost:<big>/<variable> | head -n <n>\n```",
        "$$\nT(n) = <digit>\\,T(n/2) + <n>n\n$$",
    ],
};
