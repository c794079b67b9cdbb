#include "term/line_editor.h"

#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

/// Text as the editor keeps it: no controls, tabs as blanks, line ends as \n.
std::string cleaned(std::string_view text, bool many_lines) {
    std::string clean;
    clean.reserve(text.size());
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (c == '\r' && text.starts_with("\n")) continue;
        if (c == '\n' || c == '\r') {
            clean += many_lines ? '\n' : ' ';
        } else if (c == '\t') {
            clean += "    ";
        } else if (c >= 0x20 && (c < 0x7F || c > 0x9F)) {
            append_utf8(clean, c);
        }
    }
    return clean;
}

enum class CharClass { Blank, Word, Han, Mark };

CharClass class_of(std::string_view cluster) {
    const char32_t c = take_code_point(cluster);
    if (c == ' ' || c == '\n' || c == 0x3000) return CharClass::Blank;
    if (is_cjk(c)) return CharClass::Han;
    const bool letter = c >= 0x80 ? c < 0x2000 : std::isalnum(static_cast<int>(c)) != 0 || c == '_';
    return letter ? CharClass::Word : CharClass::Mark;
}

}  // namespace

LineEditor::LineEditor(Kind kind, std::string_view text) : kind_{kind} { set_text(text); }

void LineEditor::set_text(std::string_view text) {
    text_ = cleaned(text, kind_ == Kind::ManyLines);
    caret_ = text_.size();
    wanted_column_ = -1;
}

void LineEditor::insert(std::string_view text) {
    const auto clean = cleaned(text, kind_ == Kind::ManyLines);
    text_.insert(caret_, clean);
    caret_ += clean.size();
    settle();
}

bool LineEditor::press(const Key& key) {
    if (key.kind == Key::Kind::Paste || (key.kind == Key::Kind::Text && !key.ctrl && !key.alt)) {
        wanted_column_ = -1;
        insert(key.text);
        return true;
    }
    if (key.kind == Key::Kind::Enter && kind_ == Kind::ManyLines) {
        wanted_column_ = -1;
        insert("\n");
        return true;
    }
    if (key.kind == Key::Kind::Text && key.ctrl) return control(key.text.front());
    return move(key) || erase(key);
}

bool LineEditor::move(const Key& key) {
    const bool by_word = key.ctrl || key.alt;
    if (key.kind == Key::Kind::Up || key.kind == Key::Kind::Down) {
        if (kind_ == Kind::OneLine) return false;
        move_rows(key.kind == Key::Kind::Up ? -1 : 1);
        return true;
    }
    switch (key.kind) {
        case Key::Kind::Left: caret_ = by_word ? word_before(caret_) : before(caret_); break;
        case Key::Kind::Right: caret_ = by_word ? word_after(caret_) : after(caret_); break;
        case Key::Kind::Home: caret_ = by_word ? 0 : line_start(caret_); break;
        case Key::Kind::End: caret_ = by_word ? text_.size() : line_end(caret_); break;
        default: return false;
    }
    wanted_column_ = -1;
    return true;
}

bool LineEditor::erase(const Key& key) {
    const bool by_word = key.ctrl || key.alt;
    if (key.kind == Key::Kind::Backspace) {
        cut(by_word ? word_before(caret_) : before(caret_), caret_, by_word);
        return true;
    }
    if (key.kind == Key::Kind::Delete) {
        cut(caret_, by_word ? word_after(caret_) : after(caret_), by_word);
        return true;
    }
    return false;
}

bool LineEditor::control(char letter) {
    switch (letter) {
        case 'a': caret_ = line_start(caret_); break;
        case 'b': caret_ = before(caret_); break;
        case 'f': caret_ = after(caret_); break;
        case 'h': cut(before(caret_), caret_, false); break;
        case 'k':
            cut(caret_, std::max(line_end(caret_), std::min(after(caret_), text_.size())), true);
            break;
        case 'u': cut(line_start(caret_), caret_, true); break;
        case 'w': cut(word_before(caret_), caret_, true); break;
        case 'y': insert(last_cut_); break;
        default: return false;
    }
    wanted_column_ = -1;
    return true;
}

void LineEditor::cut(std::size_t from, std::size_t to, bool remember) {
    if (remember && from < to) last_cut_ = text_.substr(from, to - from);
    text_.erase(from, to - from);
    caret_ = from;
    wanted_column_ = -1;
    settle();
}

/// Moves the caret on to the end of its cluster, should it stand inside one: what
/// was inserted or erased may have joined its neighbours.
void LineEditor::settle() {
    std::size_t at = line_start(caret_);
    while (at < caret_) at = after(at);
    caret_ = at;
}

std::size_t LineEditor::before(std::size_t at) const {
    const std::size_t start = line_start(at);
    if (start == at) return at == 0 ? 0 : at - 1;
    return at - last_cluster(std::string_view{text_}.substr(start, at - start)).size();
}

std::size_t LineEditor::after(std::size_t at) const {
    if (at >= text_.size()) return text_.size();
    auto rest = std::string_view{text_}.substr(at);
    return at + take_cluster(rest).size();
}

std::size_t LineEditor::word_before(std::size_t at) const {
    const auto class_before = [this](std::size_t place) {
        const auto start = before(place);
        return class_of(std::string_view{text_}.substr(start, place - start));
    };
    while (at > 0 && class_before(at) == CharClass::Blank) at = before(at);
    if (at == 0) return 0;
    const auto word = class_before(at);
    while (at > 0 && class_before(at) == word) at = before(at);
    return at;
}

std::size_t LineEditor::word_after(std::size_t at) const {
    const auto class_at = [this](std::size_t place) {
        return class_of(std::string_view{text_}.substr(place, after(place) - place));
    };
    while (at < text_.size() && class_at(at) == CharClass::Blank) at = after(at);
    if (at == text_.size()) return at;
    const auto word = class_at(at);
    while (at < text_.size() && class_at(at) == word) at = after(at);
    return at;
}

std::size_t LineEditor::line_start(std::size_t at) const {
    if (at == 0) return 0;
    const auto end = text_.rfind('\n', at - 1);
    return end == std::string::npos ? 0 : end + 1;
}

std::size_t LineEditor::line_end(std::size_t at) const {
    return std::min(text_.find('\n', at), text_.size());
}

/// The text cut into rows of the last view's width: at blanks and beside wide
/// characters where possible. Blanks at the end of a row stay on it.
std::vector<LineEditor::Row> LineEditor::rows() const {
    const int limit = std::max(2, width_ - 1);
    std::vector<Row> rows;
    std::size_t start = 0;
    std::size_t good_break = 0;
    int cells = 0;
    bool after_wide = false;
    for (std::size_t at = 0; at < text_.size();) {
        const auto next = after(at);
        const auto cluster = std::string_view{text_}.substr(at, next - at);
        if (cluster == "\n") {
            rows.push_back({start, at});
            start = good_break = at = next;
            cells = 0;
            continue;
        }
        const int width = widths_.of_cluster(cluster);
        const bool blank = cluster == " ";
        if ((after_wide || width == 2) && !blank) good_break = at;
        if (cells + width > limit && !blank && at > start) {
            const auto end = good_break > start ? good_break : at;
            rows.push_back({start, end});
            start = good_break = at = end;
            cells = 0;
            after_wide = false;
            continue;
        }
        cells += width;
        after_wide = width == 2;
        at = next;
        if (blank) good_break = at;
    }
    rows.push_back({start, text_.size()});
    return rows;
}

std::size_t LineEditor::row_of(const std::vector<Row>& rows, std::size_t at) {
    std::size_t row = 0;
    while (row + 1 < rows.size() && rows[row + 1].start <= at) ++row;
    return row;
}

int LineEditor::column_of(const Row& row, std::size_t at) const {
    const auto text = std::string_view{text_}.substr(row.start, at - row.start);
    return std::min(widths_.of(text), std::max(2, width_ - 1));
}

void LineEditor::move_rows(int distance) {
    const auto all = rows();
    const auto current = row_of(all, caret_);
    if (wanted_column_ < 0) wanted_column_ = column_of(all[current], caret_);
    const auto target = static_cast<long>(current) + distance;
    if (target < 0 || target >= static_cast<long>(all.size())) {
        caret_ = target < 0 ? 0 : text_.size();
        return;
    }
    const Row& row = all[static_cast<std::size_t>(target)];
    const auto text = std::string_view{text_}.substr(row.start, row.end - row.start);
    caret_ = row.start + prefix_within(text, wanted_column_, widths_).size();
    const bool soft = row.end < text_.size() && text_[row.end] != '\n';
    if (soft && caret_ == row.end) caret_ = before(caret_);  // the end belongs to the next row
}

LineEditor::View LineEditor::view(Size size, const Widths& widths) {
    width_ = size.columns;
    widths_ = widths;
    const auto all = rows();
    const int count = static_cast<int>(all.size());
    const int height = std::max(1, size.rows);
    const auto caret_row = row_of(all, caret_);
    const int row = static_cast<int>(caret_row);
    top_ = std::clamp(top_, std::max(0, row - height + 1), row);
    top_ = std::min(top_, std::max(0, count - height));
    View view;
    const int end = std::min(count, top_ + height);
    for (int i = top_; i < end; ++i) {
        const Row& part = all[static_cast<std::size_t>(i)];
        const auto text = std::string_view{text_}.substr(part.start, part.end - part.start);
        view.lines.emplace_back(prefix_within(text, width_, widths_));
    }
    view.caret = {.row = row - top_, .column = column_of(all[caret_row], caret_)};
    view.hidden_above = top_;
    view.hidden_below = count - end;
    return view;
}

}  // namespace wengu
