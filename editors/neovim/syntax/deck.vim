" Colours for decks until the server says more, and where there is none. Line by line, so that a mark
" being typed changes no other card; what a line means for sure, the server says.
if exists('b:current_syntax')
  finish
endif

syntax sync minlines=50

" A line at column 0 that ends in a question mark, with notes or marks behind it.
syntax match deckQuestion /^[^-*+>|#@[:space:]].*[?？؟][[:space:]!?.…*_"”»]*\%(([^()]*)\|\[[^][]*\]\)\?\s*$/ contains=@deckInline
syntax match deckHeading /^#\{1,6}\s.*$/ contains=@deckInline
syntax match deckSeparator /^-\{3,}\s*$/
syntax match deckBullet /^\s*\%([-*+]\|\d\+[.)]\)\ze\s/
" `Q:`, `Question 3:`, `**A:**`
syntax match deckLabel /^\%(\*\*\|__\)\?\%([QAC]\|\c\%(question\|answer\|cloze\)\)\s\?\d*\%(:\|\%(\*\*\|__\):\|：\)\%(\*\*\|__\)\?\ze\%(\s\|$\|[^\x00-\x7f]\)/
" `front :: back`, `front ::: back`
syntax match deckLabel /\s\zs:::\?\ze\%(\s\|$\)/
syntax match deckAttribute /^@\%(id\|tags\|source\|hint\|date\|reverse\)\>.*$/ contains=deckKey
syntax match deckKey /^@\w\+/ contained

syntax region deckCloze matchgroup=deckLabel start=/{{\%(c\d\+::\)\?/ end=/}}/ oneline contains=deckCloze,deckClozeHint
syntax match deckClozeHint /::[^{}]*\ze}}/ contained
syntax region deckCode matchgroup=deckSeparator start=/\z(`\+\)/ end=/\z1/ oneline
syntax region deckCode matchgroup=deckSeparator start=/^\s*\z(`\{3,}\|\~\{3,}\)[^`]*$/ end=/^\s*\z1[`~]*\s*$/ keepend
syntax region deckMath matchgroup=deckSeparator start=/\$\$/ end=/\$\$\|^\s*$/ keepend
syntax match deckMath /\%(^\|[^\\$[:alnum:]]\)\zs\$[^$[:space:]]\%([^$]*[^$[:space:]\\]\)\?\$\ze\%([^[:digit:]$]\|$\)/
syntax match deckEscape /\\[[:punct:]]/
syntax region deckComment start=/<!--/ end=/-->/ contains=@Spell
" Only at the start of the file, and only if a key follows.
syntax region deckFrontMatter matchgroup=deckSeparator start=/\%^---\ze\s*\n\h[[:alnum:]_-]*\s*[:=]/ end=/^---\s*$/ keepend contains=deckFrontMatterKey,deckFrontMatterComment
syntax match deckFrontMatterKey /^\s*\h[[:alnum:]_-]*\ze\s*[:=]/ contained
syntax match deckFrontMatterComment /\%(^\|\s\)#.*$/ contained

syntax cluster deckInline contains=deckCloze,deckCode,deckMath,deckEscape,deckComment

lua require('decklint.highlight').groups()
highlight default link deckBullet Delimiter
highlight default link deckAttribute String
highlight default link deckClozeHint deckHint
highlight default link deckCode String
highlight default link deckMath Number
highlight default link deckEscape SpecialChar
highlight default link deckFrontMatter String
highlight default link deckFrontMatterKey deckKey
highlight default link deckFrontMatterComment deckComment

let b:current_syntax = 'deck'
