#!/usr/bin/env bash
# Reviews in a real terminal (tmux), at several sizes and in both languages, and
# checks every screen: no line too wide, none that begins with a closing mark.
#
#   captures_test.sh WENGU CHECK_LINES DECKS [FOLDER]     captures are kept in FOLDER
set -eu

wengu=$1
check_lines=$2
decks=$3
command -v tmux >/dev/null || { echo "skipped: tmux is not installed"; exit 77; }
work=$(mktemp -d)
kept=${4:-$work/captures}
mkdir -p "$kept"
server="wengu-captures-$$"
trap 'tmux -L "$server" kill-server 2>/dev/null || true; rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state
failures=0

in_terminal() { tmux -L "$server" "$@"; }

# see TEXT: waits until the screen shows it.
see() {
    local i
    for ((i = 0; i < 100; ++i)); do
        in_terminal capture-pane -p >"$work/screen" 2>/dev/null || true
        grep -qF -- "$1" "$work/screen" && return 0
        sleep 0.1
    done
    echo "never seen: $1" && cat "$work/screen"
    failures=$((failures + 1))
}

# check NAME: the screen as it is now.
check() {
    local file=$kept/$1-$run.txt
    sleep 0.2
    in_terminal capture-pane -p >"$file"
    "$check_lines" "$columns" "$ambiguous" <"$file" && return 0
    echo "in $file" && cat "$file"
    failures=$((failures + 1))
}

# review COLUMNS ROWS LANGUAGE AMBIGUOUS ANSWER [VARIABLE=VALUE]: a card from front to end.
# ANSWER is the first word on the grade keys.
review() {
    columns=$1 ambiguous=$4 run=$1x$2-$3-$4${6:+-${6%%=*}}
    export WENGU_DB=$work/$run.db
    "$wengu" --lang "$3" import "$decks" >"$kept/import-$run.txt"
    "$wengu" --lang "$3" config set ui.ambiguous_width "$4" >/dev/null
    in_terminal -f /dev/null new-session -d -x "$1" -y "$2" \
        "${6:+env $6 }$wengu --lang $3 review; sleep 60"
    see '1/20'
    check front
    in_terminal send-keys '?'
    sleep 0.3
    check help
    in_terminal send-keys Escape
    sleep 0.3
    in_terminal send-keys Space
    see "1 $5"
    check back
    in_terminal send-keys PageDown
    check back-lower
    in_terminal send-keys 3
    see '2/20'
    in_terminal send-keys t
    sleep 0.3
    in_terminal send-keys -l '先说结论，再说要点。'
    see '先说结论'
    check typing
    in_terminal send-keys C-d
    see "1 $5"
    in_terminal send-keys q
    sleep 0.5
    check after
    in_terminal kill-server
}

review 80 24 zh_CN 1 忘了
review 60 20 en 2 Again
review 40 12 zh_CN 2 忘了
review 40 12 en 1 Again NO_COLOR=1

# Without a terminal: plain lines, no escape sequence, no rule.
export WENGU_DB=$work/lines.db
"$wengu" --lang zh_CN import "$decks" >/dev/null
printf '\n3\n\n1\nu\nq\n' | TERM=dumb "$wengu" --lang zh_CN review --linear >"$kept/linear-zh.txt"
grep -q '题目 1/20' "$kept/linear-zh.txt" || { echo "no question"; failures=$((failures + 1)); }
grep -q '^--' "$kept/linear-zh.txt" && { echo "a rule"; failures=$((failures + 1)); }
grep -q $'\x1b' "$kept/linear-zh.txt" && { echo "an escape"; failures=$((failures + 1)); }

echo "$failures faults"
[[ $failures == 0 ]]
