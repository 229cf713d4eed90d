-- The preview, against a server made here: what is asked of it, and when it hears of the cursor.
local t = require('support')

local URL = 'http://127.0.0.1:4321/?token=abc'
local heard = {}
local commands = {}

--- A server in this process that knows these commands and writes down what it hears.
local function server(dispatchers)
  local is_closing = false
  local number = 0
  local answers = {
    initialize = function()
      return { capabilities = { executeCommandProvider = { commands = commands } } }
    end,
    ['workspace/executeCommand'] = function(params)
      table.insert(heard, { command = params.command, arguments = params.arguments })
      return URL
    end,
  }
  return {
    request = function(method, params, callback)
      number = number + 1
      local answer = answers[method]
      callback(nil, answer and answer(params) or vim.NIL)
      return true, number
    end,
    notify = function(method, params)
      if method == 'decklint/cursor' or method == 'decklint/scroll' then
        table.insert(heard, params)
      elseif method == 'exit' then
        is_closing = true
        dispatchers.on_exit(0, 0)
      end
      return true
    end,
    is_closing = function()
      return is_closing
    end,
    terminate = function()
      is_closing = true
    end,
  }
end

local function move(line)
  vim.api.nvim_win_set_cursor(0, { line, 0 })
  vim.api.nvim_exec_autocmds('CursorMoved', {})
end

return {
  init = function()
    require('decklint').setup({ cmd = server })
  end,

  ['a server that knows no preview is not asked for one'] = function()
    commands, heard = {}, {}
    t.open(t.workspace({ ['a.deck'] = 'Who?\nStalin\n' }) .. '/a.deck')
    local said = t.told()
    vim.cmd.DeckPreview()
    vim.cmd.DeckTimeline()
    t.equal(said, {
      'decklint: this version of the program cannot show a preview: install a newer decklint',
      'decklint: this version of the program cannot show a timeline: install a newer decklint',
    })
    t.equal(heard, {})
  end,

  ['the preview is asked for, its address told, and the cursor followed until it is not wanted'] = function()
    commands, heard = { 'decklint.preview' }, {}
    local folder = t.workspace({ ['a.deck'] = 'Who?\nStalin\nWhere?\nMoscow\nWhen?\n1936\n' })
    local _, bufnr = t.open(folder .. '/a.deck')
    local uri = vim.uri_from_bufnr(bufnr)
    local said = t.told()
    move(2)
    vim.wait(250)
    t.equal(heard, {})

    vim.cmd.DeckPreview()
    t.wait('the cursor', function()
      return #heard == 2
    end)
    t.equal(heard[1], { command = 'decklint.preview', arguments = { uri } })
    t.equal(heard[2], { uri = uri, position = { line = 1, character = 0 } })
    t.equal(said, { 'decklint: shown at ' .. URL })

    -- Many moves at once are one message, about the last of them.
    move(3)
    move(4)
    move(5)
    t.wait('the cursor', function()
      return #heard == 3
    end)
    vim.wait(250)
    t.equal(#heard, 3)
    t.equal(heard[3].position, { line = 4, character = 0 })

    vim.cmd('DeckPreview!')
    move(1)
    vim.wait(250)
    t.equal(#heard, 3)
  end,

  ['what is scrolled is told, but not where the cursor has moved'] = function()
    commands, heard = { 'decklint.preview' }, {}
    local deck = {}
    for number = 1, 100 do
      table.insert(deck, ('What is %d?\nA number\n'):format(number))
    end
    local folder = t.workspace({ ['a.deck'] = table.concat(deck, '\n') })
    local _, bufnr = t.open(folder .. '/a.deck')
    local uri = vim.uri_from_bufnr(bufnr)
    t.told()
    vim.cmd.DeckPreview()
    t.wait('the cursor', function()
      return #heard == 2
    end)

    local function scroll(lines)
      for _ = 1, lines do
        vim.cmd.normal({ vim.keycode('<C-e>'), bang = true })
        vim.api.nvim_exec_autocmds('WinScrolled', {})
      end
    end
    -- In the middle of the window the cursor stays where it is.
    move(10)
    t.wait('the cursor', function()
      return #heard == 3
    end)
    scroll(5)
    t.wait('the window', function()
      return #heard == 4
    end)
    t.equal(heard[4], { uri = uri, line = 5 })
    t.equal(vim.api.nvim_win_get_cursor(0)[1], 10)

    -- A window that is where it was says nothing.
    vim.api.nvim_exec_autocmds('WinScrolled', {})
    vim.wait(250)
    t.equal(#heard, 4)

    scroll(5)
    move(20)
    t.wait('the cursor', function()
      return #heard == 5
    end)
    vim.wait(250)
    t.equal(#heard, 5)
    t.equal(heard[5], { uri = uri, position = { line = 19, character = 0 } })
  end,

  ['the cursor is not followed once the server has gone'] = function()
    commands, heard = { 'decklint.preview' }, {}
    local client = t.open(t.workspace({ ['a.deck'] = 'Who?\nStalin\n' }) .. '/a.deck')
    t.told()
    vim.cmd.DeckPreview()
    t.equal(require('decklint.preview').is_following(), true)
    t.stop(client)
    t.wait('the end', function()
      return not require('decklint.preview').is_following()
    end)
  end,
}
