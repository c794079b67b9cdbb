#include "markdown/line_fronts.h"

#include "core/byte_set.h"
#include "markdown/prepare.h"

namespace wengu {
namespace {

constexpr auto kNone = std::string_view::npos;

/// What may stand before a line's own words: indentation and marks. A line of nothing else may
/// be a rule, an underline or a delimiter row.
constexpr ByteSet kMarks{" \t>-+*#|:0123456789.)"};

/// Whether no block begins with the byte, ends at it or looks beyond it: letters, and all that
/// is not ASCII.
bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

/// Whether the line may be the delimiter row of a table.
bool may_delimit(std::string_view line) {
    static constexpr ByteSet kRow{"|-: \t\v\f>"};
    return kRow.skip(line) == kNone && line.find('-') != kNone;
}

/// Whether a delimiter row is no underline: one column needs no pipe if it has a colon, or a
/// blank that keeps its dashes from being one.
bool is_beyond_underline(std::string_view row) { return row.find_first_of("|:\v\f") != kNone; }

/// Looks at one line after the other.
class Cutter {
public:
    /// The bytes of a line's marks, if all that follows them only has to be some word; npos if
    /// the line is needed as a whole.
    std::size_t marks_of(std::string_view line) {
        const auto at = kMarks.skip(line);
        if (at == kNone) {
            if (line.find_first_not_of(" \t") == kNone) in_definition_ = false;
            return kNone;
        }
        const char first = line[at];
        if (first == '<') in_html_ = true;
        if (first == '[') in_definition_ = true;
        const bool needed =
            !is_plain(first) || in_definition_ || (in_html_ && line.find('>', at) != kNone);
        return needed ? kNone : at;
    }

private:
    bool in_definition_ = false;  ///< "[name]: address" may go on, up to a blank line.
    bool in_html_ = false;        ///< A tag that closes may end a block, wherever it stands.
};

}  // namespace

LineFronts line_fronts(const SourceLines& lines) {
    LineFronts fronts{.text = std::pmr::string{lines.get_allocator()}};
    auto& text = fronts.text;
    text.reserve(lines.size() * 16);
    Cutter cutter;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = lines[i];
        const auto next = i + 1 < lines.size() ? lines[i + 1] : std::string_view{};
        const auto marks = cutter.marks_of(line);
        if (may_delimit(next) && is_beyond_underline(next)) {
            fronts.tables = true;
            text += prepare_header(line);
        } else if (marks == kNone || i == 0) {  // a byte order mark may come before the marks
            text += line;
        } else {
            text.append(line.substr(0, marks)).push_back('x');
        }
        text.push_back('\n');
    }
    return fronts;
}

}  // namespace wengu
