#!/usr/bin/env bash
# package_test.sh DEB: installs the package with dpkg in a scratch root, where the machine's own
# packages count as installed; shows a card from a pipe; removes it and finds nothing left.

set -euo pipefail
package=$1
((EUID == 0)) || { echo "skipped: dpkg installs for root only"; exit 77; }
type -P dpkg >/dev/null || { echo "skipped: there is no dpkg here"; exit 77; }
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
scratch=$here/root
mkdir -p "$scratch"/var/lib/dpkg/{info,updates,triggers} "$here/home"
cp /var/lib/dpkg/status "$scratch/var/lib/dpkg/status"

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    exit 1
}
dpkg_here() {
    dpkg --root="$scratch" --log=/dev/null "$@" >"$here/dpkg.log" 2>&1 ||
        fail "dpkg $* says: $(grep -v 'files list file' "$here/dpkg.log")"
}
# What stands in the scratch root beside dpkg's own notes.
contents() { (cd "$scratch" && find . -path ./var/lib/dpkg -prune -o -print | sort); }
before=$(contents)

dpkg_here --install "$package"
for path in bin/wengu share/bash-completion/completions/wengu share/doc/wengu/copyright \
    share/doc/wengu/README.md share/doc/wengu/README.zh-CN.md share/doc/wengu/CHANGELOG.md.gz \
    share/fish/vendor_completions.d/wengu.fish share/locale/zh_CN/LC_MESSAGES/wengu.mo \
    share/man/man1/wengu.1.gz share/man/zh_CN/man1/wengu.1.gz share/zsh/vendor-completions/_wengu \
    share/wengu/decks/en/rate-limiter.md share/wengu/decks/zh/huancun-yizhixing.md; do
    [[ -s $scratch/usr/$path ]] || fail "not installed: usr/$path"
done
foreign=$(find "$scratch/usr" ! -user root -o -perm /022 ! -type l)
[[ -z $foreign ]] || fail "others may write to: $foreign"
depends=$(dpkg-deb --field "$package" Depends)
[[ $depends == *libc6* && $depends == *libsqlite3-0* ]] || fail "depends on: $depends"
if type -P readelf >/dev/null && readelf -S "$scratch/usr/bin/wengu" | grep -q '\.debug_info'; then
    fail "the program is not stripped"
fi

# With nothing of this machine's settings, and no terminal: question, answer, a grade, the end.
wengu() { env -i HOME="$here/home" PATH=/usr/bin:/bin LANG=C.UTF-8 "$scratch/usr/bin/wengu" "$@"; }
shown=$(printf '\n3\nq\n' | wengu demo) || fail "wengu demo exits with $?"
[[ $shown == *'Good: back in'* ]] || fail "wengu demo takes no grade: $shown"
said=$(wengu --lang zh_CN help | head -n 3)
[[ $said != "$(wengu --lang en help | head -n 3)" ]] || fail "it speaks no Chinese: $said"

dpkg_here --purge wengu
left=$(comm -13 <(echo "$before") <(contents))
[[ -z $left ]] || fail "left behind: $left"
echo "the package installs, shows a card and goes without a trace"
