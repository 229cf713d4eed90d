-- Keys that are typed: in a second Neovim, for the one that tests cannot type and look at once.
local t = require('support')

local function typist(file)
  local channel = vim.fn.jobstart(
    { vim.env.NEOVIM, '--embed', '--headless', '-i', 'NONE', '-u', vim.env.DECKLINT_TESTS .. '/init.lua', file },
    { rpc = true, env = { DECKLINT_CASE = '' } }
  )
  local function lua(code)
    return vim.rpcrequest(channel, 'nvim_exec_lua', code, {})
  end
  t.wait('the server', function()
    return lua('return #vim.lsp.get_clients({ name = "decklint", bufnr = 0 }) > 0 and vim.lsp.get_clients()[1].initialized')
  end)
  return {
    type = function(keys)
      vim.rpcrequest(channel, 'nvim_input', keys)
    end,
    becomes = function(wanted)
      local function lines()
        return lua('return vim.api.nvim_buf_get_lines(0, 0, -1, false)')
      end
      vim.wait(3000, function()
        return vim.deep_equal(lines(), wanted)
      end, 20)
      t.equal(lines(), wanted)
    end,
    close = function()
      vim.fn.jobstop(channel)
    end,
  }
end

return {
  ['Enter starts the next point of a list'] = function()
    local hand = typist(t.workspace({ ['a.deck'] = 'Which?\n- Rapallo\n' }) .. '/a.deck')
    hand.type('GA<CR>')
    hand.becomes({ 'Which?', '- Rapallo', '- ' })
    hand.type('Berlin<Esc>')
    hand.becomes({ 'Which?', '- Rapallo', '- Berlin' })
    hand.type('oMoscow<CR><C-U>Who?<Esc>')
    hand.becomes({ 'Which?', '- Rapallo', '- Berlin', '- Moscow', 'Who?' })
    hand.close()
  end,

  ['Enter counts on in a list with numbers, and ends it'] = function()
    local hand = typist(t.workspace({ ['a.deck'] = 'Which?\n9. Rapallo\n' }) .. '/a.deck')
    hand.type('GA<CR>')
    hand.becomes({ 'Which?', '9. Rapallo', '10. ' })
    hand.type('Berlin<CR>')
    hand.becomes({ 'Which?', '9. Rapallo', '10. Berlin', '11. ' })
    hand.type('<CR>')
    hand.becomes({ 'Which?', '9. Rapallo', '10. Berlin', '' })
    hand.type('Who?<Esc>')
    hand.becomes({ 'Which?', '9. Rapallo', '10. Berlin', 'Who?' })
    hand.close()
  end,

  ['`o` counts on, and Enter in the middle of a point parts it'] = function()
    local hand = typist(t.workspace({ ['a.deck'] = 'Which?\n1) Rapallo Berlin\n' }) .. '/a.deck')
    hand.type('Go')
    hand.becomes({ 'Which?', '1) Rapallo Berlin', '2) ' })
    hand.type('Moscow<Esc>kfBi<CR>')
    hand.becomes({ 'Which?', '1) Rapallo ', '2) Berlin', '2) Moscow' })
    hand.type('in <Esc>')
    hand.becomes({ 'Which?', '1) Rapallo ', '2) in Berlin', '2) Moscow' })
    hand.close()
  end,

  ['what is no list, and who wants none, gets no numbers'] = function()
    local hand = typist(t.workspace({ ['a.deck'] = 'Who?\nStalin\n' }) .. '/a.deck')
    hand.type('GA<CR>1. Lenin<Esc>')
    hand.becomes({ 'Who?', 'Stalin', '1. Lenin' })
    hand.type(':setlocal formatoptions-=r<CR>A<CR>')
    hand.becomes({ 'Who?', 'Stalin', '1. Lenin', '' })
    vim.wait(300)
    hand.becomes({ 'Who?', 'Stalin', '1. Lenin', '' })
    hand.close()
  end,

  ['a card is commented out'] = function()
    local hand = typist(t.workspace({ ['a.deck'] = 'Who?\nStalin\n' }) .. '/a.deck')
    hand.type('gcc')
    hand.becomes({ '<!-- Who? -->', 'Stalin' })
    hand.close()
  end,
}
