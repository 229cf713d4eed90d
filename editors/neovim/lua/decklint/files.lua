--- Which buffers the server is asked about, and in which folder.
local M = {}

--- The outermost folder above a buffer's file with a `decklint.toml`: what decklint takes for the
--- root, too, so that one server is started for all decks of a workspace.
---@return string?
local function configured(bufnr)
  local name = vim.api.nvim_buf_get_name(bufnr)
  local found = vim.fs.find('decklint.toml', {
    upward = true,
    path = name ~= '' and vim.fs.dirname(name) or nil,
    type = 'file',
    limit = math.huge,
  })
  return found[1] and vim.fs.dirname(found[#found])
end

--- The folder of the decks that belong together; nil for a file on its own.
---@return string?
function M.root(bufnr)
  return configured(bufnr) or vim.fs.root(bufnr, '.git')
end

--- Whether a buffer may be a deck. Whether a Markdown file is one, the server tells from its text.
---@return boolean
function M.wanted(bufnr)
  if vim.bo[bufnr].buftype ~= '' then
    return false
  end
  local filetype = vim.bo[bufnr].filetype
  if filetype == 'markdown' then
    return require('decklint').options.markdown or configured(bufnr) ~= nil
  end
  return filetype == 'deck'
end

return M
