#include "app/review/day_queue.h"

#include "app/pick.h"
#include "core/text.h"
#include "store/cards.h"
#include "store/marks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <unordered_set>

namespace wengu {
namespace {

/// With more due than this there may be a way back from a break to plan.
constexpr int kManyDue = CatchUpOptions{}.at_least;
constexpr int kDaysToPlan = 366;
/// New cards are read beyond the day's limit, because siblings wait for another day.
constexpr int kNewCardsToRead = 1000;

/// Rules that take several cards out of the text of one section: these cards may
/// give each other away. What has a heading or an answer of its own is a section.
constexpr std::array<std::string_view, 8> kPartsOfASection{
    "bold-question", "list-question", "numbered-claim", "sibling",
    "stage",         "highlight",     "cloze",          "key-list"};

std::string section_of(const store::QueueCard& card) {
    if (std::ranges::count(kPartsOfASection, card.rule) == 0) return card.id;
    return fmt::format("{}", fmt::join(card.heading_path, "\n"));
}

CardInfo to_info(store::QueueCard&& card, const Bookkeeping& books, bool wanted) {
    const auto scheduler = books.index_for(card.deck);
    auto section = section_of(card);
    return {.id = std::move(card.id),
            .note = fmt::format("{}", card.note_id),
            .deck = std::move(card.deck),
            .tags = std::move(card.tags),
            .section = std::move(section),
            .schedule = card.progress.schedule,
            .order = static_cast<std::size_t>(card.key),
            .scheduler = scheduler,
            .wanted = wanted,
            .suspended = card.suspended,
            .buried_until = card.buried_until};
}

bool is_much(const Store& store, Day today) {
    return store::due_counts(store, today, 0).due > kManyDue;
}

/// The cards that the queue is made of. What is due later is only counted for the
/// plan, but for a deck or tag, where counting costs as much as reading.
std::vector<store::QueueCard> cards_to_look_at(const Store& store, const DayRequest& request,
                                               const std::vector<store::Term>& filter, Day today) {
    const bool all = request.cram || (!filter.empty() && is_much(store, today));
    if (all) return store::queue_cards(store, filter, today);
    return store::queue_cards(store, {.today = today,
                                      .days_ahead = request.ahead_days,
                                      .new_limit = kNewCardsToRead,
                                      .filter = filter});
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

QueueOptions queue_options(const Context& context, const Store& store, const DayRequest& request) {
    const auto& settings = context.settings;
    QueueOptions options{.now = context.now()};
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

}  // namespace

DayQueue day_queue(const Context& context, const Store& store, const Bookkeeping& books,
                   const DayRequest& request) {
    const Day today = context.today();
    DayQueue day;
    std::unordered_set<std::string> known;
    for (auto& card :
         cards_to_look_at(store, request, deck_or_tag_terms(store, request.deck_or_tag), today)) {
        known.insert(card.id);
        day.cards.push_back(to_info(std::move(card), books, true));
    }
    if (request.cram) {
        day.queue = cram_queue(day.cards, today);
    } else {
        for (auto& card : store::asked_on(store, today)) {
            if (known.contains(card.id)) continue;
            day.cards.push_back(to_info(std::move(card), books, false));
        }
        const auto rows = store::reviews_on(store, today);
        auto options = queue_options(context, store, request);
        if (request.deck_or_tag.empty() && is_much(store, today)) {
            const auto later = store::known_later(store, today, kDaysToPlan);
            options.later = {later.usual_reviews, later.due};
        }
        day.queue = build_queue(day.cards, rows, books.schedulers(), options);
    }
    if (request.limit && day.queue.items.size() > static_cast<std::size_t>(*request.limit)) {
        day.queue.items.resize(static_cast<std::size_t>(*request.limit));
    }
    return day;
}

std::string place_of(const store::Card& card) {
    std::string place = std::filesystem::path{card.note}.stem().string();
    for (const auto& heading : card.draft.heading_path) place += " > " + collapse_blanks(heading);
    return place;
}

std::vector<SessionCard> session_cards(const Store& store, const DayQueue& day) {
    std::vector<SessionCard> cards;
    for (const auto& item : day.queue.items) {
        const auto card = store::card_with(store, day.cards[item.card].id);
        if (!card) continue;
        cards.push_back({.seed = store::seed_of(store, card->id),
                         .schedule = card->progress.schedule,
                         .front = card->draft.front,
                         .back = card->draft.back,
                         .section = place_of(*card),
                         .scheduler = day.cards[item.card].scheduler,
                         .flagged = card->flagged});
    }
    return cards;
}

}  // namespace wengu
