#include "notes/value.h"

#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

/// Reads a TOML text from front to back.
class Reader {
public:
    explicit Reader(std::string_view text) : text_{text} {}

    Parsed read() {
        Value map{.kind = Value::Kind::Map};
        for (skip(); !at_end(); skip()) {
            if (peek() == '[') {
                take_until("\n");
                continue;
            }
            const auto key = take_key();
            if (key.empty() || !take('=')) return broken();
            skip_blanks();
            auto value = take_value(0);
            if (!value || !at_line_end()) return broken();
            if (find(map, key) != nullptr) continue;
            map.items.push_back({.kind = Value::Kind::Text, .text = key});
            map.items.push_back(std::move(*value));
        }
        return {std::move(map)};
    }

private:
    [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
    [[nodiscard]] char peek() const { return at_end() ? '\n' : text_[at_]; }

    bool take(char c) {
        if (at_end() || text_[at_] != c) return false;
        ++at_;
        return true;
    }

    std::string_view take_until(std::string_view stops) {
        const auto begin = at_;
        at_ = std::min(text_.find_first_of(stops, at_), text_.size());
        return text_.substr(begin, at_ - begin);
    }

    void skip_blanks() {
        while (!at_end() && (peek() == ' ' || peek() == '\t')) ++at_;
    }

    /// Blanks, line ends and comments.
    void skip() {
        for (;;) {
            while (!at_end() && (peek() == ' ' || peek() == '\t' || peek() == '\n')) ++at_;
            if (at_end() || peek() != '#') return;
            take_until("\n");
        }
    }

    bool at_line_end() {
        skip_blanks();
        if (peek() == '#') take_until("\n");
        return peek() == '\n';
    }

    std::string take_key() {
        auto key = trim(take_until("=\n"));
        if (key.size() >= 2 && (key.front() == '"' || key.front() == '\'')) {
            key = key.substr(1, key.size() - 2);
        }
        return std::string{key};
    }

    std::optional<Value> take_value(int depth) {
        if (peek() == '"' || peek() == '\'') return take_string();
        if (peek() == '[' && depth < 8) return take_list(depth);
        const auto bare = trim(take_until(depth > 0 ? ",]#\n" : "#\n"));
        if (bare.empty()) return std::nullopt;
        return Value{.kind = Value::Kind::Text, .text = std::string{bare}};
    }

    std::optional<Value> take_string() {
        const char quote = text_[at_++];
        Value value{.kind = Value::Kind::Text, .quoted = true};
        while (!at_end() && peek() != '\n') {
            const char c = text_[at_++];
            if (c == quote) return value;
            if (c == '\\' && quote == '"' && !at_end()) {
                const char escaped = text_[at_++];
                value.text += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped;
            } else {
                value.text += c;
            }
        }
        return std::nullopt;
    }

    std::optional<Value> take_list(int depth) {
        ++at_;
        Value list{.kind = Value::Kind::List};
        for (skip(); !at_end(); skip()) {
            if (take(']')) return list;
            auto item = take_value(depth + 1);
            if (!item) return std::nullopt;
            list.items.push_back(std::move(*item));
            skip();
            if (!take(',') && peek() != ']') return std::nullopt;
        }
        return std::nullopt;
    }

    [[nodiscard]] Parsed broken() const {
        const auto read = text_.substr(0, std::min(at_, text_.size()));
        const auto line = std::count(read.begin(), read.end(), '\n');
        return {std::nullopt, static_cast<int>(line) + 1, 0};
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

Parsed parse_toml(std::string_view text) { return Reader{text}.read(); }

}  // namespace wengu
