" :compiler decklint, then :make: what is wrong with all decks below the working directory, as a
" quickfix list.
if exists('current_compiler')
  finish
endif
let current_compiler = 'decklint'

CompilerSet makeprg=decklint\ --format\ concise
CompilerSet errorformat=%f:%l:%c:\ %trror:\ %m,%f:%l:%c:\ %tarning:\ %m,%f:%l:%c:\ %tint:\ %m,%-G%.%#
