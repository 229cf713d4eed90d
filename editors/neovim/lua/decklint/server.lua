--- Starting the server, and starting it again when it dies.
local files = require('decklint.files')

local M = {}

--- The first words of the message where there is no program, and what to do.
M.missing = 'decklint: there is no program `%s`, so decks are not checked. Install decklint, or say '
  .. 'where it is: require("decklint").setup({ cmd = { "/path/to/decklint", "lsp" } }). '
  .. ':checkhealth decklint tells more.'

--- How often a server that dies is started again within a minute.
local RESTARTS = 3

--- The command that will be run: where there is vim.lsp.config(), users may have said it there.
---@return string[]|function
function M.command()
  local config = vim.lsp.config and vim.lsp.config.decklint
  return config and config.cmd or require('decklint').options.cmd
end

--- Whether the program can be run; says so, once, if not.
---@return boolean
function M.is_there()
  local command = M.command()
  if type(command) ~= 'table' or vim.fn.executable(command[1]) == 1 then
    return true
  end
  vim.notify_once(M.missing:format(command[1]), vim.log.levels.ERROR)
  return false
end

--- The server is to tell what is wrong by itself, for a change in one deck can change what is wrong
--- in another. Where it only says that something has changed, Neovim 0.10 and 0.11 do not ask again,
--- and 0.12 asks for the whole workspace but ignores the answer for the buffers that are open.
local function before_init(params)
  params.capabilities.textDocument.diagnostic = nil
end

local deaths = {} -- when the server died, in seconds

--- Starts a server that has died again, for the buffers that it had.
local function revive(config, buffers)
  local now = os.time()
  deaths = vim.tbl_filter(function(time)
    return now - time < 60
  end, deaths)
  table.insert(deaths, now)
  if #deaths > RESTARTS then
    vim.notify(
      'decklint: the server has died ' .. #deaths .. ' times within a minute, so it is left alone and decks '
        .. 'are not checked. :edit tries again; :checkhealth decklint says where the log is.',
      vim.log.levels.ERROR
    )
    return
  end
  for bufnr in pairs(buffers) do
    if vim.api.nvim_buf_is_loaded(bufnr) and files.wanted(bufnr) then
      vim.lsp.start(config, { bufnr = bufnr })
    end
  end
end

local served = {} -- number of a client → { config, buffers }

local function remember(client, bufnr)
  served[client.id] = served[client.id] or { config = client.config, buffers = {} }
  served[client.id].buffers[bufnr] = true
end

--- 15 is how Neovim, and people, end a server on purpose.
local function on_exit(code, signal, client_id)
  vim.schedule(function()
    local had = served[client_id]
    served[client_id] = nil
    local is_meant = (code == 0 and signal == 0) or signal == 15 or vim.v.exiting ~= vim.NIL
    if had and not is_meant then
      -- Neovim is still tidying up after the old one.
      vim.defer_fn(function()
        revive(had.config, had.buffers)
      end, 200)
    end
  end)
end

local function watch()
  local group = vim.api.nvim_create_augroup('decklint.watch', {})
  -- Neovim 0.12 leaves out a server without a program, and only its log says so.
  vim.api.nvim_create_autocmd('FileType', { group = group, pattern = 'deck', callback = function()
    M.is_there()
  end })
  vim.api.nvim_create_autocmd('LspAttach', {
    group = group,
    callback = function(event)
      local client = vim.lsp.get_client_by_id(event.data.client_id)
      if client and client.name == 'decklint' then
        remember(client, event.buf)
        require('decklint.attach').run(client, event.buf)
      end
    end,
  })
end

local function root_dir(bufnr, on_dir)
  if files.wanted(bufnr) and M.is_there() then
    on_dir(files.root(bufnr))
  end
end

--- The configuration of the client.
---@return table
function M.config()
  watch()
  return {
    name = 'decklint',
    cmd = require('decklint').options.cmd,
    filetypes = { 'deck', 'markdown' },
    root_dir = root_dir,
    before_init = before_init,
    on_exit = on_exit,
    -- From a code lens: as by our commands, so that the page follows the cursor.
    commands = {
      ['decklint.preview'] = function()
        require('decklint.commands').preview({})
      end,
      ['decklint.timeline'] = function()
        require('decklint.commands').timeline()
      end,
    },
  }
end

--- Has Neovim start it for all buffers that may be decks (0.11 and newer).
function M.enable()
  if M.is_enabled then
    return
  end
  M.is_enabled = true
  local options = require('decklint').options
  vim.lsp.config('decklint', vim.tbl_extend('force', { cmd = options.cmd }, options.lsp))
  vim.lsp.enable('decklint')
end

--- Starts it for one buffer (0.10).
---@param bufnr integer
function M.start(bufnr)
  root_dir(bufnr, function(root)
    local config = M.config()
    config.root_dir = root
    config = vim.tbl_extend('force', config, require('decklint').options.lsp)
    vim.lsp.start(config, { bufnr = bufnr })
  end)
end

return M
