#pragma once
// The words by which notes say what they mean: titles of references, labels of
// lists, question words. They are data (data/words/), which a user extends.

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// All lists of words that are asked for.
inline constexpr std::array<std::string_view, 40> kListNames{"advert parts",
                                                             "back to top",
                                                             "claim labels",
                                                             "contents titles",
                                                             "dated words",
                                                             "footer keys",
                                                             "answer list titles",
                                                             "answer titles",
                                                             "candidates",
                                                             "follow-up titles",
                                                             "glossary titles",
                                                             "imperatives",
                                                             "implicit starts",
                                                             "interrogatives",
                                                             "interviewers",
                                                             "labels",
                                                             "minutes titles",
                                                             "no cards ends",
                                                             "no cards titles",
                                                             "not questions ends",
                                                             "part labels",
                                                             "placeholders",
                                                             "project page titles",
                                                             "question ends",
                                                             "question list parts",
                                                             "question list titles",
                                                             "question starts",
                                                             "question titles",
                                                             "standard answer titles",
                                                             "strong question ends",
                                                             "verdict words",
                                                             "words that refer back",
                                                             "bare question starts",
                                                             "embedded questions",
                                                             "interview chores",
                                                             "interview rounds",
                                                             "words of the day",
                                                             "advice words",
                                                             "standard answer sorts",
                                                             "standard answer nouns"};

/// The name of a list of words, checked when the program is built.
class ListName {
public:
    consteval ListName(const char* text)  // NOLINT: stands for the text
        : index_(static_cast<std::size_t>(std::find(kListNames.begin(), kListNames.end(), text) -
                                          kListNames.begin())) {
        if (index_ == kListNames.size()) throw "no such list";
    }

    [[nodiscard]] std::size_t index() const { return index_; }

private:
    std::size_t index_;
};

class Words {
public:
    /// The lists that come with the program.
    [[nodiscard]] static const Words& built_in();

    /// Adds the lists of a word file; those nobody asks for are passed over.
    void extend(std::string_view file);

    /// Whether `title`, as `title_key` gives it, is an entry of the list.
    [[nodiscard]] bool has(ListName list, std::string_view key) const {
        return has(list.index(), key);
    }

    /// The longest entry of the list that `key` starts with, whole words only
    /// where words are written with blanks; empty if there is none.
    [[nodiscard]] std::string_view start_of(ListName list, std::string_view key) const;

    /// Whether `key` ends with, or anywhere contains, an entry of the list.
    [[nodiscard]] bool ends_with(ListName list, std::string_view key) const;
    [[nodiscard]] bool contains(ListName list, std::string_view key) const;

private:
    /// Entries by a byte of theirs, so that only few are held against a text.
    using ByByte = std::array<std::vector<std::string>, 256>;
    struct List {
        ByByte by_first;  ///< Longest first.
        ByByte by_last;
    };

    void add(std::size_t list, std::string entry);
    [[nodiscard]] bool has(std::size_t list, std::string_view key) const;

    std::array<List, kListNames.size()> lists_;
};

}  // namespace wengu
