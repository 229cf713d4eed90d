//! What the editor can do, and what is sent to it.

mod progress;

use serde::Serialize;
use tokio::sync::mpsc;
use tower_lsp::Client;
use tower_lsp::jsonrpc::{Request, Response};
use tower_lsp::ls_types::notification::Notification;
use tower_lsp::ls_types::request;
use tower_lsp::ls_types::{
    ClientCapabilities, MarkupKind, MessageType, PositionEncodingKind, ResourceOperationKind,
    ShowMessageParams, notification,
};

use crate::convert::Encoding;

/// A message to the editor.
pub(crate) enum Outgoing {
    /// An answer.
    Response(Response),
    /// What the protocol's library asks or tells.
    Request(Request),
    /// What we tell, as JSON.
    Notification(Vec<u8>),
    /// There is nothing more to say.
    End,
}

impl Outgoing {
    /// The message as JSON; `None` for the end.
    pub(crate) fn body(self) -> Option<Vec<u8>> {
        let body = match self {
            Self::Response(response) => serde_json::to_vec(&response),
            Self::Request(request) => serde_json::to_vec(&request),
            Self::Notification(body) => Ok(body),
            Self::End => return None,
        };
        // These are maps with strings for keys: they always have a form in JSON.
        Some(body.unwrap_or_default())
    }
}

/// A notification as it is sent.
#[derive(Serialize)]
struct Told<P> {
    jsonrpc: &'static str,
    method: &'static str,
    params: P,
}

/// What the editor can do.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools)]
pub(crate) struct Abilities {
    /// How it counts characters.
    pub(crate) encoding: Encoding,
    /// It asks for diagnostics itself, and can be told to ask again: then none are pushed. One that
    /// only asks after its own edits would not hear of what an edit elsewhere changes.
    pub(crate) pulls_diagnostics: bool,
    pub(crate) refreshes_lenses: bool,
    pub(crate) refreshes_hints: bool,
    /// It watches files for us.
    pub(crate) watches_files: bool,
    pub(crate) shows_progress: bool,
    /// It can open an address in a browser, or a document at a place.
    pub(crate) shows_documents: bool,
    pub(crate) snippets: bool,
    /// Hovers and documentation may be Markdown.
    pub(crate) markdown: bool,
    /// Symbols may lie within each other.
    pub(crate) nested_symbols: bool,
    /// A rename may say which version of a document it is meant for.
    pub(crate) versioned_edits: bool,
    /// A change may make files.
    pub(crate) creates_files: bool,
    /// Code actions may be literal, not only commands.
    pub(crate) literal_actions: bool,
}

impl Abilities {
    pub(crate) fn of(client: &ClientCapabilities) -> Self {
        let workspace = client.workspace.clone().unwrap_or_default();
        let edits = workspace.workspace_edit.unwrap_or_default();
        let document = client.text_document.clone().unwrap_or_default();
        let window = client.window.clone().unwrap_or_default();
        let completion = document.completion.and_then(|it| it.completion_item);
        let hover = document.hover.and_then(|it| it.content_format);
        Self {
            encoding: encoding(client),
            pulls_diagnostics: document.diagnostic.is_some()
                && workspace.diagnostics.and_then(|it| it.refresh_support).unwrap_or(false),
            refreshes_lenses: workspace
                .code_lens
                .and_then(|it| it.refresh_support)
                .unwrap_or(false),
            refreshes_hints: workspace
                .inlay_hint
                .and_then(|it| it.refresh_support)
                .unwrap_or(false),
            watches_files: workspace
                .did_change_watched_files
                .and_then(|it| it.dynamic_registration)
                .unwrap_or(false),
            shows_progress: window.work_done_progress.unwrap_or(false),
            shows_documents: window.show_document.is_some_and(|it| it.support),
            snippets: completion.and_then(|it| it.snippet_support).unwrap_or(false),
            markdown: hover.is_none_or(|kinds| kinds.contains(&MarkupKind::Markdown)),
            nested_symbols: document
                .document_symbol
                .and_then(|it| it.hierarchical_document_symbol_support)
                .unwrap_or(false),
            versioned_edits: edits.document_changes.unwrap_or(false),
            creates_files: edits
                .resource_operations
                .is_some_and(|kinds| kinds.contains(&ResourceOperationKind::Create)),
            literal_actions: document
                .code_action
                .is_some_and(|it| it.code_action_literal_support.is_some()),
        }
    }
}

/// UTF-8, in which nothing has to be counted, if the editor has it; UTF-16 is what all have.
fn encoding(client: &ClientCapabilities) -> Encoding {
    let offered = client.general.as_ref().and_then(|it| it.position_encodings.as_ref());
    let has = |kind: PositionEncodingKind| offered.is_some_and(|kinds| kinds.contains(&kind));
    if has(PositionEncodingKind::UTF8) {
        Encoding::Utf8
    } else if has(PositionEncodingKind::UTF16) || !has(PositionEncodingKind::UTF32) {
        Encoding::Utf16
    } else {
        Encoding::Utf32
    }
}

/// The way to the editor. Nothing here waits.
#[derive(Clone)]
pub(crate) struct Editor {
    client: Client,
    outbox: mpsc::UnboundedSender<Outgoing>,
    runtime: tokio::runtime::Handle,
}

impl Editor {
    pub(crate) fn new(client: Client, outbox: mpsc::UnboundedSender<Outgoing>) -> Self {
        Self { client, outbox, runtime: tokio::runtime::Handle::current() }
    }

    /// Tells the editor something.
    pub(crate) fn notify<N: Notification>(&self, params: N::Params)
    where
        N::Params: Serialize,
    {
        // Written at once, not put together as a value first: thousands of findings are told of at
        // each key.
        let told = Told { jsonrpc: "2.0", method: N::METHOD, params };
        // The parameters of a notification always have a form in JSON.
        let body = serde_json::to_vec(&told).unwrap_or_default();
        let _ = self.outbox.send(Outgoing::Notification(body));
    }

    /// Hands a message to a page in one of the editor's webviews.
    pub(crate) fn to_webview(&self, id: &str, message: &str) {
        let id = serde_json::Value::from(id);
        let body = format!(
            "{{\"jsonrpc\":\"2.0\",\"method\":\"decklint/preview/message\",\
             \"params\":{{\"id\":{id},\"message\":{message}}}}}"
        );
        let _ = self.outbox.send(Outgoing::Notification(body.into_bytes()));
    }

    /// Waits for something short on the runtime. Only for the thread that owns the state.
    pub(crate) fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// Shows a message to the person at the editor.
    pub(crate) fn show(&self, typ: MessageType, message: impl Into<String>) {
        self.notify::<notification::ShowMessage>(ShowMessageParams {
            typ,
            message: message.into(),
        });
    }

    /// Asks the editor something, and lets `then` hear the answer.
    pub(crate) fn ask<R>(
        &self,
        params: R::Params,
        then: impl FnOnce(Option<R::Result>) + Send + 'static,
    ) where
        R: request::Request + 'static,
        R::Params: Serialize + Send + 'static,
        R::Result: serde::de::DeserializeOwned + Send,
    {
        let client = self.client.clone();
        self.runtime.spawn(async move { then(client.send_request::<R>(params).await.ok()) });
    }
}
