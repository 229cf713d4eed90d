-- As with a plugin manager that loads us when a deck is open already.
local t = require('support')

return {
  init = function() end,

  ['a deck that is open when setup() is called is looked after'] = function()
    local folder = t.workspace({ ['a.deck'] = 'Who?\nStalin\n' })
    local bufnr = t.edit(folder .. '/a.deck')
    t.equal(#t.clients(bufnr), 0)
    require('decklint').setup({ cmd = { vim.env.DECKLINT, 'lsp' } })
    t.attached(bufnr)
  end,
}
