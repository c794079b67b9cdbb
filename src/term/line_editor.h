#pragma once
// Text that a person types, over one line or many. A state machine: keys in,
// text and caret out. It never sees a terminal; the caller puts the real cursor
// at the caret, which is where input methods open their window.

#include "term/keys.h"
#include "term/terminal.h"

#include <string>
#include <string_view>

namespace wengu {

class LineEditor {
public:
    enum class Kind { OneLine, ManyLines };

    explicit LineEditor(Kind kind = Kind::ManyLines, std::string_view text = {});

    /// Whether the key was one of the editor's; others are the caller's: Enter in
    /// an editor of one line, Escape, Ctrl-D and whatever else does not edit.
    bool press(const Key& key);

    /// Always whole, valid UTF-8 without control characters other than \n.
    [[nodiscard]] const std::string& text() const { return text_; }
    /// A byte offset into `text`, between two clusters.
    [[nodiscard]] std::size_t caret() const { return caret_; }
    [[nodiscard]] bool empty() const { return text_.empty(); }

    void set_text(std::string_view text);
    void insert(std::string_view text);

    /// The rows that are visible in a field of `size`, and where in them the
    /// caret stands. The last column stays free for a caret behind the text. Up
    /// and Down move over the rows of the last view.
    struct View {
        std::vector<Line> lines;
        Position caret;
        int hidden_above = 0;
        int hidden_below = 0;
    };
    [[nodiscard]] View view(Size size, const Widths& widths);

private:
    struct Row {
        std::size_t start;
        std::size_t end;
    };

    bool move(const Key& key);
    bool erase(const Key& key);
    bool control(char letter);
    void move_rows(int rows);
    void cut(std::size_t from, std::size_t to, bool remember);
    void settle();
    [[nodiscard]] std::size_t before(std::size_t at) const;
    [[nodiscard]] std::size_t after(std::size_t at) const;
    [[nodiscard]] std::size_t word_before(std::size_t at) const;
    [[nodiscard]] std::size_t word_after(std::size_t at) const;
    [[nodiscard]] std::size_t line_start(std::size_t at) const;
    [[nodiscard]] std::size_t line_end(std::size_t at) const;
    [[nodiscard]] std::vector<Row> rows() const;
    [[nodiscard]] static std::size_t row_of(const std::vector<Row>& rows, std::size_t at);
    [[nodiscard]] int column_of(const Row& row, std::size_t at) const;

    Kind kind_;
    std::string text_;
    std::size_t caret_ = 0;
    std::string last_cut_;    ///< What Ctrl-Y brings back.
    int wanted_column_ = -1;  ///< Kept while moving up and down; -1 when not.
    int width_ = 80;          ///< Of the last view.
    int top_ = 0;             ///< First visible row of the last view.
    Widths widths_;
};

}  // namespace wengu
