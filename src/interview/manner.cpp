#include "interview/manner.h"

#include <algorithm>
#include <set>

namespace wengu {
namespace {

constexpr double kExplained = 1.0 / 3;  // of a clause's words
constexpr double kFewSmallWords = 0.2;  // of all words, in a list of words
constexpr double kShortClause = 5;      // the same, in spoken length
constexpr double kFewClauses = 4;       // fewer make no list
constexpr int kFewPairs = 8;            // fewer tell nothing
constexpr double kHanShare = 0.6;       // of a word in one character, roughly

bool is_word_list(const Heard& said) {
    double small = 0;
    double all = 0;
    double length = 0;
    for (const auto& clause : said.clauses) {
        length += clause.length;
        for (const auto& word : clause.words) {
            if (word.kind == Word::Kind::Break) continue;
            all += word.kind == Word::Kind::Han ? kHanShare : 1;
            small += is_small_word(word) ? 1 : 0;
        }
    }
    const auto clauses = static_cast<double>(said.clauses.size());
    return clauses >= kFewClauses && length < kShortClause * clauses &&
           small < kFewSmallWords * all;
}

/// Share of a clause's full words that the card or the question has; 1 for none at all.
double explained_share(const Heard& said, std::size_t c, const Tokens& question,
                       const Concepts& concepts) {
    const auto& words = said.clauses[c].words;
    std::vector<bool> known(words.size());
    const auto mark = [&](std::size_t at, std::size_t length) {
        for (auto i = at; i < at + length && i < known.size(); ++i) known[i] = true;
    };
    for (const auto& place : said.places) {
        if (place.clause == c) mark(place.at, place.length);
    }
    for (const auto& spoken : spoken_in(words, concepts)) {
        if (question.contains(spoken.token)) mark(spoken.at, spoken.length);
    }
    double explained = 0;
    double all = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].kind == Word::Kind::Break || is_small_word(words[i])) continue;
        const double length = words[i].kind == Word::Kind::Han ? 1 : 2;
        all += length;
        explained += known[i] ? length : 0;
    }
    return all > 0 ? explained / all : 1;
}

/// Pairs of terms in one unit: how many no point has both of.
double thrown_together_in(const Heard& said, std::span<const Heard> card) {
    std::vector<std::set<int>> points;
    for (const auto& point : card) {
        auto& terms = points.emplace_back();
        for (const auto& place : point.places) terms.insert(place.term);
    }
    int apart = 0;
    int all = 0;
    for (std::size_t i = 0; i < said.places.size(); ++i) {
        const auto& one = said.places[i];
        for (auto j = i + 1; j < said.places.size(); ++j) {
            const auto& other = said.places[j];
            if (other.clause != one.clause) break;
            if (other.at < one.at + one.length) continue;  // pieces of one word
            ++all;
            apart += std::ranges::none_of(points, [&](const std::set<int>& terms) {
                return terms.contains(one.term) && terms.contains(other.term);
            });
        }
    }
    return all >= kFewPairs ? static_cast<double>(apart) / all : 0;
}

}  // namespace

Manner reading_fingerprint(const Heard& said, std::span<const Heard> card, const Tokens& question,
                           const Concepts& concepts) {
    Manner manner;
    manner.word_list = is_word_list(said);
    manner.thrown_together = thrown_together_in(said, card);
    double unexplained = 0;
    double all = 0;
    for (std::size_t c = 0; c < said.clauses.size(); ++c) {
        const double length = said.clauses[c].length;
        all += length;
        if (explained_share(said, c, question, concepts) > kExplained) continue;
        unexplained += length;
        manner.left_over.push_back(c);
    }
    manner.unexplained = all > 0 ? unexplained / all : 0;
    return manner;
}

}  // namespace wengu
