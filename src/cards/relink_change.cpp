#include "cards/relink_change.h"

#include "cards/distance.h"
#include "cards/relink_lists.h"
#include "core/hash.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

namespace wengu {
namespace {

using Sort = QuestionWord::Sort;
using Span = std::span<const QuestionWord>;

constexpr std::size_t kMostWords = 300;
constexpr int kMostSlips = 3;

/// Two neighbouring characters exchanged and nothing else.
bool neighbours_exchanged(const QuestionWords& a, const QuestionWords& b) {
    if (a.size() != b.size()) return false;
    const auto first = std::ranges::mismatch(a, b);
    if (first.in1 == a.end() || first.in1 + 1 == a.end() || first.in1->sort != Sort::Han)
        return false;
    return *first.in1 == *(first.in2 + 1) && *(first.in1 + 1) == *first.in2 &&
           std::equal(first.in1 + 2, a.end(), first.in2 + 2);
}

bool is_filler(Span span) { return only_fillers({span.begin(), span.end()}); }

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
    if (!names && only_fillers({a}) && only_fillers({b})) return Change::Wording;
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
    return stretch.before.size() == 1 && stretch.after.size() == 1 &&
           exchanged_letter(stretch.before.front().text, stretch.after.front().text);
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

/// The worst of all the stretches in which the words differ.
Change compare_words(const QuestionWords& a, const QuestionWords& b, const Vocabulary& vocabulary) {
    Change worst = Change::Wording;
    int slips = 0;
    bool slipped = false;
    for (const auto& stretch : stretches(a, b)) {
        const auto change = compare_stretch(stretch, vocabulary);
        if (change == Change::Slip) ++slips;
        slipped = slipped || change == Change::Slip;
        worst = std::max(worst, change);
    }
    if (worst == Change::Wording && slipped) worst = Change::Slip;
    return worst <= Change::Wording && slips > kMostSlips ? Change::Content : worst;
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
    if (neighbours_exchanged(before, after)) return Change::Slip;
    const auto a = canonical(before);
    const auto b = canonical(after);
    if (contrasted(a, b) || denied(a, b)) return Change::Decisive;
    const auto in_kind = compare_words(a, b, vocabulary);
    if (in_kind == Change::Decisive) return in_kind;
    return std::min(in_kind, compare_words(before, after, vocabulary));
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
