#!/usr/bin/env bash
# Checks decks in a workflow: annotations, a summary, SARIF if wanted.
# Takes PATHS and ARGS (separated by spaces), SINCE (a commit, or nothing), SARIF (a file, or
# nothing), and what the runner sets: RUNNER_TEMP, GITHUB_STEP_SUMMARY.
set -euo pipefail

# shellcheck disable=SC2153 # PATHS is given.
# Spaces part arguments; nothing in them is expanded.
read -ra paths <<<"$PATHS"
read -ra more <<<"$ARGS"
summary=$RUNNER_TEMP/decklint-summary.md
arguments=(--format github --format "markdown=$summary")
[[ -n $SARIF ]] && arguments+=(--format "sarif=$SARIF")
[[ -n $SINCE ]] && arguments+=(--since "$SINCE")

code=0
decklint "${arguments[@]}" ${more[@]+"${more[@]}"} ${paths[@]+"${paths[@]}"} || code=$?
[[ -f $summary ]] && cat "$summary" >>"$GITHUB_STEP_SUMMARY"
exit "$code"
