#include "cli/commands/holiday.h"

#include "cli/exit_code.h"
#include "cli/json.h"
#include "library/collection.h"
#include "store/marks.h"
#include "tui/print.h"

#include <memory>

namespace wengu {
namespace {

struct HolidayOptions {
    std::string first;
    std::string last;
    std::string day;
    bool json = false;
};

Day day_from(const std::string& text) {
    const auto day = parse_day(text);
    if (!day) fail<UsageError>("\"{}\" is not a day; write it as 2026-05-01", text);
    return *day;
}

long long length(const store::Holiday& holiday) {
    return (holiday.last - holiday.first).count() + 1;
}

int list_holidays(Context& context, const HolidayOptions& options) {
    const auto all = store::holidays(open_collection(context));
    if (options.json) {
        auto document = json_document("wengu.holidays");
        document["holidays"] = Json::array();
        for (const auto& holiday : all) {
            document["holidays"].push_back(
                {{"first", to_string(holiday.first)}, {"last", to_string(holiday.last)}});
        }
        print_document(context.out, document);
        return kDone;
    }
    if (all.empty()) {
        print(context.err, "{}\n",
              tr("No holidays; `wengu holiday 2026-05-01 2026-05-05` takes one."));
    }
    for (const auto& holiday : all) {
        print(context.out, "{}  {}  {}\n", to_string(holiday.first), to_string(holiday.last),
              say_count("{} day", "{} days", length(holiday)));
    }
    return kDone;
}

int plan_holiday(Context& context, const HolidayOptions& options) {
    store::Holiday holiday{.first = day_from(options.first), .last = day_from(options.first)};
    if (!options.last.empty()) holiday.last = day_from(options.last);
    if (holiday.last < holiday.first) {
        fail<UsageError>("the holiday would end on {}, before it begins on {}", options.last,
                         options.first);
    }
    auto store = open_collection(context);
    store::add_holiday(store, holiday, context.now().at);
    const auto first = to_string(holiday.first);
    print(context.out, "{}\n",
          length(holiday) == 1
              ? say("nothing is asked on {}", first)
              : say("nothing is asked from {} to {}", first, to_string(holiday.last)));
    print(context.err, "{}\n",
          tr("What falls due meanwhile is spread over the days after: `wengu today --plan`."));
    return kDone;
}

int cancel_holiday(Context& context, const HolidayOptions& options) {
    const Day day = day_from(options.day);
    auto store = open_collection(context);
    if (!store::remove_holiday(store, day, context.now().at)) {
        fail("{} is in no holiday; `wengu holiday list` shows all", to_string(day));
    }
    print(context.out, "{}\n", say("the holiday around {} is off", to_string(day)));
    return kDone;
}

}  // namespace

Command holiday_command(Context& context) {
    auto options = std::make_shared<HolidayOptions>();
    Command command{.name = "holiday", .summary = tr("Days on which nothing is asked")};
    command.group = tr("Study");
    command.run = [&context, options] {
        return options->first.empty() ? list_holidays(context, *options)
                                      : plan_holiday(context, *options);
    };
    command.options = {
        {"from", "FROM", tr("first day, as in 2026-05-01"), &options->first},
        {"to", "TO", tr("last day; without it, the holiday is one day"), &options->last}};
    command.subcommands = {
        {"list",
         tr("All holidays"),
         [&context, options] { return list_holidays(context, *options); },
         {{"--json", "", tr("print JSON"), &options->json}}},
        {"remove",
         tr("Take a holiday off the list"),
         [&context, options] { return cancel_holiday(context, *options); },
         {{.names = "day",
           .value = "DAY",
           .help = tr("a day of it"),
           .target = &options->day,
           .required = true}}},
    };
    command.examples = {{"wengu holiday 2026-05-01 2026-05-05", tr("five days off")},
                        {"wengu holiday remove 2026-05-01", tr("or not")}};
    return command;
}

}  // namespace wengu
