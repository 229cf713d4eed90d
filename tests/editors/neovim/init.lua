-- The configuration of the Neovim under test: the plugin as a plain package, and one set-up call,
-- unless the case makes its own.
local here = vim.fs.dirname(vim.fs.normalize(debug.getinfo(1, 'S').source:sub(2)))
package.path = here .. '/?.lua;' .. package.path
vim.opt.packpath:prepend(vim.env.DECKLINT_PACKAGES)
vim.opt.swapfile = false
vim.opt.more = false

local case = dofile(vim.env.DECKLINT_CASE)
if case.init then
  case.init()
else
  require('decklint').setup({ cmd = { vim.env.DECKLINT, 'lsp' } })
end

vim.api.nvim_create_autocmd('VimEnter', {
  callback = function()
    vim.schedule(function()
      require('support').run(case)
    end)
  end,
})
