--- Talking with the server, in the ways of Neovim 0.10 and of newer ones.
local M = {}

local has_methods = vim.fn.has('nvim-0.11') == 1

--- The client that looks after a buffer, if any.
---@param bufnr integer
---@return table?
function M.of(bufnr)
  return vim.lsp.get_clients({ name = 'decklint', bufnr = bufnr })[1]
end

---@param client table
---@param method string
---@param params table
---@param answer fun(err: table?, result: any)
function M.request(client, method, params, answer)
  local bufnr = vim.api.nvim_get_current_buf()
  if has_methods then
    client:request(method, params, answer, bufnr)
  else
    client.request(method, params, answer, bufnr)
  end
end

---@param client table
---@param method string
---@param params table
function M.notify(client, method, params)
  if has_methods then
    client:notify(method, params)
  else
    client.notify(method, params)
  end
end

--- The document and the place of the cursor, as the protocol says them.
---@param client table
---@return table
function M.here(client)
  return vim.lsp.util.make_position_params(0, client.offset_encoding)
end

--- Whether the server knows a command.
---@param client table
---@param command string
---@return boolean
function M.knows(client, command)
  local provider = client.server_capabilities.executeCommandProvider
  return vim.tbl_contains(provider and provider.commands or {}, command)
end

--- Says a sentence to the user.
---@param sentence string
---@param level? integer One of vim.log.levels.
function M.say(sentence, level)
  vim.notify('decklint: ' .. sentence, level or vim.log.levels.INFO)
end

return M
