-- What the plugin costs where no deck is opened: its files, by Neovim's own account, and setup().
local t = require('support')

--- Milliseconds that a new Neovim spent in files of the plugin, with all that they load.
local function of_files(log)
  local sum, files = 0, 0
  for _, line in ipairs(vim.fn.readfile(log)) do
    local spent = line:match('^[%d.]+%s+([%d.]+)%s+[%d.]+: sourcing .*decks/start/decklint/')
    if spent then
      sum, files = sum + tonumber(spent), files + 1
    end
  end
  -- Else nothing was measured: ftdetect and plugin.
  t.equal(files, 2)
  return sum
end

local function cost()
  local log = vim.fn.tempname()
  local ask = '+lua io.stdout:write(vim.g.milliseconds_of_setup)'
  local command = { vim.env.NEOVIM, '--headless', '-i', 'NONE', '-u', vim.env.DECKLINT_TESTS .. '/init.lua' }
  vim.list_extend(command, { '--startuptime', log, ask, '+qall' })
  local done = vim.system(command, { text = true, env = { DECKLINT_CASE = '' } }):wait(t.PATIENCE)
  t.equal(done.code, 0)
  return of_files(log) + assert(tonumber(done.stdout))
end

return {
  ['a start without a deck takes a millisecond at most'] = function()
    local best = math.huge
    for _ = 1, 5 do
      best = math.min(best, cost())
    end
    io.stdout:write(('  start-up: %.2f ms\n'):format(best))
    t.equal({ best, best <= 1 }, { best, true })
  end,

  ['nothing of the server is loaded before a deck is opened'] = function()
    for name in pairs(package.loaded) do
      if name:find('^decklint') then
        t.equal(name, 'decklint')
      end
    end
    t.equal(package.loaded['vim.lsp'] ~= nil, false)
  end,
}
