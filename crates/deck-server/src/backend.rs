//! The methods of the protocol. Each puts an event into the queue and waits for the answer; what
//! it does is in the file of its name.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};

use tokio::sync::{mpsc, oneshot};
use tower_lsp::jsonrpc::{Error, Result};
#[allow(clippy::wildcard_imports, reason = "nearly all of the protocol is named here")]
use tower_lsp::ls_types::*;
use tower_lsp::{Client, LanguageServer};

use crate::capabilities;
use crate::client::{Abilities, Editor, Outgoing};
use crate::event::Event;
use crate::notifications::preview_close::CloseParams;
use crate::notifications::preview_cursor::CursorParams;
use crate::notifications::preview_message::MessageParams;
use crate::notifications::preview_scroll::ScrollParams;
use crate::requests;
use crate::requests::cards::{Cards, CardsParams};
use crate::requests::preview::{OpenParams, Opened};
use crate::state::State;
use crate::{owner, requests::Answer};

/// The server as the protocol sees it.
pub(crate) struct Backend {
    events: Sender<Event>,
    is_shut_down: Arc<AtomicBool>,
}

impl Backend {
    /// Starts the thread that owns the state.
    pub(crate) fn new(
        client: Client,
        outbox: mpsc::UnboundedSender<Outgoing>,
        is_shut_down: Arc<AtomicBool>,
    ) -> Self {
        let (events, received) = channel();
        let state = State::new(Editor::new(client, outbox), events.clone());
        std::thread::spawn(move || owner::run(&received, state));
        Self { events, is_shut_down }
    }

    fn tell(&self, event: Event) {
        // The owner ends only with the last sender.
        let _ = self.events.send(event);
    }

    /// Lets the owner of the state answer. The question is in the queue before anything is waited
    /// for.
    async fn ask<T: Send + 'static>(
        &self,
        question: impl FnOnce(&mut State) -> Answer<T> + Send + 'static,
    ) -> Result<T> {
        let (sender, answer) = oneshot::channel();
        self.tell(Event::Query(Box::new(move |state| {
            // A question that was taken back needs no answer.
            if sender.is_closed() {
                return;
            }
            match question(state) {
                Answer::Now(result) => _ = sender.send(result),
                Answer::Later(work) => {
                    std::thread::spawn(move || _ = sender.send(work()));
                }
            }
        })));
        answer.await.unwrap_or_else(|_| Err(Error::internal_error()))
    }

    /// `decklint/cards`, which the protocol does not have.
    pub(crate) async fn cards(&self, params: CardsParams) -> Result<Option<Cards>> {
        self.ask(move |state| requests::cards::handle(state, &params)).await
    }
}

/// What the protocol does not know of: the preview.
#[allow(clippy::unused_async, reason = "the library takes methods that are async")]
impl Backend {
    pub(crate) async fn preview_open(&self, params: OpenParams) -> Result<Opened> {
        self.ask(move |state| requests::preview::open(state, &params)).await
    }

    pub(crate) async fn preview_message(&self, params: MessageParams) {
        self.tell(Event::Webview(params));
    }

    pub(crate) async fn preview_close(&self, params: CloseParams) {
        self.tell(Event::WebviewClosed(params.id));
    }

    pub(crate) async fn cursor(&self, params: CursorParams) {
        self.tell(Event::Cursor(params));
    }

    pub(crate) async fn scroll(&self, params: ScrollParams) {
        self.tell(Event::Scroll(params));
    }
}

impl LanguageServer for Backend {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let abilities = Abilities::of(&params.capabilities);
        self.tell(Event::Initialize(Box::new(params)));
        Ok(capabilities::of(&abilities))
    }

    async fn initialized(&self, _: InitializedParams) {
        self.tell(Event::Initialized);
    }

    async fn shutdown(&self) -> Result<()> {
        self.is_shut_down.store(true, Ordering::Relaxed);
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.tell(Event::Open(params));
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        self.tell(Event::Change(params));
    }

    async fn did_save(&self, _: DidSaveTextDocumentParams) {
        self.tell(Event::Saved);
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.tell(Event::Close(params));
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        self.tell(Event::Watched(params));
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        self.tell(Event::Folders(params));
    }

    async fn did_change_configuration(&self, _: DidChangeConfigurationParams) {
        self.tell(Event::Configured);
    }

    async fn diagnostic(
        &self,
        params: DocumentDiagnosticParams,
    ) -> Result<DocumentDiagnosticReportResult> {
        self.ask(move |state| requests::diagnostic::handle(state, &params)).await
    }

    async fn hover(&self, params: HoverParams) -> Result<Option<Hover>> {
        self.ask(move |state| requests::hover::handle(state, &params)).await
    }

    async fn completion(&self, params: CompletionParams) -> Result<Option<CompletionResponse>> {
        self.ask(move |state| requests::completion::handle(state, &params)).await
    }

    async fn completion_resolve(&self, params: CompletionItem) -> Result<CompletionItem> {
        self.ask(move |state| requests::completion::resolve(state, params)).await
    }

    async fn document_symbol(
        &self,
        params: DocumentSymbolParams,
    ) -> Result<Option<DocumentSymbolResponse>> {
        self.ask(move |state| requests::symbols::of_document(state, &params)).await
    }

    async fn symbol(
        &self,
        params: WorkspaceSymbolParams,
    ) -> Result<Option<WorkspaceSymbolResponse>> {
        self.ask(move |state| requests::symbols::of_workspace(state, params)).await
    }

    async fn folding_range(&self, params: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.ask(move |state| requests::folding_range::handle(state, &params)).await
    }

    async fn selection_range(
        &self,
        params: SelectionRangeParams,
    ) -> Result<Option<Vec<SelectionRange>>> {
        self.ask(move |state| requests::selection_range::handle(state, params)).await
    }

    async fn document_highlight(
        &self,
        params: DocumentHighlightParams,
    ) -> Result<Option<Vec<DocumentHighlight>>> {
        self.ask(move |state| requests::document_highlight::handle(state, &params)).await
    }

    async fn semantic_tokens_full(
        &self,
        params: SemanticTokensParams,
    ) -> Result<Option<SemanticTokensResult>> {
        self.ask(move |state| requests::semantic_tokens::full(state, &params)).await
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: SemanticTokensDeltaParams,
    ) -> Result<Option<SemanticTokensFullDeltaResult>> {
        self.ask(move |state| requests::semantic_tokens::delta(state, &params)).await
    }

    async fn semantic_tokens_range(
        &self,
        params: SemanticTokensRangeParams,
    ) -> Result<Option<SemanticTokensRangeResult>> {
        self.ask(move |state| requests::semantic_tokens::range(state, &params)).await
    }

    async fn inlay_hint(&self, params: InlayHintParams) -> Result<Option<Vec<InlayHint>>> {
        self.ask(move |state| requests::inlay_hint::handle(state, &params)).await
    }

    async fn code_lens(&self, params: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.ask(move |state| requests::code_lens::handle(state, &params)).await
    }

    async fn document_link(&self, params: DocumentLinkParams) -> Result<Option<Vec<DocumentLink>>> {
        self.ask(move |state| requests::document_link::handle(state, &params)).await
    }

    async fn goto_definition(
        &self,
        params: GotoDefinitionParams,
    ) -> Result<Option<GotoDefinitionResponse>> {
        self.ask(move |state| requests::references::definition(state, &params)).await
    }

    async fn references(&self, params: ReferenceParams) -> Result<Option<Vec<Location>>> {
        self.ask(move |state| requests::references::references(state, &params)).await
    }

    async fn prepare_rename(
        &self,
        params: TextDocumentPositionParams,
    ) -> Result<Option<PrepareRenameResponse>> {
        self.ask(move |state| requests::rename::prepare(state, &params)).await
    }

    async fn rename(&self, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        self.ask(move |state| requests::rename::rename(state, params)).await
    }

    async fn formatting(&self, params: DocumentFormattingParams) -> Result<Option<Vec<TextEdit>>> {
        self.ask(move |state| requests::formatting::document(state, &params)).await
    }

    async fn range_formatting(
        &self,
        params: DocumentRangeFormattingParams,
    ) -> Result<Option<Vec<TextEdit>>> {
        self.ask(move |state| requests::formatting::range(state, &params)).await
    }

    async fn on_type_formatting(
        &self,
        params: DocumentOnTypeFormattingParams,
    ) -> Result<Option<Vec<TextEdit>>> {
        self.ask(move |state| requests::formatting::on_type(state, &params)).await
    }

    async fn code_action(&self, params: CodeActionParams) -> Result<Option<CodeActionResponse>> {
        self.ask(move |state| requests::code_action::handle(state, &params)).await
    }

    async fn will_rename_files(&self, params: RenameFilesParams) -> Result<Option<WorkspaceEdit>> {
        self.ask(move |state| requests::will_rename_files::handle(state, &params)).await
    }

    async fn execute_command(&self, params: ExecuteCommandParams) -> Result<Option<LSPAny>> {
        self.ask(move |state| requests::execute_command::handle(state, &params)).await
    }

    async fn workspace_diagnostic(
        &self,
        params: WorkspaceDiagnosticParams,
    ) -> Result<WorkspaceDiagnosticReportResult> {
        self.ask(move |state| requests::workspace_diagnostic::handle(state, params)).await
    }
}
