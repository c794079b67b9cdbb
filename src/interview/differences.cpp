#include "interview/differences.h"

#include "interview/roles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace wengu {
namespace {

/// What is known of a term in one text: the value it has there, if it has one only.
template <typename Value>
struct Known {
    Value value{};
    bool mixed = false;
    std::size_t clause = 0;
};

template <typename Key, typename Value>
void note(std::map<Key, Known<Value>>& known, Key key, Value value, std::size_t clause) {
    const auto [at, is_new] = known.emplace(key, Known<Value>{value, false, clause});
    if (!is_new && at->second.value != value) at->second.mixed = true;
}

/// Adds up what agrees and what does not.
struct Balance {
    double same = 0;
    double other = 0;
    bool both_ways = false;
    std::size_t meant = 0;
    std::size_t said = 0;
    double heaviest = 0;

    void differ(double weight, std::size_t in_card, std::size_t in_answer) {
        other += weight;
        if (weight <= heaviest) return;
        heaviest = weight;
        meant = in_card;
        said = in_answer;
    }
    [[nodiscard]] double share() const { return other > 0 ? other / (other + same) : 0; }
};

using Denials = std::map<int, Known<bool>>;

Denials denials_in(const Heard& heard, const Reach& reach) {
    Denials known;
    for (const auto& place : heard.places) {
        if (place.stance.open || !reach.has(place.clause)) continue;
        note(known, place.term, place.stance.denied, place.clause);
    }
    return known;
}

/// Of what the point denies, how much is affirmed; of what a clause of it affirms, how
/// much is denied.
std::optional<Clash> negation(const Heard& point, const Heard& said, const Reach& reach,
                              const Terms& terms) {
    std::map<std::pair<std::size_t, bool>, Balance> sums;  // by clause and what the point does
    bool affirmed = false;
    bool denied = false;
    const auto meant = denials_in(point, kEverywhere);
    for (const auto& [term, heard] : denials_in(said, reach)) {
        const auto known = meant.find(term);
        if (known == meant.end() || heard.mixed || known->second.mixed) continue;
        if (terms.is_asked(term)) continue;
        auto& sum = sums[{known->second.clause, known->second.value}];
        if (known->second.value == heard.value) {
            sum.same += terms.weight(term);
            continue;
        }
        (heard.value ? denied : affirmed) = true;
        sum.differ(terms.weight(term), known->second.clause, heard.clause);
    }
    std::optional<Clash> worst;
    for (const auto& [key, sum] : sums) {
        // Where the denial is kept, what else it covers is only a matter of wording.
        const auto kept = sums.find({key.first, true});
        if (kept != sums.end() && kept->second.same >= sum.other / 3) continue;
        double strength = sum.share() * std::min(1.0, sum.other);
        if (affirmed && denied && sum.other > 0) strength = std::min(1.0, strength + 0.5);
        if (strength > (worst ? worst->strength : 0)) {
            worst = Clash{DifferenceKind::Negation, strength, sum.meant, sum.said};
        }
    }
    return worst;
}

/// Of two terms, whether the one with the smaller number comes first.
using Orders = std::map<std::pair<int, int>, Known<bool>>;

Orders orders_in(const Heard& heard, const Reach& reach) {
    constexpr std::size_t kClausesApart = 2;
    Orders known;
    for (std::size_t i = 0; i < heard.places.size(); ++i) {
        const auto& one = heard.places[i];
        if (one.stance.rank == 0 || !reach.has(one.clause)) continue;
        for (auto j = i + 1; j < heard.places.size(); ++j) {
            const auto& other = heard.places[j];
            if (other.clause > one.clause + kClausesApart) break;
            if (!reach.has(other.clause) || other.term == one.term) continue;
            if (other.stance.rank == 0 || other.stance.rank == one.stance.rank) continue;
            const bool one_first = one.stance.rank < other.stance.rank;
            const auto key = std::minmax(one.term, other.term);
            note(known, std::pair<int, int>{key}, one_first == (one.term < other.term), one.clause);
        }
    }
    return known;
}

/// Terms that come first or later, whatever the others do.
using Ranks = std::map<int, Known<bool>>;

Ranks ranks_in(const Heard& heard, const Reach& reach) {
    Ranks known;
    for (const auto& place : heard.places) {
        if (place.stance.rank == 0 || !reach.has(place.clause)) continue;
        note(known, place.term, place.stance.rank == 1, place.clause);
    }
    return known;
}

/// Adds up over the keys that both texts know.
template <typename Key, typename Value, typename Weigh>
Balance balance_of(const std::map<Key, Known<Value>>& meant,
                   const std::map<Key, Known<Value>>& said, Weigh weigh) {
    Balance balance;
    for (const auto& [key, heard] : said) {
        const auto known = meant.find(key);
        if (known == meant.end() || heard.mixed || known->second.mixed) continue;
        if (known->second.value == heard.value) {
            balance.same += weigh(key);
        } else {
            balance.differ(weigh(key), known->second.clause, heard.clause);
        }
    }
    return balance;
}

/// Pairs in another order tell most; where the answer orders no pair of the point, what
/// comes first alone is looked at.
std::optional<Clash> order(const Heard& point, const Heard& said, const Reach& reach,
                           const Terms& terms) {
    constexpr double kOneSided = 0.45;
    auto balance = balance_of(orders_in(point, kEverywhere), orders_in(said, reach),
                              [&](const std::pair<int, int>& pair) {
                                  return terms.weight(pair.first) * terms.weight(pair.second);
                              });
    double sure = 1;
    if (balance.same + balance.other <= 0) {
        balance = balance_of(ranks_in(point, kEverywhere), ranks_in(said, reach),
                             [&](int term) { return terms.weight(term); });
        sure = kOneSided;
    }
    if (balance.other <= 0) return std::nullopt;
    return Clash{DifferenceKind::Order, sure * balance.share(), balance.meant, balance.said};
}

/// The places nearest to a word of a pair, in its unit and not beyond another of the pair.
std::vector<const Mention*> bound_to(const Turn& turn, const Heard& heard) {
    const Mention* before = nullptr;
    const Mention* behind = nullptr;
    for (const auto& place : heard.places) {
        if (place.clause != turn.clause || place.stance.unit != turn.unit) continue;
        if (place.at + place.length <= turn.at) before = &place;
        if (place.at >= turn.at + turn.side.length && behind == nullptr) behind = &place;
    }
    for (const auto& other : heard.turns) {
        if (other.clause != turn.clause || other.side.pair != turn.side.pair) continue;
        if (before != nullptr && other.at < turn.at && other.at > before->at) before = nullptr;
        if (behind != nullptr && other.at > turn.at && other.at < behind->at) behind = nullptr;
    }
    std::vector<const Mention*> bound;
    if (before != nullptr) bound.push_back(before);
    if (behind != nullptr) bound.push_back(behind);
    return bound;
}

using Sides = std::map<std::pair<int, int>, Known<int>>;  // by pair and term; -1: unbound

Sides sides_in(const Heard& heard, const Reach& reach) {
    Sides known;
    for (const auto& turn : heard.turns) {
        if (!reach.has(turn.clause) || turn.denied || turn.open) continue;
        note(known, {turn.side.pair, -1}, turn.side.side, turn.clause);
        for (const auto* place : bound_to(turn, heard)) {
            note(known, {turn.side.pair, place->term}, turn.side.side, turn.clause);
        }
    }
    return known;
}

/// Pair by pair. What is bound to no common word tells less.
std::optional<Clash> opposite_words(const Heard& point, const Heard& said, const Reach& reach,
                                    const Terms& terms) {
    constexpr double kUnbound = 0.4;
    std::map<int, Balance> bound;
    std::map<int, Balance> unbound;
    const auto meant = sides_in(point, kEverywhere);
    for (const auto& [key, heard] : sides_in(said, reach)) {
        const auto known = meant.find(key);
        if (known == meant.end() || heard.mixed || known->second.mixed) continue;
        auto& sum = (key.second < 0 ? unbound : bound)[key.first];
        const double weight = key.second < 0 ? 1 : terms.weight(key.second);
        if (known->second.value == heard.value) {
            sum.same += weight;
        } else {
            sum.differ(weight, known->second.clause, heard.clause);
        }
    }
    std::optional<Clash> worst;
    const auto consider = [&](int pair, const Balance& sum, double strength) {
        if (sum.other <= 0 || strength <= (worst ? worst->strength : 0)) return;
        const auto kind = is_of_scope(pair) ? DifferenceKind::Scope : DifferenceKind::Opposite;
        worst = Clash{kind, strength, sum.meant, sum.said};
    };
    for (const auto& [pair, sum] : bound) consider(pair, sum, sum.share());
    for (const auto& [pair, sum] : unbound) {
        if (bound.find(pair) == bound.end()) consider(pair, sum, kUnbound);
    }
    return worst;
}

bool same_value(const Quantity& a, const Quantity& b) {
    return std::abs(a.value - b.value) <= 0.01 * std::max(std::abs(a.value), std::abs(b.value));
}

/// Measures that everybody names; others are only the word behind the number.
bool is_named(std::string_view measure) {
    constexpr std::array<std::string_view, 7> kNamed{"s", "m", "%", "x", "metre", "g", "gb"};
    return std::ranges::find(kNamed, measure) != kNamed.end();
}

bool may_be_same(const Quantity& a, const Quantity& b) {
    if (!same_value(a, b)) return false;
    if (a.measure == b.measure || a.measure.empty() || b.measure.empty()) return true;
    return !is_named(a.measure) && !is_named(b.measure);
}

bool is_among(const Quantity& quantity, const std::vector<Measured>& numbers) {
    return std::ranges::any_of(
        numbers, [&](const Measured& other) { return may_be_same(other.quantity, quantity); });
}

/// A number of the point was not said, but another that measures the same and stands
/// nowhere on the card.
std::optional<Clash> numbers(const Heard& point, std::span<const Heard> card, const Heard& said,
                             const Reach& reach) {
    for (const auto& wanted : point.numbers) {
        if (is_among(wanted.quantity, said.numbers)) continue;
        for (const auto& other : said.numbers) {
            if (!reach.has(other.clause)) continue;
            if (other.quantity.measure != wanted.quantity.measure) continue;
            const bool on_card = std::ranges::any_of(
                card, [&](const Heard& p) { return is_among(other.quantity, p.numbers); });
            if (!on_card) return Clash{DifferenceKind::Number, 1, wanted.clause, other.clause};
        }
    }
    return std::nullopt;
}

}  // namespace

std::string_view name_of(DifferenceKind kind) {
    constexpr std::array<std::string_view, 6> kNames{"number", "negation", "order",
                                                     "roles",  "antonym",  "scope"};
    return kNames.at(static_cast<std::size_t>(kind));
}

std::vector<Clash> clashes_of(std::size_t number, std::span<const Heard> card, const Heard& said,
                              const Reach& reach, const Terms& terms) {
    const auto& point = card[number];
    std::vector<Clash> found;
    const auto keep = [&](const std::optional<Clash>& clash) {
        if (clash) found.push_back(*clash);
    };
    keep(numbers(point, card, said, reach));
    keep(negation(point, said, reach, terms));
    keep(order(point, said, reach, terms));
    keep(opposite_words(point, said, reach, terms));
    keep(exchanged_roles(number, card, said, reach, terms));
    return found;
}

}  // namespace wengu
