// Seeded properties: each holds for thousands of random histories.
#include "core/random.h"
#include "memory/mastery.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace wengu;
using std::chrono::days;
using std::chrono::minutes;

namespace {

constexpr int kCases = 3000;

/// Options of every kind: both algorithms, with and without steps, fuzz, weights.
SchedulerOptions random_options(Random& random) {
    SchedulerOptions options;
    options.algorithm = random.below(2) == 0 ? Algorithm::Sm2 : Algorithm::Fsrs;
    options.sm2.strict_lapse = random.below(2) == 0;
    options.sm2.rounding = random.below(2) == 0 ? sm2::Rounding::Up : sm2::Rounding::HalfUp;
    options.fsrs.retention = 0.7 + 0.25 * random.unit();
    options.fsrs.short_term = random.below(4) != 0;
    if (random.below(3) == 0) options.fsrs.learning_steps.clear();
    if (random.below(3) == 0) options.fsrs.relearning_steps.clear();
    options.fuzz.on = random.below(2) == 0;
    if (random.below(2) == 0) options.fuzz.weekday_weights[5] = 0;
    if (random.below(4) == 0) options.max_interval_days = 60;
    return options;
}

CardSeed random_seed(Random& random) {
    CardSeed seed{.card_id = "card" + std::to_string(random.below(1000))};
    seed.difficulty = static_cast<Difficulty>(random.below(3));
    return seed;
}

/// A history of up to 20 reviews: repeats within minutes, early and late ones,
/// in changing time zones.
std::vector<Review> random_log(Random& random, const CardSeed& seed, std::string_view device) {
    std::vector<Review> rows;
    Moment now{Instant{std::chrono::hours{24 * 20'000}}, minutes{480}};
    const auto count = random.below(20);
    for (std::size_t i = 0; i < count; ++i) {
        now.at += random.below(3) == 0 ? minutes{1 + random.below(30)}
                                       : minutes{1 + 60 * 24 * random.below(1 + 3 * i)};
        if (random.below(10) == 0)
            now.utc_offset = minutes{60} * (static_cast<int>(random.below(25)) - 12);
        Review row;
        row.id = std::string{device} + std::to_string(i);
        row.card_id = seed.card_id;
        row.moment = now;
        row.grade = static_cast<Grade>(1 + random.below(4));
        row.source = random.below(10) == 0 ? Source::Cram : Source::Review;
        row.counted = random.below(15) != 0;
        rows.push_back(std::move(row));
    }
    return rows;
}

Moment after(const std::vector<Review>& rows, Random& random) {
    Moment now{Instant{std::chrono::hours{24 * 20'000}}, minutes{480}};
    if (!rows.empty()) now = rows.back().moment;
    now.at += minutes{random.below(60 * 24 * 40)};
    return now;
}

/// Runs `check` on thousands of random cards with their schedulers and logs.
template <typename Check>
void for_random_cards(std::uint64_t seed_value, Check check) {
    Random random{seed_value};
    CAPTURE(seed_value);
    for (int i = 0; i < kCases; ++i) {
        CAPTURE(i);
        const Scheduler scheduler{random_options(random)};
        const auto seed = random_seed(random);
        check(random, scheduler, seed, random_log(random, seed, "a"));
    }
}

}  // namespace

TEST_CASE("property: intervals never fall from Again to Hard to Good to Easy", "[memory]") {
    for_random_cards(11, [](Random& random, const Scheduler& scheduler, const CardSeed& seed,
                            const std::vector<Review>& rows) {
        const auto schedule = scheduler.replay(rows, seed);
        const auto outcomes = scheduler.preview(schedule, after(rows, random), seed);
        for (std::size_t i = 1; i < 4; ++i) {
            REQUIRE(outcomes[i - 1].interval_days <= outcomes[i].interval_days);
            REQUIRE(outcomes[i - 1].due <= outcomes[i].due);
            if (outcomes[i].due_at) {
                REQUIRE(outcomes[i - 1].due_at);
                REQUIRE(*outcomes[i - 1].due_at <= *outcomes[i].due_at);
            }
        }
    });
}

TEST_CASE("property: next is one of the previews", "[memory]") {
    for_random_cards(12, [](Random& random, const Scheduler& scheduler, const CardSeed& seed,
                            const std::vector<Review>& rows) {
        const auto schedule = scheduler.replay(rows, seed);
        const auto now = after(rows, random);
        const auto outcomes = scheduler.preview(schedule, now, seed);
        for (int grade = 1; grade <= 4; ++grade) {
            REQUIRE(scheduler.next(schedule, now, static_cast<Grade>(grade), seed) ==
                    outcomes[static_cast<std::size_t>(grade) - 1]);
        }
    });
}

TEST_CASE("property: replaying a log gives the schedule that was kept along the way", "[memory]") {
    for_random_cards(13, [](Random&, const Scheduler& scheduler, const CardSeed& seed,
                            const std::vector<Review>& rows) {
        Schedule kept = scheduler.start(seed);
        for (const auto& row : rows) {
            if (counts(row)) kept = scheduler.next(kept, row.moment, row.grade, seed);
        }
        REQUIRE(scheduler.replay(rows, seed) == kept);
    });
}

TEST_CASE("property: replay without the last grades is undo", "[memory]") {
    for_random_cards(14, [](Random& random, const Scheduler& scheduler, const CardSeed& seed,
                            const std::vector<Review>& rows) {
        const auto before = scheduler.replay(rows, seed);
        auto longer = rows;
        const auto added = 1 + random.below(5);
        for (std::size_t i = 0; i < added; ++i) {
            Review row;
            row.id = "z" + std::to_string(i);
            row.card_id = seed.card_id;
            row.moment = after(longer, random);
            row.grade = static_cast<Grade>(1 + random.below(4));
            longer.push_back(row);
        }
        REQUIRE(scheduler.replay(longer, seed).reviews == before.reviews + static_cast<int>(added));
        longer.resize(rows.size());
        REQUIRE(scheduler.replay(longer, seed) == before);
    });
}

TEST_CASE("property: two devices' logs merge to the same schedule in any order", "[memory]") {
    for_random_cards(15, [](Random& random, const Scheduler& scheduler, const CardSeed& seed,
                            const std::vector<Review>& rows) {
        const auto other = random_log(random, seed, "b");
        auto shared = other;  // the second device has seen some rows of the first
        for (const auto& row : rows) {
            if (random.below(2) == 0) shared.push_back(row);
        }
        auto union_of_both = other;
        union_of_both.insert(union_of_both.end(), rows.begin(), rows.end());
        const auto schedule = scheduler.replay(union_of_both, seed);
        auto shuffled = shared;
        shuffled.insert(shuffled.end(), rows.begin(), rows.end());
        shuffle(shuffled, random);
        REQUIRE(scheduler.replay(shuffled, seed) == schedule);
    });
}

TEST_CASE("property: mastery grows with stability and stays within 0 and 1", "[memory]") {
    Random random{16};
    for (int i = 0; i < kCases; ++i) {
        const double one = 0.001 + 36500 * random.unit() * random.unit() * random.unit();
        const double two = one * (1 + random.unit());
        REQUIRE(mastery_of_stability(one) <= mastery_of_stability(two));
        REQUIRE(mastery_of_stability(one) >= 0);
        REQUIRE(mastery_of_stability(two) <= 1);
    }
}

TEST_CASE("property: a lapse lowers mastery, a success on time raises it", "[memory]") {
    for_random_cards(17, [](Random&, const Scheduler& scheduler, const CardSeed& seed,
                            const std::vector<Review>& rows) {
        const auto schedule = scheduler.replay(rows, seed);
        if (schedule.phase != Phase::Review || schedule.interval_days >= 60) return;
        const Moment due{Instant{schedule.due.time_since_epoch()} + std::chrono::hours{12},
                         minutes{0}};
        const auto outcomes = scheduler.preview(schedule, due, seed);
        const double now = mastery_level(schedule);
        REQUIRE(mastery_level(outcomes[0]) <= now);
        REQUIRE(mastery_level(outcomes[2]) >= now);
        REQUIRE(mastery_level(outcomes[3]) >= mastery_level(outcomes[2]));
    });
}

TEST_CASE("property: fuzz stays in its range and honours days off", "[memory]") {
    Random random{18};
    for (int i = 0; i < kCases; ++i) {
        const int interval = 1 + static_cast<int>(random.below(400));
        const FuzzDraw draw{.seed = random.next(),
                            .today = Day{days{20'000 + random.below(7)}},
                            .elapsed_days = static_cast<int>(random.below(400))};
        FuzzOptions options{.on = true};
        options.weekday_weights[6] = 0;
        const int result = fuzzed(interval, draw, options);
        const auto range = fuzz_range(interval, draw.elapsed_days, draw.max_interval_days);
        REQUIRE(range.first <= result);
        REQUIRE(result <= range.last);
        const std::chrono::weekday weekday{draw.today + days{result}};
        if (range.last > range.first) REQUIRE(weekday != std::chrono::Sunday);
    }
}
