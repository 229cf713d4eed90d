"""`decklint lsp`, driven by a client that none of us wrote (pytest-lsp).

`cargo xtask test` runs these tests, with the program in DECKLINT."""

import asyncio
import contextlib
import os
import pathlib
import time

import pytest
import pytest_asyncio
from lsprotocol import types
from pytest_lsp import LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features
from pytest_lsp.protocol import LanguageClientProtocol
from pygls.protocol import default_converter

DECKLINT = os.environ["DECKLINT"]
# How long something may take on a machine that has much else to do.
PATIENCE = 30
# How long something is waited for that must not happen.
SILENCE = 1.0

PUSH = "visual-studio-code"
# Asks for diagnostics, but cannot be told to ask again.
HALF_PULL = "neovim@0.11.0"


class Editor:
    """An editor with some folders open."""

    def __init__(self, client: LanguageClient):
        self.client = client
        self.published: list[types.PublishDiagnosticsParams] = []
        self.watched: list = []
        self.versions: dict[str, int] = {}

    async def start(self, folders, capabilities, options=None):
        self.register()
        await self.client.start_io(DECKLINT, "lsp")
        names = [types.WorkspaceFolder(uri=it.as_uri(), name=it.name) for it in folders]
        self.answer = await self.client.initialize_session(
            types.InitializeParams(
                capabilities=capabilities,
                root_uri=folders[0].as_uri() if folders else None,
                workspace_folders=names,
                initialization_options=options,
            )
        )

    def register(self):
        def published(client: LanguageClient, params: types.PublishDiagnosticsParams):
            self.published.append(params)

        def registered(client: LanguageClient, params: types.RegistrationParams):
            self.watched.extend(params.registrations)

        def progress(client: LanguageClient, params: types.WorkDoneProgressCreateParams):
            assert params.token not in self.client.progress_reports, "a token stands for one work"
            self.client.progress_reports[params.token] = []

        def refreshed(client: LanguageClient, params: None):
            pass

        register_lsp_features(
            self.client,
            {
                **DEFAULT_CLIENT_FEATURES,
                types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: published,
                types.CLIENT_REGISTER_CAPABILITY: registered,
                types.WINDOW_WORK_DONE_PROGRESS_CREATE: progress,
                types.WORKSPACE_INLAY_HINT_REFRESH: refreshed,
                types.WORKSPACE_CODE_LENS_REFRESH: refreshed,
            },
        )

    # What a person does.

    def open(self, path, text=None, language="deck"):
        uri = path if isinstance(path, str) else path.as_uri()
        self.versions[uri] = 1
        text = path.read_bytes().decode() if text is None else text
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(types.TextDocumentItem(uri, language, 1, text))
        )
        return uri

    def change(self, uri, *changes):
        """Edits a document: texts replace all of it, `(range, text)` a part."""
        self.versions[uri] += 1
        events = [
            types.TextDocumentContentChangeWholeDocument(it)
            if isinstance(it, str)
            else types.TextDocumentContentChangePartial(it[0], it[1])
            for it in changes
        ]
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(self.versions[uri], uri), events
            )
        )

    def close(self, uri):
        self.versions[uri] = None
        self.client.text_document_did_close(
            types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri))
        )

    def on_disk(self, *paths, kind=types.FileChangeType.Changed):
        changes = [types.FileEvent(it.as_uri(), kind) for it in paths]
        self.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams(changes)
        )

    # What a person sees.

    def last(self, uri):
        """What was published last of a document, or `None`."""
        return next((it for it in reversed(self.published) if it.uri == uri), None)

    def rules(self, uri):
        """Line and rule of what is wrong with a document, as far as it is known."""
        last = self.last(uri)
        return None if last is None else rules(last.diagnostics)

    async def shows(self, uri, wanted):
        """Waits until the findings of a document as it is now are these."""

        def shown():
            last = self.last(uri)
            return (last.version, rules(last.diagnostics)) if last else None

        wanted = (self.versions[uri], wanted)
        await until(lambda: shown() == wanted, lambda: f"{shown()}, not {wanted}")

    async def pull(self, uri, previous=None):
        return await self.client.text_document_diagnostic_async(
            types.DocumentDiagnosticParams(
                types.TextDocumentIdentifier(uri), previous_result_id=previous
            )
        )

    async def pull_workspace(self):
        """What is wrong with all files, by the last part of their names."""
        report = await self.client.workspace_diagnostic_async(
            types.WorkspaceDiagnosticParams(previous_result_ids=[])
        )
        return {it.uri.rsplit("/", 1)[1]: rules(it.items) for it in report.items}

    async def workspace_shows(self, wanted):
        found = None
        for _ in range(PATIENCE * 20):
            found = await self.pull_workspace()
            if found == wanted:
                return
            await asyncio.sleep(0.05)
        raise AssertionError(f"{found}, not {wanted}")


def rules(diagnostics):
    return [(it.range.start.line, it.code) for it in diagnostics]


def span(line, start, end_line=None, end=None):
    end_line = line if end_line is None else end_line
    end = start if end is None else end
    return types.Range(types.Position(line, start), types.Position(end_line, end))


def document(uri):
    return types.TextDocumentIdentifier(uri)


async def until(is_so, told=lambda: "it never was so"):
    end = time.monotonic() + PATIENCE
    while not is_so():
        assert time.monotonic() < end, told()
        await asyncio.sleep(0.01)


def pulling():
    """A client that asks for diagnostics and can be told to ask again."""
    capabilities = client_capabilities(HALF_PULL)
    diagnostics = types.DiagnosticWorkspaceClientCapabilities(refresh_support=True)
    capabilities.workspace.diagnostics = diagnostics
    return capabilities


@pytest.fixture
def folder(tmp_path):
    """An empty folder whose name has to be written in full in a URI."""
    path = (tmp_path / "my decks é").resolve()
    path.mkdir()
    return path


@pytest_asyncio.fixture
async def start():
    """Starts editors; ends them in the order of the protocol, and sees that they end well."""
    editors = []

    async def start(*folders, preset=PUSH, capabilities=None, options=None):
        client = LanguageClient(converter_factory=default_converter)
        editor = Editor(client)
        await editor.start(folders, capabilities or client_capabilities(preset), options)
        editors.append(editor)
        return editor

    yield start
    for editor in editors:
        assert editor.client.error is None, editor.client.error
        await editor.client.shutdown_session()
        assert editor.client._server.returncode == 0
        with contextlib.suppress(Exception):
            await editor.client.stop()
