#include "notes/unclosed.h"

#include "core/text.h"
#include "notes/value.h"

#include <algorithm>
#include <string>

namespace wengu {
namespace {

bool is_any_of(std::string_view characters, char c) {
    return characters.find(c) != std::string_view::npos;
}

/// Walks over a value as YAML does: brackets nest, quotes hide them, ` #` begins a comment.
class Nesting {
public:
    void take(char c) {
        if (quote_ != 0) {
            in_quotes(c);
        } else if (c == '\n') {
            comment_ = false;
        } else if (!comment_) {
            in_plain(c);
        }
        before_ = c;
    }

    /// A quote hides the brackets behind it, so it comes first; then the outermost bracket.
    [[nodiscard]] std::optional<char> missing() const {
        if (quote_ != 0) return quote_;
        return ends_.empty() ? std::nullopt : std::optional{ends_.front()};
    }

private:
    void in_quotes(char c) {
        if (escaped_) {
            escaped_ = false;
        } else if (c == '\\' && quote_ == '"') {
            escaped_ = true;
        } else if (c == quote_) {
            quote_ = 0;  // a doubled ' opens again at once
        }
    }

    void in_plain(char c) {
        const bool between = before_ == 0 || is_any_of(" \t\n[{,:'", before_);
        if (c == '#' && (before_ == 0 || before_ == ' ' || before_ == '\t' || before_ == '\n')) {
            comment_ = true;
        } else if ((c == '"' || c == '\'') && between) {
            quote_ = c;
        } else if (c == '[' || c == '{') {
            ends_ += c == '[' ? ']' : '}';
        } else if (!ends_.empty() && c == ends_.back()) {
            ends_.pop_back();
        }
    }

    std::string ends_;  ///< That are still to come, the innermost last.
    char quote_ = 0;
    char before_ = 0;
    bool escaped_ = false;
    bool comment_ = false;
};

}  // namespace

std::optional<char> missing_end(std::string_view bytes, const Entry& entry) {
    const auto text = plain_lines(bytes, entry.value, entry.end);
    const auto value = trim(text);
    if (value.empty() || !is_any_of("[{\"'", value.front())) return std::nullopt;
    const bool bracket = is_any_of("[{", value.front());
    if (bracket && parse_yaml(plain_lines(bytes, entry.begin, entry.end)).root) return std::nullopt;
    Nesting nesting;
    for (const char c : value) nesting.take(c);
    return nesting.missing();
}

bool has_open_quote(std::string_view bytes, const std::vector<Entry>& entries) {
    return std::ranges::any_of(entries, [&](const Entry& entry) {
        const auto value = trim(bytes.substr(entry.value, entry.line_end - entry.value));
        const bool quoted = !value.empty() && is_any_of("\"'", value.front());
        return quoted && missing_end(bytes, entry);
    });
}

Problem unclosed_problem(const Entry& entry, char end) {
    const char begin = end == ']' ? '[' : end == '}' ? '{' : end;
    return {.line = entry.line,
            .column = entry.column,
            .message = localized("the value of {} has a {} that is never closed", entry.key, begin),
            .hint = localized("add the {}; until then the value counts as missing", end)};
}

std::optional<Problem> first_unclosed(std::string_view bytes, const std::vector<Entry>& entries) {
    for (const auto& entry : entries) {
        if (const auto end = missing_end(bytes, entry)) return unclosed_problem(entry, *end);
    }
    return std::nullopt;
}

}  // namespace wengu
