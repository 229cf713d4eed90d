--- Tells the server where the cursor is, while a preview is open.
local client = require('decklint.client')

local M = {}

--- Milliseconds between two messages: the server wants ten a second at most.
local PAUSE = 100

local group -- of autocommands, while a preview is open
local is_waiting = false

local function tell()
  is_waiting = false
  local to = group and client.of(0)
  if to then
    local here = client.here(to)
    client.notify(to, 'decklint/cursor', { uri = here.textDocument.uri, position = here.position })
  end
end

--- The first move is told after the pause, with where the cursor is by then: so the last is, too.
local function moved()
  if not is_waiting then
    is_waiting = true
    vim.defer_fn(tell, PAUSE)
  end
end

--- Whether the server of a client has gone.
local function has_ended(to)
  if vim.fn.has('nvim-0.11') == 1 then
    return to:is_stopped()
  end
  return to.is_stopped()
end

--- Has the page follow the cursor from now on, for as long as the server lives.
---@param to table The client that shows the preview.
function M.follow(to)
  M.leave()
  group = vim.api.nvim_create_augroup('decklint.preview', {})
  vim.api.nvim_create_autocmd({ 'CursorMoved', 'CursorMovedI', 'BufEnter' }, { group = group, callback = moved })
  vim.api.nvim_create_autocmd('LspDetach', {
    group = group,
    callback = function(event)
      -- A buffer that is closed is detached, too.
      if event.data.client_id == to.id and has_ended(to) then
        M.leave()
      end
    end,
  })
  moved()
end

--- Follows no longer.
function M.leave()
  if group then
    vim.api.nvim_del_augroup_by_id(group)
    group = nil
  end
end

--- Whether the page follows the cursor.
---@return boolean
function M.is_following()
  return group ~= nil
end

return M
