--- Which of the editor's colours the pieces of a deck have, by what the server says they are.
local M = {}

--- Kinds of tokens → groups of syntax/deck.vim. Answers and fields stay as they are: they are most
--- of the text.
local KINDS = {
  heading = 'deckHeading',
  question = 'deckQuestion',
  cloze = 'deckCloze',
  hint = 'deckHint',
  date = 'deckDate',
  tag = 'deckTag',
  key = 'deckKey',
  value = 'deckValue',
  comment = 'deckComment',
  separator = 'deckSeparator',
  label = 'deckLabel',
}

--- Groups → what every colour scheme has.
local GROUPS = {
  deckHeading = 'Title',
  deckQuestion = 'Function',
  deckCloze = 'Special',
  deckHint = 'Comment',
  deckDate = 'Number',
  deckTag = 'Label',
  deckKey = 'Identifier',
  deckValue = 'String',
  deckComment = 'Comment',
  deckSeparator = 'Delimiter',
  deckLabel = 'Keyword',
  deckImpossible = 'DiagnosticUnderlineError',
}

local function link(from, to)
  vim.api.nvim_set_hl(0, from, { link = to, default = true })
end

--- Gives the groups their colours, where neither the user nor the colour scheme does.
function M.groups()
  for from, to in pairs(GROUPS) do
    link(from, to)
  end
end

--- The same for what the server says of a buffer of this filetype.
---@param filetype string
function M.link(filetype)
  M.groups()
  for kind, group in pairs(KINDS) do
    link('@lsp.type.' .. kind .. '.' .. filetype, group)
  end
  -- A date that does not exist: 31 June.
  link('@lsp.mod.impossible.' .. filetype, 'deckImpossible')
end

return M
