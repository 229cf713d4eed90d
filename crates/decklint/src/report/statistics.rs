//! How often each rule found something.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::color;
use super::view::View;

/// Prints a line a rule, the busiest first.
pub(crate) fn print(out: &mut dyn Write, view: &View<'_>) -> io::Result<()> {
    let mut counts: BTreeMap<&str, (usize, deck_lint::Level)> = BTreeMap::new();
    for diagnostic in &view.found.diagnostics {
        let entry = counts.entry(diagnostic.rule.name).or_insert((0, diagnostic.level));
        entry.0 += diagnostic.count;
        entry.1 = entry.1.max(diagnostic.level);
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.0.cmp(&a.1.0).then(a.0.cmp(b.0)));
    for (rule, (count, level)) in counts {
        writeln!(out, "{count:7}  {}{:7}\x1b[0m  {rule}", color(level), level.name())?;
    }
    Ok(())
}
