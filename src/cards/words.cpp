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
    if (entry.empty() || has(list, entry)) return;
    auto& heads = lists_[list].by_first[byte(entry.front())];
    const auto place =
        std::ranges::find_if(heads, [&](const auto& other) { return other.size() < entry.size(); });
    heads.insert(place, entry);
    lists_[list].by_last[byte(entry.back())].push_back(std::move(entry));
}

bool Words::has(std::size_t list, std::string_view key) const {
    if (key.empty()) return false;
    const auto& heads = lists_[list].by_first[byte(key.front())];
    return std::ranges::find(heads, key) != heads.end();
}

std::string_view Words::start_of(ListName list, std::string_view key) const {
    if (key.empty()) return {};
    for (const auto& entry : lists_[list.index()].by_first[byte(key.front())]) {
        if (key.starts_with(entry) && ends_word(key, entry.size(), entry)) return entry;
    }
    return {};
}

bool Words::ends_with(ListName list, std::string_view key) const {
    if (key.empty()) return false;
    const auto& tails = lists_[list.index()].by_last[byte(key.back())];
    return std::ranges::any_of(tails, [&](const auto& entry) {
        return key.ends_with(entry) && starts_word(key, key.size() - entry.size(), entry);
    });
}

bool Words::contains(ListName list, std::string_view key) const {
    for (std::size_t i = 0; i < key.size(); ++i) {
        const auto& heads = lists_[list.index()].by_first[byte(key[i])];
        const auto stands_here = [&](const auto& entry) {
            return key.substr(i).starts_with(entry) && starts_word(key, i, entry) &&
                   ends_word(key, i + entry.size(), entry);
        };
        if (std::ranges::any_of(heads, stands_here)) return true;
    }
    return false;
}

}  // namespace wengu
