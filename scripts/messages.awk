# Reads ROOM.pot (the messages of a room) and ROOM.po (their translations), room
# after room, and prints what does not fit: path:line: what is wrong.

function problem(place, text) {
    print place ": " text
    ++problems
}

# The fields of a format string in a comparable form: "{} of {:.1f}" gives " 0 1:.1f".
# Unnumbered fields count up from 0, so a translation may number and reorder them.
function fields(text,    at, c, field, found, count, next_number, depth, i) {
    for (at = 1; at <= length(text); ++at) {
        c = substr(text, at, 1)
        if (c == "{" && substr(text, at + 1, 1) == "{" && !depth) { ++at; continue }
        if (c == "{") {
            ++depth
            match(substr(text, at + 1), /^[0-9]*/)
            field = RLENGTH ? substr(text, at + 1, RLENGTH) : next_number++
            at += RLENGTH
            found[++count] = field
        } else if (c == "}" && depth) {
            --depth
        } else if (depth) {
            found[count] = found[count] c
        }
    }
    return sorted(found, count)
}

function sorted(list, count,    i, j, held, text) {
    for (i = 2; i <= count; ++i) {
        held = list[i]
        for (j = i - 1; j >= 1 && list[j] "" > held ""; --j) list[j + 1] = list[j]
        list[j + 1] = held
    }
    for (i = 1; i <= count; ++i) text = text " " list[i]
    return text
}

function keep_message() {
    if (id == "" || id in place) return
    place[id] = location
    many[id] = plural
    order[++messages] = id
}

function keep_translation() {
    if (id == "") return
    at = file ":" id_line
    if (obsolete || !(id in place)) { problem(at, "no longer used: \"" id "\""); return }
    done[id] = 1
    if (fuzzy) problem(at, "marked fuzzy: \"" id "\"")
    if (text == "") { problem(at, "not translated: \"" id "\""); return }
    if (fields(many[id] != "" ? many[id] : id) != fields(text))
        problem(at, "the {} fields differ: \"" id "\", \"" text "\"")
    if ((many[id] != "") != (plural != "")) problem(at, "only one of them has a plural: \"" id "\"")
    if (id in said && said[id] != text)
        problem(at, "translated differently in " said_at[id] ": \"" id "\"")
    said[id] = text
    said_at[id] = at
}

function flush_entry() {
    if (in_template) keep_message(); else keep_translation()
    id = plural = text = location = part = ""
    fuzzy = obsolete = 0
}

function close_room(    i) {
    for (i = 1; i <= messages; ++i)
        if (!(order[i] in done))
            problem(place[order[i]], "no translation in po/" language "/" room ".po: \"" order[i] "\"")
    total += messages
    split("", place); split("", many); split("", order); split("", done)
    messages = 0
}

# What stands between the first and the last quote of the line.
function quoted(line) {
    sub(/^[^"]*"/, "", line)
    sub(/"$/, "", line)
    return line
}

FNR == 1 {
    if (file != "") flush_entry()
    file = FILENAME
    in_template = file ~ /\.pot$/
    if (in_template) {
        if (room != "") close_room()
        room = file
        sub(/.*\//, "", room)
        sub(/\.pot$/, "", room)
    }
}

/^#~ / { obsolete = 1; sub(/^#~ /, "") }
/^$/ { flush_entry(); next }
/^#:/ { if (location == "") location = $2; next }
/^#,/ { if (/fuzzy/) fuzzy = 1; next }
/^#/ { next }
/^msgid / { if (id != "") flush_entry(); part = "id"; id_line = FNR }
/^msgid_plural / { part = "plural" }
/^msgstr/ { part = "text" }
part == "id" { id = id quoted($0) }
part == "plural" { plural = plural quoted($0) }
part == "text" { text = text quoted($0) }

END {
    if (file != "") flush_entry()
    if (room != "") close_room()
    printf "%d messages, %d problems\n", total, problems
    exit problems > 0
}
