// Golden vectors. sm2.csv: an exact-integer computation compared with npm
// supermemo 2.0.23. fsrs6.csv and fsrs6_scheduler.csv: ts-fsrs 5.4.2 (columns
// *_ts, eight decimals) and a double-precision computation (*_exact).
#include "memory/scheduler.h"

#include "memory/csv.h"

#include <catch2/catch.hpp>

using namespace wengu;
using test::read_vectors;
using test::Row;

namespace {

/// The vectors run past the hundred years at which intervals are capped.
constexpr int kNoCap = 1'000'000;

struct Sm2Variant {
    sm2::Options options;
    std::string prefix;
    std::string interval;
};

void check_sm2(const Sm2Variant& variant) {
    sm2::State state;
    for (const auto& row : read_vectors("sm2.csv")) {
        if (row.integer("step") == 1) state = {};
        state = sm2::next(state, row.integer("q"), variant.options);
        CAPTURE(row.text("case"), row.text("step"));
        REQUIRE(state.streak == row.integer(variant.prefix + "n"));
        REQUIRE(state.ease == row.hundredths(variant.prefix + "ef"));
        REQUIRE(state.interval_days == row.integer(variant.interval));
    }
}

const fsrs::Params kOther{0.4,  1.1,  3.2, 15.7, 7.2,  0.53, 1.46, 0.05, 1.55, 0.12, 1.02,
                          1.94, 0.11, 0.3, 2.27, 0.23, 2.99, 0.52, 0.66, 0.1,  0.3};

SchedulerOptions fsrs_setting(const std::string& name) {
    SchedulerOptions options;
    options.algorithm = Algorithm::Fsrs;
    options.fsrs.short_term = name != "B";
    if (name == "C") {
        options.fsrs.params = kOther;
        options.fsrs.retention = 0.85;
        options.max_interval_days = 365;
    }
    return options;
}

Approx close_to(double value, double tolerance) {
    return Approx(value).epsilon(tolerance).margin(tolerance);
}

void check_memory(const Row& row, const Schedule& schedule, const Scheduler& scheduler) {
    const auto& options = scheduler.options();
    REQUIRE(schedule.stability == close_to(row.number("s_exact"), 1e-9));
    REQUIRE(schedule.difficulty == close_to(row.number("d_exact"), 1e-9));
    REQUIRE(schedule.stability == close_to(row.number("s_ts"), 1e-6));
    REQUIRE(schedule.difficulty == close_to(row.number("d_ts"), 1e-6));
    const fsrs::Model model{options.fsrs.params, options.fsrs.short_term};
    REQUIRE(model.interval(schedule.stability, options.fsrs.retention) ==
            close_to(row.number("interval_raw_exact"), 1e-9));
    for (const int days : {1, 7, 30, 90, 365}) {
        const auto recall =
            scheduler.recall_on(schedule, *schedule.last_day + std::chrono::days{days});
        REQUIRE(*recall == close_to(row.number("r" + std::to_string(days)), 1e-9));
    }
}

constexpr Moment kStart{Instant{std::chrono::hours{480'000}}, std::chrono::minutes{0}};

Grade grade_of(const Row& row) { return static_cast<Grade>(row.integer("rating")); }

}  // namespace

TEST_CASE("sm2: every row of the golden vectors comes out exactly", "[memory]") {
    check_sm2({.options = {.max_interval_days = kNoCap}, .prefix = "", .interval = "interval"});
    check_sm2({.options = {.strict_lapse = true, .max_interval_days = kNoCap},
               .prefix = "strict_",
               .interval = "strict_interval"});
}

TEST_CASE("sm2: rounding up gives the published text's intervals", "[memory]") {
    sm2::State state;
    const sm2::Options up{.rounding = sm2::Rounding::Up, .max_interval_days = kNoCap};
    for (const auto& row : read_vectors("sm2.csv")) {
        if (row.integer("step") == 1) state = {};
        state = sm2::next(state, row.integer("q"), up);
        CAPTURE(row.text("case"), row.text("step"));
        REQUIRE(state.interval_days == row.integer("interval_ceil"));
    }
}

TEST_CASE("scheduler: SM-2 through grades gives the golden vectors", "[memory]") {
    SchedulerOptions options;
    options.max_interval_days = kNoCap;
    const Scheduler scheduler{options};
    const CardSeed seed{.card_id = "a"};
    Schedule schedule;
    Moment now;
    bool expressible = true;
    int checked = 0;
    for (const auto& row : read_vectors("sm2.csv")) {
        if (row.integer("step") == 1) {
            schedule = scheduler.start(seed);
            now = kStart;
            expressible = true;
        }
        expressible = expressible && row.integer("q") >= 2;
        if (!expressible) continue;
        schedule = scheduler.next(schedule, now, static_cast<Grade>(row.integer("q") - 1), seed);
        now.at += std::chrono::days{schedule.interval_days};
        CAPTURE(row.text("case"), row.text("step"));
        REQUIRE(schedule.streak == row.integer("n"));
        REQUIRE(schedule.ease == row.hundredths("ef"));
        REQUIRE(schedule.interval_days == row.integer("interval"));
        ++checked;
    }
    CHECK(checked > 200);
}

TEST_CASE("fsrs: every row of the golden vectors comes out to 1e-9", "[memory]") {
    Schedule schedule;
    Moment now;
    const CardSeed seed{.card_id = "a"};
    for (const auto& row : read_vectors("fsrs6.csv")) {
        const Scheduler scheduler{fsrs_setting(row.text("setting"))};
        CAPTURE(row.text("setting"), row.text("case"), row.text("step"));
        if (row.integer("step") == 1) {
            schedule = {};
            now = kStart;
        } else {
            now.at += std::chrono::days{row.integer("elapsed_days")};
            const auto before = scheduler.recall_on(schedule, study_day(now));
            REQUIRE(*before == close_to(row.number("r_before"), 1e-7));
        }
        schedule = scheduler.next(schedule, now, grade_of(row), seed);
        check_memory(row, schedule, scheduler);
    }
}

TEST_CASE("fsrs: rounded intervals are those of the golden vectors", "[memory]") {
    for (const auto& row : read_vectors("fsrs6.csv")) {
        const auto options = fsrs_setting(row.text("setting"));
        const fsrs::Model model{options.fsrs.params, options.fsrs.short_term};
        CAPTURE(row.text("setting"), row.text("case"), row.text("step"));
        const double days = model.interval(row.number("s_exact"), options.fsrs.retention);
        REQUIRE(fsrs::rounded_interval(days, options.max_interval_days) ==
                row.integer("interval_exact"));
    }
}

TEST_CASE("scheduler: FSRS with steps and without follows the golden vectors", "[memory]") {
    Schedule schedule;
    Moment now;
    const CardSeed seed{.card_id = "a"};
    for (const auto& row : read_vectors("fsrs6_scheduler.csv")) {
        SchedulerOptions options;
        options.algorithm = Algorithm::Fsrs;
        options.fsrs.short_term = row.text("mode") != "long_term";
        const Scheduler scheduler{options};
        if (row.integer("step") == 1) {
            schedule = {};
            now = kStart;
        }
        now.at += std::chrono::days{row.integer("elapsed_days")};
        schedule = scheduler.next(schedule, now, grade_of(row), seed);
        CAPTURE(row.text("mode"), row.text("case"), row.text("step"));
        REQUIRE(schedule.stability == close_to(row.number("s_ts"), 1e-6));
        REQUIRE(schedule.difficulty == close_to(row.number("d_ts"), 1e-6));
        REQUIRE(static_cast<int>(schedule.phase) == row.integer("state"));
        REQUIRE(schedule.interval_days == row.integer("scheduled_days"));
        REQUIRE(schedule.lapses == row.integer("lapses"));
        REQUIRE(schedule.reviews == row.integer("reps"));
        if (schedule.due_at) {
            REQUIRE(*schedule.due_at - now.at == std::chrono::minutes{row.integer("due_minutes")});
        }
    }
}
