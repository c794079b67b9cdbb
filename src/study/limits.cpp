#include "study/limits.h"

#include <algorithm>
#include <cmath>

namespace wengu {
namespace {

bool full(const std::optional<int>& limit, int used) { return limit && used >= *limit; }

bool inside(const std::string& deck, const std::string& folder) {
    return deck.starts_with(folder) && (deck.size() == folder.size() || deck[folder.size()] == '/');
}

}  // namespace

LimitKeeper::LimitKeeper(const QueueOptions& options) {
    scopes_.push_back({.kind = Scope::Kind::WholeDay, .limits = options.limits.all});
    scopes_.push_back({.kind = Scope::Kind::ThisSession, .limits = options.session});
    for (const auto& [name, limits] : options.limits.decks) {
        scopes_.push_back({.kind = Scope::Kind::OneDeck, .name = name, .limits = limits});
    }
    for (const auto& [name, limits] : options.limits.tags) {
        scopes_.push_back({.kind = Scope::Kind::OneTag, .name = name, .limits = limits});
    }
}

bool LimitKeeper::holds(const Scope& scope, const CardInfo& card) {
    switch (scope.kind) {
        case Scope::Kind::OneDeck: return inside(card.deck, scope.name);
        case Scope::Kind::OneTag:
            return std::ranges::find(card.tags, scope.name) != card.tags.end();
        default: return true;
    }
}

void LimitKeeper::record(const CardInfo& card, bool is_new, double minutes) {
    for (auto& scope : scopes_) {
        if (scope.kind == Scope::Kind::ThisSession || !holds(scope, card)) continue;
        (is_new ? scope.new_cards : scope.reviews) += 1;
        scope.minutes += minutes;
    }
}

void LimitKeeper::record_gone(double minutes) {
    scopes_.front().reviews += 1;
    scopes_.front().minutes += minutes;
}

bool LimitKeeper::admit(const CardInfo& card, bool is_new) {
    for (const auto& scope : scopes_) {
        const auto& limit = is_new ? scope.limits.new_cards : scope.limits.reviews;
        if (full(limit, is_new ? scope.new_cards : scope.reviews) && holds(scope, card)) {
            return false;
        }
    }
    for (auto& scope : scopes_) {
        if (holds(scope, card)) (is_new ? scope.new_cards : scope.reviews) += 1;
    }
    return true;
}

bool LimitKeeper::spend(const CardInfo& card, double minutes) {
    for (const auto& scope : scopes_) {
        if (scope.limits.minutes && scope.minutes + minutes > *scope.limits.minutes &&
            holds(scope, card)) {
            return false;
        }
    }
    for (auto& scope : scopes_) {
        if (holds(scope, card)) scope.minutes += minutes;
    }
    return true;
}

bool LimitKeeper::full_of_new() const {
    return std::ranges::any_of(scopes_, [](const Scope& scope) {
        const bool all =
            scope.kind == Scope::Kind::WholeDay || scope.kind == Scope::Kind::ThisSession;
        return all && full(scope.limits.new_cards, scope.new_cards);
    });
}

std::vector<std::string> LimitKeeper::decks_full_of_new() const {
    std::vector<std::string> decks;
    for (const auto& scope : scopes_) {
        const bool is_deck = scope.kind == Scope::Kind::OneDeck;
        if (is_deck && full(scope.limits.new_cards, scope.new_cards)) decks.push_back(scope.name);
    }
    return decks;
}

void LimitKeeper::cut_new_cards(double share) {
    auto& limit = scopes_.front().limits.new_cards;
    if (limit) limit = static_cast<int>(std::floor(*limit * share));
}

}  // namespace wengu
