-- What changes decks: quick fixes, renaming, formatting.
local t = require('support')

local function becomes(bufnr, wanted)
  vim.wait(t.PATIENCE, function()
    return vim.deep_equal(t.lines(bufnr), wanted)
  end, 20)
  t.equal(t.lines(bufnr), wanted)
end

return {
  ['a quick fix puts right what is under the cursor'] = function()
    local folder = t.workspace({ ['a.deck'] = 'Which?\n-Rapallo treaty\n- Berlin treaty\n' })
    local _, bufnr = t.open(folder .. '/a.deck')
    t.found(bufnr, { '2 malformed-bullet' })
    vim.api.nvim_win_set_cursor(0, { 2, 0 })
    vim.lsp.buf.code_action({
      context = { only = { 'quickfix' }, diagnostics = {} },
      filter = function(action)
        return action.isPreferred
      end,
      apply = true,
    })
    becomes(bufnr, { 'Which?', '- Rapallo treaty', '- Berlin treaty' })
    t.found(bufnr, {})
    vim.cmd.write()
    t.equal(vim.fn.readfile(folder .. '/a.deck'), t.lines(bufnr))
  end,

  [':DeckFixAll puts right all that it safely can'] = function()
    local folder = t.workspace({ ['a.deck'] = 'Which?\n-Rapallo treaty\n- Berlin, signed in april 1926\n' })
    local _, bufnr = t.open(folder .. '/a.deck')
    t.found(bufnr, { '2 malformed-bullet', '3 lowercase-month' })
    vim.cmd.DeckFixAll()
    becomes(bufnr, { 'Which?', '- Rapallo treaty', '- Berlin, signed in April 1926' })
  end,

  ['a term is renamed in all decks'] = function()
    local folder = t.workspace({
      ['a.deck'] = 'Who met Litvinoff in 1933?\nIt was Litvinoff himself\n',
      ['b.deck'] = 'What did Litvinoff do?\nHe talked\n',
    })
    local client, bufnr = t.open(folder .. '/a.deck')
    vim.api.nvim_win_set_cursor(0, { 1, 10 })
    -- Terms are known once all decks have been read.
    t.wait('a rename over two files', function()
      local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
      params.newName = 'Litvinov'
      local answers = vim.lsp.buf_request_sync(bufnr, 'textDocument/rename', params, 1000)
      local result = answers and answers[client.id] and answers[client.id].result
      return result and vim.tbl_count(result.changes or result.documentChanges or {}) == 2
    end)
    vim.lsp.buf.rename('Litvinov')
    becomes(bufnr, { 'Who met Litvinov in 1933?', 'It was Litvinov himself' })
    becomes(vim.fn.bufnr(folder .. '/b.deck'), { 'What did Litvinov do?', 'He talked' })
  end,

  ['a deck is formatted'] = function()
    local folder = t.workspace({ ['a.deck'] = 'Which?\n*   Rapallo   \n*   Berlin\n' })
    local _, bufnr = t.open(folder .. '/a.deck')
    vim.lsp.buf.format({ timeout_ms = t.PATIENCE })
    t.equal(t.lines(bufnr), { 'Which?', '- Rapallo', '- Berlin' })
  end,
}
