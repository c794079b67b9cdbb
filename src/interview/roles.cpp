#include "interview/roles.h"

#include <algorithm>

namespace wengu {
namespace {

/// Which terms stand in one unit with which.
class Company {
public:
    explicit Company(std::size_t terms) : size_{terms}, near_(terms * terms) {}

    void meet(int a, int b) {
        near_[index(a, b)] = true;
        near_[index(b, a)] = true;
    }
    [[nodiscard]] bool near(int a, int b) const { return near_[index(a, b)]; }
    [[nodiscard]] int size() const { return static_cast<int>(size_); }

private:
    [[nodiscard]] std::size_t index(int a, int b) const {
        return static_cast<std::size_t>(a) * size_ + static_cast<std::size_t>(b);
    }
    std::size_t size_;
    std::vector<bool> near_;
};

/// What is denied keeps no company.
bool is_denied(const Mention& mention) { return mention.stance.denied || mention.stance.open; }

void meet_in_units(const Heard& heard, const Terms& terms, Company& company,
                   const Reach& reach = kEverywhere) {
    for (std::size_t i = 0; i < heard.places.size(); ++i) {
        if (!reach.has(heard.places[i].clause) || is_denied(heard.places[i])) continue;
        for (auto j = i + 1; j < heard.places.size(); ++j) {
            if (heard.places[j].stance.unit != heard.places[i].stance.unit) break;
            if (is_denied(heard.places[j])) continue;
            const int a = heard.places[i].term;
            const int b = heard.places[j].term;
            if (terms.run(a) != terms.run(b)) company.meet(a, b);
        }
    }
}

/// The title of a point stands with what is said of it first.
void meet_title(const Heard& point, Company& company) {
    for (const auto& title : point.places) {
        if (title.clause != 0) continue;
        for (const auto& place : point.places) {
            if (place.clause == 1) company.meet(title.term, place.term);
        }
    }
}

}  // namespace

std::optional<Clash> exchanged_roles(std::size_t number, std::span<const Heard> card,
                                     const Heard& said, const Reach& reach, const Terms& terms) {
    Company meant{terms.size()};
    for (const auto& point : card) {
        meet_in_units(point, terms, meant);
        meet_title(point, meant);
    }
    Company here{terms.size()};
    meet_in_units(said, terms, here, reach);
    Company anywhere{terms.size()};
    meet_in_units(said, terms, anywhere);
    const auto drawn = [&](int x, int y,
                           const Company& heard) {  // to the company of y, less what keeps x
        double moves = 0;
        for (int z = 0; z < meant.size(); ++z) {
            if (z == x || z == y || !heard.near(x, z)) continue;
            if (meant.near(x, z) && meant.near(y, z)) continue;
            if (meant.near(x, z)) return 0.0;
            if (meant.near(y, z)) moves += terms.weight(z);
        }
        return moves;
    };
    Clash best{DifferenceKind::Roles, 0, 0, 0};
    for (const auto& place : card[number].places) {
        for (int y = 0; y < meant.size(); ++y) {
            if (terms.run(y) == terms.run(place.term) || meant.near(place.term, y)) continue;
            const double there = drawn(place.term, y, here);
            if (there <= 0) continue;
            const double back =
                std::max(drawn(y, place.term, here), drawn(y, place.term, anywhere));
            if (back <= 0) continue;
            const double strength = std::min(1.0, std::min(there, back));
            if (strength <= best.strength) continue;
            const auto at = std::ranges::find(said.places, place.term, &Mention::term);
            best = {DifferenceKind::Roles, strength, place.clause, at->clause};
        }
    }
    if (best.strength <= 0) return std::nullopt;
    return best;
}

}  // namespace wengu
