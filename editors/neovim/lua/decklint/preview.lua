--- Tells the server where the cursor is and what is seen, while a preview is open.
local client = require('decklint.client')

local M = {}

--- Milliseconds between two messages: the server wants ten a second at most.
local PAUSE = 100

local group -- of autocommands, while a preview is open
local is_waiting = false
local has_moved = false -- the cursor, since something was told
local top -- the first line in the window when something was told

local function tell()
  is_waiting = false
  local to = group and client.of(0)
  if not to then
    return
  end
  local here = client.here(to)
  local uri = here.textDocument.uri
  top = vim.fn.line('w0')
  -- Where the cursor has moved, the window has scrolled because of that.
  if has_moved then
    client.notify(to, 'decklint/cursor', { uri = uri, position = here.position })
  else
    client.notify(to, 'decklint/scroll', { uri = uri, line = top - 1 })
  end
  has_moved = false
end

--- The first change is told after the pause, with what is so by then: so the last is, too.
local function wait()
  if not is_waiting then
    is_waiting = true
    vim.defer_fn(tell, PAUSE)
  end
end

local function moved()
  has_moved = true
  wait()
end

local function scrolled()
  -- The event is about any window, and its width, too.
  if vim.fn.line('w0') ~= top then
    wait()
  end
end

--- Whether the server of a client has gone.
local function has_ended(to)
  if vim.fn.has('nvim-0.11') == 1 then
    return to:is_stopped()
  end
  return to.is_stopped()
end

--- Has the page follow the cursor and the window from now on, for as long as the server lives.
---@param to table The client that shows the preview.
function M.follow(to)
  M.leave()
  group = vim.api.nvim_create_augroup('decklint.preview', {})
  vim.api.nvim_create_autocmd({ 'CursorMoved', 'CursorMovedI', 'BufEnter' }, { group = group, callback = moved })
  vim.api.nvim_create_autocmd('WinScrolled', { group = group, callback = scrolled })
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

--- Whether the page follows.
---@return boolean
function M.is_following()
  return group ~= nil
end

return M
