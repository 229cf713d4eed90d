use crate::diagnostic::{Fix, Level, TextEdit};
use crate::finding::Finding;
use crate::media::{Found, Shown};
use crate::rule::{CardsCx, Check, FixKind, Group, Placed, Rule, dialects};

/// A picture that is found only where capital letters do not count.
pub(crate) static RULE: Rule = Rule {
    name: "media-case",
    summary: "a picture whose file is named with other capital letters",
    group: Group::Media,
    dialects: dialects::MARKDOWN,
    level: Level::Warning,
    enabled: true,
    since: "0.1.0",
    fix: FixKind::Safe,
    page: include_str!("media_case.md"),
    rollup: None,
    check: Check::Cards(check),
};

fn check(cx: &CardsCx<'_>) -> Vec<Placed> {
    let Some(media) = cx.media() else { return Vec::new() };
    let mut placed = Vec::new();
    for (member, folder, shown) in cx.shown() {
        let Some(path) = shown.path() else { continue };
        if let Found::OtherCase(real) = media.find(&folder, &path, cx.item(member).dialect()) {
            placed.push(Placed { members: vec![member], finding: finding(&shown, real) });
        }
    }
    placed
}

fn finding(shown: &Shown<'_>, real: &str) -> Finding {
    let name = real.rsplit('/').next().unwrap_or(real);
    let finding = Finding::new(shown.place, format!("the file is called `{real}`"))
        .label("with other capital letters")
        .help(
            "write it as the file is called: on Windows and macOS both are one name, on a phone, \
             on Linux and on the web the picture is missing",
        );
    match rewritten(shown.target, real) {
        Some(path) => {
            let edit = TextEdit::replace(shown.place, path);
            finding.fix(Fix::safe(format!("Write `{name}`"), [edit]))
        }
        None => finding,
    }
}

/// The path as it is written, with the capital letters of the file; `None` where the two differ in
/// more than those.
fn rewritten(written: &str, real: &str) -> Option<String> {
    let tail = written.trim_start_matches("./").trim_start_matches("../");
    let start = real.len().checked_sub(tail.len())?;
    let end = real.get(start..)?;
    let same = end.to_lowercase() == tail.to_lowercase();
    same.then(|| format!("{}{end}", &written[..written.len() - tail.len()]))
}
