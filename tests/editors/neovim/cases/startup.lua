-- What the plugin costs where no deck is opened, by Neovim's own account.
local t = require('support')

--- Milliseconds that a new Neovim spent in files of the plugin.
local function cost()
  local log = vim.fn.tempname()
  local done = vim
    .system({ vim.env.NEOVIM, '--headless', '-i', 'NONE', '-u', vim.env.DECKLINT_TESTS .. '/init.lua', '--startuptime', log, '+qall' }, {
      env = { DECKLINT_CASE = '' },
    })
    :wait(t.PATIENCE)
  t.equal(done.code, 0)
  local sum, files = 0, 0
  for _, line in ipairs(vim.fn.readfile(log)) do
    local own = line:match('^[%d.]+%s+[%d.]+%s+([%d.]+): .*decklint')
    if own and not line:find('tests/editors', 1, true) then
      sum, files = sum + tonumber(own), files + 1
    end
  end
  return sum, files
end

return {
  ['a start without a deck takes a millisecond at most'] = function()
    local best = math.huge
    for _ = 1, 5 do
      local sum, files = cost()
      -- Else nothing was measured: ftdetect, plugin, and the module with setup().
      t.equal(files, 3)
      best = math.min(best, sum)
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
  end,
}
