-- The server dies, and is started again; one that keeps dying is left alone.
local t = require('support')

local pids = vim.fn.tempname()
-- The shell becomes the program, so its number is the program's.
local START = ('echo $$ >> %s; exec "$DECKLINT" lsp'):format(pids)

local function last_pid()
  local lines = vim.fn.filereadable(pids) == 1 and vim.fn.readfile(pids) or {}
  return tonumber(lines[#lines])
end

local function kill(signal)
  local pid = t.wait('the number of the server', last_pid)
  vim.fn.delete(pids)
  vim.uv.kill(pid, signal)
end

return {
  init = function()
    require('decklint').setup({ cmd = { 'sh', '-c', START } })
  end,

  ['a deck is checked again after the server has died, as it stands in the editor'] = function()
    local folder = t.workspace({ ['a.deck'] = 'Which?\n-Rapallo treaty\n- Berlin treaty\n' })
    local first, bufnr = t.open(folder .. '/a.deck')
    t.found(bufnr, { '2 malformed-bullet' })
    vim.api.nvim_buf_set_lines(bufnr, 0, 0, false, { '# Treaties', '' })
    t.found(bufnr, { '4 malformed-bullet' })
    kill('sigkill')
    t.wait('another server', function()
      local client = t.clients(bufnr)[1]
      return client and client.id ~= first.id and client.initialized
    end)
    t.found(bufnr, { '4 malformed-bullet' })
    vim.api.nvim_buf_set_lines(bufnr, 3, 4, false, { '- Rapallo treaty' })
    t.found(bufnr, {})
  end,

  ['one that is ended on purpose stays away'] = function()
    local folder = t.workspace({ ['a.deck'] = 'Who?\nStalin\n' })
    local client, bufnr = t.open(folder .. '/a.deck')
    t.stop(client)
    t.wait('the end', function()
      return #t.clients(bufnr) == 0
    end)
    vim.wait(600)
    t.equal(#t.clients(bufnr), 0)
  end,

  ['one that keeps dying is left alone, and that is said'] = function()
    local said = t.told()
    local folder = t.workspace({ ['a.deck'] = 'Who?\nStalin\n' })
    local _, bufnr = t.open(folder .. '/a.deck')
    -- It has died once already, above.
    for _ = 1, 3 do
      t.attached(bufnr)
      kill('sigkill')
      t.wait('its end', function()
        return #t.clients(bufnr) == 0
      end)
    end
    t.wait('a message', function()
      return vim.iter(said):any(function(message)
        return message:find('the server has died 4 times within a minute', 1, true) ~= nil
      end)
    end)
    vim.wait(600)
    t.equal(#t.clients(bufnr), 0)
  end,
}
