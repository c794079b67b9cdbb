#pragma once
// Which words mean the same: groups of words and phrases in any language, so
// that a note in Chinese and an answer in English meet. One group a line, "|"
// between its phrases, "#" at the start of a remark.

#include "core/error.h"
#include "interview/words.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// A word list by meaning. Built once, then only read.
class Concepts {
public:
    /// A phrase found at some place: how many words it takes, which groups it is in.
    struct Match {
        std::size_t length = 0;
        const std::vector<int>* groups = nullptr;
    };

    /// The groups that come with the program (data/concepts.txt).
    [[nodiscard]] static Concepts built_in();

    /// Adds the groups of a list. Lines that say nothing come back as problems
    /// with their line number; the rest of the list is taken.
    std::vector<Problem> add(std::string_view list);

    /// Every phrase that begins at `words[at]`, the shortest first.
    [[nodiscard]] std::vector<Match> matches(std::span<const Word> words, std::size_t at) const;

    /// In which scripts a group can be said.
    struct Scripts {
        bool han = false;
        bool latin = false;
    };
    [[nodiscard]] Scripts scripts_of(int group) const {
        return scripts_[static_cast<std::size_t>(group)];
    }

    [[nodiscard]] int group_count() const { return static_cast<int>(scripts_.size()); }

private:
    struct Node {
        std::map<std::string, std::size_t, std::less<>> next;
        std::vector<int> groups;
    };

    bool add_phrase(std::string_view phrase, int group, Scripts& scripts);

    std::vector<Node> nodes_{1};
    std::vector<Scripts> scripts_;
};

}  // namespace wengu
