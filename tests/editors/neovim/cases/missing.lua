local t = require('support')

return {
  init = function()
    require('decklint').setup({ cmd = { 'no-such-decklint', 'lsp' } })
  end,

  ['where there is no program, that is said, with what to do'] = function()
    local said = t.told()
    t.edit(t.workspace({ ['a.deck'] = 'Who?\nStalin\n' }) .. '/a.deck')
    t.wait('a message', function()
      return said[1]
    end)
    t.has(said[1], 'there is no program `no-such-decklint`')
    t.has(said[1], 'Install decklint, or say where it is')
  end,

  ['commands say that there is no server'] = function()
    local said = t.told()
    vim.cmd.DeckCard()
    t.equal(said, { 'decklint: no server looks after this buffer; :checkhealth decklint says why' })
  end,

  [':checkhealth says so, too'] = function()
    vim.cmd.checkhealth('decklint')
    local text = table.concat(t.lines(), '\n')
    t.has(text, 'there is no program `no-such-decklint`')
    t.has(text, 'cargo install --path crates/decklint')
  end,
}
