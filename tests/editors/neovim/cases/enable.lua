-- The way of Neovim 0.11 and newer, without a set-up call; in 0.10, setup() without options.
local t = require('support')

return {
  init = function()
    vim.env.PATH = vim.fs.dirname(vim.env.DECKLINT) .. ':' .. vim.env.PATH
    if vim.lsp.enable then
      vim.lsp.enable('decklint')
    else
      require('decklint').setup()
    end
  end,

  ['the program on PATH is used'] = function()
    local folder = t.workspace({ ['a.deck'] = 'Which?\n-Rapallo treaty\n- Berlin treaty\n' })
    local _, bufnr = t.open(folder .. '/a.deck')
    t.found(bufnr, { '2 malformed-bullet' })
  end,

  ['Markdown that is no deck is left alone'] = function()
    local other = t.edit(t.workspace({ ['a.md'] = 'Q: Who?\nA: Stalin\n' }, true) .. '/a.md')
    t.open(t.workspace({ ['a.deck'] = 'Who?\nStalin\n' }) .. '/a.deck')
    t.equal(#t.clients(other), 0)
  end,
}
