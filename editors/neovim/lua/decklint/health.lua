--- :checkhealth decklint
local M = {}

local health = vim.health

local function neovim()
  if vim.fn.has('nvim-0.11') == 1 then
    health.ok('Neovim ' .. tostring(vim.version()) .. ' has all that is used')
  elseif vim.fn.has('nvim-0.10') == 1 then
    health.ok('Neovim ' .. tostring(vim.version()) .. ' is new enough')
    health.info('folding by cards needs 0.11')
  else
    health.error('Neovim ' .. tostring(vim.version()) .. ' is too old', 'install 0.10 or newer')
  end
end

--- What the program says to an argument; nil if it fails.
local function run(program, ...)
  local ran, done = pcall(function(...)
    return vim.system({ program, ... }, { text = true }):wait(5000)
  end, ...)
  return ran and done.code == 0 and vim.trim(done.stdout) or nil
end

local function program()
  local command = require('decklint.server').command()
  if type(command) ~= 'table' then
    health.info('the server is reached by a function of yours')
    return
  end
  local name = command[1]
  if vim.fn.executable(name) ~= 1 then
    health.error(('there is no program `%s`'):format(name), {
      'install decklint: `cargo install --path crates/decklint` in a clone of it',
      'or say where it is: require("decklint").setup({ cmd = { "/path/to/decklint", "lsp" } })',
    })
    return
  end
  local version = run(name, '--version')
  if not version then
    health.error(('`%s --version` fails'):format(name), 'is it decklint, and for this machine?')
  elseif not run(name, 'help', 'lsp') then
    health.error(version .. ' has no language server', 'install a newer decklint')
  else
    health.ok(('%s: %s'):format(version, vim.fn.exepath(name)))
  end
end

--- Whether anything would start the server.
local function is_started()
  local lsp = rawget(vim, 'lsp')
  return require('decklint').is_set_up
    or (lsp and lsp.is_enabled and lsp.is_enabled('decklint'))
    or (lsp and lsp._enabled_configs and lsp._enabled_configs.decklint ~= nil)
end

local function set_up()
  if is_started() then
    health.ok('the server is started when a deck is opened')
  else
    health.warn('nothing starts the server', 'put require("decklint").setup({}) into your init.lua')
  end
  if vim.fn.exists('#filetypedetect#BufRead#*.deck') == 1 then
    health.ok('files that end in .deck are decks')
  else
    health.warn('files that end in .deck are not known', ':filetype plugin on')
  end
end

local function attached()
  local clients = vim.lsp.get_clients({ name = 'decklint' })
  if #clients == 0 then
    health.info('no server is running: open a deck, then look here again')
  end
  for _, client in ipairs(clients) do
    local count = vim.tbl_count(client.attached_buffers)
    local root = client.config.root_dir or 'files on their own'
    health.ok(('a server looks after %d %s: %s'):format(count, count == 1 and 'buffer' or 'buffers', root))
    for _, command in ipairs({ 'decklint.preview', 'decklint.timeline' }) do
      if not require('decklint.client').knows(client, command) then
        health.warn('the server does not know ' .. command, 'install a newer decklint')
      end
    end
  end
  health.info('the log is ' .. require('vim.lsp.log').get_filename())
end

--- What is found, what is missing, and what to do.
function M.check()
  health.start('decklint')
  neovim()
  program()
  set_up()
  attached()
end

return M
