-- Colours and lists that need no server.
local t = require('support')

--- The syntax group at a line and a column, both from 1; the outermost for a bare region.
local function group(line, column)
  return vim.fn.synIDattr(vim.fn.synID(line, column, 1), 'name')
end

--- Opens a deck and compares what its pieces are: line → column → group.
local function reads(text, wanted)
  t.edit(t.workspace({ ['a.deck'] = text }) .. '/a.deck')
  for line, columns in pairs(wanted) do
    for column, name in pairs(columns) do
      t.equal({ line, column, group(line, column) }, { line, column, name })
    end
  end
end

return {
  init = function()
    vim.env.PATH = vim.fs.dirname(vim.env.DECKLINT) .. ':' .. vim.env.PATH
  end,

  ['questions, bullets and attributes'] = function()
    reads('Who was it? (2 marks)\n- Stalin\n1. Lenin\n@date 1924\n他是谁？\n- Who?\n', {
      [1] = { [1] = 'deckQuestion', [15] = 'deckQuestion' },
      [2] = { [1] = 'deckBullet', [3] = '' },
      [3] = { [1] = 'deckBullet' },
      [4] = { [1] = 'deckKey', [7] = 'deckAttribute' },
      [5] = { [1] = 'deckQuestion' },
      [6] = { [3] = '' },
    })
  end,

  ['labels, pairs and clozes'] = function()
    reads('Q: Who?\n**A:** Stalin\nC: In {{c1::1936::year}}\ndog ::: perro\nstd::string\n', {
      [1] = { [1] = 'deckLabel', [4] = '' },
      [2] = { [3] = 'deckLabel', [9] = '' },
      [3] = { [1] = 'deckLabel', [7] = 'deckLabel', [13] = 'deckCloze', [19] = 'deckClozeHint', [23] = 'deckLabel' },
      [4] = { [1] = '', [5] = 'deckLabel', [9] = '' },
      [5] = { [5] = '' },
    })
  end,

  ['front matter, comments, code and formulas'] = function()
    reads('---\nlang: en # of the deck\n---\n# Title\n<!-- Who?\nWho? -->\n```\nWho?\n```\nIt is $x$\n---\nlang: en\n', {
      [1] = { [1] = 'deckSeparator' },
      [2] = { [1] = 'deckFrontMatterKey', [7] = 'deckFrontMatter', [10] = 'deckFrontMatterComment' },
      [3] = { [1] = 'deckSeparator' },
      [4] = { [3] = 'deckHeading' },
      [6] = { [1] = 'deckComment' },
      [8] = { [1] = 'deckCode' },
      [10] = { [1] = '', [7] = 'deckMath' },
      [11] = { [1] = 'deckSeparator' },
      [12] = { [1] = '' },
    })
  end,

  ['a --- without settings is no front matter'] = function()
    reads('---\nWho?\nStalin\n---\n', { [2] = { [1] = 'deckQuestion' }, [3] = { [1] = '' } })
  end,

  [':make lists what is wrong with all decks'] = function()
    local folder = t.workspace({ ['a.deck'] = 'Which?\n-Rapallo\n- Berlin\n', ['b.deck'] = 'When?\n31 June 1936\n' })
    vim.cmd.cd(folder)
    vim.cmd.compiler('decklint')
    vim.cmd('silent make!')
    local found = vim.tbl_map(function(it)
      return { vim.fs.basename(vim.fn.bufname(it.bufnr)), it.lnum, it.col, it.type }
    end, vim.fn.getqflist())
    t.equal(found, { { 'a.deck', 2, 1, 'w' }, { 'b.deck', 2, 1, 'e' } })
  end,
}
