-- What is shown: the card, the outline, words to complete, colours, folds.
local t = require('support')

local DECK = '# Treaties\nWhen was Rapallo signed?\nIn 1922, before Berlin\n\n## Later\nWhich came later?\nBerlin\n'

local function floats()
  return vim.tbl_filter(function(window)
    return vim.api.nvim_win_get_config(window).relative ~= ''
  end, vim.api.nvim_list_wins())
end

local function card_at(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  vim.cmd.DeckCard()
  local window = t.wait('a float', function()
    return floats()[1]
  end)
  local text = table.concat(t.lines(vim.api.nvim_win_get_buf(window)), '\n')
  vim.api.nvim_win_close(window, true)
  return text
end

return {
  [':DeckCard shows question and answer'] = function()
    t.open(t.workspace({ ['a.deck'] = DECK }) .. '/a.deck')
    local text = card_at(6, 3)
    t.has(text, 'Which came later?')
    t.has(text, 'Berlin')
  end,

  [':DeckCard on a date shows the card, not the date alone'] = function()
    t.open(t.workspace({ ['a.deck'] = DECK }) .. '/a.deck')
    local text = card_at(3, 4)
    t.has(text, 'When was Rapallo signed?')
    t.has(text, 'before Berlin')
  end,

  [':DeckCard says where there is no card'] = function()
    t.open(t.workspace({ ['a.deck'] = DECK }) .. '/a.deck')
    vim.api.nvim_win_set_cursor(0, { 1, 0 })
    local said = t.told()
    vim.cmd.DeckCard()
    t.wait('a message', function()
      return said[1]
    end)
    t.equal(said, { 'decklint: there is no card here' })
    t.equal(floats(), {})
  end,

  ['the outline has sections and cards'] = function()
    t.open(t.workspace({ ['a.deck'] = DECK }) .. '/a.deck')
    vim.lsp.buf.document_symbol({
      on_list = function(list)
        t.outline = vim.tbl_map(function(item)
          return vim.trim((item.text:gsub('^%[.-%]', '')))
        end, list.items)
      end,
    })
    t.wait('the outline', function()
      return t.outline
    end)
    t.equal(t.outline, { 'Treaties', 'When was Rapallo signed?', 'Later', 'Which came later?' })
  end,

  ['a term of another deck is completed'] = function()
    local folder = t.workspace({
      ['a.deck'] = 'Who met Litvinov in Washington?\nRoosevelt met Litvinov\n',
      ['b.deck'] = 'Who was the commissar?\nIt was Litv\n',
    })
    local client, bufnr = t.open(folder .. '/b.deck')
    vim.api.nvim_win_set_cursor(0, { 2, 11 })
    t.wait('Litvinov', function()
      local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
      params.position.character = 11
      local answers = vim.lsp.buf_request_sync(bufnr, 'textDocument/completion', params, 1000)
      local result = answers and answers[client.id] and answers[client.id].result or {}
      return vim.iter(result.items or result):any(function(item)
        return item.label == 'Litvinov'
      end)
    end)
    t.equal(vim.bo[bufnr].omnifunc, 'v:lua.vim.lsp.omnifunc')
  end,

  ['the server says what a question is, and it has a colour'] = function()
    local _, bufnr = t.open(t.workspace({ ['a.deck'] = DECK }) .. '/a.deck')
    local token = t.wait('a token', function()
      return (vim.lsp.semantic_tokens.get_at_pos(bufnr, 1, 2) or {})[1]
    end)
    t.equal(token.type, 'question')
    t.equal(vim.api.nvim_get_hl(0, { name = '@lsp.type.question.deck' }).link, 'deckQuestion')
    t.equal(vim.api.nvim_get_hl(0, { name = 'deckQuestion' }).link, 'Function')
  end,

  ['cards can be folded, and are open at first'] = function()
    if not vim.lsp.foldexpr then
      t.open(t.workspace({ ['a.deck'] = DECK }) .. '/a.deck')
      t.equal(vim.wo.foldmethod, 'manual')
      return
    end
    t.open(t.workspace({ ['a.deck'] = DECK }) .. '/a.deck')
    t.wait('folds', function()
      return vim.fn.foldlevel(3) > 0
    end)
    t.equal(vim.fn.foldclosed(3), -1)
  end,
}
