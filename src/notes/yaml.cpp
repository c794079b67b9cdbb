#include "notes/value.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace wengu {
namespace {

constexpr std::size_t kDeepest = 64;

/// Builds a Value from what yaml-cpp reports while it reads.
class Builder : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override {
        add({.tag = mark_of("", anchor)});
    }
    void OnAlias(const YAML::Mark&, YAML::anchor_t anchor) override {
        add({.kind = Value::Kind::Alias, .text = std::to_string(anchor)});
    }
    void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& text) override {
        const bool quoted = tag == "!";
        add({.kind = Value::Kind::Text,
             .text = text,
             .quoted = quoted,
             .tag = mark_of(quoted ? "" : tag, anchor)});
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(mark, {.kind = Value::Kind::List, .tag = mark_of(tag, anchor)});
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(mark, {.kind = Value::Kind::Map, .tag = mark_of(tag, anchor)});
    }
    void OnMapEnd() override { close(); }

    [[nodiscard]] Value root() && { return std::move(root_); }

private:
    static std::string mark_of(const std::string& tag, YAML::anchor_t anchor) {
        std::string mark = tag == "?" ? "" : tag;
        if (anchor != 0) mark += '&';
        return mark;
    }

    void open(const YAML::Mark& mark, Value value) {
        if (open_.size() >= kDeepest) throw YAML::ParserException(mark, "too deep");
        open_.push_back(std::move(value));
    }

    void close() {
        Value done = std::move(open_.back());
        open_.pop_back();
        add(std::move(done));
    }

    void add(Value value) {
        if (open_.empty()) {
            root_ = std::move(value);
        } else {
            open_.back().items.push_back(std::move(value));
        }
    }

    std::vector<Value> open_;
    Value root_;
};

}  // namespace

Parsed parse_yaml(const std::string& text) {
    if (const auto nul = text.find('\0'); nul != std::string::npos) {
        const auto line =
            std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(nul), '\n');
        return {std::nullopt, static_cast<int>(line) + 1, 0};
    }
    try {
        std::istringstream stream{text};
        YAML::Parser parser{stream};
        Builder first;
        parser.HandleNextDocument(first);
        Builder second;
        if (parser.HandleNextDocument(second)) return {std::nullopt, 1, 1};
        return {std::move(first).root()};
    } catch (const YAML::Exception& error) {
        return {std::nullopt, error.mark.line + 1, error.mark.column + 1};
    }
}

const Value* find(const Value& map, std::string_view key) {
    if (map.kind != Value::Kind::Map) return nullptr;
    for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
        if (map.items[i].text == key) return &map.items[i + 1];
    }
    return nullptr;
}

int count(const Value& map, std::string_view key) {
    if (map.kind != Value::Kind::Map) return 0;
    int times = 0;
    for (std::size_t i = 0; i + 1 < map.items.size(); i += 2) {
        if (map.items[i].text == key) ++times;
    }
    return times;
}

}  // namespace wengu
