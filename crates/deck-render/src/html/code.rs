//! Code, coloured by classes: the page's style says what colour each has, by day and by night.

use std::sync::LazyLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::{SyntaxReference, SyntaxSet};
use syntect::util::LinesWithEndings;

use super::{Cx, escape, gaps};

/// What is longer is not coloured: it would take longer than a person waits.
const LONGEST: usize = 20_000;

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(two_face::syntax::extra_newlines);

/// A block of code. `language` is what stands behind the fence; may be empty.
pub(super) fn block(code: &str, language: &str, cx: &mut Cx<'_>) -> String {
    let mut out = String::from("<pre><code>");
    match coloured(code, language, cx) {
        Some(html) => out.push_str(&html),
        None => escape(&mut out, code),
    }
    out + "</code></pre>\n"
}

fn coloured(code: &str, language: &str, cx: &mut Cx<'_>) -> Option<String> {
    let name = language.split([' ', ',', '{']).next().unwrap_or_default();
    let is_short = code.len() <= LONGEST && !gaps::has_marks(code);
    if name.is_empty() || !is_short {
        return None;
    }
    if !cx.colours {
        // Whether the language is known is not looked up: that alone would load all of them.
        cx.is_plain = true;
        return None;
    }
    let syntax = syntax(name)?;
    let style = ClassStyle::SpacedPrefixed { prefix: "s-" };
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, style);
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

fn syntax(name: &str) -> Option<&'static SyntaxReference> {
    SYNTAXES.find_syntax_by_token(name)
}
