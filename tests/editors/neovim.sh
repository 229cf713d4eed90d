#!/bin/bash
# Puts the Neovim of another suite of Debian into a folder, with the libraries it needs:
#
#     neovim.sh SUITE FOLDER
#
# FOLDER/nvim then starts it. Nothing is installed into the system, whose C library would be
# replaced by that of the other suite.
set -euo pipefail
suite=$1
folder=$2

rm -rf "$folder"
mkdir -p "$folder"/{lists/partial,cache/archives/partial,debs}
folder=$(cd "$folder" && pwd)

# Where this machine gets its packages from.
sources=$(cat /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null || true)
mirror=$(awk '($1 == "URIs:" || $1 == "deb") && match($0, /[a-z]+:\/\/[^ ]+/) {
    print substr($0, RSTART, RLENGTH); exit }' <<<"$sources")
keys=/usr/share/keyrings/debian-archive-keyring.gpg
echo "deb [signed-by=$keys] $mirror $suite main" >"$folder/sources.list"

# An apt that knows of this suite and of nothing that is installed.
apt() {
    apt-get -qq \
        -o Dir::Etc::sourcelist="$folder/sources.list" -o Dir::Etc::sourceparts=/dev/null \
        -o Dir::State::lists="$folder/lists" -o Dir::State::status=/dev/null \
        -o Dir::Cache="$folder/cache" -o APT::Sandbox::User=root "$@"
}
apt update
packages=$(apt install --simulate --no-install-recommends neovim | awk '$1 == "Inst" { print $2 }')
# shellcheck disable=SC2086 # one word a package
(cd "$folder/debs" && apt download $packages)
for package in "$folder"/debs/*.deb; do
    dpkg-deb --extract "$package" "$folder/root"
done
rm -r "$folder"/{debs,lists,cache}

# The other suite's programs want its loader and its libraries.
cat >"$folder/nvim" <<'SCRIPT'
#!/bin/sh
root=$(dirname "$(readlink -f "$0")")/root
export VIM="$root/usr/share/nvim" VIMRUNTIME="$root/usr/share/nvim/runtime"
loader=$(find "$root" -name 'ld-linux*.so.*' -print -quit)
libraries=
for place in "$root"/usr/lib/*-linux-gnu "$root"/lib/*-linux-gnu; do
    libraries="$libraries$place:"
    cpath="$cpath$place/lua/5.1/?.so;$place/lua/5.1/?/init.so;"
done
export LUA_PATH="$root/usr/share/lua/5.1/?.lua;;" LUA_CPATH="$cpath;"
exec "$loader" --library-path "$libraries" "$root/usr/bin/nvim" "$@"
SCRIPT
chmod +x "$folder/nvim"
"$folder/nvim" --version | sed -n 1p
