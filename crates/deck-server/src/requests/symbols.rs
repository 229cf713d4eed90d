//! `textDocument/documentSymbol` and `workspace/symbol`

use deck_ide::{FoundSymbol, Symbol, SymbolKind as Kind, document_symbols, workspace_symbols};
use tower_lsp::ls_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, SymbolInformation, SymbolKind,
    Uri, WorkspaceSymbolParams, WorkspaceSymbolResponse,
};

use super::Answer;
use crate::convert::Positions;
use crate::state::State;
use crate::view::{Snapshot, View};

/// More than this nobody reads.
const MOST: usize = 256;

pub(crate) fn of_document(
    state: &State,
    params: &DocumentSymbolParams,
) -> Answer<Option<DocumentSymbolResponse>> {
    Answer::now(outline(state, params))
}

fn outline(state: &State, params: &DocumentSymbolParams) -> Option<DocumentSymbolResponse> {
    let uri = &params.text_document.uri;
    let view = View::of(state, uri)?;
    let findings = view.root.live.diagnostics(view.file);
    let symbols = document_symbols(view.workspace(), view.file, &findings);
    let positions = view.positions();
    if state.abilities.nested_symbols {
        let symbols = symbols.into_iter().map(|symbol| nested(symbol, positions)).collect();
        return Some(DocumentSymbolResponse::Nested(symbols));
    }
    let mut flat = Vec::new();
    for symbol in symbols {
        flatten(symbol, None, uri, positions, &mut flat);
    }
    Some(DocumentSymbolResponse::Flat(flat))
}

#[allow(deprecated)]
fn nested(symbol: Symbol, positions: Positions<'_>) -> DocumentSymbol {
    let children = symbol.children.into_iter().map(|child| nested(child, positions));
    let children: Vec<_> = children.collect();
    DocumentSymbol {
        name: symbol.name,
        detail: (!symbol.detail.is_empty()).then_some(symbol.detail),
        kind: kind(symbol.kind),
        tags: None,
        deprecated: None,
        range: positions.range(symbol.range),
        selection_range: positions.range(symbol.selection),
        children: (!children.is_empty()).then_some(children),
    }
}

#[allow(deprecated)]
fn flatten(
    symbol: Symbol,
    container: Option<&str>,
    uri: &Uri,
    positions: Positions<'_>,
    flat: &mut Vec<SymbolInformation>,
) {
    let range = positions.range(symbol.selection);
    flat.push(SymbolInformation {
        name: symbol.name.clone(),
        kind: kind(symbol.kind),
        tags: None,
        deprecated: None,
        location: tower_lsp::ls_types::Location { uri: uri.clone(), range },
        container_name: container.map(str::to_owned),
    });
    for child in symbol.children {
        flatten(child, Some(&symbol.name), uri, positions, flat);
    }
}

fn kind(kind: Kind) -> SymbolKind {
    match kind {
        Kind::Deck => SymbolKind::FILE,
        Kind::Section => SymbolKind::NAMESPACE,
        Kind::Card => SymbolKind::FUNCTION,
        Kind::Cloze => SymbolKind::STRING,
        Kind::Term => SymbolKind::KEY,
    }
}

pub(crate) fn of_workspace(
    state: &State,
    params: WorkspaceSymbolParams,
) -> Answer<Option<WorkspaceSymbolResponse>> {
    let snapshots: Vec<Snapshot> =
        state.roots.iter().map(|root| Snapshot::of(state, root)).collect();
    Answer::Later(Box::new(move || {
        let found = snapshots.iter().flat_map(|snapshot| {
            let found = workspace_symbols(&snapshot.workspace, &params.query, MOST);
            found.into_iter().filter_map(|symbol| information(symbol, snapshot))
        });
        Ok(Some(WorkspaceSymbolResponse::Flat(found.collect())))
    }))
}

#[allow(deprecated)]
fn information(symbol: FoundSymbol, snapshot: &Snapshot) -> Option<SymbolInformation> {
    Some(SymbolInformation {
        name: symbol.name,
        kind: kind(symbol.kind),
        tags: None,
        deprecated: None,
        location: snapshot.location(symbol.place)?,
        container_name: symbol.container,
    })
}
