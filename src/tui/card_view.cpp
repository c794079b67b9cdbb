#include "tui/card_view.h"

#include "core/message.h"
#include "library/collection.h"
#include "library/find_card.h"
#include "library/shown_topic.h"
#include "tui/page_loop.h"

#include <algorithm>
#include <filesystem>

namespace wengu {
namespace {

/// Days that the curve of recall shows: far enough to see it fall.
int curve_days(const Schedule& schedule) { return std::clamp(3 * schedule.interval_days, 14, 730); }

std::vector<double> curve_of(const Scheduler& scheduler, const Schedule& schedule, Day today) {
    std::vector<double> curve;
    for (int i = 0; i <= curve_days(schedule); ++i) {
        const auto recall = scheduler.recall_on(schedule, today + std::chrono::days{i});
        if (!recall) return {};
        curve.push_back(*recall);
    }
    return curve;
}

/// Latest first. What followed from a grade is what the card was when it was asked next.
std::vector<HistoryRow> history_rows(std::vector<store::LogEntry> entries,
                                     const Schedule& schedule) {
    std::erase_if(entries, [](const auto& entry) { return entry.undone; });
    std::vector<HistoryRow> rows;
    int following = schedule.interval_days;
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        rows.push_back({.day = entry->day,
                        .grade = entry->review.grade,
                        .interval_days = following,
                        .taken_ms = entry->review.taken_ms,
                        .source = entry->review.source,
                        .counted = entry->review.counted});
        following = entry->interval_days;
    }
    return rows;
}

}  // namespace

std::string source_of(const store::Card& card) {
    const std::filesystem::path path{card.note};
    const auto name = path.has_parent_path()
                          ? (path.parent_path().filename() / path.filename()).string()
                          : path.string();
    return fmt::format("{}:{}", name, card.draft.front_line);
}

std::string state_words(const store::Card& card) {
    static_cast<void>(N_("gone"));
    static_cast<void>(N_("suspended"));
    static_cast<void>(N_("new"));
    static_cast<void>(N_("learning"));
    static_cast<void>(N_("review"));
    std::string words = tr(store::state_of(card).data());
    if (card.flagged) words += fmt::format(" {}", tr("flagged"));
    return words;
}

CardView card_view(const Environment& environment, const Store& store, const store::Card& card) {
    const SchedulerSet schedulers{environment.settings};
    const auto& schedule = card.progress.schedule;
    CardView view{.id = short_id(card.id),
                  .topic = shown_topic(card.draft.topic, environment.settings),
                  .front = card.draft.front,
                  .deck = card.deck,
                  .source = source_of(card),
                  .tags = card.tags,
                  .state = state_words(card),
                  .schedule = schedule,
                  .mastery = card.progress.mastery,
                  .today = environment.today()};
    view.retrievability = schedulers.scheduler().recall_on(schedule, view.today).value_or(-1);
    view.history = history_rows(store::history_of(store, card.id), schedule);
    view.curve = curve_of(schedulers.scheduler(), schedule, view.today);
    return view;
}

Intent show_card_info(Terminal& terminal, const Environment& environment, const Store& store,
                      const std::string& card_id) {
    const auto card = store::card_with(store, card_id);
    if (!card) return Intent::Quit;
    auto view = card_view(environment, store, *card);
    return show_page(terminal, environment, [&](int top, const ScreenOptions& options) {
        view.top = top;
        return card_picture(view, options);
    });
}

}  // namespace wengu
