#include "cards/words.h"

#include "cards/affixes.h"
#include "core/text.h"
#include "word_files.h"

#include <algorithm>

namespace wengu {
namespace {

std::size_t byte(char c) { return static_cast<unsigned char>(c); }

bool is_word_byte(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '\''; }

/// Whether a match of `entry` may end at `end` of `key`: words are not cut.
bool ends_word(std::string_view key, std::size_t end, std::string_view entry) {
    return end == key.size() || !is_word_byte(entry.back()) || !is_word_byte(key[end]);
}

bool starts_word(std::string_view key, std::size_t start, std::string_view entry) {
    return start == 0 || !is_word_byte(entry.front()) || !is_word_byte(key[start - 1]);
}

/// Whether `text` starts with `entry`. Entries of one list begin alike more often than they
/// end alike.
bool begins(std::string_view text, std::string_view entry) {
    return text.size() >= entry.size() && text[entry.size() - 1] == entry.back() &&
           text.starts_with(entry);
}

bool is_han_start(char c) { return byte(c) >= 0xE4 && byte(c) <= 0xE9; }

/// The bytes of one or two Han characters at the front, as a place in `openings`.
std::size_t opening(std::string_view text) {
    std::size_t hash = text.size();
    for (const char c : text) hash = hash * 67 + byte(c);
    return (hash ^ hash >> 12U) % 4096;
}

/// Two Han characters at the front; none if there are not two.
std::string_view han_pair(std::string_view text) {
    const bool pair = text.size() >= 6 && is_han_start(text[0]) && is_han_start(text[3]);
    return text.substr(0, pair ? 6 : 0);
}

}  // namespace

const Words& Words::built_in() {
    static const Words words = [] {
        Words result;
        for (const auto& file : kWordFiles) result.extend(file.text);
        return result;
    }();
    return words;
}

void Words::extend(std::string_view file) {
    List* list = nullptr;
    for (const auto line : split_lines(file)) {
        const auto text = trim(line);
        if (text.empty() || text.front() == '#') continue;
        if (text.front() == '[' && text.back() == ']') {
            list = &lists_[ListName::hash_of(text.substr(1, text.size() - 2))];
        } else if (list != nullptr) {
            add(*list, normalise(text));
        }
    }
}

void Words::add(List& list, std::string entry) {
    if (entry.empty()) return;
    auto& heads = list.by_first[byte(entry.front())];
    if (std::ranges::find(heads, entry) != heads.end()) return;
    const auto longer = [](const auto& a, const auto& b) { return a.size() > b.size(); };
    list.openings.set(opening(std::string_view{entry}.substr(0, 3)));
    if (const auto pair = han_pair(entry); !pair.empty()) list.openings.set(opening(pair));
    heads.insert(std::ranges::upper_bound(heads, entry, longer), entry);
    list.by_last[byte(entry.back())].push_back(std::move(entry));
}

const Words::List* Words::find(ListName list) const {
    const auto found = lists_.find(list.hash());
    return found == lists_.end() ? nullptr : &found->second;
}

bool Words::has(ListName list, std::string_view key) const {
    const auto* found = key.empty() ? nullptr : find(list);
    if (found == nullptr) return false;
    const auto& heads = found->by_first[byte(key.front())];
    return std::ranges::find(heads, key) != heads.end();
}

bool Words::may_have(ListName list, std::string_view text) const {
    const auto* found = text.empty() ? nullptr : find(list);
    if (found == nullptr) return false;
    const char first = text.front();
    if (is_han_start(first)) {  // Han stays as it is
        const auto pair = han_pair(text);
        return found->openings.test(opening(pair.empty() ? text.substr(0, 3) : pair));
    }
    if (first == '-') return !found->by_first[byte(first)].empty();
    // A letter stays that letter where no mark is set on it.
    const auto is_letter = [&](std::size_t i) {
        return i < text.size() && is_alpha(text[i]) &&
               (i + 1 == text.size() || byte(text[i + 1]) < 0x80);
    };
    if (!is_letter(0)) return true;
    const auto& heads = found->by_first[byte(first) | 0x20U];
    if (!is_letter(1)) return !heads.empty();
    return std::ranges::any_of(heads, [&](const auto& entry) {
        return entry.size() > 1 && byte(entry[1]) == (byte(text[1]) | 0x20U);
    });
}

std::string_view Words::start_of(ListName list, std::string_view key) const {
    const auto* found = key.empty() ? nullptr : find(list);
    if (found == nullptr) return {};
    for (const auto& entry : found->by_first[byte(key.front())]) {
        if (begins(key, entry) && ends_word(key, entry.size(), entry)) return entry;
    }
    return {};
}

bool Words::ends_with(ListName list, std::string_view key) const {
    const auto* found = key.empty() ? nullptr : find(list);
    if (found == nullptr) return false;
    return std::ranges::any_of(found->by_last[byte(key.back())], [&](const auto& entry) {
        return key.ends_with(entry) && starts_word(key, key.size() - entry.size(), entry);
    });
}

bool Words::contains(ListName list, std::string_view key) const {
    const auto* found = find(list);
    if (found == nullptr) return false;
    // A character of three bytes is stepped over at once.
    for (std::size_t i = 0; i < key.size(); i += byte(key[i]) >= 0xE0 ? 3U : 1U) {
        for (const auto& entry : found->by_first[byte(key[i])]) {
            if (begins(key.substr(i), entry) && starts_word(key, i, entry) &&
                ends_word(key, i + entry.size(), entry)) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace wengu
