#pragma once
// The words by which notes say what they mean: titles of references, labels of
// lists, question words. They are data (data/words/), which a user extends.

#include <array>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace wengu {

class Words {
public:
    /// The lists that come with the program.
    [[nodiscard]] static const Words& built_in();

    /// Adds the lists of a word file; unknown list names are kept and never asked for.
    void extend(std::string_view file);

    /// Whether `title`, as `title_key` gives it, is an entry of the list.
    [[nodiscard]] bool has(std::string_view list, std::string_view key) const;

    /// The longest entry of the list that `key` starts with, whole words only
    /// where words are written with blanks; empty if there is none.
    [[nodiscard]] std::string_view start_of(std::string_view list, std::string_view key) const;

    /// Whether `key` ends with, or anywhere contains, an entry of the list.
    [[nodiscard]] bool ends_with(std::string_view list, std::string_view key) const;
    [[nodiscard]] bool contains(std::string_view list, std::string_view key) const;

private:
    /// Lets containers of strings be asked for views.
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const {
            return std::hash<std::string_view>{}(text);
        }
    };
    using ByByte = std::array<std::vector<std::string>, 256>;

    struct List {
        std::unordered_set<std::string, Hash, std::equal_to<>> entries;
        ByByte by_first;  ///< Longest first.
        ByByte by_last;
    };

    void add(List& list, std::string entry);
    [[nodiscard]] const List* find(std::string_view list) const;

    std::unordered_map<std::string, List, Hash, std::equal_to<>> lists_;
};

}  // namespace wengu
