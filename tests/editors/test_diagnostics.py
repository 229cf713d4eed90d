"""What is wrong with decks, told or asked for."""

import asyncio

import pytest
from lsprotocol import types

from conftest import HALF_PULL, PUSH, SILENCE, pulling, rules, span, until

PACT = "What did Stalin sign in August 1939?\n- the Nazi-Soviet Pact\n\n"
TREATY = "What did Stalin sign in August 1939?\n- a treaty with Japan\n\n"
BARE = "What is GDP?\n"
PUSHED_TO = [PUSH, "emacs", "neovim@0.8.0", HALF_PULL]


@pytest.mark.parametrize("preset", PUSHED_TO)
async def test_an_editor_that_does_not_ask_is_told_with_the_version(start, folder, preset):
    editor = await start(folder, preset=preset)
    assert editor.answer.capabilities.diagnostic_provider is None
    uri = editor.open(folder / "a.deck", BARE)
    await editor.shows(uri, [(0, "missing-answer")])
    found = editor.last(uri).diagnostics[0]
    assert editor.last(uri).version == 1
    assert (found.source, found.severity) == ("decklint", types.DiagnosticSeverity.Error)
    assert "this question has no answer" in found.message
    assert found.range == span(0, 0, 0, 12)
    editor.change(uri, (span(1, 0), "- the sum of all that is made in a year\n"))
    await editor.shows(uri, [])
    assert editor.last(uri).version == 2


async def test_an_editor_that_asks_is_not_told_as_well(start, folder):
    editor = await start(folder, capabilities=pulling())
    provider = editor.answer.capabilities.diagnostic_provider
    assert provider.inter_file_dependencies and provider.workspace_diagnostics
    uri = editor.open(folder / "a.deck", BARE)
    first = await editor.pull(uri)
    assert rules(first.items) == [(0, "missing-answer")]
    again = await editor.pull(uri, first.result_id)
    assert again.kind == "unchanged"
    editor.change(uri, BARE + "- the sum of all that is made in a year\n")
    assert not (await editor.pull(uri, first.result_id)).items
    editor.close(uri)
    await asyncio.sleep(SILENCE)
    assert editor.published == []


async def test_an_editor_that_asks_is_told_when_to_ask_again(start, folder):
    (folder / "b.deck").write_text(TREATY)
    editor = await start(folder, capabilities=pulling())
    await until(lambda: editor.client.diagnostic_refresh_count > 0)
    await editor.workspace_shows({"b.deck": []})
    uri = editor.open(folder / "a.deck", PACT)
    await editor.workspace_shows({"a.deck": [], "b.deck": [(0, "duplicate-question")]})
    # Another file on disk: nobody but the server knows that there is something to ask for.
    before = editor.client.diagnostic_refresh_count
    (folder / "b.deck").write_text("\n" + TREATY)
    editor.on_disk(folder / "b.deck")
    await until(lambda: editor.client.diagnostic_refresh_count > before)
    await editor.workspace_shows({"a.deck": [], "b.deck": [(1, "duplicate-question")]})
    assert uri


async def test_a_related_place_is_in_the_other_file(start, folder):
    (folder / "a.deck").write_text("\n" + PACT)
    editor = await start(folder, options={"rulePages": "https://example.org/{rule}"})
    uri = editor.open(folder / "b.deck", TREATY)
    await editor.shows(uri, [(0, "duplicate-question")])
    found = editor.last(uri).diagnostics[0]
    related = found.related_information[0]
    assert related.location.uri == (folder / "a.deck").as_uri()
    assert related.location.range.start == types.Position(1, 0)
    assert "asked here first" in related.message
    assert found.code_description.href == "https://example.org/duplicate-question"


async def test_files_that_are_not_open_are_in_the_workspace(start, folder):
    (folder / "a.deck").write_text(PACT)
    (folder / "b.deck").write_text(TREATY)
    (folder / "README.md").write_text("# Not a deck\n\nWhat is GDP?\n")
    (folder / "below").mkdir()
    (folder / "below" / "c.deck").write_text(BARE)
    editor = await start(folder, capabilities=pulling())
    await editor.workspace_shows(
        {"a.deck": [], "b.deck": [(0, "duplicate-question")], "c.deck": [(0, "missing-answer")]}
    )


async def test_an_edit_here_changes_what_is_said_there(start, folder):
    editor = await start(folder)
    a = editor.open(folder / "a.deck", PACT)
    b = editor.open(folder / "b.deck", TREATY)
    await editor.shows(b, [(0, "duplicate-question")])
    # Only `b` is spoken of, and only `a` is edited.
    editor.change(a, "What did Stalin sign in May 1935?\n- a pact with France\n")
    await editor.shows(b, [])
    assert editor.last(b).version == 1
    editor.change(a, "\n\n" + PACT)
    await editor.shows(b, [(0, "duplicate-question")])
    related = editor.last(b).diagnostics[0].related_information[0]
    assert related.location.range.start.line == 2


async def test_a_place_in_another_file_moves_with_its_lines(start, folder):
    editor = await start(folder)
    a = editor.open(folder / "a.deck", PACT)
    b = editor.open(folder / "b.deck", TREATY)
    await editor.shows(b, [(0, "duplicate-question")])
    editor.change(a, (span(0, 0), "When did Germany invade Poland?\n- September 1939\n\n"))

    def line():
        found = editor.last(b).diagnostics
        return found[0].related_information[0].location.range.start.line if found else None

    await until(lambda: line() == 3, lambda: f"line {line()}")


async def test_closing_a_file_takes_its_findings_away(start, folder):
    editor = await start(folder)
    uri = editor.open(folder / "a.deck", BARE)
    await editor.shows(uri, [(0, "missing-answer")])
    editor.close(uri)
    await editor.shows(uri, [])
    uri = editor.open(folder / "a.deck", BARE)
    await editor.shows(uri, [(0, "missing-answer")])
