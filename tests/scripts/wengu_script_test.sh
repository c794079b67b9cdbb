#!/usr/bin/env bash
# scripts/wengu, tried on a project of one C file in a scratch folder, with an
# apt-get, a dpkg-query and a sudo that only write down what they were asked.

set -euo pipefail
project=$(readlink -f "${BASH_SOURCE[0]%/*}/../..")
here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
tiny="$here/a tree/scripts/tiny"

mkdir -p "$tiny/src" "$tiny/scripts" "$here/bin" "$here/elsewhere"
cp "$project"/scripts/{wengu,common.sh} "$tiny/scripts"
echo 'build coreutils the usual tools' >"$tiny/scripts/packages"
cat >"$tiny/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(tiny LANGUAGES C)
set(CMAKE_C_COMPILER_LAUNCHER slowly)
add_executable(wengu src/main.c)
END
cat >"$tiny/CMakePresets.json" <<'END'
{ "version": 6,
  "configurePresets": [{ "name": "release", "generator": "Ninja", "binaryDir": "${sourceDir}/build/release" }],
  "buildPresets": [{ "name": "release", "configurePreset": "release" }] }
END
write_program() { printf '#include <stdio.h>\nint main(int n, char** a) {\n    char in[9] = "";\n    (void)!fgets(in, 9, stdin);\n    printf("%s %%d %%s %%s\\n", n, a[n - 1], in);\n    return 7;\n}\n' "$1" >"$tiny/src/main.c"; }

for name in apt-get sudo; do
    printf '#!/bin/sh\necho "%s $*" >>"%s"\n' "$name" "$here/asked" >"$here/bin/$name"
done
printf '#!/bin/sh\nrm "%s" 2>/dev/null && sleep 3\nexec "$@"\n' "$here/slow" >"$here/bin/slowly"
printf '#!/bin/sh\necho "installed coreutils"\n' >"$here/bin/dpkg-query"
chmod +x "$here"/bin/*
PATH=$here/bin:$PATH
cd "$here/elsewhere"

failures=0
# expect WHAT WANTED GOT
expect() {
    [[ $3 == "$2" ]] && return
    printf 'FAILED: %s\n  wanted: %s\n  got:    %s\n' "$1" "$2" "$3"
    failures=$((failures + 1))
}
# run ARGS: sets out, err and code; stdin says "in".
run() {
    code=0
    out=$(echo -n in | "$tiny/scripts/wengu" "$@" 2>"$here/err") || code=$?
    err=$(<"$here/err")
}

write_program one
run ../a.md
expect "it builds, and passes on arguments, stdin and exit code" "one 2 ../a.md in, 7" "$out, $code"
expect "it says that it builds" "wengu: building; the first time takes some minutes" "$err"

built=$(stat -c %Y.%y "$tiny/build/release/wengu")
run ../a.md
expect "the second run is quiet" "one 2 ../a.md in, " "$out, $err"
expect "the second run builds nothing" "$built" "$(stat -c %Y.%y "$tiny/build/release/wengu")"

write_program two
run
expect "a changed source is built" "two 1 $tiny/build/release/wengu in, " "$out, $err"

write_program patient
touch "$here/slow"
WENGU_SAY_EVERY=1 run
expect "a long build says now and then that it goes on" "patient 1 $tiny/build/release/wengu in" "$out"
expect "and how far it is" "wengu: still building" "${err%%[,$'\n']*}"

echo 'int broken(' >>"$tiny/src/main.c"
run
expect "a source that does not compile stops it" "1, " "$code, $out"
expect "and the log is named" "wengu: the build failed; the whole log is $tiny/build/release/build.log" "${err##*$'\n'}"
run
expect "and goes on stopping it" "1, " "$code, $out"

write_program three
ln -s "$tiny/scripts/wengu" "$here/link"
out=$(cd / && "$here/link" </dev/null 2>&1) || true
expect "it can be called through a link" "three 1 $tiny/build/release/wengu " "$out"

write_program both
"$tiny/scripts/wengu" first <<<in >"$here/first" 2>&1 &
"$tiny/scripts/wengu" second <<<in >"$here/second" 2>"$here/err" || true
wait $! || true
expect "two at once build once, and both run" $'both 2 first in\nboth 2 second in' \
    "$(grep -hv -e '^$' -e waiting "$here/first" "$here/second")"

mv "$tiny" "$here/moved"
tiny=$here/moved
write_program four
run
expect "a project that was moved is configured anew" "four 1 $tiny/build/release/wengu in, " "$out, $err"

expect "no package was asked for until here" "no" "$([[ -e $here/asked ]] && echo yes || echo no)"
echo 'build no-such-package nothing' >>"$tiny/scripts/packages"
run
expect "what is missing is installed, and said" "wengu: installing no-such-package" "${err%%$'\n'*}"
install='apt-get -qq install -y --no-install-recommends no-such-package'
((EUID == 0)) || install="sudo env DEBIAN_FRONTEND=noninteractive $install"
expect "nothing else is installed" "$install" "$(tail -n 1 "$here/asked")"

exit "$failures"
