# Fails if two sources of one room give the same name to things in their unnamed namespaces,
# or if such a thing is named like a type in a header of the room or of core: a release build
# compiles several sources of a room as one. Reads headers first, then sources: src/ROOM/...
#
# What clang-format makes of the sources is relied upon: what is declared there begins a line.

function problem(text) { print text > "/dev/stderr"; bad = 1 }

# The name that is declared at the beginning of `line`; empty if none is.
function declared(line,    i, c, depth) {
    if (match(line, /^(struct|class|enum class|enum|using) [A-Za-z0-9_]+/)) {
        if (line ~ /^(struct|class|using namespace)[^{=]*;$/) return ""
        line = substr(line, 1, RLENGTH)
        sub(/.* /, "", line)
        return line
    }
    if (line !~ /^[A-Za-z]/ || line ~ /^(namespace|static_assert|template|requires)/) return ""
    for (i = 1; i <= length(line); i++) {  # the last word before ( = { [ ; that are not in <>
        c = substr(line, i, 1)
        depth += (c == "<") - (c == ">")
        if (depth == 0 && c ~ /[(={;[]/) break
    }
    if (i > length(line)) return ""
    line = substr(line, 1, i - 1)
    sub(/ +$/, "", line)
    if (line !~ / / || line ~ /operator|::[a-z_]+$/) return ""
    sub(/.*[ *&]/, "", line)
    return line
}

FNR == 1 {
    unnamed = 0
    space = ""
    room = FILENAME
    sub(/^(.*\/)?src\//, "", room)
    sub(/\/.*/, "", room)
}
/^namespace [a-z_:]+ \{/ { space = $2 }
/^namespace \{/ { unnamed = 1; next }
/^\}  \/\/ namespace$/ { unnamed = 0 }

FILENAME ~ /\.h$/ {
    if (/^(struct|class|enum class|enum) [A-Z]/ && (/{/ || !/;$/)) type[room, space, declared($0)] = FILENAME
    next
}
unnamed {
    line = $0
    sub(/^\[\[[a-z_]+\]\] /, "", line)
    name = declared(line)
    if (name == "") next
    key = room SUBSEP space SUBSEP name
    if (!(key in home)) {
        home[key] = FILENAME
        text[key] = line
    } else if (home[key] != FILENAME && !(line ~ /^using / && line == text[key])) {
        problem(FILENAME ": " name " is also in " home[key])
    }
    if (key in type) problem(FILENAME ": " name " is also a type in " type[key])
    key = "core" SUBSEP space SUBSEP name
    if (room != "core" && key in type) problem(FILENAME ": " name " is also a type in " type[key])
}
END { exit bad }
