#!/usr/bin/env bash
# Goes through the whole program in a real terminal (tmux), at several sizes and in both
# languages, and checks every screen: no line too wide, none that begins with a closing mark,
# tables in line, nothing missing from an answer.
#
#   captures_test.sh WENGU CHECK_LINES DECKS [FOLDER]     captures are kept in FOLDER
set -eu

wengu=$1
check_lines=$2
command -v tmux >/dev/null || { echo "skipped: tmux is not installed"; exit 77; }
work=$(mktemp -d)
kept=${4:-$work/captures}
mkdir -p "$kept"
end_servers() {
    local socket
    for socket in "$work"/tmux-*; do tmux -S "$socket" kill-server 2>/dev/null || true; done
}
trap 'end_servers; rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8 HOME=$work XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
export XDG_STATE_HOME=$work/state WENGU_NOW=2026-11-21T20:00:00+08:00 WENGU_PAGER=cat
unset TMUX NO_COLOR
decks=$work/decks # a copy: reviews are written back into notes
cp -r "$3" "$decks"

# The long answer that is paged through; its letters are compared with what is shown.
cat >"$work/answer.md" <<'NOTE'
先写数据库，再删缓存；删除失败要有补偿（消息队列、订阅 binlog），并且给缓存设过期时间，作为最后的兜底。

1. **先更新数据库**，以它为准
   - 更新成功才去动缓存，失败就直接返回；不要先动缓存再写库，否则并发的读会把旧值写回去
   - 需要 `SELECT ... FOR UPDATE` 的地方，事务要短
2. **再删除缓存**，而不是更新缓存：删除是幂等的，重试也安全
3. 删除失败要重试，延迟 500ms、1s、3-5s，仍然失败就报警

| 方案 | 窗口 | 代价 |
|---|---|---:|
| 先删缓存 | 大 | 低 |
| 延迟双删 | 小 | 中 |
| 订阅日志 | 很小 | 高 |

> 一句话：数据库是事实，缓存只是它的影子；影子可以晚一点，但不能永远是错的。

最后，监控要能发现不一致：抽样对比、命中率、删除失败的次数，都应该有曲线和报警。
NOTE
question="数据库和缓存双写，怎样保证最终一致？"
mkdir "$work/long"
{ printf '# 双写\n\n## %s\n\n' "$question" && cat "$work/answer.md"; } >"$work/long/double.md"
{ echo "$question" && cat "$work/answer.md"; } >"$work/card-small.txt"
{ echo 双写 && cat "$work/card-small.txt"; } >"$work/card.txt" # its topic stands above it

# A collection with some days of reviews, an interview to prepare for, and a finished drill.
prepare() {
    local day
    export WENGU_DB=$work/prepared.db
    "$wengu" import "$decks" "$work/long"
    for day in 08 09 12 15 16 19 20; do
        printf '\n3\n\n1\n\n4\n\n3\n\n2\n\n3\nq\n' |
            "$wengu" --now "2026-11-${day}T20:00:00+08:00" review --linear
    done
    "$wengu" profile add first --date 2026-11-30 --company 云服务
    yes '' | head -40 | "$wengu" --now 2026-11-20T21:00:00+08:00 interview -n 1 --linear
}

in_terminal() { tmux -S "$socket" "$@"; }
press() { in_terminal send-keys "$@"; }
fault() { echo "$*" >>"$work/faults" && echo "$*"; }

# The screen, once it has come to rest.
settle() {
    local i last=none
    for ((i = 0; i < 200; ++i)); do
        in_terminal capture-pane -p >"$screen" 2>/dev/null || true
        [[ -s $screen && $(<"$screen") == "$last" ]] && return 0
        last=$(<"$screen")
        sleep 0.05
    done
    fault "$run never comes to rest"
}

# changes BEFORE: waits a little for another screen than BEFORE; false if it stays.
changes() {
    local i
    for ((i = 0; i < 10; ++i)); do
        settle
        [[ $(<"$screen") == "$1" ]] || return 0
    done
    return 1
}

# see TEXT: waits until the screen shows it.
see() {
    local i
    for ((i = 0; i < 400; ++i)); do
        in_terminal capture-pane -p >"$screen" 2>/dev/null || true
        grep -qF -- "$1" "$screen" && return 0
        sleep 0.05
    done
    fault "$run never shows: $1" && cat "$screen"
}

# leave TEXT: waits until the screen shows it no more.
leave() {
    local i
    for ((i = 0; i < 400; ++i)); do
        in_terminal capture-pane -p >"$screen" 2>/dev/null || true
        grep -qF -- "$1" "$screen" || return 0
        sleep 0.05
    done
    fault "$run goes on showing: $1" && cat "$screen"
}

# keep NAME: the screen as it was seen last.
keep() {
    local file=$kept/$1-$run.txt
    cp "$screen" "$file"
    "$check_lines" "$columns" "$ambiguous" <"$file" && return 0
    fault "in $file" && cat "$file"
}

# check NAME [TEXT]: the screen as it is now, or as soon as it shows TEXT.
check() {
    [[ -z ${2-} ]] || see "$2"
    settle
    keep "$1"
}

# Whether the program still has the screen; asked after a look, it holds for what was seen.
has_screen() { [[ $(in_terminal display-message -p '#{alternate_on}') == 1 ]]; }

# open ARGUMENT...: wengu in a terminal of its own; END follows when it has ended.
open() {
    [[ ! -S $socket ]] || in_terminal kill-server 2>/dev/null || true
    opened=$((opened + 1)) socket=$work/tmux-$run-$opened
    in_terminal -f /dev/null new-session -d -x "$columns" -y "$rows" \
        "${variable:+env $variable }$wengu --lang $language $*; echo END; sleep 100"
    in_terminal set-option -g status off
}

first_run() {
    export WENGU_DB=$work/new-$run.db
    open
    check first-run 'wengu demo'
    press -l "$decks" && press Enter
    check import 'wengu interview'
    press -l q && press Enter
    see END
}

today() {
    open
    check today "$today"
    press '?'
    check help "$keys"
    press / && press -l "$word_in_help" && see "/ $word_in_help"
    check help-search
    press Enter q
    see "$today"
    press s
    check stats "$statistics"
    press G
    check stats-end
    press q && see "$today" && press /
    check browse "$cards"
    press -l 缓存
    check browse-typing '/ 缓存'
    press C-u && press -l 'deck:long is:dew'
    check browse-mistake '^^^^'
    press C-u && press -l deck:long
    see "/ deck:long" && press Enter Enter
    check whole-card '先写数据库'
    press q && press i
    check card-info "$question"
    press q q
    see "$today" && press q && see END
}

# Every page of the answer, from its top.
read_answer() {
    local page wanted=$work/card.txt
    [[ $run == 40x12* ]] && wanted=$work/card-small.txt # too small for a topic
    press g
    settle
    cp "$screen" "$kept/answer-$run.txt"
    for ((page = 0; page < 20; ++page)); do
        grep -q -- "--  $the_end\$" "$screen" && break
        press PageDown
        changes "$(<"$screen")" || fault "$run: no page after $page"
        cat "$screen" >>"$kept/answer-$run.txt"
    done
    "$check_lines" answer "$wanted" <"$kept/answer-$run.txt" || fault "$run: the answer is cut"
}

review() {
    open review --cram long
    check front '1/1'
    press t && see Ctrl-D && press -l '先说结论，再说要点。'
    check typed-answer '先说结论'
    press C-d
    check back "1 $again"
    press v
    check compare "$yours"
    press v && leave "$yours"
    read_answer
    press 3
    check end "$reviewed"
    press q
    see END
    check after
}

# The drill, whatever its steps: Enter leads on, or the end of an answer, a grade, a yes.
drill() {
    local i key before
    open interview -n 1
    see "$enter"
    for ((i = 1; i < 30; ++i)); do
        settle
        has_screen || break
        keep "drill-$i"
        before=$(<"$screen")
        for key in Enter C-d 3 y; do
            press "$key"
            changes "$before" && break
        done
    done
    # What follows the last screen is wrapped by the terminal, for which no character is ambiguous.
    ambiguous=1 check drill-after END
    open interview report last
    ambiguous=1 check drill-report END
}

# tour COLUMNS ROWS LANGUAGE AMBIGUOUS [VARIABLE=VALUE]
tour() {
    columns=$1 rows=$2 language=$3 ambiguous=$4 variable=${5-}
    run=$1x$2-$3-$4${variable:+-${variable%%=*}}
    opened=0 socket=$work/tmux-$run screen=$work/screen-$run
    export WENGU_UI_AMBIGUOUS_WIDTH=$ambiguous
    if [[ $language == en ]]; then
        today=Today keys=Keys statistics=Statistics cards=Cards again=Again the_end=end
        reviewed='Reviewed 1' yours='Your answer' word_in_help=undo enter=Enter
    else
        today=今天 keys=按键 statistics=统计 cards=卡片 again=忘了 the_end=到底了
        reviewed='复习了 1' yours=你的回答 word_in_help=撤销 enter=回车
    fi
    first_run
    cp "$work/prepared.db" "$work/$run.db"
    export WENGU_DB=$work/$run.db
    today
    review
    drill
    in_terminal kill-server
}

# Ctrl-Z gives the shell its terminal back, fg the program its screen.
stop_and_go_on() {
    columns=80 rows=24 run=stop socket=$work/tmux-stop screen=$work/screen-stop
    export WENGU_DB=$work/stop.db
    cp "$work/prepared.db" "$WENGU_DB"
    in_terminal -f /dev/null new-session -d -x 80 -y 24 "PS1='shell> ' bash --norc -i"
    see 'shell>'
    press -l "$wengu --lang en review --cram long" && press Enter && see '1/1'
    press C-z && see Stopped
    press -l 'stty -a | grep -c " -icanon"' && press Enter && see 0
    press -l fg && press Enter && see '1/1'
    press Space && see 'Again'
    press q && see 'shell>'
    in_terminal kill-server
}

# Without a terminal that moves its cursor: plain lines, no escape sequence, no rule.
lines() {
    export WENGU_DB=$work/lines.db
    cp "$work/prepared.db" "$WENGU_DB"
    printf '\n3\nq\n' | TERM=dumb "$wengu" --lang zh_CN review --cram long >"$kept/linear-zh.txt"
    grep -q "题目 1/1: $question" "$kept/linear-zh.txt" || fault "no question in lines"
    grep -q '^--' "$kept/linear-zh.txt" && fault "a rule in lines"
    grep -q $'\x1b' "$kept/linear-zh.txt" && fault "an escape sequence in lines"
    return 0
}

prepare >"$kept/prepare.txt" 2>&1
tours=()
tour 80 24 zh_CN 1 & tours+=($!)
tour 60 20 en 2 & tours+=($!)
tour 40 12 zh_CN 2 & tours+=($!)
tour 40 12 en 1 NO_COLOR=1 & tours+=($!)
tour 80 24 en 1 & tours+=($!)
stop_and_go_on & tours+=($!)
lines
for pid in "${tours[@]}"; do wait "$pid" || fault "a tour ended early"; done

[[ ! -s $work/faults ]] || { echo "faults:" && cat "$work/faults" && exit 1; }
