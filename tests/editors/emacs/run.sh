#!/usr/bin/env bash
# Runs eglot.el in an Emacs that knows nothing but the settings of docs/editors.md.
# usage: run.sh DECKLINT
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/home" "$scratch/decks"
sed -n '/^```elisp$/,/^```$/p' "$here/../../../docs/editors.md" | sed '/^```/d' >"$scratch/settings.el"
echo "eglot"
PATH=$(dirname "$1"):$PATH HOME=$scratch/home \
  DECKLINT_SETTINGS=$scratch/settings.el DECKLINT_FOLDER=$scratch/decks \
  timeout 120 emacs --batch -l "$here/eglot.el" </dev/null
