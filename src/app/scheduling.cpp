#include "app/scheduling.h"

#include "core/error.h"
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

}  // namespace

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
    options.max_interval_days = settings.integer("fsrs.max_interval");
    options.rollover = std::chrono::hours{settings.integer("study.rollover_hour")};
    return options;
}

}  // namespace wengu
