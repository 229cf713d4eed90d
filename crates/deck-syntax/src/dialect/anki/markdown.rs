//! A field that is HTML, as Markdown.

use super::html::entity;

/// The field with line breaks, lists, bold, italics, code and entities as Markdown writes them.
/// Other tags stay: Markdown may hold them.
pub(crate) fn to_markdown(field: &str) -> String {
    trimmed(&piece_to_markdown(field, true))
}

/// The same of a part of a field, with the white space at its ends. `begins`: nothing stands
/// before it.
pub(crate) fn piece_to_markdown(field: &str, begins: bool) -> String {
    let mut text = String::with_capacity(field.len());
    let mut rest = field;
    let mut in_block_of_code = false;
    while let Some(at) = memchr::memchr2(b'<', b'&', rest.as_bytes()) {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = if let Some((mark, length)) = tag(rest) {
            match mark {
                Mark::Fence(open) => {
                    fence(&mut text, open);
                    in_block_of_code = open;
                }
                // A block of code shows backticks and asterisks as they are.
                Mark::Inline(_) if in_block_of_code => {}
                mark => write(&mut text, mark, begins),
            }
            &rest[length..]
        } else if let Some((character, length)) = entity(rest) {
            text.push_str(&character);
            &rest[length..]
        } else {
            text.push_str(&rest[..1]);
            &rest[1..]
        };
    }
    text.push_str(rest);
    text
}

fn fence(text: &mut String, open: bool) {
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(if open { "```\n" } else { "```" });
    if !open {
        text.push('\n');
    }
}

/// What a tag is in Markdown.
#[derive(Clone, Copy)]
enum Mark {
    Break,
    /// A new line, unless one has begun.
    Block,
    Item,
    /// A block of code begins or ends.
    Fence(bool),
    Inline(&'static str),
}

/// What the tag at the start of `rest` is in Markdown, and its length.
fn tag(rest: &str) -> Option<(Mark, usize)> {
    let inner = rest.strip_prefix('<')?;
    let near = &inner[..inner.floor_char_boundary(256)];
    let end = memchr::memchr(b'>', near.as_bytes())?;
    let name = near[..end].trim_start_matches('/');
    let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let mark = match name.to_ascii_lowercase().as_str() {
        "br" => Mark::Break,
        "div" | "p" | "ul" | "ol" => Mark::Block,
        "pre" => Mark::Fence(!inner.starts_with('/')),
        "li" if inner.starts_with('/') => Mark::Inline(""),
        "li" => Mark::Item,
        "b" | "strong" => Mark::Inline("**"),
        "i" | "em" => Mark::Inline("*"),
        "code" => Mark::Inline("`"),
        _ => return None,
    };
    Some((mark, end + 2))
}

fn write(text: &mut String, mark: Mark, begins: bool) {
    let begun = begins && text.is_empty() || text.ends_with('\n');
    match mark {
        Mark::Break => text.push('\n'),
        Mark::Block | Mark::Item if !begun => text.push('\n'),
        Mark::Block | Mark::Item | Mark::Fence(_) => {}
        Mark::Inline(mark) => text.push_str(mark),
    }
    if matches!(mark, Mark::Item) {
        text.push_str("- ");
    }
}

/// No white space at the ends of lines, and never two blank lines.
fn trimmed(text: &str) -> String {
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines().map(|line| line.trim_end_matches([' ', '\t', '\u{a0}'])) {
        if !(line.is_empty() && lines.last().is_none_or(|above| above.is_empty())) {
            lines.push(line);
        }
    }
    lines.join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_markdown_can_write_is_written_so() {
        assert_eq!(to_markdown("a<br>b &amp; <b>c</b>"), "a\nb & **c**");
        assert_eq!(to_markdown("<div>a</div><div>b</div>"), "a\nb");
        assert_eq!(to_markdown("x:<ul><li>a</li><li>b</li></ul>"), "x:\n- a\n- b");
        assert_eq!(to_markdown("<img src=\"a.png\"> 1 < 2"), "<img src=\"a.png\"> 1 < 2");
        assert_eq!(to_markdown("a<br><br><br><br>b"), "a\n\nb");
    }

    #[test]
    fn a_block_of_code_becomes_a_fence() {
        assert_eq!(
            to_markdown("Run <pre><code>a &lt; <b>b</b>\n*c</code></pre> now"),
            "Run\n```\na < b\n*c\n```\n now"
        );
    }

    #[test]
    fn a_piece_keeps_the_spaces_at_its_ends() {
        assert_eq!(piece_to_markdown(" pumps&nbsp;", false), " pumps ");
        assert_eq!(piece_to_markdown("<div>b</div>", false), "\nb\n");
    }
}
