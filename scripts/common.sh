# shellcheck shell=bash
# What scripts/wengu, scripts/test and .ci/run share: the packages, the build.
# Talk goes to stderr and nothing reads stdin: both belong to the program.

set -euo pipefail
cd "${root:?is set by the script that reads this one}"

say() { printf '%s\n' "$*" >&2; }

die() {
    say "$@"
    exit 1
}

# patiently REPORT ARGUMENT COMMAND...: runs COMMAND; every half minute meanwhile, REPORT ARGUMENT
# says how far it is. WENGU_SAY_EVERY are other seconds, for tests.
patiently() {
    local report=$1 argument=$2 every=${WENGU_SAY_EVERY:-30} reporter code=0
    shift 2
    {
        # It must not outlive this shell, nor leave a sleep behind that holds stderr open.
        for ((seconds = 1; ; seconds++)); do
            read -rt 1 <> <(:) || true
            kill -0 $$ 2>/dev/null || exit 0
            ((seconds % every)) || "$report" "$argument"
        done
    } </dev/null >/dev/null 9>&- &
    reporter=$!
    "$@" || code=$?
    kill "$reporter" 2>/dev/null || true
    wait "$reporter" 2>/dev/null || true
    return "$code"
}

# log_to FILE COMMAND...: COMMAND without a terminal, all that it says added to FILE.
log_to() {
    local file=$1
    shift
    "$@" </dev/null >>"$file" 2>&1
}

# How far ninja is, by its log.
say_steps() {
    local last
    last=$(grep -oE '^\[[0-9]+/[0-9]+\]' "$1" | tail -n 1 | tr -d '[]')
    say "wengu: still building${last:+, step ${last%/*} of ${last#*/}}"
}

say_still() { say "wengu: still $1"; }

# need_packages GROUP...: installs what is missing of these groups of scripts/packages.
need_packages() {
    local stamp=build/.packages group
    for group; do stamp+=-$group; done
    [[ $stamp -nt /var/lib/dpkg/status && $stamp -nt scripts/packages ]] && return
    type -P dpkg-query >/dev/null || return 0 # not a Debian: the build will say what it misses

    local groups=" $* " package wanted=() missing=()
    while read -r group package _; do
        [[ $groups == *" $group "* ]] && wanted+=("$package")
    done <scripts/packages

    local installed
    # shellcheck disable=SC2016  # the ${} are dpkg-query's
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true)
    for package in "${wanted[@]}"; do
        [[ $'\n'$installed$'\n' == *$'\n'"installed $package"$'\n'* ]] || missing+=("$package")
    done
    ((${#missing[@]} == 0)) || install_packages "${missing[@]}"
    mkdir -p build
    touch "$stamp"
}

install_packages() {
    local log
    local as_root=(env DEBIAN_FRONTEND=noninteractive)
    if ((EUID != 0)); then
        if ! type -P sudo >/dev/null; then
            say "wengu: packages are missing, and there is no sudo to install them; as root, run"
            die "    apt-get install --no-install-recommends $*"
        fi
        as_root=(sudo "${as_root[@]}")
    fi
    say "wengu: installing $*"
    ((EUID == 0)) || say "wengu: sudo may ask for your password"
    log=$(mktemp)
    patiently say_still installing log_to "$log" "${as_root[@]}" apt-get -qq update ||
        say "wengu: apt-get update failed; going on with the lists at hand"
    if ! patiently say_still installing log_to "$log" \
        "${as_root[@]}" apt-get -qq install -y --no-install-recommends "$@"; then
        cat "$log" >&2
        rm -f "$log"
        die "wengu: cannot install the packages above; is this machine online?"
    fi
    rm -f "$log"
}

# configure PRESET: unless that has been done for this place and these presets.
configure() {
    local directory=build/$1 done_for=build/$1/.configured fresh=()
    if [[ -f $done_for && $(<"$done_for") != "$root" ]]; then
        fresh=(--fresh) # the project has been moved since
    elif [[ -f $directory/build.ninja && $done_for -nt CMakePresets.json ]]; then
        return
    fi
    mkdir -p "$directory"
    if ! cmake --preset "$1" "${fresh[@]}" >"$directory/configure.log" 2>&1; then
        cat "$directory/configure.log" >&2
        die "wengu: cannot configure the build"
    fi
    printf '%s\n' "$root" >"$done_for"
}

# build PRESET: shows the progress on a terminal; elsewhere now and then how far it is, and errors.
build() {
    local directory=build/$1
    configure "$1"
    local command=(cmake --build --preset "$1") log=$directory/build.log
    : >"$log"
    if [[ -t 2 ]]; then
        "${command[@]}" </dev/null >&2 || die "wengu: the build failed"
    elif ! patiently say_steps "$log" log_to "$log" "${command[@]}"; then
        grep -vE '^\[[0-9]+/[0-9]+\] ' "$log" | head -n 60 >&2
        die "wengu: the build failed; the whole log is $root/$log"
    fi
}

# run_tests PRESET [CTEST OPTION...]: all of ctest's output if something failed, else its closing lines.
run_tests() {
    local preset=$1 log=build/$1/test.log
    shift
    if ! ctest --preset "$preset" -j "$(nproc)" "$@" </dev/null >"$log" 2>&1; then
        cat "$log"
        return 1
    fi
    tail -n 3 "$log" | sed '/^$/d'
}
