local t = require('support')

return {
  init = function()
    require('decklint').setup({ cmd = { vim.env.DECKLINT, 'lsp' }, markdown = true })
  end,

  ['all Markdown is looked after where the user wants it'] = function()
    -- Three cards with answers: fewer the server does not take for a deck.
    local text = 'Q: When was it?\nA: 31 June 1936\n\nQ: Who was it?\nA: Stalin\n\nQ: Where was it?\nA: Moscow\n'
    local folder = t.workspace({ ['a.md'] = text }, true)
    local _, bufnr = t.open(folder .. '/a.md')
    t.found(bufnr, { '2 impossible-date' })
  end,
}
