-- Editing decks. None of this needs the server.
if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

vim.bo.commentstring = '<!-- %s -->'
-- Enter and `o` put the bullet of the line above before the new line. The server could, too, and knows
-- numbers; but Neovim 0.12 leaves the cursor before the bullet that it inserts.
vim.bo.comments = [[s:<!--,m:\ \ \ \ ,e:-->,b:-,b:*,b:+,n:>]]
vim.opt_local.formatoptions:append('ron')
vim.bo.formatlistpat = [[^\s*\(\d\+[.)]\|[-*+]\)\s\+]]

vim.b.undo_ftplugin = 'setlocal commentstring< comments< formatoptions< formatlistpat<'
