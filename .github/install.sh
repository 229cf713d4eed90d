#!/usr/bin/env bash
# Puts decklint on the path of a workflow: the binary of a release, else one built from here.
# Takes RELEASES (where releases are), VERSION, ACTION (this repository's folder), and what the
# runner sets: RUNNER_OS, RUNNER_ARCH, RUNNER_TEMP, GITHUB_PATH.
set -euo pipefail

target() {
  case "$RUNNER_OS-$RUNNER_ARCH" in
    Linux-X64) echo x86_64-unknown-linux-musl ;;
    Linux-ARM64) echo aarch64-unknown-linux-musl ;;
    macOS-X64) echo x86_64-apple-darwin ;;
    macOS-ARM64) echo aarch64-apple-darwin ;;
    Windows-X64) echo x86_64-pc-windows-msvc ;;
    Windows-ARM64) echo aarch64-pc-windows-msvc ;;
    *) return 1 ;;
  esac
}

# Fetches the release's archive into the current folder, checks and unpacks it.
fetch() {
  local name=$1 archive=$1.tar.gz
  [[ $RUNNER_OS == Windows ]] && archive=$name.zip
  curl --fail --silent --show-error --location --retry 3 \
    --remote-name "$RELEASES/$VERSION/$archive" \
    --remote-name "$RELEASES/$VERSION/$archive.sha256" || return 1
  # A release that is there and is not what it was is no reason to go on.
  if command -v sha256sum >/dev/null; then
    sha256sum --check --quiet "$archive.sha256" || exit 1
  else
    shasum --algorithm 256 --check "$archive.sha256" >&2 || exit 1
  fi
  if [[ $archive == *.zip ]]; then unzip -q "$archive"; else tar -xzf "$archive"; fi
}

folder=$RUNNER_TEMP/decklint
mkdir -p "$folder"
cd "$folder"
if name=decklint-$(target) && [[ $VERSION == v* ]] && fetch "$name"; then
  bin=$folder/$name
else
  echo "no binary of decklint ${VERSION:-without a version} for $RUNNER_OS $RUNNER_ARCH: building it"
  cargo install --locked --path "$ACTION/crates/decklint" --root "$folder"
  bin=$folder/bin
fi
"$bin/decklint" --version
echo "$bin" >>"$GITHUB_PATH"
