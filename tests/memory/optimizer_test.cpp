#include "memory/optimizer.h"

#include "core/random.h"
#include "memory/gradient.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

using namespace wengu;
using std::chrono::days;

namespace {

/// A log of someone whose memory has these parameters.
std::vector<Review> log_of(const fsrs::Params& truth, int cards, std::uint64_t seed) {
    const fsrs::Model model{truth};
    Random random{seed};
    std::vector<Review> rows;
    for (int card = 0; card < cards; ++card) {
        Moment now{Instant{std::chrono::hours{24 * (20'000 + card % 300) + 10}}, {}};
        auto grade = static_cast<Grade>(1 + random.below(4));
        auto memory = model.first(grade);
        for (int i = 0; i < 9; ++i) {
            Review row;
            row.id = std::to_string(card) + "-" + std::to_string(i);
            row.card_id = "c" + std::to_string(card);
            row.moment = now;
            row.grade = grade;
            rows.push_back(row);
            const double gap = std::max(1.0, std::round(memory.stability * (0.5 + random.unit())));
            now.at += days{static_cast<int>(std::min(gap, 400.0))};
            const double elapsed = std::min(gap, 400.0);
            const bool recalled = random.unit() < model.recall(elapsed, memory.stability);
            grade = recalled ? static_cast<Grade>(2 + random.below(3)) : Grade::Again;
            memory = model.next(memory, elapsed, grade);
        }
    }
    return rows;
}

const fsrs::Params kTruth{0.35, 1.6,  3.4,  11.0, 6.1,  0.75, 2.6,  0.02, 1.75, 0.15, 0.95,
                          1.6,  0.08, 0.30, 1.5,  0.55, 2.1,  0.45, 0.15, 0.08, 0.22};

/// Recall at the end of a history, as a function of the parameters.
double final_recall(const fsrs::Params& params, const std::vector<TrainingStep>& steps) {
    const fsrs::Model model{params};
    auto memory = model.first(steps.front().grade);
    for (std::size_t i = 1; i < steps.size(); ++i) {
        memory = model.next(memory, steps[i].elapsed_days, steps[i].grade);
    }
    return model.recall(9, memory.stability);
}

fsrs::Dual final_dual(const fsrs::Params& params, const std::vector<TrainingStep>& steps) {
    const fsrs::GradientModel model{params};
    auto memory = model.first(steps.front().grade);
    for (std::size_t i = 1; i < steps.size(); ++i) {
        const double elapsed = steps[i].elapsed_days;
        const auto recall = elapsed > 0 ? model.recall(elapsed, memory.stability) : fsrs::Dual{};
        model.advance(memory, elapsed, recall, steps[i].grade);
    }
    return model.recall(9, memory.stability);
}

Review row_of(const std::string& card, int day, Grade grade) {
    Review row;
    row.id = card + std::to_string(day) + std::to_string(static_cast<int>(grade));
    row.card_id = card;
    row.moment.at = Instant{std::chrono::hours{24 * (20'000 + day) + 12}};
    row.grade = grade;
    return row;
}

/// A log as the optimizers exchange it: card, grade and time of each review.
std::vector<Review> read_log(const std::filesystem::path& file) {
    std::ifstream in{file};
    std::string line;
    std::getline(in, line);
    std::vector<Review> rows;
    while (std::getline(in, line)) {
        std::istringstream cells{line};
        Review row;
        std::string grade;
        std::string time;
        std::getline(cells, row.card_id, ',');
        std::getline(cells, grade, ',');
        std::getline(cells, time, ',');
        row.id = std::to_string(1'000'000 + rows.size());
        row.grade = static_cast<Grade>(std::stoi(grade));
        row.moment = parse_moment(time).value();
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

TEST_CASE("training: only reviews after a day or more are predicted, in order of time",
          "[memory]") {
    const std::vector<Review> rows{row_of("b", 5, Grade::Good), row_of("a", 0, Grade::Again),
                                   row_of("a", 0, Grade::Good), row_of("a", 9, Grade::Hard),
                                   row_of("b", 7, Grade::Good), row_of("once", 1, Grade::Good)};
    const auto set = training_set(rows);
    REQUIRE(set.cards.size() == 2);
    CHECK(set.predictions == 2);
    CHECK(set.cards[0][1].rank == -1);
    CHECK(set.cards[0][2].rank == 1);
    CHECK(set.cards[0][2].elapsed_days == 9);
    CHECK(set.cards[1][1].rank == 0);
}

TEST_CASE("training: weights rise with time, first predictions before later ones", "[memory]") {
    const std::vector<Review> rows{row_of("a", 0, Grade::Good), row_of("a", 2, Grade::Good),
                                   row_of("a", 3, Grade::Good), row_of("b", 4, Grade::Good),
                                   row_of("b", 9, Grade::Good)};
    const auto set = training_set(rows);
    REQUIRE(set.predictions == 3);  // a on days 2 and 3, b on day 9
    const auto weights = recency_weights(set, {0, 3});
    CHECK(weights[0] == Approx(0.25));
    CHECK(weights[2] == Approx(0.25 + 0.75 / 8));
    CHECK(weights[1] == Approx(1.0));
    const auto without_a = recency_weights(set, {0, 3}, {true, false});
    CHECK(without_a == Weights{0, 0, 0.25});
    CHECK(recency_weights(set, {1, 2})[0] == 0);
}

TEST_CASE("training: log loss of a single prediction is that of its probability", "[memory]") {
    const auto set = training_set(
        std::vector<Review>{row_of("a", 0, Grade::Good), row_of("a", 5, Grade::Again)});
    const fsrs::Model model;
    const double recall = model.recall(5, model.first(Grade::Good).stability);
    const auto result = score(set, fsrs::kDefaults, {1.0});
    CHECK(result.log_loss == Approx(-std::log(1 - recall)));
    CHECK(result.rmse_bins == Approx(recall));
    CHECK(result.predictions == 1);
    CHECK(score(set, fsrs::kDefaults, {0.0}).predictions == 0);
}

TEST_CASE("optimizer: the slopes are those of the formulas", "[memory]") {
    Random random{21};
    for (int i = 0; i < 300; ++i) {
        CAPTURE(i);
        std::vector<TrainingStep> steps;
        const auto count = 2 + random.below(8);
        for (std::size_t k = 0; k < count; ++k) {
            steps.push_back({.elapsed_days = static_cast<int>(random.below(3) * random.below(20)),
                             .grade = static_cast<Grade>(1 + random.below(4)),
                             .rank = -1});
        }
        const auto dual = final_dual(kTruth, steps);
        REQUIRE(dual.value == Approx(final_recall(kTruth, steps)).epsilon(1e-12));
        for (std::size_t k = 0; k < fsrs::kCount; ++k) {
            constexpr double kStep = 1e-6;
            auto up = kTruth;
            auto down = kTruth;
            up[k] += kStep;
            down[k] -= kStep;
            const double slope =
                (final_recall(up, steps) - final_recall(down, steps)) / (2 * kStep);
            CAPTURE(k);
            REQUIRE(dual.slope[k] == Approx(slope).epsilon(1e-4).margin(1e-6));
        }
    }
}

TEST_CASE("optimizer: a fit finds back the memory that made the log", "[memory]") {
    const auto set = training_set(log_of(kTruth, 2500, 5));
    const auto fit = fit_parameters(set);
    const auto weights = comparable_weights(set, {0, set.predictions});
    CHECK(fit.better);
    CHECK(fit.after.log_loss < fit.before.log_loss);
    CHECK(fit.after.log_loss < score(set, kTruth, weights).log_loss + 0.0005);
    CHECK(fit.after.rmse_bins < fit.before.rmse_bins);
    CHECK(fit.unseen_after.log_loss < fit.unseen_before.log_loss);
    CHECK(fsrs::clamp(fit.params) == fit.params);
    for (std::size_t i = 1; i < 4; ++i) CHECK(fit.params[i - 1] <= fit.params[i]);
}

TEST_CASE("optimizer: the same log gives the same parameters", "[memory]") {
    auto rows = log_of(kTruth, 300, 6);
    const auto one = fit_parameters(training_set(rows)).params;
    Random random{1};
    shuffle(rows, random);
    CHECK(fit_parameters(training_set(rows)).params == one);
}

TEST_CASE("optimizer: a short log changes little or nothing", "[memory]") {
    const auto tiny =
        training_set(std::vector<Review>{row_of("a", 0, Grade::Good), row_of("a", 3, Grade::Good)});
    const auto fit = fit_parameters(tiny);
    CHECK(fit.params == fsrs::kDefaults);
    CHECK_FALSE(fit.better);
    CHECK(fit_parameters(training_set({})).params == fsrs::kDefaults);

    const auto some = training_set(log_of(kTruth, 5, 7));
    REQUIRE(some.predictions < kEnoughForAll);
    const auto few = fit_parameters(some).params;
    CHECK(std::equal(few.begin() + 4, few.end(), fsrs::kDefaults.begin() + 4));
}

TEST_CASE("optimizer: a fit to a memory that the defaults describe gains next to nothing",
          "[memory]") {
    const auto set = training_set(log_of(fsrs::kDefaults, 1500, 8));
    const auto fit = fit_parameters(set);
    CHECK(fit.after.log_loss == Approx(fit.before.log_loss).margin(0.003));
    CHECK(fit.unseen_after.log_loss == Approx(fit.unseen_before.log_loss).margin(0.003));
}

TEST_CASE("optimizer: a real log, if it is there, fits as well as with fsrs-rs", "[memory]") {
    const std::filesystem::path file{WENGU_SOURCE_DIR "/../shared/vectors/real_review_log.csv"};
    if (!std::filesystem::exists(file)) {
        std::cout << "skipped: there is no " << file << "\n";
        return;
    }
    // What fsrs-rs 6.5 says of this log.
    const auto set = training_set(read_log(file));
    CHECK(set.predictions == 6276);
    const auto fit = fit_parameters(set);
    CHECK(fit.before.log_loss == Approx(0.446561).margin(0.0005));
    CHECK(fit.before.rmse_bins == Approx(0.075612).margin(0.0005));
    CHECK(fit.after.log_loss <= 0.438725 + 0.0005);
    CHECK(fit.after.rmse_bins <= 0.051725 + 0.0005);
    CHECK(fit.better);
}
