//! Pages to read in a browser, each one file that asks nobody for anything: what they share.

mod text;

use std::io::{self, Write};

pub(crate) use text::{Message, Text, Verbatim};

const SHELL: &str = include_str!("page/page.html");
/// Colours, by light and in the dark, and what looks the same on every page.
const STYLE: &str = include_str!("page/page.css");

/// A page without what stands on it.
#[derive(Debug)]
pub(crate) struct Page<'p> {
    /// Its title, as text.
    pub(crate) title: &'p str,
    /// Its CSS, on top of what all pages have.
    pub(crate) style: &'p str,
    /// Its JavaScript, which runs when the page is there. If empty, the page allows none.
    pub(crate) script: &'p str,
}

impl Page<'_> {
    /// Writes it, with what `body` writes on it.
    ///
    /// # Errors
    /// If `out` cannot be written to.
    pub(crate) fn write(
        &self,
        out: &mut dyn Write,
        body: &dyn Fn(&mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let (scripts, open, close) = match self.script {
            "" => ("", "", ""),
            _ => ("script-src 'unsafe-inline'; ", "<script>", "</script>\n"),
        };
        fill(out, SHELL, &|out, name| match name {
            "scripts" => out.write_all(scripts.as_bytes()),
            "title" => write!(out, "{}", Text(self.title)),
            "style" => write!(out, "{STYLE}{}", self.style),
            "body" => body(out),
            _ => write!(out, "{open}{}{close}", self.script),
        })
    }
}

/// Writes which files could not be read, each with its path and why; nothing if there are none.
///
/// # Errors
/// If `out` cannot be written to.
pub(crate) fn unread<'f>(
    out: &mut dyn Write,
    files: impl Iterator<Item = (&'f str, &'f str)>,
) -> io::Result<()> {
    let mut files = files.peekable();
    if files.peek().is_none() {
        return Ok(());
    }
    out.write_all(b"<section class=\"unread\" aria-labelledby=\"unread\">")?;
    out.write_all(b"<h2 id=\"unread\">Files that could not be read</h2>\n<ul>\n")?;
    for (path, error) in files {
        writeln!(out, "<li><code>{}</code>: {}</li>", Text(path), Text(error))?;
    }
    writeln!(out, "</ul></section>")
}

/// Writes a template, with what `part` writes in the place of each `{{name}}`.
///
/// # Errors
/// If `out` cannot be written to.
pub(crate) fn fill(
    out: &mut dyn Write,
    template: &str,
    part: &dyn Fn(&mut dyn Write, &str) -> io::Result<()>,
) -> io::Result<()> {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").unwrap_or((after, ""));
        out.write_all(before.as_bytes())?;
        part(out, name)?;
        rest = after;
    }
    out.write_all(rest.as_bytes())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn page(title: &str, script: &str) -> String {
        let mut out = Vec::new();
        let page = Page { title, style: "", script };
        page.write(&mut out, &|out| out.write_all(b"<p>{{title}}</p>\n")).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn only_a_page_with_a_script_allows_scripts() {
        let (without, with) = (page("a", ""), page("a", "let a;"));
        assert!(!without.contains("script-src") && !without.contains("<script"), "{without}");
        assert!(with.contains("script-src 'unsafe-inline'; img-src"), "{with}");
        assert!(with.contains("<script>let a;</script>\n</body>"), "{with}");
    }

    #[test]
    fn what_stands_on_a_page_is_no_template() {
        let page = page("<b>", "");
        assert!(page.contains("<title>decklint: &lt;b&gt;</title>"), "{page}");
        assert!(page.contains("<body>\n<p>{{title}}</p>\n</body>"), "{page}");
    }
}
