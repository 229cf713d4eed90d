#!/usr/bin/env bash
# Prints what Neovim shows of a deck, for docs/editors.md.
# usage: picture.sh NEOVIM DECKLINT
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cp "$here/../../../decks/foreign-policy-under-stalin.deck" "$folder/stalin.deck"
touch "$folder/decklint.toml"
ln -s "$here/../../../editors/neovim" "$folder/plugin"
cd "$folder"
DECKLINT=$2 "$1" --headless --clean -i NONE \
  --cmd "set runtimepath^=$folder/plugin columns=100 lines=12" -S "$here/picture.lua" </dev/null
