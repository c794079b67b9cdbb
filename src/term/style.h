#pragma once
// Styled text: what a piece of text is, not what it looks like. A theme turns
// roles into colours at the last moment, and may be no theme at all.

#include "term/width.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// What a piece of text means. The names (`name_of`) are keys of the user's theme.
enum class Role {
    Text,
    Title,
    Dim,
    Good,
    Warn,
    Bad,
    Link,
    Key,
    Hint,
    Code,
    Keyword,
    String,
    Number,
    Comment,
    Quote,
    Maths,
    Mark,
    Selected,
};
inline constexpr int kRoles = 18;

[[nodiscard]] std::string_view name_of(Role role);
[[nodiscard]] std::optional<Role> role_named(std::string_view name);

struct Style {
    Role role = Role::Text;
    bool strong = false;
    bool emphasis = false;
    bool struck = false;

    friend bool operator==(const Style&, const Style&) = default;
};

struct Span {
    std::string text = {};
    Style style = {};

    friend bool operator==(const Span&, const Span&) = default;
};

/// One line of a screen, or one paragraph before it is wrapped.
class Line {
public:
    Line() = default;
    explicit Line(std::string_view text, Style style = {}) { add(text, style); }
    Line(std::string_view text, Role role) { add(text, role); }

    /// Appends text, made safe first (see `sanitised`).
    Line& add(std::string_view text, Style style = {});
    Line& add(std::string_view text, Role role) { return add(text, Style{.role = role}); }
    Line& add(const Line& other);
    /// Appends text that comes from another Line and so is safe already.
    Line& add_safe(std::string_view text, Style style);
    /// Appends blanks until the line is `cells` wide; at least one blank when
    /// it is that wide already.
    Line& fill_to(int cells, const Widths& widths);

    [[nodiscard]] const std::vector<Span>& spans() const { return spans_; }
    [[nodiscard]] bool empty() const { return spans_.empty(); }
    [[nodiscard]] std::string text() const;
    [[nodiscard]] int width(const Widths& widths) const;
    /// The same text with every span in `role`.
    [[nodiscard]] Line in_role(Role role) const;

    friend bool operator==(const Line&, const Line&) = default;

private:
    std::vector<Span> spans_;
};

/// `left`, and `right` pushed to the end of a line of `width` cells. `right`
/// is dropped when the two do not fit with two blanks between them.
[[nodiscard]] Line justified(const Line& left, const Line& right, int width, const Widths& widths);

/// `line` without what goes beyond `cells` cells. Chrome only: an answer is never cut.
[[nodiscard]] Line clipped(const Line& line, int cells, const Widths& widths);

/// The texts of the lines, each followed by \n: a picture as tests compare it.
[[nodiscard]] std::string to_text(const std::vector<Line>& lines);

}  // namespace wengu
