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

/// The place of some first bytes in `openings`.
std::size_t place(std::string_view bytes) {
    std::size_t hash = bytes.size();
    for (const char c : bytes) hash = hash * 67 + (byte(c) < 0x80 ? byte(c) | 0x20U : byte(c));
    return (hash ^ hash >> 12U) % 4096;
}

/// Whether `text` begins with a letter that has no mark set on it: it stays that letter.
bool begins_with_letter(std::string_view text) {
    return !text.empty() && is_alpha(text[0]) && (text.size() == 1 || byte(text[1]) < 0x80);
}

/// The first six bytes, where normalising keeps them but for their case: two Han characters,
/// or letters with single blanks between them. Empty otherwise.
std::string_view plain_opening(std::string_view text) {
    constexpr std::size_t kBytes = 6;
    if (text.size() < kBytes) return {};
    const auto opening = text.substr(0, kBytes);
    if (is_han_start(text[0])) return is_han_start(text[3]) ? opening : std::string_view{};
    for (std::size_t i = 0; i < kBytes; ++i) {
        const auto from = text.substr(i);
        const bool blank = i > 0 && from[0] == ' ' && begins_with_letter(from.substr(1));
        if (!blank && !begins_with_letter(from)) return {};
    }
    return opening;
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
    list.openings.set(place(std::string_view{entry}.substr(0, 3)));
    list.openings.set(place(plain_opening(entry)));
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

bool Words::may_begin(const List& list, std::string_view text) {
    if (is_han_start(text[0])) return list.openings.test(place(text.substr(0, 3)));
    if (text[0] != '-' && !begins_with_letter(text)) return true;
    return !list.by_first[byte(text[0]) | 0x20U].empty();
}

bool Words::may_start(ListName list, std::string_view text) const {
    const auto* found = text.empty() ? nullptr : find(list);
    return found != nullptr && may_begin(*found, text);
}

bool Words::may_have(ListName list, std::string_view text) const {
    const auto* found = text.empty() ? nullptr : find(list);
    if (found == nullptr) return false;
    const auto opening = plain_opening(text);
    return opening.empty() ? may_begin(*found, text) : found->openings.test(place(opening));
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
