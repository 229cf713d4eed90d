local t = require('support')

return {
  ['what is wrong is shown, and no longer once it is put right'] = function()
    local folder = t.workspace({ ['a.deck'] = 'Which treaties were there?\n-Rapallo treaty\n- Berlin treaty\n' })
    local _, bufnr = t.open(folder .. '/a.deck')
    t.found(bufnr, { '2 malformed-bullet' })
    vim.api.nvim_buf_set_lines(bufnr, 1, 2, false, { '- Rapallo treaty' })
    t.found(bufnr, {})
  end,

  ['a question that is asked twice is found, and no longer once the other one is gone'] = function()
    local folder = t.workspace({
      ['a.deck'] = 'Who led the Soviet Union in 1930?\nStalin\n',
      ['b.deck'] = 'Who led the Soviet Union in 1930?\nStalin\n',
    })
    local _, other = t.open(folder .. '/a.deck')
    local _, bufnr = t.open(folder .. '/b.deck')
    t.found(bufnr, { '1 duplicate-card' })
    vim.api.nvim_buf_set_lines(other, 0, -1, false, { 'Who led the United Kingdom in 1930?', 'MacDonald' })
    t.found(bufnr, {})
  end,
}
