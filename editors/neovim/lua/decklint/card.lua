--- The card under the cursor in a float: what the server shows beside the pointer.
local client = require('decklint.client')

local M = {}

local function before(a, b)
  return a.line < b.line or (a.line == b.line and a.character < b.character)
end

local function holds(range, position)
  return not before(position, range.start) and not before(range['end'], position)
end

--- The innermost entry of an outline around a position.
local function around(symbols, position)
  for _, symbol in ipairs(symbols or {}) do
    if holds(symbol.range, position) then
      return around(symbol.children, position) or symbol
    end
  end
end

local function float(hover)
  local lines = vim.lsp.util.convert_input_to_markdown_lines(hover.contents)
  vim.lsp.util.open_floating_preview(lines, 'markdown', {
    focus_id = 'decklint.card',
    border = 'rounded',
    max_width = 80,
    close_events = { 'CursorMoved', 'CursorMovedI', 'InsertEnter', 'BufHidden' },
  })
end

--- Asks at one place after the other until what is shown is about all of the entry: at the cursor
--- it may be about a date or a tag.
local function ask(to, here, places, symbol)
  local position = table.remove(places, 1)
  if not position then
    client.say('there is no card here')
    return
  end
  local params = { textDocument = here.textDocument, position = position }
  client.request(to, 'textDocument/hover', params, function(_, hover)
    local range = hover and hover.range
    if range and holds(range, symbol.selectionRange.start) and holds(range, symbol.selectionRange['end']) then
      float(hover)
    else
      ask(to, here, places, symbol)
    end
  end)
end

--- Shows it. A second time, it moves the cursor into the float, as |vim.lsp.buf.hover()| does.
---@param to table The client.
function M.show(to)
  local here = client.here(to)
  local document = { textDocument = here.textDocument }
  client.request(to, 'textDocument/documentSymbol', document, function(_, symbols)
    local symbol = around(symbols, here.position)
    local places = symbol and { here.position, symbol.selectionRange['end'], symbol.selectionRange.start }
    ask(to, here, places or {}, symbol)
  end)
end

return M
