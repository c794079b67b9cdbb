#include "interview/phrases.h"

#include "core/text.h"
#include "interview/concepts.h"
#include "opposites_text.h"
#include "polarity_text.h"
#include "speech_text.h"

#include <algorithm>
#include <string>

namespace wengu {
namespace {

bool is_entry(std::string_view line) { return !line.empty() && !line.starts_with('#'); }

/// Group n holds the phrases of list n.
Concepts read_speech() {
    Concepts lists;
    for (const auto line : split_lines(kSpeech.front().text)) {
        if (is_entry(line)) lists.add(line.substr(line.find(':') + 1));
    }
    return lists;
}

/// Groups 2n and 2n + 1 of `sides` are the sides of pair n.
struct Opposites {
    Concepts sides;
    std::vector<bool> scope;  ///< By pair.
};

Opposites read_opposites() {
    constexpr std::string_view kScope = "scope:";
    Opposites opposites;
    for (auto line : split_lines(kOpposites.front().text)) {
        if (!is_entry(line)) continue;
        opposites.scope.push_back(line.starts_with(kScope));
        if (opposites.scope.back()) line.remove_prefix(kScope.size());
        const auto middle = line.find("<>");
        opposites.sides.add(line.substr(0, middle));
        opposites.sides.add(line.substr(middle + 2));
    }
    return opposites;
}

/// Group 0 rejects, group 1 denies.
Concepts read_denials() {
    Concepts denials;
    denials.add(kPolarity.front().text);
    return denials;
}

const Opposites& opposites() {
    static const Opposites list = read_opposites();
    return list;
}

bool is_in(const std::vector<int>& groups, int group) {
    return std::ranges::find(groups, group) != groups.end();
}

}  // namespace

std::size_t phrase_at(Phrase list, std::span<const Word> words, std::size_t at) {
    static const Concepts lists = read_speech();
    std::size_t longest = 0;
    for (const auto& match : lists.matches(words, at)) {
        if (is_in(*match.groups, static_cast<int>(list))) longest = match.length;
    }
    return longest;
}

Denial denial_at(std::span<const Word> words, std::size_t at) {
    static const Concepts denials = read_denials();
    Denial found;
    for (const auto& match : denials.matches(words, at)) {
        found = {match.length, is_in(*match.groups, 0)};
    }
    const auto harmless =
        std::max(phrase_at(Phrase::NoDenial, words, at), phrase_at(Phrase::LeavesOpen, words, at));
    if (harmless >= found.length) return {};
    // "是不是", "会不会" ask.
    const auto end = at + found.length;
    const bool asks = at > 0 && end < words.size() && words[at - 1] == words[end];
    return asks ? Denial{} : found;
}

bool is_of_scope(int pair) { return opposites().scope[static_cast<std::size_t>(pair)]; }

std::vector<Side> sides_at(std::span<const Word> words, std::size_t at) {
    std::vector<Side> sides;
    for (const auto& match : opposites().sides.matches(words, at)) {
        for (const int group : *match.groups) {
            const int pair = group / 2;
            std::erase_if(sides, [&](const Side& side) { return side.pair == pair; });
            sides.push_back({pair, group % 2, match.length});
        }
    }
    return sides;
}

}  // namespace wengu
