//! A table of figures: a name a row, numbers, and what share they are.

use std::fmt::Display;
use std::io::{self, Write};

/// What stands in a column, with the words at its head.
#[derive(Debug, Clone, Copy)]
pub(super) enum Column {
    /// What the row is about: the first column.
    Name(&'static str),
    Number(&'static str),
    /// What share the number is of all, in words and as a bar: the last column.
    Share,
}

/// A table that is being written.
pub(super) struct Table<'o> {
    out: &'o mut dyn Write,
}

impl<'o> Table<'o> {
    /// Writes its head. A caption is HTML.
    pub(super) fn begin(
        out: &'o mut dyn Write,
        caption: &str,
        columns: &[Column],
    ) -> io::Result<Self> {
        writeln!(out, "<table>\n<caption>{caption}</caption>\n<thead><tr>")?;
        for column in columns {
            let (class, head) = match column {
                Column::Name(head) => ("name", *head),
                Column::Number(head) => ("number", *head),
                Column::Share => ("share", "Share"),
            };
            writeln!(out, "<th scope=\"col\" class=\"{class}\">{head}</th>")?;
        }
        writeln!(out, "</tr></thead>\n<tbody>")?;
        Ok(Self { out })
    }

    /// Writes a row, whose name is HTML, with the share of its last number if `all` says of how many.
    pub(super) fn row(
        &mut self,
        name: &dyn Display,
        numbers: &[usize],
        all: Option<usize>,
    ) -> io::Result<()> {
        let out = &mut *self.out;
        write!(out, "<tr><th scope=\"row\" class=\"name\">{name}</th>")?;
        for number in numbers {
            write!(out, "<td class=\"number\">{number}</td>")?;
        }
        if let Some((part, all)) = numbers.last().zip(all) {
            let (percent, bar) = (percent(*part, all), bar(*part, all));
            write!(out, "<td class=\"share\"><span>{percent}</span>{bar}</td>")?;
        }
        writeln!(out, "</tr>")
    }

    /// Writes its end.
    pub(super) fn end(self) -> io::Result<()> {
        writeln!(self.out, "</tbody>\n</table>")
    }
}

/// A share in words. Only all is 100%, and only nothing is 0%.
fn percent(part: usize, all: usize) -> String {
    match part * 100 / all.max(1) {
        0 if part > 0 => "under 1%".to_owned(),
        percent => format!("{percent}%"),
    }
}

/// A share as a picture: it says nothing that the words beside it do not. What is there at all is
/// seen.
fn bar(part: usize, all: usize) -> String {
    let length = (part * 100).div_ceil(all.max(1)).min(100);
    format!(
        "<svg viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">\
         <rect width=\"100\" height=\"10\"/><path d=\"M0 0h{length}v10H0z\"/></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_all_is_all_and_only_nothing_is_nothing() {
        let shares: Vec<String> =
            [0, 1, 99, 998, 1000].into_iter().map(|part| percent(part, 1000)).collect();
        assert_eq!(shares, ["0%", "under 1%", "9%", "99%", "100%"]);
        assert_eq!(percent(0, 0), "0%");
        assert!(bar(1, 1000).contains("M0 0h1v10"));
        assert!(bar(0, 0).contains("M0 0h0v10"));
    }
}
