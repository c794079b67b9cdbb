#include "interview/heard.h"

#include "interview/repairs.h"

#include <algorithm>

namespace wengu {
namespace {

void find_turns(const std::vector<Word>& words, const std::vector<Stance>& stances,
                std::size_t clause, Heard& heard) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const auto& side : sides_at(words, i)) {
            heard.turns.push_back(
                {side, clause, i, stances[i].denied, stances[i].open, stances[i].unit});
        }
        if (auto quantity = quantity_at(words, i)) {
            heard.numbers.push_back({*std::move(quantity), clause, stances[i].unit});
        }
    }
}

/// Several readings of a term at one place are one.
bool was_just_found(const std::vector<Mention>& places, const Mention& place) {
    for (auto old = places.rbegin(); old != places.rend(); ++old) {
        if (old->clause != place.clause || old->at != place.at) return false;
        if (old->term == place.term) return true;
    }
    return false;
}

}  // namespace

std::string text_of(const Point& point) { return point.title + "; " + point.detail; }

Terms::Terms(const std::vector<Point>& points, const Tokens& question, const Concepts& concepts)
    : concepts_{&concepts} {
    std::unordered_map<std::uint64_t, int> known;
    int run = 0;
    for (const auto& point : points) {
        std::size_t last = 0;
        for (const auto& [item, at, length] : items_of(words_of(text_of(point)), concepts)) {
            if (at != last + 1 || length != 2) ++run;  // pairs that overlap go on with the run
            last = at;
            const auto [entry, is_new] =
                known.emplace(item.readings.front(), static_cast<int>(weights_.size()));
            if (!is_new) continue;
            weights_.push_back(item.weight);
            runs_.push_back(run);
            asked_.push_back(clarity(item, question) > 0);
            for (const auto reading : item.readings) by_reading_.emplace(reading, entry->second);
        }
        ++run;
    }
}

Heard Terms::find_in(std::string_view text, bool speech) const {
    Heard heard;
    heard.clauses = clauses_of(text);
    if (speech) take_back(heard.clauses);
    const auto stances = stances_of(heard.clauses);
    for (std::size_t c = 0; c < heard.clauses.size(); ++c) {
        const auto& words = heard.clauses[c].words;
        auto& tokens = heard.tokens.emplace_back();
        for (const auto& said : spoken_in(words, *concepts_)) {
            auto& known = tokens[said.token];
            known = std::max(known, said.clearly);
            const auto [first, last] = by_reading_.equal_range(said.token);
            for (auto found = first; found != last; ++found) {
                const Mention place{found->second, c, said.at, said.length, stances[c][said.at]};
                const bool twice = was_just_found(heard.places, place);
                if (!twice) heard.places.push_back(place);
            }
        }
        find_turns(words, stances[c], c, heard);
    }
    return heard;
}

}  // namespace wengu
