//! Formulas: LaTeX becomes `MathML`, which browsers show without a script.

use std::collections::{HashMap, HashSet};
use std::panic::catch_unwind;
use std::sync::LazyLock;

use ammonia::Builder;
use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Parser, Storage, push_mathml};

use super::escape;
use super::gaps;

/// No formula of a card is as long; reading more would take long.
const LONGEST: usize = 10_000;

/// A formula as `MathML`; one that cannot be read as its source. Gaps are framed.
pub(super) fn formula(latex: &str, is_display: bool, is_front: bool) -> String {
    let source = gaps::grouped(latex.trim(), is_front);
    let is_readable = source.len() <= LONGEST && !has_foreign_command(&source);
    // Its reader is a stranger's, and a card that is being typed holds any half of a formula: where
    // it gives up, the source is shown.
    let read = || catch_unwind(|| mathml(&source, is_display)).ok().flatten();
    let read = is_readable.then(read).flatten();
    read.unwrap_or_else(|| {
        let mut out = String::from("<code class=\"math\">");
        escape(&mut out, &gaps::without_marks(latex.trim()));
        out + "</code>"
    })
}

/// What stands for `<` and `>` in words until all is written.
const SIGNS: [char; 2] = ['\u{E004}', '\u{E005}'];

/// A formula without `<` and `>`, since the writer does not escape them: the commands for them stand
/// there, or, in words, where there are no commands, signs of ours.
fn without_signs(latex: &str) -> String {
    let mut out = String::with_capacity(latex.len());
    // For each brace that is open, whether it holds words.
    let mut braces: Vec<bool> = Vec::new();
    for (at, c) in latex.char_indices() {
        let in_words = braces.last().copied().unwrap_or(false);
        match c {
            '{' => {
                let before = &latex[..at];
                braces.push(in_words || before.ends_with("\\text") || before.ends_with("\\mbox"));
            }
            '}' => _ = braces.pop(),
            _ => {}
        }
        match (c, in_words) {
            ('<', false) => out.push_str("\\lt "),
            ('>', false) => out.push_str("\\gt "),
            ('<', true) => out.push(SIGNS[0]),
            ('>', true) => out.push(SIGNS[1]),
            (c, _) => out.push(c),
        }
    }
    out
}

/// Whether a command is not ASCII, at which the reader panics.
fn has_foreign_command(latex: &str) -> bool {
    latex.split('\\').skip(1).any(|rest| rest.chars().next().is_some_and(|c| !c.is_ascii()))
}

fn mathml(source: &str, is_display: bool) -> Option<String> {
    let source = without_signs(source);
    let storage = Storage::new();
    let events: Vec<_> = Parser::new(&source, &storage).collect();
    if events.iter().any(Result::is_err) {
        return None;
    }
    let config = RenderConfig {
        display_mode: if is_display { DisplayMode::Block } else { DisplayMode::Inline },
        ..RenderConfig::default()
    };
    let mut out = String::new();
    push_mathml(&mut out, events.into_iter(), config).ok()?;
    // A style would need leave of the page's policy; a width says the same.
    let out = out.replace(" style=\"margin-left: ", " width=\"");
    let out = out.replace(SIGNS[0], "&lt;").replace(SIGNS[1], "&gt;");
    Some(CLEANER.clean(&gaps::framed(&out)).to_string())
}

/// Lets through what formulas consist of, and nothing else.
static CLEANER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let tags = [
        "math",
        "mi",
        "mn",
        "mo",
        "ms",
        "mtext",
        "mspace",
        "mrow",
        "mfrac",
        "msqrt",
        "mroot",
        "mstyle",
        "merror",
        "mpadded",
        "mphantom",
        "msub",
        "msup",
        "msubsup",
        "munder",
        "mover",
        "munderover",
        "mmultiscripts",
        "mprescripts",
        "mtable",
        "mtr",
        "mtd",
    ];
    let attributes = [
        "display",
        "displaystyle",
        "scriptlevel",
        "mathvariant",
        "stretchy",
        "form",
        "fence",
        "separator",
        "lspace",
        "rspace",
        "minsize",
        "maxsize",
        "symmetric",
        "largeop",
        "movablelimits",
        "accent",
        "accentunder",
        "linethickness",
        "width",
        "height",
        "depth",
        "columnspan",
        "rowspan",
    ];
    let mut builder = Builder::empty();
    builder
        .tags(HashSet::from(tags))
        .generic_attributes(HashSet::from(attributes))
        .allowed_classes(HashMap::from([("mrow", HashSet::from(["gap"]))]));
    builder
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_becomes_mathml() {
        let html = formula("x^2 < 3", false, false);
        assert!(html.starts_with("<math"), "{html}");
        assert!(html.contains("<msup>") && html.contains("&lt;"), "{html}");
        assert!(!html.contains("style="), "{html}");
        let html = formula("\\text{a < b} < c", false, false);
        assert!(html.contains("a &lt; b"), "{html}");
    }

    #[test]
    fn a_formula_that_cannot_be_read_is_shown_as_it_is_written() {
        assert_eq!(formula("\\frac{1", false, false), "<code class=\"math\">\\frac{1</code>");
    }

    #[test]
    fn a_formula_holds_nothing_but_a_formula() {
        for text in [
            "\\text{<img src=x onerror=alert(1)>}",
            "\\text{</mtext></math><script>alert(1)</script>}",
        ] {
            let html = formula(text, false, false);
            assert!(!html.contains("<img") && !html.contains("<script"), "{html}");
        }
    }

    #[test]
    fn a_gap_is_framed() {
        let html = formula("a + \u{E000}b\u{E001}", false, false);
        assert!(html.contains("<mrow class=\"gap\">"), "{html}");
        let html = formula("a + \u{E000}some word\u{E001}", false, true);
        assert!(html.contains("some word"), "{html}");
    }
}
