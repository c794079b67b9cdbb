#pragma once
// One Markdown file, read: what its front matter says, and the text below it.
//
// Front matter is YAML between `---` (or TOML between `+++`). A value that makes
// no sense becomes a Problem and counts as missing; a key nobody knows is no
// problem. Nothing that can stand in a file makes this throw.

#include "core/error.h"
#include "core/schedule.h"
#include "core/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// Absent, empty and broken values are nullopt or empty; `keys` tells which of
/// the keys below stand in the note, with or without a value.
struct FrontMatter {
    std::string title;
    std::optional<Day> created;
    std::optional<Day> last_reviewed;
    std::optional<Day> next_review;
    std::optional<int> review_count;  ///< 0 or more.
    std::optional<Difficulty> difficulty;
    std::optional<double> mastery_level;        ///< 0..1.
    std::vector<std::string> tags;              ///< Without `#`, each once, in the note's order.
    std::vector<std::string> related_outlines;  ///< Without `[[ ]]`; the target, not the alias.
    std::vector<std::string> keys;
    bool drawn = false;  ///< A plug-in shows it as a board or a picture.

    friend bool operator==(const FrontMatter&, const FrontMatter&) = default;
    [[nodiscard]] bool has(std::string_view key) const;
};

struct Note {
    std::string path;  ///< As given; only used in problems.
    FrontMatter front_matter;
    std::string body;   ///< Everything below the front matter, byte for byte; no byte order mark.
    int body_line = 1;  ///< The line of the file on which `body` starts.
    std::vector<Problem> problems;
};

/// Reads a note from the bytes of its file, which should be UTF-8 (see
/// notes/encoding.h). Line ends may be \n, \r\n or \r, also mixed.
[[nodiscard]] Note read(std::string_view bytes, std::string_view path);

}  // namespace wengu
