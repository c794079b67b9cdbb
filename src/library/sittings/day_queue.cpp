#include "library/sittings/day_queue.h"

#include "core/text.h"
#include "library/find_card.h"
#include "store/cards.h"
#include "store/marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <limits>
#include <set>
#include <unordered_set>

namespace wengu {
namespace {

/// With more due than this there may be a way back from a break to plan.
constexpr int kManyDue = CatchUpOptions{}.at_least;
constexpr int kDaysToPlan = 366;
/// New cards are read in parts, the next one ten times as large: most days need few of them, but
/// siblings and the limits of decks may pass over many.
constexpr int kFirstNewCards = 100;
constexpr int kAllCards = std::numeric_limits<int>::max();

/// Siblings are what the note says in one place: the holes of a sentence, both directions of a
/// pair, a question and its points. What merely shares a heading gives nothing away.
std::string section_key(const store::QueueCard& card) { return std::to_string(card.front_line); }

CardInfo to_info(store::QueueCard&& card, const SchedulerSet& schedulers, bool wanted) {
    const auto scheduler = schedulers.index_for(card.deck);
    auto section = section_key(card);
    return {.id = std::move(card.id),
            .note = fmt::format("{}", card.note_id),
            .deck = std::move(card.deck),
            .tags = std::move(card.tags),
            .section = std::move(section),
            .schedule = card.progress.schedule,
            .worth = card.worth,
            .order = static_cast<std::size_t>(card.key),
            .scheduler = scheduler,
            .wanted = wanted,
            .suspended = card.suspended,
            .buried_until = card.buried_until};
}

bool is_much(const Store& store, Day today) {
    return store::due_counts(store, today, 0).due > kManyDue;
}

/// The limits that the config file sets for single decks or tags.
std::map<std::string, Limits> limits_of(const GroupSettings& groups) {
    std::map<std::string, Limits> limits;
    for (const auto& [name, values] : groups) {
        const auto value = [&values = values](const char* key) -> std::optional<int> {
            const auto found = values.find(key);
            if (found == values.end()) return std::nullopt;
            return std::stoi(found->second);
        };
        auto minutes = value("study.minutes_per_day");
        if (minutes == 0) minutes.reset();
        limits.emplace(name, Limits{.new_cards = value("study.new_per_day"),
                                    .reviews = value("study.reviews_per_day"),
                                    .minutes = minutes});
    }
    return limits;
}

QueueOptions queue_options(const Environment& environment, const Store& store,
                           const DayRequest& request) {
    const auto& settings = environment.settings;
    QueueOptions options{.now = environment.now()};
    options.rollover = std::chrono::hours{settings.integer("study.rollover_hour")};
    options.limits.all = {.new_cards = settings.integer("study.new_per_day"),
                          .reviews = settings.integer("study.reviews_per_day"),
                          .minutes = std::nullopt};
    if (const int minutes = settings.integer("study.minutes_per_day"); minutes > 0) {
        options.limits.all.minutes = minutes;
    }
    options.limits.decks = limits_of(settings.decks());
    options.limits.tags = limits_of(settings.tags());
    if (!settings.is_on("study.keep_siblings_apart")) options.siblings = Siblings::Together;
    options.ahead_days = request.ahead_days;
    options.session = {.new_cards = request.new_cards,
                       .reviews = std::nullopt,
                       .minutes = request.minutes};
    for (const auto& holiday : store::holidays(store)) {
        options.holidays.push_back({holiday.first, holiday.last});
    }
    return options;
}

/// Cramming asks every card that is not set aside, in the order of the notes.
Queue cram_queue(const std::vector<CardInfo>& cards, Day day) {
    Queue queue{.day = day};
    for (std::size_t i = 0; i < cards.size(); ++i) {
        if (!cards[i].suspended) queue.items.push_back({i, Reason::Ahead});
    }
    return queue;
}

/// Gathers the cards that a day's queue is made of, and builds it.
class Gathering {
public:
    Gathering(const Environment& environment, const Store& store, const SchedulerSet& schedulers,
              const DayRequest& request)
        : store_{store},
          schedulers_{schedulers},
          request_{request},
          filter_{deck_or_tag_terms(store, request.deck_or_tag)},
          today_{environment.today()},
          rows_{store::reviews_on(store, today_)},
          options_{queue_options(environment, store, request)} {}

    DayQueue cram() {
        take(store::queue_cards(store_, filter_, today_));
        day_.queue = cram_queue(day_.cards, today_);
        return std::move(day_);
    }

    /// What is due later is only counted for the plan, but for a deck or tag, where counting
    /// costs as much as reading.
    DayQueue gather() {
        const bool much = is_much(store_, today_);
        if (much && !filter_.empty()) {
            take(store::queue_cards(store_, filter_, today_));
            take_asked();
            build();
            return std::move(day_);
        }
        take(store::due_cards(store_, today_, options_.ahead_days, filter_));
        if (request_.usual || (much && may_pile_up())) {
            const auto later = store::known_later(store_, today_, kDaysToPlan);
            options_.later = {later.usual_reviews, later.due};
        }
        take_asked();
        take_new();
        return std::move(day_);
    }

private:
    [[nodiscard]] bool may_pile_up() const {
        int due = 0;
        int overdue = 0;
        for (const auto& card : day_.cards) {
            due += card.schedule.due <= today_ ? 1 : 0;
            overdue += card.schedule.due < today_ ? 1 : 0;
        }
        return may_be_backlog(due, overdue);
    }

    void take(std::vector<store::QueueCard> cards) {
        for (auto& card : cards) take(std::move(card), true);
    }

    void take(store::QueueCard&& card, bool wanted) {
        if (ids_.insert(card.id).second) {
            day_.cards.push_back(to_info(std::move(card), schedulers_, wanted));
        }
    }

    /// Cards that were asked today and are not due again. All of them use up limits; those that
    /// belong to what is asked for come back if they were failed.
    void take_asked() {
        std::unordered_set<std::string> found;
        if (!filter_.empty()) {
            for (auto& card : store::asked_on(store_, today_, filter_))
                found.insert(std::move(card.id));
        }
        for (auto& card : store::asked_on(store_, today_)) {
            const bool wanted = !card.gone && (filter_.empty() || found.contains(card.id));
            take(std::move(card), wanted);
        }
    }

    /// New cards until there is no room for more of them; the others are only counted.
    void take_new() {
        store::NewCards next{.today = today_, .most = kFirstNewCards, .filter = filter_};
        bool more = true;
        while (more) {
            auto cards = store::new_cards(store_, next);
            more = cards.size() == static_cast<std::size_t>(next.most);
            if (more) next.after = {cards.back().worth, cards.back().key};
            take(std::move(cards));
            build();
            next.most *= 10;
            next.without_decks = day_.queue.full_decks;
            more = more && day_.queue.room_for_new;
        }
        if (const auto lines = lines_with_siblings(); !lines.empty()) {
            take(store::new_cards(
                store_, {.today = today_, .most = kAllCards, .filter = filter_, .lines = lines}));
        }
        options_.more_new = store::count_new(store_, today_, filter_) - new_taken();
        if (options_.more_new > 0) build();
    }

    /// Lines of notes of which a card is asked or was answered: why the others of them wait must
    /// be known of each.
    [[nodiscard]] std::vector<store::NoteLine> lines_with_siblings() const {
        std::set<store::NoteLine> lines;
        const auto add = [&](const CardInfo& card) {
            lines.insert({std::stoll(card.note), std::stoi(card.section)});
        };
        for (const auto& item : day_.queue.items) add(day_.cards[item.card]);
        std::unordered_set<std::string_view> answered;
        for (const auto& row : rows_) answered.insert(row.card_id);
        for (const auto& card : day_.cards) {
            if (answered.contains(card.id)) add(card);
        }
        return {lines.begin(), lines.end()};
    }

    [[nodiscard]] int new_taken() const {
        return static_cast<int>(std::ranges::count_if(day_.cards, [&](const CardInfo& card) {
            const bool buried = card.buried_until && today_ < *card.buried_until;
            return card.wanted && card.schedule.phase == Phase::New && !card.suspended && !buried;
        }));
    }

    void build() {
        day_.queue = build_queue(day_.cards, rows_, schedulers_.schedulers(), options_);
    }

    const Store& store_;
    const SchedulerSet& schedulers_;
    const DayRequest& request_;
    std::vector<store::Term> filter_;
    Day today_;
    std::vector<Review> rows_;  ///< Today's.
    QueueOptions options_;
    std::unordered_set<std::string> ids_;
    DayQueue day_;
};

}  // namespace

DayQueue day_queue(const Environment& environment, const Store& store,
                   const SchedulerSet& schedulers, const DayRequest& request) {
    Gathering gathering{environment, store, schedulers, request};
    auto day = request.cram ? gathering.cram() : gathering.gather();
    if (request.limit && day.queue.items.size() > static_cast<std::size_t>(*request.limit)) {
        day.queue.items.resize(static_cast<std::size_t>(*request.limit));
    }
    return day;
}

std::vector<CardInfo> failed_today(const Environment& environment, const Store& store,
                                   const SchedulerSet& schedulers) {
    const Day today = environment.today();
    std::vector<CardInfo> later;
    for (auto& card : store::asked_on(store, today)) {
        if (card.gone || card.progress.schedule.due <= today) continue;
        later.push_back(to_info(std::move(card), schedulers, true));
    }
    std::vector<CardInfo> failed;
    const auto rows = store::reviews_on(store, today);
    const auto rollover = schedulers.scheduler().options().rollover;
    const auto queue = build_queue(later, rows, schedulers.schedulers(),
                                   {.now = environment.now(), .rollover = rollover});
    for (const auto& item : queue.items) {
        if (item.reason == Reason::Repeat) failed.push_back(std::move(later[item.card]));
    }
    return failed;
}

std::string place_of(const store::Card& card) {
    std::string place = std::filesystem::path{card.note}.stem().string();
    for (const auto& heading : card.draft.heading_path) place += " > " + collapse_blanks(heading);
    return place;
}

SessionCard session_card(const Store& store, const store::Card& card, std::size_t scheduler) {
    return {.seed = store::seed_of(store, card.id),
            .schedule = card.progress.schedule,
            .front = card.draft.front,
            .back = card.draft.back,
            .section = place_of(card),
            .scheduler = scheduler,
            .flagged = card.flagged};
}

std::vector<SessionCard> session_cards(const Store& store, const DayQueue& day) {
    std::vector<SessionCard> cards;
    for (const auto& item : day.queue.items) {
        const auto card = store::card_with(store, day.cards[item.card].id);
        if (card) cards.push_back(session_card(store, *card, day.cards[item.card].scheduler));
    }
    return cards;
}

}  // namespace wengu
