#!/usr/bin/env bash
# Runs the cases, each in a Neovim of its own that knows nothing of its user's configuration.
# usage: run.sh NEOVIM DECKLINT [CASE...]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
neovim=$1 decklint=$2
shift 2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir -p "$scratch/packages/pack/decks/start" "$scratch/home"
ln -s "$here/../../../editors/neovim" "$scratch/packages/pack/decks/start/decklint"
export DECKLINT_TESTS=$here DECKLINT=$decklint DECKLINT_PACKAGES=$scratch/packages NEOVIM=$neovim
export HOME=$scratch/home XDG_CONFIG_HOME=$scratch/home XDG_DATA_HOME=$scratch/home
export XDG_STATE_HOME=$scratch/home XDG_CACHE_HOME=$scratch/home TMPDIR=$scratch
failed=0
if [ $# -eq 0 ]; then set -- "$here"/cases/*.lua; fi
for case in "$@"; do
  export DECKLINT_CASE=$case
  echo "$(basename "$case" .lua)"
  (cd "$scratch/home" && timeout 120 "$neovim" --headless -i NONE -u "$here/init.lua" </dev/null) || {
    echo "  FAIL: Neovim ended with $?"
    failed=1
  }
done
exit "$failed"
