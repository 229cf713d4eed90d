"""Files that come, go and change, in the editor and behind its back."""

import asyncio

from lsprotocol import types

from conftest import SILENCE, pulling, until
from test_diagnostics import BARE, PACT, TREATY


async def test_a_new_file_counts_once_it_is_there(start, folder):
    editor = await start(folder)
    uri = editor.open(folder / "b.deck", TREATY)
    await editor.shows(uri, [])
    (folder / "a.deck").write_text(PACT)
    editor.on_disk(folder / "a.deck", kind=types.FileChangeType.Created)
    await editor.shows(uri, [(0, "duplicate-question")])


async def test_a_file_that_was_deleted_counts_no_more(start, folder):
    (folder / "a.deck").write_text(PACT)
    editor = await start(folder)
    uri = editor.open(folder / "b.deck", TREATY)
    await editor.shows(uri, [(0, "duplicate-question")])
    (folder / "a.deck").unlink()
    editor.on_disk(folder / "a.deck", kind=types.FileChangeType.Deleted)
    await editor.shows(uri, [])


async def test_what_is_open_counts_as_it_is_in_the_editor(start, folder):
    path = folder / "a.deck"
    path.write_text(BARE)
    editor = await start(folder)
    uri = editor.open(path)
    await editor.shows(uri, [(0, "missing-answer")])
    editor.change(uri, BARE + "- money\n")
    await editor.shows(uri, [])
    path.write_text("\n\nWhat is inflation?\n")
    editor.on_disk(path)
    await asyncio.sleep(SILENCE)
    assert editor.rules(uri) == []
    # Closed without being saved, what is on disk counts.
    editor.close(uri)
    uri = editor.open(path)
    await editor.shows(uri, [(2, "missing-answer")])


async def test_unsaved_edits_are_gone_for_other_files_once_closed(start, folder):
    (folder / "a.deck").write_text(PACT)
    editor = await start(folder)
    b = editor.open(folder / "b.deck", TREATY)
    a = editor.open(folder / "a.deck")
    await editor.shows(b, [(0, "duplicate-question")])
    editor.change(a, BARE + "- money\n")
    await editor.shows(b, [])
    editor.close(a)
    await editor.shows(b, [(0, "duplicate-question")])


async def test_a_deleted_file_that_is_open_still_is_what_the_editor_says(start, folder):
    path = folder / "a.deck"
    path.write_text(PACT)
    editor = await start(folder)
    b = editor.open(folder / "b.deck", TREATY)
    a = editor.open(path)
    await editor.shows(b, [(0, "duplicate-question")])
    path.unlink()
    editor.on_disk(path, kind=types.FileChangeType.Deleted)
    await asyncio.sleep(SILENCE)
    assert editor.rules(b) == [(0, "duplicate-question")]
    editor.close(a)
    await editor.shows(b, [])


async def test_the_configuration_is_read_when_it_changes(start, folder):
    config = folder / "decklint.toml"
    editor = await start(folder)
    uri = editor.open(folder / "a.deck", BARE)
    await editor.shows(uri, [(0, "missing-answer")])
    config.write_text('[rules]\nmissing-answer = "hint"\n')
    editor.on_disk(config, kind=types.FileChangeType.Created)
    hint = types.DiagnosticSeverity.Information
    await until(lambda: [it.severity for it in editor.last(uri).diagnostics] == [hint])
    config.write_text('[rules]\nmissing-answer = "off"\n')
    editor.on_disk(config)
    await editor.shows(uri, [])
    # One that cannot be read is told of; what was said before stays.
    config.write_text("[rules\n")
    editor.on_disk(config)
    await until(lambda: len(editor.client.messages) > 0)
    assert "decklint.toml" in editor.client.messages[-1].message
    editor.change(uri, "\n" + BARE)
    await editor.shows(uri, [])
    config.unlink()
    editor.on_disk(config, kind=types.FileChangeType.Deleted)
    await editor.shows(uri, [(1, "missing-answer")])


async def test_a_note_becomes_a_deck_while_it_is_typed(start, folder):
    editor = await start(folder)
    uri = editor.open(folder / "notes.md", "# Notes\n\nSome words.\n", language="markdown")
    editor.change(uri, "#flashcards\n\nWhat is GDP::money\n\nWhat is GDP::debt\n")
    await editor.shows(uri, [(4, "duplicate-question")])


async def test_a_document_that_was_never_saved(start, folder):
    editor = await start(folder)
    uri = editor.open("untitled:Untitled-1", BARE)
    await editor.shows(uri, [(0, "missing-answer")])
    editor.change(uri, BARE + "- money\n")
    await editor.shows(uri, [])


async def test_a_file_outside_the_folders(start, folder, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "other.deck").write_text(BARE)
    editor = await start(folder)
    uri = editor.open(outside / "a.deck", BARE)
    await editor.shows(uri, [(0, "missing-answer")])
    editor.close(uri)
    await editor.shows(uri, [])


async def test_an_editor_without_folders(start, folder):
    editor = await start()
    uri = editor.open(folder / "a.deck", BARE)
    await editor.shows(uri, [(0, "missing-answer")])


async def test_folders_are_workspaces_of_their_own(start, folder, tmp_path):
    other = tmp_path.resolve() / "other"
    other.mkdir()
    (folder / "a.deck").write_text(PACT)
    (other / "b.deck").write_text(TREATY)
    (other / "c.deck").write_text(PACT)
    editor = await start(folder, other, capabilities=pulling())
    found = {"a.deck": [], "b.deck": [], "c.deck": [(0, "duplicate-question")]}
    await editor.workspace_shows(found)
    gone = types.WorkspaceFolder(other.as_uri(), "other")
    event = types.WorkspaceFoldersChangeEvent(added=[], removed=[gone])
    editor.client.workspace_did_change_workspace_folders(
        types.DidChangeWorkspaceFoldersParams(event)
    )
    await editor.workspace_shows({"a.deck": []})
    event = types.WorkspaceFoldersChangeEvent(added=[gone], removed=[])
    editor.client.workspace_did_change_workspace_folders(
        types.DidChangeWorkspaceFoldersParams(event)
    )
    await editor.workspace_shows(found)


async def test_the_editor_is_asked_to_watch_decks(start, folder):
    editor = await start(folder)
    await until(lambda: editor.watched)
    globs = [it["globPattern"] for it in editor.watched[0].register_options["watchers"]]
    assert any("deck" in glob for glob in globs) and "**/decklint.toml" in globs
