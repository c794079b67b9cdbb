#pragma once
// The words by which notes say what they mean: titles of references, labels of
// lists, question words. They are data (data/words/), which a user extends.

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wengu {

/// The name of a list of words. It is hashed when the program is built, for every title is
/// looked up in many lists.
class ListName {
public:
    consteval ListName(const char* text) : hash_(hash_of(text)) {}  // NOLINT

    [[nodiscard]] std::uint64_t hash() const { return hash_; }

    /// FNV-1a.
    [[nodiscard]] static constexpr std::uint64_t hash_of(std::string_view text) {
        std::uint64_t hash = 0xCBF29CE484222325;
        for (const char c : text) hash = (hash ^ static_cast<std::uint8_t>(c)) * 0x100000001B3;
        return hash;
    }

private:
    std::uint64_t hash_;
};

class Words {
public:
    /// The lists that come with the program.
    [[nodiscard]] static const Words& built_in();

    /// Adds the lists of a word file; unknown list names are kept and never asked for.
    void extend(std::string_view file);

    /// Whether `title`, as `title_key` gives it, is an entry of the list.
    [[nodiscard]] bool has(ListName list, std::string_view key) const;

    /// Whether an entry may be what `text` is once normalised. A look at the first characters.
    [[nodiscard]] bool may_have(ListName list, std::string_view text) const;

    /// Whether an entry may be what `text`, once normalised, starts with.
    [[nodiscard]] bool may_start(ListName list, std::string_view text) const;

    /// The longest entry of the list that `key` starts with, whole words only
    /// where words are written with blanks; empty if there is none.
    [[nodiscard]] std::string_view start_of(ListName list, std::string_view key) const;

    /// Whether `key` ends with, or anywhere contains, an entry of the list.
    [[nodiscard]] bool ends_with(ListName list, std::string_view key) const;
    [[nodiscard]] bool contains(ListName list, std::string_view key) const;

private:
    using ByByte = std::array<std::vector<std::string>, 256>;

    struct List {
        ByByte by_first;  ///< Longest first.
        ByByte by_last;
        std::bitset<4096> openings;  ///< First characters of entries, see `plain_opening`.
    };

    static void add(List& list, std::string entry);
    [[nodiscard]] static bool may_begin(const List& list, std::string_view text);
    [[nodiscard]] const List* find(ListName list) const;

    std::unordered_map<std::uint64_t, List> lists_;  ///< By the hash of their names.
};

}  // namespace wengu
