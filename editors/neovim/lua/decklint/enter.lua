--- Enter and `o` in a list with numbers. The next number is not text that 'comments' could repeat, so
--- the server says it. (Neovim 0.12 can ask by itself, but leaves the cursor before what it inserts.)
local client = require('decklint.client')

local M = {}

local EVENTS = { 'CursorMoved', 'CursorMovedI', 'TextChanged', 'TextChangedI', 'InsertEnter' }

--- Where the cursor is, in how many lines.
local function place(bufnr)
  return { row = vim.api.nvim_win_get_cursor(0)[1], lines = vim.api.nvim_buf_line_count(bufnr) }
end

--- Whether the cursor has come to a new line below the one where it was, with nothing before it.
local function is_new_line(now, last)
  local is_below = last and now.row == last.row + 1 and now.lines == last.lines + 1
  local before = vim.api.nvim_get_current_line():sub(1, vim.api.nvim_win_get_cursor(0)[2])
  return is_below and not before:find('%S')
end

local function apply(edit, bufnr, encoding)
  vim.lsp.util.apply_text_edits({ edit }, bufnr, encoding)
  local start = edit.range.start
  vim.api.nvim_win_set_cursor(0, { start.line + 1, start.character + #edit.newText })
end

--- Asks the server what the new line begins with, and puts it there if nothing was typed meanwhile.
local function ask(to, bufnr)
  local params = client.here(to)
  params.ch = '\n'
  params.options = { tabSize = vim.lsp.util.get_effective_tabstop(bufnr), insertSpaces = vim.bo.expandtab }
  local tick = vim.api.nvim_buf_get_changedtick(bufnr)
  client.request(to, 'textDocument/onTypeFormatting', params, function(_, edits)
    local is_current = bufnr == vim.api.nvim_get_current_buf() and tick == vim.api.nvim_buf_get_changedtick(bufnr)
    if is_current and edits and edits[1] and vim.api.nvim_get_mode().mode == 'i' then
      apply(edits[1], bufnr, to.offset_encoding)
    end
  end)
end

--- Counts on in a buffer, where 'formatoptions' has bullets repeated.
---@param bufnr integer
function M.watch(bufnr)
  local group = vim.api.nvim_create_augroup('decklint.enter.' .. bufnr, {})
  local last
  vim.api.nvim_create_autocmd(EVENTS, {
    group = group,
    buffer = bufnr,
    callback = function(event)
      local now = place(bufnr)
      local is_new = is_new_line(now, last)
      last = now
      -- As of bullets, `r` is for Enter and `o` for the key of that name.
      local option = event.event == 'InsertEnter' and 'o' or 'r'
      local is_typed = event.event == 'InsertEnter' or event.event:match('I$')
      local to = is_new and is_typed and vim.bo.formatoptions:find(option) and client.of(bufnr)
      if to then
        ask(to, bufnr)
      end
    end,
  })
end

return M
