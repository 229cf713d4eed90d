-- What vim.lsp.enable('decklint') starts (Neovim 0.11 and newer).
return require('decklint.server').config()
