" An autocommand rather than vim.filetype.add(): that loads Neovim's whole table of file types at
" start-up, when there may be no deck at all.
autocmd BufRead,BufNewFile *.deck setfiletype deck
