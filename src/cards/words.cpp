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

/// How many letters a text begins with, counted up to three.
std::size_t first_letters(std::string_view text) {
    std::size_t count = 0;
    while (count < 3 && count < text.size() && is_alpha(text[count])) ++count;
    return count;
}

/// Where a text stands in a sieve by its first character, or the first letters of its first
/// word; letters stand together in both cases.
std::size_t place_of_first(std::string_view text) {
    const auto lead = byte(text[0]);
    if (lead < 0x80) {
        std::size_t hash = lead | 0x20U;
        for (std::size_t i = 1, letters = first_letters(text); i < letters; ++i)
            hash = hash * 67 + (byte(text[i]) | 0x20U);
        return (hash ^ hash >> 12U) % 4096;
    }
    if (lead < 0xE0 || text.size() < 3) return lead;
    return (lead & 0xFU) << 8U ^ (byte(text[1]) & 0x3FU) << 6U ^ (byte(text[2]) & 0x3FU);
}

/// The same by its last character.
std::size_t place_of_last(std::string_view text) {
    return place_of_first(text.substr(last_start(text)));
}

/// Where an opening (see plain_opening) stands in a sieve.
std::size_t place_of(std::string_view opening) {
    std::size_t hash = opening.size();
    for (const char c : opening) hash = hash * 67 + (byte(c) < 0x80 ? byte(c) | 0x20U : byte(c));
    return (hash ^ hash >> 12U) % 4096;
}

/// Whether `text` begins with a letter that has no mark set on it: it stays that letter.
bool begins_with_letter(std::string_view text) {
    return !text.empty() && is_alpha(text[0]) &&
           (text.size() == 1 || byte(text[1]) < 0x80 || is_han_start(text[1]));
}

/// The first six bytes, where normalising keeps them but for their case: Han characters,
/// letters, and single blanks between letters. Empty otherwise.
std::string_view plain_opening(std::string_view text) {
    constexpr std::size_t kBytes = 6;
    if (text.size() < kBytes) return {};
    for (std::size_t i = 0; i < kBytes;) {
        const auto from = text.substr(i);
        const bool blank = i > 0 && from[0] == ' ' && begins_with_letter(from.substr(1));
        if (is_han_start(from[0])) {
            i += 3;
        } else if (blank || begins_with_letter(from)) {
            ++i;
        } else {
            return {};
        }
    }
    return text.substr(0, kBytes);
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
    auto list = kListNames.size();
    for (const auto line : split_lines(file)) {
        const auto text = trim(line);
        if (text.empty() || text.front() == '#') continue;
        if (text.front() == '[' && text.back() == ']') {
            const auto name = text.substr(1, text.size() - 2);
            list =
                static_cast<std::size_t>(std::ranges::find(kListNames, name) - kListNames.begin());
        } else if (list < kListNames.size()) {
            add(list, normalise(text));
        }
    }
}

void Words::add(std::size_t list, std::string entry) {
    if (entry.empty()) return;
    auto& heads = lists_[list].by_first[byte(entry.front())];
    if (std::ranges::find(heads, entry) != heads.end()) return;
    const auto longer = [](const auto& a, const auto& b) { return a.size() > b.size(); };
    lists_[list].all_wide = lists_[list].all_wide && byte(entry.front()) >= 0xE0;
    const auto bit = 1U << list % kBits;
    firsts_[place_of_first(entry)] |= bit;
    lasts_[place_of_last(entry)] |= bit;
    openings_[place_of(plain_opening(entry))] |= bit;
    heads.insert(std::ranges::upper_bound(heads, entry, longer), entry);
    lists_[list].by_last[byte(entry.back())].push_back(std::move(entry));
}

bool Words::has(ListName list, std::string_view key) const {
    if (!may_have(list, key)) return false;
    const auto& heads = get(list).by_first[byte(key.front())];
    return std::ranges::find(heads, key) != heads.end();
}

bool Words::may_start(ListName list, std::string_view text) const {
    if (text.empty()) return false;
    const auto letters = first_letters(text);
    const bool kept = is_han_start(text[0]) || text[0] == '-' ||
                      (letters > 0 && begins_with_letter(text.substr(letters - 1)));
    return !kept || may_have(firsts_, place_of_first(text), list);
}

bool Words::may_have(ListName list, std::string_view text) const {
    if (!may_start(list, text)) return false;
    const auto opening = plain_opening(text);
    return opening.empty() || may_have(openings_, place_of(opening), list);
}

std::string_view Words::start_of(ListName list, std::string_view key) const {
    if (key.empty() || !may_have(firsts_, place_of_first(key), list)) return {};
    for (const auto& entry : get(list).by_first[byte(key.front())]) {
        if (begins(key, entry) && ends_word(key, entry.size(), entry)) return entry;
    }
    return {};
}

bool Words::ends_with(ListName list, std::string_view key) const {
    if (key.empty() || !may_have(lasts_, place_of_last(key), list)) return false;
    return std::ranges::any_of(get(list).by_last[byte(key.back())], [&](const auto& entry) {
        return key.ends_with(entry) && starts_word(key, key.size() - entry.size(), entry);
    });
}

bool Words::contains(ListName list, std::string_view key) const {
    const auto& entries = get(list);
    const auto is_at = [&](std::size_t i) {
        const auto rest = key.substr(i);
        return may_have(firsts_, place_of_first(rest), list) &&
               std::ranges::any_of(entries.by_first[byte(key[i])], [&](const auto& entry) {
                   return begins(rest, entry) && starts_word(key, i, entry) &&
                          ends_word(key, i + entry.size(), entry);
               });
    };
    for (std::size_t i = 0; i < key.size();) {
        if (byte(key[i]) >= 0xE0) {
            if (is_at(i)) return true;
            i += 3;
        } else {
            const bool in_word = i > 0 && is_word_byte(key[i]) && is_word_byte(key[i - 1]);
            if (!entries.all_wide && !in_word && is_at(i)) return true;
            ++i;
        }
    }
    return false;
}

}  // namespace wengu
