-- The configuration of the Neovim under test: the plugin as a plain package, and one set-up call,
-- unless the case makes its own.
package.path = vim.env.DECKLINT_TESTS .. '/?.lua;' .. package.path
-- A Neovim that is not installed looks for its parsers in the wrong place.
vim.opt.runtimepath:append(vim.fs.normalize(vim.env.VIM .. '/../../lib/nvim'))
vim.opt.packpath:prepend(vim.env.DECKLINT_PACKAGES)
vim.opt.swapfile = false
vim.opt.more = false

-- A Neovim that a case starts has no case of its own.
local path = vim.env.DECKLINT_CASE or ''
local case = path ~= '' and dofile(path) or {}
if case.init then
  case.init()
else
  local before = vim.uv.hrtime()
  require('decklint').setup({ cmd = { vim.env.DECKLINT, 'lsp' } })
  vim.g.milliseconds_of_setup = (vim.uv.hrtime() - before) / 1e6
end

if path ~= '' then
  vim.api.nvim_create_autocmd('VimEnter', {
    callback = function()
      vim.schedule(function()
        require('support').run(case)
      end)
    end,
  })
end
