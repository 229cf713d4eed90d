//! Our diagnostics as the protocol's.

use deck_lint::{Diagnostic, FileId, Level};
use tower_lsp::ls_types::{
    self as lsp, CodeDescription, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag,
    Location, NumberOrString, Uri,
};

use super::Positions;

/// What has to be known beside a diagnostic to put it into the protocol's terms.
pub(crate) struct Surroundings<'a> {
    /// The positions of a file.
    pub(crate) positions: &'a dyn Fn(FileId) -> Positions<'a>,
    /// The name of a file.
    pub(crate) uri: &'a dyn Fn(FileId) -> Option<Uri>,
    /// Where the editor shows the pages of rules, with `{rule}` for the name of one.
    pub(crate) pages: Option<&'a str>,
}

/// A diagnostic in the protocol's terms.
pub(crate) fn to_diagnostic(diagnostic: &Diagnostic, around: &Surroundings<'_>) -> lsp::Diagnostic {
    let positions = (around.positions)(diagnostic.file);
    let related = diagnostic.labels.iter().filter_map(|label| {
        let range = (around.positions)(label.file).range(label.range);
        let location = Location { uri: (around.uri)(label.file)?, range };
        Some(DiagnosticRelatedInformation { location, message: label.text.clone() })
    });
    let related: Vec<_> = related.collect();
    let page = around.pages.map(|pages| pages.replace("{rule}", diagnostic.rule.name));
    lsp::Diagnostic {
        range: positions.range(diagnostic.range),
        severity: Some(severity(diagnostic)),
        code: Some(NumberOrString::String(diagnostic.rule.name.to_owned())),
        code_description: page
            .and_then(|page| page.parse().ok())
            .map(|href| CodeDescription { href }),
        source: Some("decklint".to_owned()),
        message: message(diagnostic),
        related_information: (!related.is_empty()).then_some(related),
        tags: tags(diagnostic),
        // By this the diagnostic is found again when its fixes are asked for.
        data: Some(format!("{:016x}", diagnostic.fingerprint).into()),
    }
}

/// What is wrong, and below it what to do.
fn message(diagnostic: &Diagnostic) -> String {
    let more = match diagnostic.more {
        0 => String::new(),
        more => format!(" (and {more} more)"),
    };
    let old = if diagnostic.old { "\nIt was there before: the baseline lists it." } else { "" };
    match diagnostic.help.as_str() {
        "" => format!("{}{more}{old}", diagnostic.message),
        help => format!("{}{more}\n{help}{old}", diagnostic.message),
    }
}

/// Advice is information: what the protocol calls a hint, editors hardly show. So is to be what the
/// baseline lists.
fn severity(diagnostic: &Diagnostic) -> DiagnosticSeverity {
    match diagnostic.level {
        _ if diagnostic.old => DiagnosticSeverity::HINT,
        Level::Error => DiagnosticSeverity::ERROR,
        Level::Warning => DiagnosticSeverity::WARNING,
        Level::Hint => DiagnosticSeverity::INFORMATION,
    }
}

/// What could go without loss is shown faded.
fn tags(diagnostic: &Diagnostic) -> Option<Vec<DiagnosticTag>> {
    let is_superfluous =
        matches!(diagnostic.rule.name, "unused-allow" | "duplicate-card" | "trailing-whitespace");
    is_superfluous.then(|| vec![DiagnosticTag::UNNECESSARY])
}
