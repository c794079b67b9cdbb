#pragma once
// Where the front matter of a note stands, byte by byte, and where each of its
// keys begins. Knows nothing of what the values mean.

#include <string>
#include <string_view>
#include <vector>

namespace wengu {

enum class Syntax { None, Yaml, Toml };

/// The front matter between its fences. Offsets are bytes of the whole note.
struct FrontMatterBlock {
    Syntax syntax = Syntax::None;
    std::size_t begin = 0;  ///< First byte after the line of the opening fence.
    std::size_t end = 0;    ///< First byte of the line of the closing fence.
    std::size_t body = 0;   ///< First byte of the text below.
    int first_line = 1;     ///< The line of `begin`, from 1.
    int body_line = 1;
    bool closed = true;  ///< False: no closing fence; it ends at the first blank line.
};

/// Finds the front matter. Without one, `body` is the first byte after a byte
/// order mark. A rule at the top of a text (`---`) is not front matter: the
/// lines below it must read like keys. At most 64 KiB are looked at.
[[nodiscard]] FrontMatterBlock find_block(std::string_view bytes);

/// One key at the left edge of YAML front matter, and the lines that belong to it.
struct Entry {
    std::string key;
    std::size_t begin = 0;     ///< First byte of its line.
    std::size_t value = 0;     ///< First byte after the colon.
    std::size_t line_end = 0;  ///< End of that line, before its line end.
    std::size_t end = 0;       ///< First byte of the next entry, or the block's end.
    int line = 0;              ///< In the note, from 1.
    int column = 0;            ///< Where the value starts, in code points from 1.
    bool continues = false;    ///< More than blanks and comments follows on later lines.
};

[[nodiscard]] std::vector<Entry> entries(std::string_view bytes, const FrontMatterBlock& block);

/// The lines from `begin` to `end`, with \r\n and \r written as \n.
[[nodiscard]] std::string plain_lines(std::string_view bytes, std::size_t begin, std::size_t end);

}  // namespace wengu
