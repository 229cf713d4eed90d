//! HTML of ours that waits aside while an author's is cleaned.

/// Before and after the number of something in the stash.
const BEFORE: char = '\u{E002}';
const AFTER: char = '\u{E003}';

/// HTML that is put in its place at the end.
#[derive(Default)]
pub(crate) struct Stash(Vec<String>);

impl Stash {
    /// Keeps some HTML; gives what stands for it in a text.
    pub(crate) fn keep(&mut self, html: String) -> String {
        self.0.push(html);
        format!("{BEFORE}{}{AFTER}", self.0.len() - 1)
    }

    /// The text with everything in its place. What stands in a tag is left out.
    pub(crate) fn restore(&self, html: String) -> String {
        if self.0.is_empty() {
            return html;
        }
        let mut out =
            String::with_capacity(html.len() + self.0.iter().map(String::len).sum::<usize>());
        let mut rest = html.as_str();
        while let Some(at) = rest.find(BEFORE) {
            let (before, after) = rest.split_at(at);
            out.push_str(before);
            let (number, after) = after[BEFORE.len_utf8()..].split_once(AFTER).unwrap_or_default();
            // A tag that has begun and not ended: an attribute is no place for an element.
            let in_tag = out.rfind('<').is_some_and(|open| !out[open..].contains('>'));
            let kept = number.parse::<usize>().ok().and_then(|number| self.0.get(number));
            out.push_str(kept.filter(|_| !in_tag).map_or("", String::as_str));
            rest = after;
        }
        out.push_str(rest);
        out
    }
}
