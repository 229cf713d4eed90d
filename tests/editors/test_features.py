"""What helps while writing: completion, hover, fixes, rename, formatting."""

from lsprotocol import types

from conftest import document, span
from test_diagnostics import BARE, PACT


def at(line, character):
    return types.Position(line, character)


def applied(text, edits):
    """A text after edits of ASCII, as an editor makes them."""
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    offset = lambda it: min(starts[min(it.line, len(starts) - 1)] + it.character, len(text))
    for edit in sorted(edits, key=lambda it: offset(it.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


def edits_of(edit):
    """The edits of each file of a workspace edit, however it says them."""
    files = {uri: list(edits) for uri, edits in (edit.changes or {}).items()}
    for change in edit.document_changes or []:
        files.setdefault(change.text_document.uri, []).extend(change.edits)
    return files


async def test_a_fix_does_away_with_what_it_fixes(start, folder):
    text = "What grew in the 1930s?\n- a school for pilots\n-a secret joint facility\n"
    editor = await start(folder)
    uri = editor.open(folder / "a.deck", text)
    await editor.shows(uri, [(2, "malformed-bullet")])
    found = editor.last(uri).diagnostics[0]
    actions = await editor.client.text_document_code_action_async(
        types.CodeActionParams(
            document(uri),
            found.range,
            types.CodeActionContext([found], only=[types.CodeActionKind.QuickFix]),
        )
    )
    fix = next(it for it in actions if it.is_preferred or "allow" not in it.title.lower())
    if fix.edit is None:
        fix = await editor.client.code_action_resolve_async(fix)
    fixed = applied(text, edits_of(fix.edit)[uri])
    assert fixed == text.replace("-a", "- a")
    editor.change(uri, fixed)
    await editor.shows(uri, [])


async def test_a_name_that_decks_spell_is_completed(start, folder):
    spelled = "".join(
        f"What happened at Khalkhin Gol in 19{year}?\n- they fought at Khalkhin Gol\n\n"
        for year in (38, 39)
    )
    (folder / "a.deck").write_text(spelled)
    editor = await start(folder)
    uri = editor.open(folder / "b.deck", "Where did Zhukov win?\n- at Khal")
    await editor.shows(uri, [])
    labels = []
    for _ in range(100):
        answer = await editor.client.text_document_completion_async(
            types.CompletionParams(document(uri), at(1, 9))
        )
        items = answer.items if isinstance(answer, types.CompletionList) else answer or []
        labels = [it.label for it in items]
        if "Khalkhin Gol" in labels:
            break
    assert "Khalkhin Gol" in labels, labels


async def test_a_hover_shows_the_card_as_it_is_now(start, folder):
    editor = await start(folder)
    uri = editor.open(folder / "a.deck", PACT)
    for pact in ["Nazi-Soviet Pact", "Pact of Steel", "Anti-Comintern Pact"]:
        editor.change(uri, PACT.replace("Nazi-Soviet Pact", pact))
        hover = await editor.client.text_document_hover_async(
            types.HoverParams(document(uri), at(0, 3))
        )
        assert pact in hover.contents.value, hover


async def test_a_name_is_renamed_in_all_files(start, folder):
    texts = {
        "a.deck": "What happened at Khalkhin Gol in 1939?\n- a battle at Khalkhin Gol\n\n",
        "b.deck": "Who won at Khalkhin Gol?\n- Zhukov won at Khalkhin Gol\n\n",
    }
    for name, text in texts.items():
        (folder / name).write_text(text)
    editor = await start(folder)
    uri = editor.open(folder / "a.deck")
    await editor.shows(uri, [])
    for _ in range(100):
        edit = await editor.client.text_document_rename_async(
            types.RenameParams(document(uri), at(0, 20), "Nomonhan")
        )
        if edit and len(edits_of(edit)) == 2:
            break
    found = {it.rsplit("/", 1)[1]: edits for it, edits in edits_of(edit).items()}
    for name, text in texts.items():
        assert applied(text, found[name]) == text.replace("Khalkhin Gol", "Nomonhan")


async def test_formatting_changes_no_more_when_done_again(start, folder):
    text = "What did Stalin sign in August 1939?   \n*  the Nazi-Soviet Pact\n\n\n\n\n" + BARE
    editor = await start(folder)
    uri = editor.open(folder / "a.deck", text)
    await editor.shows(uri, [(6, "missing-answer")])
    params = types.DocumentFormattingParams(
        document(uri), types.FormattingOptions(tab_size=4, insert_spaces=True)
    )
    edits = await editor.client.text_document_formatting_async(params)
    formatted = applied(text, edits)
    assert formatted != text and "- the Nazi-Soviet Pact\n" in formatted
    editor.change(uri, formatted)
    again = await editor.client.text_document_formatting_async(params)
    assert not again


async def test_five_hundred_edits_are_formatted_as_one_text(start, folder):
    editor = await start(folder)
    uri = editor.open(folder / "a.deck", "")
    text = ""
    for number in range(250):
        line, question = 3 * number, f"What is the square of {number}?\n"
        editor.change(uri, (span(line, 0), question))
        editor.change(uri, (span(line + 1, 0), f"*  {number * number}\n\n"))
        text += f"{question}- {number * number}\n\n"
    params = types.DocumentFormattingParams(
        document(uri), types.FormattingOptions(tab_size=4, insert_spaces=True)
    )
    edits = await editor.client.text_document_formatting_async(params)
    typed = text.replace("- ", "*  ")
    assert applied(typed, edits).rstrip("\n") == text.rstrip("\n")


async def test_symbols_and_lenses_answer(start, folder):
    editor = await start(folder)
    uri = editor.open(folder / "a.deck", "## War\n\n" + PACT + BARE)
    symbols = await editor.client.text_document_document_symbol_async(
        types.DocumentSymbolParams(document(uri))
    )
    assert symbols
    tokens = await editor.client.text_document_semantic_tokens_full_async(
        types.SemanticTokensParams(document(uri))
    )
    assert tokens.data and len(tokens.data) % 5 == 0
    folds = await editor.client.text_document_folding_range_async(
        types.FoldingRangeParams(document(uri))
    )
    assert folds
