#include "library/settings/scheduling.h"

#include "core/error.h"
#include "core/hash.h"
#include "core/text.h"

#include <algorithm>
#include <sstream>

namespace wengu {
namespace {

std::vector<double> numbers_of(std::string text, const char* complaint) {
    std::ranges::replace(text, ',', ' ');
    std::istringstream in{text};
    std::vector<double> numbers;
    for (double number = 0; in >> number;) numbers.push_back(number);
    if (!in.eof()) fail<UsageError>(complaint, text);
    return numbers;
}

std::vector<std::chrono::minutes> steps_of(const Settings& settings, const char* key) {
    std::vector<std::chrono::minutes> steps;
    for (const double minutes : numbers_of(settings.text(key), "steps are minutes, not \"{}\"")) {
        if (minutes < 1 || minutes > 1440) {
            fail<UsageError>("{}: a step is from 1 to 1440 minutes", key);
        }
        steps.emplace_back(static_cast<int>(minutes));
    }
    return steps;
}

/// "1 1 1 1 1 0.5 0": Monday to Sunday.
std::array<double, 7> weekday_weights(const Settings& settings) {
    const auto text = settings.text("study.weekday_weights");
    const auto numbers = numbers_of(text, "the weights of weekdays are numbers, not \"{}\"");
    std::array<double, 7> weights{};
    const bool fit = numbers.size() == weights.size() &&
                     std::ranges::all_of(numbers, [](double weight) { return weight >= 0; }) &&
                     std::ranges::any_of(numbers, [](double weight) { return weight > 0; });
    if (!fit) {
        fail<UsageError>(
            "study.weekday_weights are seven numbers from 0, Monday first, not all 0: \"{}\"",
            text);
    }
    std::ranges::copy(numbers, weights.begin());
    return weights;
}

/// Changes whenever the same settings come to mean other schedules.
constexpr std::string_view kRules = "sm2/1 fsrs/6";

}  // namespace

bool changes_schedules(std::string_view key) {
    return key == "scheduler" || key.starts_with("sm2.") || key.starts_with("fsrs.") ||
           key == "study.rollover_hour" || key == "study.weekday_weights" ||
           key == "study.mastery_horizon_days" || key == "study.leech_lapses";
}

std::string scheduling_fingerprint(const Settings& settings) {
    std::string text{kRules};
    for (const auto& info : setting_table()) {
        if (!changes_schedules(info.key)) continue;
        text += fmt::format("\n{}={}", info.key, settings.text(info.key));
    }
    for (const auto& [deck, values] : settings.decks()) {
        for (const auto& [key, value] : values) {
            if (changes_schedules(key)) text += fmt::format("\n{}:{}={}", deck, key, value);
        }
    }
    return to_hex(hash64(text));
}

fsrs::Params parse_parameters(const std::string& text) {
    if (trim(text).empty()) return fsrs::kDefaults;
    return fsrs::upgrade(numbers_of(text, "FSRS parameters are numbers, not \"{}\""));
}

SchedulerOptions scheduler_options(const Settings& settings) {
    SchedulerOptions options;
    options.algorithm = settings.text("scheduler") == "fsrs" ? Algorithm::Fsrs : Algorithm::Sm2;
    options.sm2.strict_lapse = settings.is_on("sm2.strict_lapse");
    options.sm2.rounding =
        settings.text("sm2.rounding") == "ceil" ? sm2::Rounding::Up : sm2::Rounding::HalfUp;
    options.fsrs.params = parse_parameters(settings.text("fsrs.parameters"));
    options.fsrs.retention = settings.number("fsrs.retention");
    options.fsrs.short_term = settings.is_on("fsrs.short_term");
    options.fsrs.learning_steps = steps_of(settings, "fsrs.learning_steps");
    options.fsrs.relearning_steps = steps_of(settings, "fsrs.relearning_steps");
    options.fuzz.on = settings.is_on("fsrs.fuzz");
    options.fuzz.weekday_weights = weekday_weights(settings);
    options.max_interval_days = settings.integer("fsrs.max_interval");
    options.rollover = std::chrono::hours{settings.integer("study.rollover_hour")};
    return options;
}

}  // namespace wengu
