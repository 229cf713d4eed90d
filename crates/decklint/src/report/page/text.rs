//! Texts as HTML shows them.

use std::fmt::{Display, Formatter, Result};

use deck_render::escape;

use crate::report::source::printable;
use crate::report::words::{one_line, parts};

/// A text that is nothing but text, on one line.
pub(crate) struct Text<'t>(pub(crate) &'t str);

impl Display for Text<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&escaped(&one_line(self.0)))
    }
}

/// A message, with what stands between backticks as code.
pub(crate) struct Message<'t>(pub(crate) &'t str);

impl Display for Message<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        for (is_code, part) in parts(&one_line(self.0)) {
            let part = escaped(part);
            if is_code { write!(f, "<code>{part}</code>")? } else { f.write_str(&part)? }
        }
        Ok(())
    }
}

/// A part of a deck, as it stands there.
pub(crate) struct Verbatim<'t>(pub(crate) &'t str);

impl Display for Verbatim<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        f.write_str(&escaped(&printable(self.0)))
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_becomes_a_tag() {
        assert_eq!(Text("<b title=\"x\">\n&").to_string(), "&lt;b title=&quot;x&quot;&gt; &amp;");
        assert_eq!(
            Message("no `<br>` & more").to_string(),
            "no <code>&lt;br&gt;</code> &amp; more"
        );
        assert_eq!(Verbatim("\u{1b}<script>").to_string(), "?&lt;script&gt;");
    }
}
