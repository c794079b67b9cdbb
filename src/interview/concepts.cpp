#include "interview/concepts.h"

#include "concepts_text.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {

Concepts Concepts::built_in() {
    Concepts concepts;
    for (const auto& file : kConcepts) concepts.add(file.text);
    return concepts;
}

std::vector<Problem> Concepts::add(std::string_view list) {
    std::vector<Problem> problems;
    int line_number = 0;
    for (auto line : split_lines(list)) {
        ++line_number;
        line = trim(line);
        if (line.empty() || line.starts_with('#')) continue;
        int phrases = 0;
        Scripts scripts;
        for (std::size_t start = 0; start <= line.size();) {
            const auto end = std::min(line.find('|', start), line.size());
            if (add_phrase(line.substr(start, end - start), group_count(), scripts)) ++phrases;
            start = end + 1;
        }
        if (phrases == 0) {
            problems.push_back({.path = "",
                                .line = line_number,
                                .message = tr("this line names no words"),
                                .hint = tr("write words that mean the same with | between them")});
            continue;
        }
        scripts_.push_back(scripts);
    }
    return problems;
}

bool Concepts::add_phrase(std::string_view phrase, int group, Scripts& scripts) {
    std::size_t node = 0;
    for (const auto& word : words_of(phrase)) {
        if (word.kind == Word::Kind::Break) continue;
        (word.kind == Word::Kind::Han ? scripts.han : scripts.latin) = true;
        const auto found = nodes_[node].next.find(word.text);
        if (found != nodes_[node].next.end()) {
            node = found->second;
            continue;
        }
        nodes_[node].next.emplace(word.text, nodes_.size());
        node = nodes_.size();
        nodes_.emplace_back();
    }
    if (node == 0) return false;
    auto& groups = nodes_[node].groups;
    if (std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
    return true;
}

std::vector<Concepts::Match> Concepts::matches(std::span<const Word> words, std::size_t at) const {
    std::vector<Match> found;
    std::size_t node = 0;
    for (std::size_t i = at; i < words.size(); ++i) {
        const auto next = nodes_[node].next.find(words[i].text);
        if (words[i].kind == Word::Kind::Break || next == nodes_[node].next.end()) break;
        node = next->second;
        if (!nodes_[node].groups.empty()) found.push_back({i + 1 - at, &nodes_[node].groups});
    }
    return found;
}

}  // namespace wengu
