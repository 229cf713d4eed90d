-- What the cases share: a workspace of decks, waiting, comparing, and telling how it went.
local M = {}

--- Milliseconds to wait for what a server on a busy machine takes much less for.
M.PATIENCE = 10000

--- Waits until `ask` answers with something, and returns that.
function M.wait(what, ask)
  local answer
  local came = vim.wait(M.PATIENCE, function()
    answer = ask()
    return answer
  end, 20)
  if not came then
    error('waited in vain for ' .. what, 2)
  end
  return answer
end

function M.equal(is, wanted)
  if not vim.deep_equal(is, wanted) then
    error(('is %s\nwanted %s'):format(vim.inspect(is, { depth = 3 }), vim.inspect(wanted)), 2)
  end
end

--- A text contains another one, as it stands.
function M.has(text, part)
  if not text:find(part, 1, true) then
    error(('there is no %q in\n%s'):format(part, text), 2)
  end
end

--- A new folder with these files: name → text. It is a workspace unless that is said to be wrong.
function M.workspace(files, alone)
  local folder = vim.uv.fs_realpath(vim.fn.tempname():match('.*/')) .. '/' .. vim.uv.hrtime()
  vim.fn.mkdir(folder, 'p')
  if not alone then
    files = vim.tbl_extend('keep', files, { ['decklint.toml'] = '' })
  end
  for name, text in pairs(files) do
    vim.fn.mkdir(vim.fs.dirname(folder .. '/' .. name), 'p')
    local file = assert(io.open(folder .. '/' .. name, 'w'))
    file:write(text)
    file:close()
  end
  return folder
end

function M.edit(path)
  vim.cmd.edit(vim.fn.fnameescape(path))
  return vim.api.nvim_get_current_buf()
end

--- Opens a file and waits for its server.
function M.open(path)
  local bufnr = M.edit(path)
  return M.attached(bufnr), bufnr
end

function M.clients(bufnr)
  return vim.lsp.get_clients({ name = 'decklint', bufnr = bufnr })
end

function M.attached(bufnr)
  return M.wait('a server', function()
    local client = M.clients(bufnr)[1]
    return client and client.initialized and client
  end)
end

--- Has the server end, as a user would.
function M.stop(client)
  if vim.fn.has('nvim-0.11') == 1 then
    client:stop()
  else
    client.stop()
  end
end

function M.lines(bufnr)
  return vim.api.nvim_buf_get_lines(bufnr or 0, 0, -1, false)
end

--- The rules that the cases are about. What others say of these decks, now or one day, is not.
local RULES = { 'malformed-bullet', 'lowercase-month', 'impossible-date', 'duplicate-card' }

--- The findings of a buffer: line (from 1) and rule.
function M.findings(bufnr)
  local found = {}
  for _, it in ipairs(vim.diagnostic.get(bufnr)) do
    if vim.tbl_contains(RULES, it.code) then
      table.insert(found, ('%d %s'):format(it.lnum + 1, it.code))
    end
  end
  table.sort(found)
  return found
end

--- Waits until the findings of a buffer are these.
function M.found(bufnr, wanted)
  local came = vim.wait(M.PATIENCE, function()
    return vim.deep_equal(M.findings(bufnr), wanted)
  end, 20)
  if not came then
    M.equal(M.findings(bufnr), wanted)
  end
end

--- What the user has been told, from here on.
function M.told()
  local said = {}
  vim.notify = function(message)
    table.insert(said, message)
  end
  vim.notify_once = vim.notify
  return said
end

local function run_all(case)
  local names = vim.tbl_filter(function(name)
    return name ~= 'init'
  end, vim.tbl_keys(case))
  table.sort(names)
  local failed = 0
  for _, name in ipairs(names) do
    local ok, err = xpcall(case[name], debug.traceback)
    failed = failed + (ok and 0 or 1)
    io.stdout:write(ok and '  ok   ' or '  FAIL ', name, '\n', ok and '' or err .. '\n')
    vim.cmd('silent! %bwipeout!')
  end
  return failed
end

--- Ends all servers before Neovim leaves: one that is gone while Neovim still has something to say to
--- it, at a moment when it no longer listens to signals, ends Neovim with a broken pipe.
local function end_servers()
  for _, client in ipairs(vim.lsp.get_clients()) do
    M.stop(client)
  end
  vim.wait(M.PATIENCE, function()
    return #vim.lsp.get_clients() == 0
  end, 20)
end

--- Runs all that a case has, and leaves; Neovim's code says whether all went well.
function M.run(case)
  local ran, failed = pcall(run_all, case)
  if not ran then
    io.stdout:write('  FAIL ', tostring(failed), '\n')
  end
  end_servers()
  vim.cmd(ran and failed == 0 and 'qall!' or 'cquit 1')
end

return M
