//! What would change in a file, as a unified diff.

use std::io::{self, Write};

use similar::TextDiff;

/// Prints the lines of a file that change, with some around them.
pub(crate) fn print(out: &mut dyn Write, name: &str, before: &str, after: &str) -> io::Result<()> {
    let diff = TextDiff::from_lines(before, after);
    let unified = diff.unified_diff().header(name, name).to_string();
    for line in unified.split_inclusive('\n') {
        let color = match line.as_bytes().first() {
            Some(b'+') => "\x1b[32m",
            Some(b'-') => "\x1b[31m",
            Some(b'@') => "\x1b[36m",
            _ => "",
        };
        let reset = if color.is_empty() { "" } else { "\x1b[0m" };
        let (text, end) = match line.strip_suffix('\n') {
            Some(text) => (text, "\n"),
            None => (line, ""),
        };
        write!(out, "{color}{text}{reset}{end}")?;
    }
    Ok(())
}
