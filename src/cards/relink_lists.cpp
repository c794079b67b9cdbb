#include "cards/relink_lists.h"

#include "cards/distance.h"
#include "core/text.h"
#include "relink_words.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace wengu {
namespace {

using Sort = QuestionWord::Sort;
using WordGroup = std::vector<std::string>;

constexpr std::size_t kLongestContrast = 6;

bool is_latin(std::string_view word) { return static_cast<unsigned char>(word.front()) < 0x80; }

std::vector<WordGroup> read_groups(std::string_view text) {
    std::vector<WordGroup> groups;
    for (const auto line : split_lines(text)) {
        WordGroup group;
        for (auto rest = line.starts_with('#') ? "" : line; !rest.empty();) {
            const auto end = rest.find(' ');
            if (end != 0) group.emplace_back(rest.substr(0, end));
            rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        }
        if (!group.empty()) groups.push_back(std::move(group));
    }
    return groups;
}

/// A word of a group of contrasts, and where in a question it stands.
struct Contrast {
    std::size_t group = 0;
    std::size_t word = 0;
    std::size_t first = 0;
    std::size_t last = 0;
};

/// The word lists of data/relink, ready for use.
struct Lists {
    std::unordered_map<std::string, std::vector<Contrast>> contrasts;
    std::vector<WordGroup> letters;  ///< Contrasts of single characters.
    std::unordered_map<std::string, std::string> synonyms;
    std::unordered_set<std::string> fillers;
};

Lists read_lists() {
    Lists lists;
    std::size_t number = 0;
    for (auto& group : read_groups(kRelinkWords[0].text)) {
        const bool single = std::ranges::all_of(group, [](const auto& word) {
            return !is_latin(word) && count_code_points(word) == 1;
        });
        for (std::size_t i = 0; i < group.size() && !single; ++i) {
            lists.contrasts[group[i]].push_back({.group = number, .word = i});
        }
        if (single) lists.letters.push_back(std::move(group));
        ++number;
    }
    for (const auto& group : read_groups(kRelinkWords[1].text)) {
        for (const auto& word : group) lists.synonyms[word] = group.front();
    }
    for (const auto& group : read_groups(kRelinkWords[2].text)) {
        lists.fillers.insert(group.begin(), group.end());
    }
    return lists;
}

const Lists& lists() {
    static const Lists kLists = read_lists();
    return kLists;
}

/// Which words of which groups of contrasts a question uses, sorted; a word
/// inside a longer one of its group does not count.
std::vector<Contrast> contrasts_in(const QuestionWords& words) {
    std::vector<Contrast> found;
    for (std::size_t at = 0; at < words.size(); ++at) {
        std::string text;
        for (std::size_t n = 0; n < kLongestContrast && at + n < words.size(); ++n) {
            text += words[at + n].text;
            auto known = lists().contrasts.find(text);
            if (known == lists().contrasts.end() && text.ends_with('s')) {
                known = lists().contrasts.find(text.substr(0, text.size() - 1));
            }
            if (known != lists().contrasts.end()) {
                for (const auto& one : known->second)
                    found.push_back({one.group, one.word, at, at + n});
            }
            if (words[at + n].sort != Sort::Han) break;
        }
    }
    const auto inside = [&found](const Contrast& one) {
        return std::ranges::any_of(found, [&one](const Contrast& other) {
            const bool longer = other.last - other.first > one.last - one.first;
            return longer && other.group == one.group && other.first <= one.first &&
                   other.last >= one.last;
        });
    };
    std::vector<Contrast> kept;
    std::ranges::copy_if(found, std::back_inserter(kept),
                         [&](const Contrast& one) { return !inside(one); });
    return kept;
}

/// "not", and "withuot": a longer word of the kind counts with a slip in it.
bool says_no(const QuestionWord& word) {
    static constexpr std::array<std::string_view, 4> kShort{"not", "no", "nor", "non"};
    static constexpr std::array<std::string_view, 3> kLong{"never", "without", "cannot"};
    if (std::ranges::find(kShort, word.text) != kShort.end()) return true;
    return word.sort == Sort::Word && word.text.size() >= 5 &&
           std::ranges::any_of(
               kLong, [&word](std::string_view no) { return one_slip_apart(word.text, no); });
}

/// How often a question says no.
struct Negations {
    int all = 0;
    int meant = 0;  ///< Without phrases that only ask ("是不是") or do not deny ("非常").

    /// Whether one question denies what the other does not.
    [[nodiscard]] bool differ(const Negations& other) const {
        return all != other.all && meant != other.meant;
    }
};

int count_han_negations(std::string_view text) {
    static constexpr std::array<std::string_view, 7> kNo{"不", "非", "无", "未", "没", "否", "勿"};
    int count = 0;
    for (const auto word : kNo) {
        for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
            ++count;
    }
    return count;
}

Negations negations(const QuestionWords& words) {
    static constexpr std::array<std::string_view, 11> kHarmless{
        "是不是", "能不能", "会不会", "要不要", "可不可", "有没有",
        "不同",   "不过",   "非常",   "不仅",   "不但"};
    std::string text = joined(words);
    Negations found;
    found.all = count_han_negations(text);
    for (const auto phrase : kHarmless) {
        for (auto at = text.find(phrase); at != std::string::npos; at = text.find(phrase)) {
            text.erase(at, phrase.size());
        }
    }
    found.meant = count_han_negations(text);
    for (const auto& word : words) {
        const bool no = says_no(word) || word.text.ends_with("n't") || word.text.ends_with("n’t");
        found.all += no ? 1 : 0;
        found.meant += no ? 1 : 0;
    }
    return found;
}

}  // namespace

QuestionWords canonical(const QuestionWords& words) {
    QuestionWords result;
    for (std::size_t at = 0; at < words.size();) {
        std::string text;
        std::size_t taken = 1;
        QuestionWord word = words[at];
        for (std::size_t n = 1; n <= 4 && at + n <= words.size(); ++n) {
            if (n > 1 && words[at + n - 1].sort != Sort::Han) break;
            text += words[at + n - 1].text;
            if (const auto found = lists().synonyms.find(text); found != lists().synonyms.end()) {
                word.text = found->second;
                taken = n;
            }
            if (words[at].sort != Sort::Han) break;
        }
        result.push_back(word);
        at += taken;
    }
    return result;
}

bool contrasted(const QuestionWords& before, const QuestionWords& after) {
    const auto old_words = contrasts_in(before);
    const auto new_words = contrasts_in(after);
    const auto times = [](const std::vector<Contrast>& list, const Contrast& one) {
        return std::ranges::count_if(list, [&one](const Contrast& other) {
            return other.group == one.group && other.word == one.word;
        });
    };
    return std::ranges::any_of(old_words, [&](const Contrast& lost) {
        if (times(old_words, lost) <= times(new_words, lost)) return false;
        return std::ranges::any_of(new_words, [&](const Contrast& gained) {
            return gained.group == lost.group &&
                   times(new_words, gained) > times(old_words, gained);
        });
    });
}

bool exchanged_letter(std::string_view before, std::string_view after) {
    return std::ranges::any_of(lists().letters, [&](const WordGroup& group) {
        return std::ranges::find(group, before) != group.end() &&
               std::ranges::find(group, after) != group.end();
    });
}

bool denied(const QuestionWords& before, const QuestionWords& after) {
    return negations(before).differ(negations(after));
}

bool only_fillers(const QuestionWords& words) {
    if (lists().fillers.contains(joined(words))) return true;
    return std::ranges::all_of(
        words, [](const QuestionWord& word) { return lists().fillers.contains(word.text); });
}

bool one_slip_apart(std::string_view a, std::string_view b) {
    const auto x = to_code_points(a);
    const auto y = to_code_points(b);
    const int distance = edit_distance(x, y);
    return distance <= 1 ||
           (distance == 2 && x.size() == y.size() && std::ranges::is_permutation(x, y));
}

}  // namespace wengu
