#include "cli/commands/simulate.h"

#include "cli/exit_code.h"
#include "core/error.h"
#include "core/json.h"
#include "library/files.h"
#include "memory/trace.h"
#include "tui/context.h"
#include "tui/print.h"

#include <fmt/format.h>

#include <cmath>
#include <memory>

namespace wengu {
namespace {

struct SimulateOptions {
    std::string scheduler;
    std::string grades;
    std::string days;
    std::optional<double> retention;
    std::string params;
    bool json = false;
};

constexpr int kMostDays = 100'000;

/// Numbers as given to `where`: an option or a file.
std::vector<double> numbers(std::string_view text, const std::string& where) {
    try {
        return fsrs::read_numbers(text);
    } catch (const UsageError& error) {
        throw UsageError{fmt::format("{}: {}", where, error.what())};
    }
}

fsrs::Params read_params(const std::string& file) {
    std::string text;
    try {
        text = read_file(file);
    } catch (const Error& error) {
        throw UsageError{error.localized(), error.place()};
    }
    return fsrs::upgrade(numbers(text, file));
}

/// Whole numbers within a range, as given to `option`.
std::vector<int> whole_numbers(const std::string& text, const char* option, int least, int most) {
    std::vector<int> result;
    for (const double value : numbers(text, option)) {
        if (value != std::floor(value) || value < least || value > most) {
            fail<UsageError>("{} takes whole numbers from {} to {}, not {}", option, least, most,
                             value);
        }
        result.push_back(static_cast<int>(value));
    }
    if (result.empty()) fail<UsageError>("{} needs at least one number", option);
    return result;
}

std::vector<Grade> read_grades(const std::string& text) {
    std::vector<Grade> grades;
    for (const int grade : whole_numbers(text, "--grades", 1, 4)) {
        grades.push_back(static_cast<Grade>(grade));
    }
    return grades;
}

std::vector<int> read_days(const std::string& text, std::size_t grades) {
    if (text.empty()) return {};
    auto days = whole_numbers(text, "--days", 0, kMostDays);
    if (days.size() != grades) {
        fail<UsageError>("--days needs one number for each grade: {} grades, {} days", grades,
                         days.size());
    }
    if (days.front() != 0) {
        fail<UsageError>("--days begins with 0: nothing went before the first review");
    }
    return days;
}

SchedulerOptions scheduler_for(const SimulateOptions& options) {
    SchedulerOptions result;
    result.algorithm = *parse_algorithm(options.scheduler);
    if (options.retention) {
        result.fsrs.retention = *options.retention;
    }
    if (!options.params.empty()) result.fsrs.params = read_params(options.params);
    return result;
}

Json step_json(const TraceStep& step, Algorithm algorithm) {
    Json json;
    json["grade"] = static_cast<int>(step.grade);
    json["elapsed_days"] = step.elapsed_days;
    json["interval_days"] = step.interval_days;
    if (algorithm == Algorithm::Sm2) {
        json["ease"] = step.after.ease / 100.0;
    } else {
        json["stability"] = step.after.stability;
        json["difficulty"] = step.after.difficulty;
    }
    json["retrievability"] = step.retrievability ? Json(*step.retrievability) : Json();
    json["mastery_level"] = step.mastery;
    return json;
}

void print_trace_json(const std::vector<TraceStep>& steps, const Scheduler& scheduler,
                      std::ostream& out) {
    Json json;
    json["schema"] = "wengu.simulate";
    json["version"] = 1;
    json["scheduler"] = scheduler.name();
    json["steps"] = Json::array();
    for (const auto& step : steps) {
        json["steps"].push_back(step_json(step, scheduler.options().algorithm));
    }
    print_json_text(out, to_indented_text(json));
}

std::string memory_text(const TraceStep& step, Algorithm algorithm) {
    if (algorithm == Algorithm::Sm2) return say("ease {:.2f}", step.after.ease / 100.0);
    return say("stability {:.2f}, difficulty {:.2f}", step.after.stability, step.after.difficulty);
}

std::string before_text(const TraceStep& step) {
    if (!step.retrievability) return tr("first");
    return say_count("after {} day, recall {:.0f} %", "after {} days, recall {:.0f} %",
                     step.elapsed_days, *step.retrievability * 100);
}

void print_table(const std::vector<TraceStep>& steps, Algorithm algorithm, std::ostream& out) {
    for (const auto& step : steps) {
        const auto next = say_count("next in {} day", "next in {} days", step.interval_days);
        print(out, "{}\n",
              say("{}: grade {}, {}, {}, mastery {:.2f}", before_text(step),
                  static_cast<int>(step.grade), next, memory_text(step, algorithm), step.mastery));
    }
}

int simulate(const SimulateOptions& options, Context& context) {
    const auto grades = read_grades(options.grades);
    const auto days = read_days(options.days, grades.size());
    const Scheduler scheduler{scheduler_for(options)};
    const bool sm2 = scheduler.options().algorithm == Algorithm::Sm2;
    if (sm2 && (options.retention || !options.params.empty())) {
        print(context.err, "{}\n", tr("SM-2 does not use --retention and --params"));
    }
    const auto steps = trace(scheduler.options(), grades, days);
    if (options.json) {
        print_trace_json(steps, scheduler, context.out);
    } else {
        print_table(steps, scheduler.options().algorithm, context.out);
    }
    return kDone;
}

std::vector<Option> simulate_options(SimulateOptions& options) {
    return {
        {.names = "--scheduler",
         .value = "NAME",
         .help = tr("sm2 or fsrs"),
         .target = &options.scheduler,
         .completes = Completes::Choice,
         .required = true,
         .choices = {"sm2", "fsrs"}},
        {.names = "--grades",
         .value = "LIST",
         .help = tr("grades from 1 to 4, one after the other"),
         .target = &options.grades,
         .required = true},
        {.names = "--days",
         .value = "LIST",
         .help = tr("days since the review before, one for each grade; else each on its due day"),
         .target = &options.days},
        {.names = "--retention",
         .value = "R",
         .help = tr("recall to aim for (FSRS), 0.9 by default"),
         .target = &options.retention,
         .range = {0.001, 0.999}},
        {.names = "--params",
         .value = "FILE",
         .help = tr("17, 19 or 21 FSRS parameters"),
         .target = &options.params,
         .completes = Completes::File},
        {.names = "--json", .value = "", .help = tr("print JSON"), .target = &options.json},
    };
}

}  // namespace

Command simulate_command(Context& context) {
    auto options = std::make_shared<SimulateOptions>();
    return {.name = "simulate",
            .summary = tr("What a scheduler would do with a card that gets these grades"),
            .run = [&context, options] { return simulate(*options, context); },
            .options = simulate_options(*options),
            .examples = {{"wengu simulate --scheduler fsrs --grades 3,3,1,3",
                          tr("each review on its due day")}},
            .group = tr("For scripts and the curious")};
}

}  // namespace wengu
