"""Places, as editors count them."""

import pytest
from lsprotocol import types
from pytest_lsp import client_capabilities

from conftest import PUSH, span

# An emoji of several characters, a letter with a mark of its own, one beyond the first plane.
MARKED = "🇬🇧 cafe\u0301 𝒳"


def units(text, encoding):
    width = {"utf-8": 1, "utf-16": 2, "utf-32": 4}[encoding]
    name = encoding if encoding == "utf-8" else encoding + "-le"
    return len(text.encode(name)) // width


def offering(*encodings):
    capabilities = client_capabilities(PUSH)
    general = types.GeneralClientCapabilities(position_encodings=list(encodings))
    capabilities.general = general if encodings else None
    return capabilities


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-32"])
async def test_positions_are_counted_as_agreed(start, folder, encoding, ending):
    editor = await start(folder, capabilities=offering(encoding))
    assert editor.answer.capabilities.position_encoding == encoding
    question = f"What is {MARKED}?"
    text = ending.join(["When?", "- now", "", question, "", "Why?", "- so"]) + ending
    uri = editor.open(folder / "a.deck", text)
    await editor.shows(uri, [(3, "missing-answer")])
    assert editor.first(uri).range == span(3, 0, 3, units(question, encoding))
    # Three edits in one: behind the emoji, before it, and the end of the line itself.
    upto = units(f"What is {MARKED}", encoding)
    editor.change(
        uri,
        (span(3, upto), "😀 then"),
        (span(3, 0, 3, units("What", encoding)), "Who"),
        (span(3, units(f"Who is {MARKED}😀 then", encoding)), " and now"),
    )
    question = f"Who is {MARKED}😀 then and now?"
    await editor.shows(uri, [(3, "missing-answer")])
    end = units(question, encoding)
    assert editor.first(uri).range == span(3, 0, 3, end)
    editor.change(uri, (span(3, end), ending + "- somebody"))
    await editor.shows(uri, [])
    editor.change(uri, (span(3, end, 4, 99), ""))
    await editor.shows(uri, [(3, "missing-answer")])
    assert editor.first(uri).range == span(3, 0, 3, end)


@pytest.mark.parametrize(
    ("offered", "chosen"),
    [
        ((), "utf-16"),
        (("utf-32", "utf-16"), "utf-16"),
        (("utf-16", "utf-8"), "utf-8"),
        (("utf-32",), "utf-32"),
    ],
)
async def test_utf_8_is_taken_where_it_is_offered(start, folder, offered, chosen):
    editor = await start(folder, capabilities=offering(*offered))
    assert editor.answer.capabilities.position_encoding == chosen
