#pragma once
// A value of front matter as it was written, YAML or TOML alike: text that
// nobody has interpreted yet.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace wengu {

struct Value {
    enum class Kind { Null, Text, List, Map, Alias };

    Kind kind = Kind::Null;
    std::string text{};          ///< Of Text; of Alias its number.
    std::vector<Value> items{};  ///< Of List; of Map key, value, key, value...
    bool quoted = false;         ///< Text in quotes.
    std::string tag{};           ///< YAML tag or anchor, when one is written.

    friend bool operator==(const Value&, const Value&) = default;
};

/// A parsed text, or the place (from 1, within that text) where it breaks.
struct Parsed {
    std::optional<Value> root;
    int line = 0;
    int column = 0;
};

/// The first document of a YAML text; nothing in it makes this throw. A second
/// document, NUL bytes and nesting beyond 64 levels count as broken.
[[nodiscard]] Parsed parse_yaml(const std::string& text);

/// The keys of a TOML text with strings, arrays, and anything else as bare
/// text; the tables' names are dropped and of equal keys the first counts.
/// Only as much TOML as front matter needs.
[[nodiscard]] Parsed parse_toml(std::string_view text);

/// The value of `key` in a map; null when it is not there or `map` is none.
[[nodiscard]] const Value* find(const Value& map, std::string_view key);

/// How often `key` stands in a map.
[[nodiscard]] int count(const Value& map, std::string_view key);

}  // namespace wengu
