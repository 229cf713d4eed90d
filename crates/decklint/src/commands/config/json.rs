//! What applies to a deck, for programs.

use std::io::{self, Write};

use deck_lint::{InForce, Level, Origin, RuleInForce, Scope};
use deck_syntax::Dialect;
use serde::Serialize;

/// What applies to a file or folder. Paths are absolute.
#[derive(Serialize)]
struct Json<'a> {
    path: String,
    root: String,
    /// Those that win last.
    config_files: Vec<String>,
    dialect: Option<DialectJson<'a>>,
    scope: ScopeJson<'a>,
    excluded: Option<OriginJson<'a>>,
    baseline: Option<BaselineJson<'a>>,
    /// Only those that configuration says something of.
    rules: Vec<RuleJson<'a>>,
}

#[derive(Serialize)]
struct DialectJson<'a> {
    name: Option<&'static str>,
    reason: &'a str,
}

#[derive(Serialize)]
struct ScopeJson<'a> {
    name: &'static str,
    from: Option<OriginJson<'a>>,
}

#[derive(Serialize)]
struct BaselineJson<'a> {
    path: String,
    from: OriginJson<'a>,
}

#[derive(Serialize)]
struct RuleJson<'a> {
    rule: &'static str,
    level: &'static str,
    default: &'static str,
    from: OriginJson<'a>,
}

#[derive(Serialize)]
struct OriginJson<'a> {
    file: String,
    line: usize,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    globs: &'a [String],
}

pub(super) fn print(out: &mut dyn Write, it: &InForce) -> io::Result<()> {
    let json = Json {
        path: it.path.display().to_string(),
        root: it.root.display().to_string(),
        config_files: it.configs.iter().map(|path| path.display().to_string()).collect(),
        dialect: it.dialect.as_ref().map(|detection| DialectJson {
            name: detection.dialect.map(Dialect::name),
            reason: &detection.reason,
        }),
        scope: ScopeJson {
            name: match it.scope.0 {
                Scope::File => "file",
                Scope::Folder => "folder",
                Scope::Workspace => "workspace",
            },
            from: it.scope.1.as_ref().map(origin),
        },
        excluded: it.excluded.as_ref().map(origin),
        baseline: it.baseline.as_ref().map(|(path, from)| BaselineJson {
            path: path.display().to_string(),
            from: origin(from),
        }),
        rules: it.rules.iter().map(rule).collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &json)?;
    writeln!(out)
}

fn rule(it: &RuleInForce) -> RuleJson<'_> {
    let name = |level: Option<Level>| level.map_or("off", Level::name);
    RuleJson {
        rule: it.rule.name,
        level: name(it.level),
        default: name(it.rule.enabled.then_some(it.rule.level)),
        from: origin(&it.origin),
    }
}

fn origin(it: &Origin) -> OriginJson<'_> {
    OriginJson { file: it.path.display().to_string(), line: it.line, globs: &it.globs }
}
