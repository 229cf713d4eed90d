-- The preview of the real server, seen from a page.
local t = require('support')

local DECK = '# Treaties\nWhen was Rapallo signed?\nIn 1922\n\nWhich came later?\nBerlin\n'

--- Opens a deck and has its page shown; what a browser would be told to show is kept. It is waited
--- for, as else the next case would take this page for its own.
local function shown(show)
  local shown_at
  vim.ui.open = function(address)
    shown_at = address
    return { wait = function() return { code = 0 } end }
  end
  local client, bufnr = t.open(t.workspace({ ['a.deck'] = DECK }) .. '/a.deck')
  t.told()
  show(client, bufnr)
  t.wait('the browser', function()
    return shown_at
  end)
  return shown_at, bufnr
end

--- Waits for a message of this type, the last one if there are several.
local function heard(page, kind)
  return t.wait('a message: ' .. kind, function()
    for i = #page.messages, 1, -1 do
      if page.messages[i].type == kind then
        return page.messages[i]
      end
    end
  end)
end

local function move(line)
  vim.api.nvim_win_set_cursor(0, { line, 0 })
  vim.api.nvim_exec_autocmds('CursorMoved', {})
end

return {
  ['the page has the cards, follows the cursor and what is written, and leads back'] = function()
    local address, bufnr = shown(function() vim.cmd('DeckPreview') end)
    local page = require('page').open(address)
    local cards = heard(page, 'deck').cards
    t.equal(#cards, 2)
    t.has(cards[2].front, 'Which came later?')

    move(5)
    t.wait('the second card', function()
      return heard(page, 'cursor').card == cards[2].id
    end)

    vim.api.nvim_buf_set_lines(bufnr, 5, 6, false, { 'The one of Berlin' })
    t.has(heard(page, 'change').put[1].card.back, 'The one of Berlin')

    vim.cmd.enew()
    page.say({ type = 'open', card = cards[1].id })
    t.wait('the line of the first card', function()
      return vim.api.nvim_get_current_buf() == bufnr and vim.api.nvim_win_get_cursor(0)[1] == 2
    end)
  end,

  ['the timeline is shown in the browser'] = function()
    t.has((shown(function() vim.cmd('DeckTimeline') end)), '#timeline')
  end,

  ['the lens above a deck shows the preview, and the page follows the cursor'] = function()
    require('decklint.preview').leave()
    shown(function(client, bufnr)
      local command = { title = 'preview', command = 'decklint.preview', arguments = { vim.uri_from_bufnr(bufnr) } }
      if client.exec_cmd then
        client:exec_cmd(command, { bufnr = bufnr })
      else
        client._exec_cmd(client, command, { bufnr = bufnr })
      end
    end)
    t.wait('the page to follow', function()
      return require('decklint.preview').is_following()
    end)
  end,
}
