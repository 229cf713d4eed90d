//! `textDocument/semanticTokens`: full, delta, range

use deck_ide::{Token, TokenKind, diff, semantic_tokens};
use deck_syntax::TextRange;
use tower_lsp::ls_types::{
    Position, SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens,
    SemanticTokensDelta, SemanticTokensDeltaParams, SemanticTokensEdit,
    SemanticTokensFullDeltaResult, SemanticTokensLegend, SemanticTokensParams,
    SemanticTokensRangeParams, SemanticTokensRangeResult, SemanticTokensResult, Uri,
};

use super::Answer;
use crate::state::State;
use crate::view::View;

/// The names of the kinds of tokens, in the order of [`TokenKind::ALL`], and of the modifiers, in
/// the order of their bits. They are our own: what a question is to look like, no theme knows, and
/// our extensions say.
pub(crate) fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: TokenKind::ALL
            .iter()
            .map(|kind| SemanticTokenType::new(name(*kind)))
            .collect(),
        token_modifiers: ["lent", "impossible", "definition"]
            .map(SemanticTokenModifier::new)
            .to_vec(),
    }
}

fn name(kind: TokenKind) -> &'static str {
    match kind {
        TokenKind::Heading => "heading",
        TokenKind::Question => "question",
        TokenKind::Answer => "answer",
        TokenKind::Field => "field",
        TokenKind::Cloze => "cloze",
        TokenKind::Hint => "hint",
        TokenKind::Date => "date",
        TokenKind::Tag => "tag",
        TokenKind::Key => "key",
        TokenKind::Value => "value",
        TokenKind::Comment => "comment",
        TokenKind::Separator => "separator",
        TokenKind::Label => "label",
    }
}

pub(crate) fn full(
    state: &mut State,
    params: &SemanticTokensParams,
) -> Answer<Option<SemanticTokensResult>> {
    let uri = &params.text_document.uri;
    let tokens = tokens(state, uri, None).map(|data| remember(state, uri, data));
    Answer::now(tokens.map(SemanticTokensResult::Tokens))
}

pub(crate) fn delta(
    state: &mut State,
    params: &SemanticTokensDeltaParams,
) -> Answer<Option<SemanticTokensFullDeltaResult>> {
    let uri = &params.text_document.uri;
    let Some(data) = tokens(state, uri, None) else { return Answer::now(None) };
    let known = state.buffers.get_mut(uri).and_then(|buffer| buffer.tokens.take());
    let known = known.filter(|known| known.result_id.as_ref() == Some(&params.previous_result_id));
    let tokens = remember(state, uri, data);
    let Some(known) = known else {
        return Answer::now(Some(SemanticTokensFullDeltaResult::Tokens(tokens)));
    };
    // What is counted in the protocol are numbers, of which a token has five.
    let edits = diff(&known.data, &tokens.data).map(|change| SemanticTokensEdit {
        start: 5 * change.start as u32,
        delete_count: 5 * change.delete as u32,
        data: Some(change.insert),
    });
    Answer::now(Some(SemanticTokensFullDeltaResult::TokensDelta(SemanticTokensDelta {
        result_id: tokens.result_id,
        edits: edits.into_iter().collect(),
    })))
}

pub(crate) fn range(
    state: &State,
    params: &SemanticTokensRangeParams,
) -> Answer<Option<SemanticTokensRangeResult>> {
    let uri = &params.text_document.uri;
    let range = View::of(state, uri).map(|view| view.positions().text_range(params.range));
    let data = tokens(state, uri, range);
    let tokens = data.map(|data| SemanticTokens { result_id: None, data });
    Answer::now(tokens.map(SemanticTokensRangeResult::Tokens))
}

/// Keeps tokens, to tell next time only what has changed.
fn remember(state: &mut State, uri: &Uri, data: Vec<SemanticToken>) -> SemanticTokens {
    state.results += 1;
    let tokens = SemanticTokens { result_id: Some(state.results.to_string()), data };
    if let Some(buffer) = state.buffers.get_mut(uri) {
        buffer.tokens = Some(tokens.clone());
    }
    tokens
}

fn tokens(state: &State, uri: &Uri, range: Option<TextRange>) -> Option<Vec<SemanticToken>> {
    let view = View::of(state, uri)?;
    let mut last = Position::default();
    let encoded = semantic_tokens(view.workspace(), view.file, range).into_iter().map(|token| {
        let Token { range, kind, modifiers } = token;
        let range = view.positions().range(range);
        let delta_line = range.start.line - last.line;
        let before = if delta_line == 0 { last.character } else { 0 };
        last = range.start;
        SemanticToken {
            delta_line,
            delta_start: range.start.character - before,
            length: range.end.character - range.start.character,
            token_type: kind as u32,
            token_modifiers_bitset: modifiers.0.into(),
        }
    });
    Some(encoded.collect())
}
