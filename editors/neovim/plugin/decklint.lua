-- The commands. Nothing is loaded before one is used.
if vim.g.loaded_decklint then
  return
end
vim.g.loaded_decklint = true

local function command(name, run, desc, bang)
  vim.api.nvim_create_user_command(name, function(args)
    require('decklint.commands')[run](args)
  end, { desc = desc, bang = bang })
end

command('DeckPreview', 'preview', 'Show the deck as cards in the browser (!: stop following the cursor)', true)
command('DeckTimeline', 'timeline', 'Show the dates of the deck on a timeline in the browser', false)
command('DeckCard', 'card', 'Show the card under the cursor', false)
command('DeckFixAll', 'fix_all', 'Put right all of this deck that can safely be put right', false)
