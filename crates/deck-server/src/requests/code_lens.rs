//! `textDocument/codeLens`

use std::collections::HashMap;

use deck_ide::{Lens, LensKind, lenses};
use serde_json::json;
use tower_lsp::ls_types::{CodeLens, CodeLensParams, Command};

use super::{Answer, execute_command, preview};
use crate::state::State;
use crate::view::View;

pub(crate) fn handle(state: &State, params: &CodeLensParams) -> Answer<Option<Vec<CodeLens>>> {
    let uri = &params.text_document.uri;
    let found = View::of(state, uri).map(|view| {
        let problems = view
            .root
            .live
            .diagnostics(view.file)
            .iter()
            .filter(|it| !it.old)
            .map(|it| it.count)
            .sum();
        let alike: HashMap<usize, usize> =
            view.root.live.counts_alike(view.file).into_iter().collect();
        let similar = |item: usize| alike.get(&item).copied().unwrap_or(0);
        let lenses = lenses(view.workspace(), view.file, problems, &similar);
        lenses.iter().map(|lens| to_lens(lens, uri.as_str(), &view)).collect()
    });
    Answer::now(found)
}

fn to_lens(lens: &Lens, uri: &str, view: &View<'_>) -> CodeLens {
    let range = view.positions().range(lens.range);
    let (command, arguments) = match lens.kind {
        LensKind::Similar { .. } => {
            (execute_command::SIMILAR, Some(vec![json!(uri), json!(range.start)]))
        }
        LensKind::File { .. } => (preview::PREVIEW, Some(vec![json!(uri)])),
        // An empty command is one that cannot be clicked.
        LensKind::Section { .. } => ("", None),
    };
    let command = Command { title: lens.kind.title(), command: command.to_owned(), arguments };
    CodeLens { range, command: Some(command), data: None }
}
