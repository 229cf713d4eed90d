--- decklint for Neovim: starts the language server for decks.
local M = {}

--- What can be said in |decklint.setup()|, and what holds where nothing is said.
M.options = {
  --- The program and its arguments.
  cmd = { 'decklint', 'lsp' },
  --- Whether every Markdown file may be a deck. If not, those below a `decklint.toml` may.
  markdown = false,
  --- Whether sections and cards can be folded (Neovim 0.11 and newer). Nothing is closed at first.
  folding = true,
  --- Anything else that |vim.lsp.ClientConfig| knows: capabilities, on_attach, settings.
  lsp = {},
}

--- Whether setup() has been called; asked by :checkhealth.
M.is_set_up = false

local function start(bufnr)
  if not require('decklint.files').wanted(bufnr) then
    return
  end
  local server = require('decklint.server')
  if not server.is_there() then
    return
  end
  -- Only now: Neovim's client takes longer to load than all else does.
  if vim.lsp.config then
    server.enable()
  else
    server.start(bufnr)
  end
end

--- Starts the server for each deck that is opened from now on, and for those that are open.
---@param opts? table See M.options.
function M.setup(opts)
  M.options = vim.tbl_deep_extend('force', M.options, opts or {})
  M.is_set_up = true
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('decklint', {}),
    pattern = { 'deck', 'markdown' },
    callback = function(event)
      start(event.buf)
    end,
  })
  -- A plugin manager may load us when a deck is open already.
  if vim.v.vim_did_enter == 1 then
    for _, bufnr in ipairs(vim.api.nvim_list_bufs()) do
      if vim.api.nvim_buf_is_loaded(bufnr) then
        start(bufnr)
      end
    end
  end
end

return M
