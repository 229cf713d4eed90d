-- Editing decks. None of this needs the server.
if vim.b.did_ftplugin then
  return
end
vim.b.did_ftplugin = 1

vim.bo.commentstring = '<!-- %s -->'
-- Enter and `o` put the bullet of the line above before the new line. (What the next number of a list
-- is, the server says.)
vim.bo.comments = [[s:<!--,m:\ \ \ \ ,e:-->,b:-,b:*,b:+,n:>]]
vim.opt_local.formatoptions:append('ron')
vim.bo.formatlistpat = [[^\s*\(\d\+[.)]\|[-*+]\)\s\+]]

vim.b.undo_ftplugin = 'setlocal commentstring< comments< formatoptions< formatlistpat<'
