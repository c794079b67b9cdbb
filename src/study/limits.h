#pragma once
// Keeping the day's limits: what was done today, what was admitted since, and
// whether there is room for one more card.

#include "study/queue.h"

#include <optional>
#include <string>
#include <vector>

namespace wengu {

/// Everything a card needs room in: the whole day, this session, its deck and
/// the decks above it, its tags.
class LimitKeeper {
public:
    explicit LimitKeeper(const QueueOptions& options);

    /// A card that was answered today, before this queue. `minutes` are those it took.
    void record(const CardInfo& card, bool is_new, double minutes);
    /// An answer to a card that is no longer there.
    void record_gone(double minutes);

    /// Counts the card if there is room for it everywhere.
    [[nodiscard]] bool admit(const CardInfo& card, bool is_new);
    /// Uses the minutes if there is room for them everywhere.
    [[nodiscard]] bool spend(const CardInfo& card, double minutes);

    /// Whether the day or the session has no room for another new card.
    [[nodiscard]] bool full_of_new() const;
    /// Decks that have none by limits of their own.
    [[nodiscard]] std::vector<std::string> decks_full_of_new() const;

    /// New cards of the whole day are cut to this share.
    void cut_new_cards(double share);

private:
    struct Scope {
        enum class Kind { WholeDay, ThisSession, OneDeck, OneTag };
        Kind kind = Kind::WholeDay;
        std::string name{};
        Limits limits{};
        int new_cards = 0;
        int reviews = 0;
        double minutes = 0;
    };

    [[nodiscard]] static bool holds(const Scope& scope, const CardInfo& card);

    std::vector<Scope> scopes_;
};

}  // namespace wengu
