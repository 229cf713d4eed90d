//! `workspace/diagnostic`

use std::collections::HashMap;

use tower_lsp::ls_types::{
    FullDocumentDiagnosticReport, UnchangedDocumentDiagnosticReport, Uri,
    WorkspaceDiagnosticParams, WorkspaceDiagnosticReport, WorkspaceDiagnosticReportResult,
    WorkspaceDocumentDiagnosticReport, WorkspaceFullDocumentDiagnosticReport,
    WorkspaceUnchangedDocumentDiagnosticReport,
};

use super::Answer;
use crate::publish::Report;
use crate::state::State;

pub(crate) fn handle(
    state: &mut State,
    params: WorkspaceDiagnosticParams,
) -> Answer<WorkspaceDiagnosticReportResult> {
    let known: HashMap<Uri, String> =
        params.previous_result_ids.into_iter().map(|it| (it.uri, it.value)).collect();
    let items = state
        .shown_files()
        .into_iter()
        .filter_map(|(root, file)| {
            let uri = state.uri(root, file)?;
            let version = state.buffer(root, file).map(|buffer| i64::from(buffer.version));
            let report = state.report(root, file);
            Some(item(known.get(&uri), uri, version, report))
        })
        .collect();
    Answer::now(WorkspaceDiagnosticReport { items }.into())
}

fn item(
    known: Option<&String>,
    uri: Uri,
    version: Option<i64>,
    Report { id, items }: Report,
) -> WorkspaceDocumentDiagnosticReport {
    if known == Some(&id) {
        return WorkspaceUnchangedDocumentDiagnosticReport {
            uri,
            version,
            unchanged_document_diagnostic_report: UnchangedDocumentDiagnosticReport {
                result_id: id,
            },
        }
        .into();
    }
    WorkspaceFullDocumentDiagnosticReport {
        uri,
        version,
        full_document_diagnostic_report: FullDocumentDiagnosticReport {
            result_id: Some(id),
            items,
        },
    }
    .into()
}
