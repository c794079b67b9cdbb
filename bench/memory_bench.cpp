// How fast memory and the day's queue are. The three that have a promise:
// BM_FsrsStep >= 5 million a second, BM_Replay < 50 ms, BM_Queue < 20 ms.
#include "core/random.h"
#include "memory/forecast.h"
#include "study/queue.h"

#include <benchmark/benchmark.h>

#include <string>
#include <vector>

namespace wengu {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr std::size_t kReviews = 100'000;
constexpr std::size_t kCards = 100'000;
const Moment kNow{Instant{std::chrono::hours{24 * 20'000 + 9}}, minutes{0}};

Grade random_grade(Random& random) {
    return random.below(8) == 0 ? Grade::Again : static_cast<Grade>(2 + random.below(3));
}

Scheduler scheduler_for(Algorithm algorithm) {
    SchedulerOptions options;
    options.algorithm = algorithm;
    return Scheduler{options};
}

/// One step of memory: recall, stability and difficulty.
void BM_FsrsStep(benchmark::State& state) {
    const fsrs::Model model;
    Random random{1};
    std::vector<Grade> grades(1024);
    std::vector<double> gaps(1024);
    for (auto& grade : grades) grade = random_grade(random);
    for (auto& gap : gaps) gap = static_cast<double>(1 + random.below(40));
    for (auto _ : state) {
        auto memory = model.first(Grade::Good);
        for (std::size_t i = 0; i < grades.size(); ++i) {
            memory = model.next(memory, gaps[i], grades[i]);
        }
        benchmark::DoNotOptimize(memory);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<long>(grades.size()));
}
BENCHMARK(BM_FsrsStep);

/// What ts-fsrs calls next(): one grade, everything about the next due day.
void BM_Next(benchmark::State& state) {
    const auto scheduler = scheduler_for(static_cast<Algorithm>(state.range(0)));
    const CardSeed seed{.card_id = "card"};
    Random random{2};
    std::vector<Grade> grades(1024);
    for (auto& grade : grades) grade = random_grade(random);
    for (auto _ : state) {
        Schedule schedule;
        Moment now = kNow;
        for (const auto grade : grades) {
            schedule = scheduler.next(schedule, now, grade, seed);
            now.at += days{1} + days{schedule.interval_days % 64};
        }
        benchmark::DoNotOptimize(schedule);
    }
    state.SetLabel(std::string{scheduler.name()});
    state.SetItemsProcessed(state.iterations() * static_cast<long>(grades.size()));
}
BENCHMARK(BM_Next)->Arg(0)->Arg(1);

/// The logs of 10,000 cards, ten reviews each.
std::vector<std::vector<Review>> logs() {
    Random random{3};
    std::vector<std::vector<Review>> result(kReviews / 10);
    for (std::size_t card = 0; card < result.size(); ++card) {
        Moment now = kNow;
        for (int i = 0; i < 10; ++i) {
            Review row;
            row.id =
                "0192f0c4-7d6e-7c3a-" + std::to_string(card * 10 + static_cast<std::size_t>(i));
            row.card_id = "card-" + std::to_string(card);
            row.moment = now;
            row.grade = random_grade(random);
            row.scheduler = "fsrs/6";
            result[card].push_back(std::move(row));
            now.at += days{1 + random.below(20)};
        }
    }
    return result;
}

void BM_Replay100kReviews(benchmark::State& state) {
    const auto scheduler = scheduler_for(static_cast<Algorithm>(state.range(0)));
    const auto cards = logs();
    for (auto _ : state) {
        for (const auto& rows : cards) {
            benchmark::DoNotOptimize(scheduler.replay(rows, {.card_id = rows.front().card_id}));
        }
    }
    state.SetLabel(std::string{scheduler.name()});
}
BENCHMARK(BM_Replay100kReviews)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

/// `due_share` per cent of the cards are due.
std::vector<CardInfo> collection(std::size_t due_share) {
    Random random{4};
    std::vector<CardInfo> cards(kCards);
    const Day today = study_day(kNow);
    for (std::size_t i = 0; i < cards.size(); ++i) {
        auto& card = cards[i];
        card.id = "card-" + std::to_string(i);
        card.note = "note-" + std::to_string(i / 25);
        card.section = "Chapter > Section " + std::to_string(i / 5 % 5);
        card.deck = "deck-" + std::to_string(i / 1000);
        card.tags = {"tag-" + std::to_string(i % 11)};
        card.order = i;
        if (random.below(10) == 0) continue;
        const int interval = 1 + static_cast<int>(random.below(300));
        const bool due = random.below(100) < due_share;
        const int left =
            due ? -static_cast<int>(random.below(4)) : 1 + static_cast<int>(random.below(300));
        card.schedule.phase = Phase::Review;
        card.schedule.interval_days = interval;
        card.schedule.due = today + days{left};
        card.schedule.last_day = card.schedule.due - days{interval};
        card.schedule.reviews = 5;
    }
    return cards;
}

void BM_Queue100kCards(benchmark::State& state) {
    const auto cards = collection(static_cast<std::size_t>(state.range(0)));
    const std::vector<Scheduler> schedulers{Scheduler{}};
    std::vector<Review> rows(50);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].card_id = "card-" + std::to_string(i * 7);
        rows[i].moment = kNow;
    }
    QueueOptions options;
    options.now = kNow;
    options.limits.decks["deck-1"].new_cards = 5;
    for (auto _ : state) {
        benchmark::DoNotOptimize(build_queue(cards, rows, schedulers, options));
    }
    state.SetLabel(std::to_string(state.range(0)) + " % due");
}
BENCHMARK(BM_Queue100kCards)->Arg(1)->Arg(10)->Arg(100)->Unit(benchmark::kMillisecond);

void BM_Forecast10kCards30Days(benchmark::State& state) {
    std::vector<Schedule> schedules;
    for (const auto& card : collection(1)) {
        if (schedules.size() < 10'000) schedules.push_back(card.schedule);
    }
    ForecastOptions options;
    options.today = study_day(kNow);
    const Scheduler scheduler;
    for (auto _ : state) benchmark::DoNotOptimize(forecast(schedules, scheduler, options));
}
BENCHMARK(BM_Forecast10kCards30Days)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace wengu

BENCHMARK_MAIN();
