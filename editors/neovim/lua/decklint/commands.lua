--- What the commands do: they ask the server.
local client = require('decklint.client')

local M = {}

--- The server of this buffer; says so where there is none.
local function server()
  local found = client.of(0)
  if not found then
    client.say('no server looks after this buffer; :checkhealth decklint says why', vim.log.levels.WARN)
  end
  return found
end

--- Has the server do something with this document.
---@param command string
---@param cannot string What to say where the server does not know it.
---@param answer? fun(to: table, result: any)
local function execute(command, cannot, answer)
  local to = server()
  if not to then
    return
  end
  if not client.knows(to, command) then
    client.say(('this version of the program cannot %s: install a newer decklint'):format(cannot), vim.log.levels.WARN)
    return
  end
  local params = { command = command, arguments = { vim.uri_from_bufnr(0) } }
  client.request(to, 'workspace/executeCommand', params, function(err, result)
    if err then
      client.say(err.message, vim.log.levels.ERROR)
    elseif answer then
      answer(to, result)
    end
  end)
end

--- The server opens the browser. Where there is none, as over SSH, the address is of use.
local function tell_address(result)
  if type(result) == 'string' then
    client.say('shown at ' .. result)
  end
end

--- :DeckPreview, and :DeckPreview! to have the page follow the cursor no longer.
---@param args { bang: boolean }
function M.preview(args)
  local preview = require('decklint.preview')
  if args.bang then
    preview.leave()
    return
  end
  execute('decklint.preview', 'show a preview', function(to, result)
    tell_address(result)
    preview.follow(to)
  end)
end

--- :DeckTimeline
function M.timeline()
  execute('decklint.timeline', 'show a timeline', function(_, result)
    tell_address(result)
  end)
end

--- :DeckFixAll
function M.fix_all()
  execute('decklint.fixAll', 'put things right by itself')
end

--- :DeckCard
function M.card()
  local to = server()
  if to then
    require('decklint.card').show(to)
  end
end

return M
