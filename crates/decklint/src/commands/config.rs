//! `decklint config [PATH]`: what applies to a deck, and which line says so.

mod json;

use std::io::{self, Write};
use std::path::Path;

use deck_lint::{InForce, Options, Origin, RuleInForce, Scope, Workspace};

use crate::Outcome;
use crate::args::{ConfigArgs, DataFormat};
use crate::failure::Failure;
use crate::files::shown;

/// Says what applies.
pub(crate) fn run(args: &ConfigArgs) -> Result<Outcome, Failure> {
    let options = Options { config: args.config.clone(), ..Options::default() };
    let in_force = Workspace::in_force(&options, &args.path)?;
    let mut out = anstream::stdout().lock();
    match args.format {
        DataFormat::Text => print(&mut out, &in_force)?,
        DataFormat::Json => json::print(&mut out, &in_force)?,
    }
    Ok(Outcome::Clean)
}

fn print(out: &mut dyn Write, it: &InForce) -> io::Result<()> {
    writeln!(out, "{}", here(&it.path))?;
    line(out, "root", &here(&it.root))?;
    let configs: Vec<String> = it.configs.iter().map(|path| shown(path)).collect();
    let none = || "no decklint.toml, so all is as it is by default".to_owned();
    line(out, "read", &if configs.is_empty() { none() } else { configs.join(", ") })?;
    if let Some(detection) = &it.dialect {
        let name = detection.dialect.map_or("cannot tell", deck_syntax::Dialect::name);
        line(out, "dialect", &format!("{name}: {}", detection.reason))?;
    }
    if let Some(origin) = &it.excluded {
        let glob = origin.globs.first().map_or("", String::as_str);
        let said = format!("`{glob}` ({}), unless you name it", place(origin));
        line(out, "left out", &said)?;
    }
    let (scope, origin) = &it.scope;
    let with = match scope {
        Scope::File => "those of the same file",
        Scope::Folder => "those of the same folder",
        Scope::Workspace => "all below the root",
    };
    let from = origin.as_ref().map_or("by default".to_owned(), place);
    line(out, "compared", &format!("with {with} ({from})"))?;
    if let Some((path, origin)) = &it.baseline {
        line(out, "baseline", &format!("{} ({})", shown(path), place(origin)))?;
    }
    print_rules(out, &it.rules)
}

fn line(out: &mut dyn Write, name: &str, value: &str) -> io::Result<()> {
    writeln!(out, "  {name:9} {value}")
}

/// The rules that are not as they are by default, and how many are.
fn print_rules(out: &mut dyn Write, rules: &[RuleInForce]) -> io::Result<()> {
    if rules.is_empty() {
        return line(out, "rules", "all as they are by default");
    }
    line(out, "rules", "as they are by default, but for these:")?;
    let width = rules.iter().map(|it| it.rule.name.len()).max().unwrap_or(0);
    for it in rules {
        let level = it.level.map_or("off", deck_lint::Level::name);
        let name = it.rule.name;
        writeln!(out, "    {name:width$}  {level:7}  {}", place_and_globs(&it.origin))?;
    }
    Ok(())
}

/// A path; the current folder has a name, too.
fn here(path: &Path) -> String {
    match shown(path) {
        name if name.is_empty() => ".".to_owned(),
        name => name,
    }
}

fn place(origin: &Origin) -> String {
    format!("{}:{}", shown(&origin.path), origin.line)
}

fn place_and_globs(origin: &Origin) -> String {
    let globs: Vec<String> = origin.globs.iter().map(|glob| format!("`{glob}`")).collect();
    let of = if globs.is_empty() { String::new() } else { format!(" for {}", globs.join(", ")) };
    place(origin) + &of
}
