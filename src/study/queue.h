#pragma once
// What to ask today, and in what order. Pure: the cards, today's rows of the
// log and the options in, a list of indices out.

#include "core/review.h"
#include "memory/scheduler.h"
#include "study/plan.h"

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace wengu {

/// What the queue needs to know of a card.
struct CardInfo {
    std::string id;
    std::string note;  ///< One note is one topic: topics are interleaved.
    std::string deck;  ///< Folders separated by '/'.
    std::vector<std::string> tags;
    std::string
        section;  ///< Cards of one note and section are siblings: one may give another away.
    Schedule schedule;
    int worth = 0;              ///< New cards are introduced best first...
    std::size_t order = 0;      ///< ...and of equal worth in this order.
    std::size_t scheduler = 0;  ///< Index into the schedulers in force.
    bool wanted = true;  ///< Belongs to the deck or tag asked for; others only count for limits.
    bool suspended = false;
    std::optional<Day> buried_until{};  ///< First study day on which it may be asked again.
};

/// What may be asked on one study day; empty: no limit.
struct Limits {
    std::optional<int> new_cards;
    std::optional<int> reviews;  ///< Different known cards; repeats on the same day are free.
    std::optional<int> minutes;
};

/// All limits hold together. A limit for deck "db" holds for "db/redis" too.
struct DayLimits {
    Limits all{.new_cards = 20, .reviews = 200, .minutes = std::nullopt};
    std::map<std::string, Limits> decks;
    std::map<std::string, Limits> tags;
};

enum class Siblings {
    Together,    ///< No rule.
    Apart,       ///< On the same day, with other cards between them.
    AnotherDay,  ///< One new card of siblings a day; a known one waits a day for another.
};

struct QueueOptions {
    Moment now;
    std::chrono::hours rollover = kDefaultRollover;
    DayLimits limits;
    Siblings siblings = Siblings::AnotherDay;
    std::uint64_t seed = 0;         ///< Interleaving; mixed with the day.
    int ahead_days = 0;             ///< Also cards due in the next days, soonest first.
    std::vector<Holiday> holidays;  ///< Nothing is asked on these days...
    bool on_holiday_too = false;    ///< ...unless this is set.
    CatchUpOptions catch_up;
    KnownLater later;  ///< Known cards that are not among the cards given.
    int more_new = 0;  ///< New cards that are not, because there is no room for them.
    /// Of this session alone, on top of the limits of the day.
    Limits session;
    double review_seconds = 12;  ///< What a review costs, for limits in minutes.
    double new_seconds = 30;
};

/// Why a card is in the queue. The names are printed: never change them.
enum class Reason { Step, Review, New, Repeat, Ahead };
[[nodiscard]] std::string_view name_of(Reason reason);

struct QueueItem {
    std::size_t card = 0;  ///< Index into the cards.
    Reason reason = Reason::Review;

    friend bool operator==(const QueueItem&, const QueueItem&) = default;
};

/// Cards that would have been asked today, but are not, by the first reason met.
struct Omitted {
    int suspended = 0;
    int buried = 0;
    int holiday = 0;
    int siblings_known = 0;  ///< A sibling is asked today.
    int siblings_new = 0;
    int catch_up = 0;  ///< Left for the next days of the plan.
    int new_limit = 0;
    int review_limit = 0;
    int minutes = 0;

    friend bool operator==(const Omitted&, const Omitted&) = default;
};

struct Queue {
    Day day{};
    std::vector<QueueItem> items;  ///< In the order to ask them.
    Omitted omitted;
    int due = 0;                          ///< Wanted known cards due by today, before any limit.
    int learning = 0;                     ///< Wanted cards in (re)learning steps or failed today.
    int new_available = 0;                ///< Wanted new cards, before any limit.
    bool room_for_new = false;            ///< Further new cards might have been asked.
    std::vector<std::string> full_decks;  ///< Not from these, though: their own limit is reached.
    double minutes = 0;                   ///< What the items will take, roughly.
    CatchUp catch_up;                     ///< The plan in force after a break.
};

/// The queue of the study day of `options.now`. `today_rows` are the rows of
/// the log made on that study day on all devices (any order): the limits are
/// limits of the day, not of the session. Requires: `schedulers` is not empty.
[[nodiscard]] Queue build_queue(std::span<const CardInfo> cards, std::span<const Review> today_rows,
                                std::span<const Scheduler> schedulers, const QueueOptions& options);

}  // namespace wengu
