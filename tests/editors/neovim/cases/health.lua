local t = require('support')

return {
  ['all is well'] = function()
    t.open(t.workspace({ ['a.deck'] = 'Who?\nStalin\n' }) .. '/a.deck')
    vim.cmd.checkhealth('decklint')
    local text = table.concat(t.lines(), '\n')
    t.has(text, 'decklint 0.')
    t.has(text, vim.fn.exepath(vim.env.DECKLINT))
    t.has(text, 'the server is started when a deck is opened')
    t.has(text, 'files that end in .deck are decks')
    t.has(text, 'a server looks after 1 buffer')
    t.equal(text:find('ERROR', 1, true), nil)
  end,
}
