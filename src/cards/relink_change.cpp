#include "cards/relink_change.h"

#include "cards/distance.h"
#include "core/hash.h"
#include "core/text.h"
#include "relink_words.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

namespace wengu {
namespace {

using Sort = QuestionWord::Sort;
using Span = std::span<const QuestionWord>;
using Group = std::vector<std::string>;

constexpr std::size_t kMostWords = 300;
constexpr std::size_t kLongestContrast = 6;
constexpr int kMostSlips = 3;

bool is_latin(std::string_view word) { return static_cast<unsigned char>(word.front()) < 0x80; }

std::vector<Group> read_groups(std::string_view text) {
    std::vector<Group> groups;
    for (const auto line : split_lines(text)) {
        Group group;
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
    std::vector<Group> letters;  ///< Contrasts of single characters.
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

/// Every synonym replaced by the word that stands for its group.
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

/// Whether one word of a group of contrasts gave way to another.
bool contrast(const QuestionWords& before, const QuestionWords& after) {
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

/// One letter more, less, other, or two neighbours exchanged.
bool one_slip_apart(std::string_view a, std::string_view b) {
    const auto x = to_code_points(a);
    const auto y = to_code_points(b);
    const int distance = edit_distance(x, y);
    return distance <= 1 ||
           (distance == 2 && x.size() == y.size() && std::ranges::is_permutation(x, y));
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
int negations(const QuestionWords& words) {
    static constexpr std::array<std::string_view, 11> kHarmless{
        "是不是", "能不能", "会不会", "要不要", "可不可", "有没有",
        "不同",   "不过",   "非常",   "不仅",   "不但"};
    static constexpr std::array<std::string_view, 7> kNo{"不", "非", "无", "未", "没", "否", "勿"};
    std::string text = joined(words);
    for (const auto phrase : kHarmless) {
        for (auto at = text.find(phrase); at != std::string::npos; at = text.find(phrase)) {
            text.erase(at, phrase.size());
        }
    }
    int count = 0;
    for (const auto word : kNo) {
        for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
            ++count;
    }
    for (const auto& word : words) {
        if (says_no(word)) ++count;
        if (word.text.ends_with("n't") || word.text.ends_with("n’t")) ++count;
    }
    return count;
}

bool is_filler(Span span) {
    if (lists().fillers.contains(joined({span.begin(), span.end()}))) return true;
    return std::ranges::all_of(
        span, [](const QuestionWord& word) { return lists().fillers.contains(word.text); });
}

std::string digits_of(std::string_view word) {
    std::string digits;
    std::ranges::copy_if(word, std::back_inserter(digits),
                         [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

/// "lock" and "unlock": one is the other with a prefix that turns it round.
bool turned_round(std::string_view a, std::string_view b) {
    static constexpr std::array<std::string_view, 12> kPrefixes{
        "un", "in", "im", "ir", "dis", "non", "de", "anti", "a", "mis", "under", "over"};
    if (a.size() > b.size()) std::swap(a, b);
    return std::ranges::any_of(kPrefixes, [&](std::string_view prefix) {
        return b.size() == a.size() + prefix.size() && b.starts_with(prefix) && b.ends_with(a);
    });
}

/// "thread" and "threads": other forms of one word.
bool inflected(std::string_view a, std::string_view b) {
    static constexpr std::array<std::string_view, 7> kEndings{"s",   "es", "ed", "d",
                                                              "ing", "ly", "'s"};
    if (a.size() > b.size()) std::swap(a, b);
    return a.size() >= 3 && b.starts_with(a) &&
           std::ranges::find(kEndings, b.substr(a.size())) != kEndings.end();
}

Change compare_latin(const QuestionWord& a, const QuestionWord& b, const Vocabulary& vocabulary) {
    const bool names = a.sort != Sort::Word || b.sort != Sort::Word;
    const Change other = names ? Change::Decisive : Change::Content;
    if (digits_of(a.text) != digits_of(b.text)) return Change::Decisive;
    if (turned_round(a.text, b.text)) return Change::Decisive;
    if (!names && inflected(a.text, b.text)) return Change::Wording;
    if (!names && lists().fillers.contains(a.text) && lists().fillers.contains(b.text)) {
        return Change::Wording;
    }
    const auto x = to_code_points(a.text);
    const auto y = to_code_points(b.text);
    const auto shorter = std::min(x.size(), y.size());
    const bool near = one_slip_apart(a.text, b.text) || (shorter >= 8 && edit_distance(x, y) == 2);
    if (!near || shorter < (names ? 3U : 4U)) return other;
    return vocabulary.knows(a.text) && vocabulary.knows(b.text) ? other : Change::Slip;
}

/// A stretch of words that differs, and what stands around it.
struct Stretch {
    Span before;
    Span after;
    const QuestionWord* left = nullptr;
    const QuestionWord* right = nullptr;
};

bool all_han(Span span) {
    return std::ranges::all_of(span, [](const auto& word) { return word.sort == Sort::Han; });
}

/// Whether the characters of `span` make words, together with their neighbours,
/// that the collection uses.
bool reads_known(Span span, const Stretch& stretch, const Vocabulary& vocabulary) {
    std::vector<const QuestionWord*> row;
    if (stretch.left != nullptr) row.push_back(stretch.left);
    for (const auto& word : span) row.push_back(&word);
    if (stretch.right != nullptr) row.push_back(stretch.right);
    for (std::size_t i = 0; i + 1 < row.size(); ++i) {
        if (row[i]->sort != Sort::Han || row[i + 1]->sort != Sort::Han) continue;
        if (vocabulary.knows(row[i]->text + row[i + 1]->text)) return true;
    }
    return false;
}

bool single_contrast(const Stretch& stretch) {
    if (stretch.before.size() != 1 || stretch.after.size() != 1) return false;
    return std::ranges::any_of(lists().letters, [&](const Group& group) {
        return std::ranges::find(group, stretch.before.front().text) != group.end() &&
               std::ranges::find(group, stretch.after.front().text) != group.end();
    });
}

Change compare_han(const Stretch& stretch, const Vocabulary& vocabulary) {
    if (single_contrast(stretch)) return Change::Decisive;
    if (is_filler(stretch.before) && is_filler(stretch.after)) return Change::Wording;
    const auto longest = std::max(stretch.before.size(), stretch.after.size());
    const bool permuted = std::ranges::is_permutation(stretch.before, stretch.after);
    if (permuted) return Change::Slip;
    if (longest > 1) return Change::Content;
    const auto& added = stretch.before.empty() ? stretch.after : stretch.before;
    const bool doubled = (stretch.before.empty() || stretch.after.empty()) &&
                         ((stretch.left != nullptr && *stretch.left == added.front()) ||
                          (stretch.right != nullptr && *stretch.right == added.front()));
    if (doubled) return Change::Slip;
    if (!vocabulary.telling()) return Change::Content;
    return reads_known(stretch.before, stretch, vocabulary) &&
                   reads_known(stretch.after, stretch, vocabulary)
               ? Change::Content
               : Change::Slip;
}

bool holds_number(Span span) {
    static constexpr std::u32string_view kNumerals = U"一二三四五六七八九十两";
    return std::ranges::any_of(span, [](const QuestionWord& word) {
        if (word.sort == Sort::Number) return true;
        const auto letters = to_code_points(word.text);
        return letters.size() == 1 && kNumerals.find(letters.front()) != std::u32string_view::npos;
    });
}

Change compare_stretch(const Stretch& stretch, const Vocabulary& vocabulary) {
    if (holds_number(stretch.before) && holds_number(stretch.after)) return Change::Decisive;
    if (all_han(stretch.before) && all_han(stretch.after)) return compare_han(stretch, vocabulary);
    if (is_filler(stretch.before) && is_filler(stretch.after)) return Change::Wording;
    const auto latin = [](const QuestionWord& word) { return word.sort != Sort::Han; };
    const auto a = std::ranges::find_if(stretch.before, latin);
    const auto b = std::ranges::find_if(stretch.after, latin);
    if (a == stretch.before.end() || b == stretch.after.end()) return Change::Content;
    if (stretch.before.size() == 1 && stretch.after.size() == 1) {
        return compare_latin(*a, *b, vocabulary);
    }
    const bool names =
        std::ranges::any_of(stretch.before,
                            [](const auto& word) { return word.sort == Sort::Name; }) &&
        std::ranges::any_of(stretch.after,
                            [](const auto& word) { return word.sort == Sort::Name; });
    return names ? Change::Decisive : Change::Content;
}

/// Lengths of the longest common subsequences of all ends of two rows of words.
std::vector<std::vector<int>> common_lengths(const QuestionWords& a, const QuestionWords& b) {
    std::vector<std::vector<int>> table(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = a.size(); i-- > 0;) {
        for (std::size_t j = b.size(); j-- > 0;) {
            table[i][j] =
                a[i] == b[j] ? table[i + 1][j + 1] + 1 : std::max(table[i + 1][j], table[i][j + 1]);
        }
    }
    return table;
}

/// The stretches in which two questions differ.
std::vector<Stretch> stretches(const QuestionWords& a, const QuestionWords& b) {
    const auto table = common_lengths(a, b);
    std::vector<Stretch> found;
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < a.size() || j < b.size()) {
        const auto from_i = i;
        const auto from_j = j;
        while ((i < a.size() || j < b.size()) && !(i < a.size() && j < b.size() && a[i] == b[j])) {
            const bool drop = j == b.size() || (i < a.size() && table[i + 1][j] >= table[i][j + 1]);
            drop ? ++i : ++j;
        }
        if (i > from_i || j > from_j) {
            found.push_back(
                {Span{a}.subspan(from_i, i - from_i), Span{b}.subspan(from_j, j - from_j),
                 from_i > 0 ? &a[from_i - 1] : nullptr, i < a.size() ? &a[i] : nullptr});
        }
        if (i < a.size() && j < b.size()) ++i, ++j;
    }
    return found;
}

}  // namespace

void Vocabulary::add(std::string_view text) {
    const auto words = question_words(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool han = words[i].sort == Sort::Han;
        if (!han) known_.insert(hash64(words[i].text));
        if (han && i + 1 < words.size() && words[i + 1].sort == Sort::Han) {
            known_.insert(hash64(words[i].text + words[i + 1].text));
        }
    }
}

bool Vocabulary::knows(std::string_view word) const { return known_.contains(hash64(word)); }

Change compare_questions(const QuestionWords& before, const QuestionWords& after,
                         const Vocabulary& vocabulary) {
    if (before == after) return Change::None;
    if (before.size() > kMostWords || after.size() > kMostWords) return Change::Content;
    const auto a = canonical(before);
    const auto b = canonical(after);
    if (contrast(a, b)) return Change::Decisive;
    if (negations(a) != negations(b)) return Change::Decisive;
    Change worst = Change::None;
    int slips = 0;
    for (const auto& stretch : stretches(a, b)) {
        const auto change = compare_stretch(stretch, vocabulary);
        worst = std::max(worst, change);
        if (change == Change::Slip) ++slips;
    }
    if (worst == Change::None) return Change::Wording;
    return worst < Change::Content && slips > kMostSlips ? Change::Content : worst;
}

bool one_contains_other(const QuestionWords& a, const QuestionWords& b) {
    const auto& shorter = a.size() < b.size() ? a : b;
    const auto& longer = a.size() < b.size() ? b : a;
    std::size_t matched = 0;
    for (const auto& word : longer) {
        if (matched < shorter.size() && word == shorter[matched]) ++matched;
    }
    return matched == shorter.size();
}

}  // namespace wengu
