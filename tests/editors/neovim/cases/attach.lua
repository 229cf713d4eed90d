local t = require('support')

--- Nothing is to happen; that cannot be waited for, so a deck is opened that is looked after.
local function left_alone(bufnr)
  t.open(t.workspace({ ['other.deck'] = 'Who?\nStalin\n' }) .. '/other.deck')
  t.equal(#t.clients(bufnr), 0)
end

return {
  ['a deck is recognised, and its server has the outermost folder with a decklint.toml'] = function()
    local folder = t.workspace({ ['history/decklint.toml'] = '', ['history/a.deck'] = 'Who?\nStalin\n' })
    local client, bufnr = t.open(folder .. '/history/a.deck')
    t.equal(vim.bo[bufnr].filetype, 'deck')
    t.equal(client.config.root_dir, folder)
  end,

  ['the decks of a workspace share one server'] = function()
    local folder = t.workspace({ ['a.deck'] = 'Who?\nStalin\n', ['sub/b.deck'] = 'Where?\nMoscow\n' })
    local client = t.open(folder .. '/a.deck')
    t.equal(t.open(folder .. '/sub/b.deck').id, client.id)
  end,

  ['a deck on its own has a server, too'] = function()
    local folder = t.workspace({ ['a.deck'] = 'Which?\n-Rapallo treaty\n- Berlin treaty\n' }, true)
    local _, bufnr = t.open(folder .. '/a.deck')
    t.found(bufnr, { '2 malformed-bullet' })
  end,

  ['Markdown is looked after below a decklint.toml'] = function()
    local folder = t.workspace({ ['a.md'] = 'Q: Who?\nA: Stalin\n' })
    t.open(folder .. '/a.md')
  end,

  ['other Markdown is left alone'] = function()
    local folder = t.workspace({ ['a.md'] = 'Q: Who?\nA: Stalin\n' }, true)
    left_alone(t.edit(folder .. '/a.md'))
  end,

  ['a buffer that is no file is left alone'] = function()
    local bufnr = vim.api.nvim_create_buf(true, true)
    vim.bo[bufnr].filetype = 'deck'
    left_alone(bufnr)
  end,
}
