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

  ['a card is commented out'] = function()
    local hand = typist(t.workspace({ ['a.deck'] = 'Who?\nStalin\n' }) .. '/a.deck')
    hand.type('gcc')
    hand.becomes({ '<!-- Who? -->', 'Stalin' })
    hand.close()
  end,
}
