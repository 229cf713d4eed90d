-- A page of the preview, as a browser would be one: a WebSocket that writes down what it is told.
local M = {}

local bit = require('bit')

--- A text as one masked frame; a mask of zeros changes nothing.
local function frame(text)
  assert(#text < 126)
  return string.char(0x81, 0x80 + #text) .. ('\0'):rep(4) .. text
end

--- The first frame in what has come, and what is behind it; nil if it has not all come.
local function first(bytes)
  local length, at = bytes:byte(2), 3
  local more = ({ [126] = 2, [127] = 8 })[length or 0]
  if more then
    if #bytes < 2 + more then
      return nil
    end
    length, at = 0, 3 + more
    for i = 3, 2 + more do
      length = length * 256 + bytes:byte(i)
    end
  end
  if not length or #bytes < at + length - 1 then
    return nil
  end
  return bit.band(bytes:byte(1), 0x0f), bytes:sub(at, at + length - 1), bytes:sub(at + length)
end

--- Takes all whole frames, and returns the rest.
local function take(bytes, messages)
  while true do
    local kind, text, rest = first(bytes)
    if not kind then
      return bytes
    end
    if kind == 1 then
      table.insert(messages, vim.json.decode(text))
    end
    bytes = rest
  end
end

--- Opens the page at an address; `messages` grows as it is told something.
function M.open(address)
  local host, port, path = address:match('^http://([%d.]+):(%d+)(/[^#]*)')
  local page = { messages = {}, socket = assert(vim.uv.new_tcp()) }
  local came, is_open = '', false
  page.socket:connect(host, tonumber(port), function(err)
    assert(not err, err)
    page.socket:write(table.concat({
      ('GET %ssocket HTTP/1.1'):format(path),
      ('Host: %s:%s'):format(host, port),
      ('Origin: http://%s:%s'):format(host, port),
      'Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n',
    }, '\r\n'))
    page.socket:read_start(function(_, bytes)
      came = came .. (bytes or '')
      local head = not is_open and came:find('\r\n\r\n', 1, true)
      if head then
        assert(came:find('^HTTP/1.1 101'), came)
        is_open, came = true, came:sub(head + 4)
        page.socket:write(frame('{"type":"ready"}'))
      end
      came = is_open and take(came, page.messages) or came
    end)
  end)
  function page.say(message)
    page.socket:write(frame(vim.json.encode(message)))
  end
  return page
end

return M
