-- No program, and no set-up call: only what vim.lsp.enable() does.
local t = require('support')

return {
  init = function()
    if vim.lsp.enable then
      vim.lsp.config('decklint', { cmd = { 'no-such-decklint', 'lsp' } })
      vim.lsp.enable('decklint')
    end
  end,

  ['where there is no program, that is said'] = function()
    if not vim.lsp.enable then
      return
    end
    local said = t.told()
    t.edit(t.workspace({ ['a.deck'] = 'Who?\nStalin\n' }) .. '/a.deck')
    t.wait('a message', function()
      return said[1]
    end)
    t.has(said[1], 'there is no program `no-such-decklint`')
  end,
}
