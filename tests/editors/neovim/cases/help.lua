local t = require('support')

local function folder()
  return vim.fs.dirname(vim.api.nvim_get_runtime_file('doc/decklint.txt', false)[1])
end

--- A copy with tags, so that the test leaves nothing in the sources.
local function with_tags()
  local copy = vim.fn.tempname()
  vim.fn.mkdir(copy .. '/doc', 'p')
  vim.uv.fs_copyfile(folder() .. '/decklint.txt', copy .. '/doc/decklint.txt')
  vim.cmd.helptags(copy .. '/doc')
  vim.opt.rtp:append(copy)
end

return {
  ['each command has its help'] = function()
    with_tags()
    for name in pairs(vim.api.nvim_get_commands({})) do
      if name:find('^Deck') then
        vim.cmd.help(':' .. name)
        t.has(vim.api.nvim_get_current_line(), '*:' .. name .. '*')
      end
    end
    vim.cmd.help('decklint.setup()')
    t.has(vim.api.nvim_get_current_line(), '*decklint.setup()*')
  end,

  ['what the help points to is there'] = function()
    with_tags()
    vim.cmd.help('decklint.txt')
    local text = table.concat(t.lines(), '\n')
    for tag in text:gmatch('|(%S-)|') do
      t.equal({ tag, vim.tbl_contains(vim.fn.getcompletion(tag, 'help'), tag) }, { tag, true })
    end
  end,

  ['no line is wider than a help window'] = function()
    for _, line in ipairs(vim.fn.readfile(folder() .. '/decklint.txt')) do
      t.equal({ line, vim.fn.strdisplaywidth(line) <= 78 }, { line, true })
    end
  end,
}
