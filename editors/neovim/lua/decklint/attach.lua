--- What is set up in a buffer when the server has taken it on.
local M = {}

--- Folds by what the server says, unless the user folds in another way. All is open at first.
local function fold(bufnr)
  for _, window in ipairs(vim.fn.win_findbuf(bufnr)) do
    local scope = { win = window, scope = 'local' }
    if vim.api.nvim_get_option_value('foldmethod', scope) == 'manual' then
      vim.api.nvim_set_option_value('foldmethod', 'expr', scope)
      vim.api.nvim_set_option_value('foldexpr', 'v:lua.vim.lsp.foldexpr()', scope)
      vim.api.nvim_set_option_value('foldlevel', 99, scope)
    end
  end
end

---@param client table A vim.lsp.Client.
---@param bufnr integer
function M.run(client, bufnr)
  require('decklint.highlight').link(vim.bo[bufnr].filetype)
  local can = client.server_capabilities
  if can.foldingRangeProvider and vim.lsp.foldexpr and require('decklint').options.folding then
    fold(bufnr)
  end
  if can.documentOnTypeFormattingProvider and vim.bo[bufnr].filetype == 'deck' then
    require('decklint.enter').watch(bufnr)
  end
end

return M
