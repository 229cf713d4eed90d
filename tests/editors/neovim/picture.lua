-- Opens a deck, has findings explained below their lines, and prints the screen. Needs 0.11.
vim.opt.runtimepath:append(vim.fs.normalize(vim.env.VIM .. '/../../lib/nvim'))
vim.opt.signcolumn, vim.opt.wrap, vim.opt.number, vim.opt.laststatus = 'yes', false, true, 0
vim.diagnostic.config({ virtual_lines = true })
require('decklint').setup({ cmd = { vim.env.DECKLINT, 'lsp' } })
vim.cmd('edit +10 stalin.deck')
vim.wait(10000, function()
  return #vim.diagnostic.get(0) >= 2
end)
vim.opt.scrolloff = 2
vim.cmd('normal! zt')
vim.cmd.redraw()
for row = 1, vim.o.lines - 1 do
  local cells = {}
  for column = 1, vim.o.columns do
    cells[column] = vim.fn.screenstring(row, column)
  end
  io.stdout:write((table.concat(cells):gsub('%s+$', '')), '\n')
end
vim.cmd('qall!')
