#include "app/commands/due.h"

#include "app/day_queue.h"
#include "app/exit_code.h"
#include "app/json.h"
#include "core/message.h"
#include "store/queue.h"
#include "term/width.h"

#include <fmt/ostream.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace wengu {
namespace {

struct Options {
    bool json = false;
    bool brief = false;
    bool exit_code = false;
};

Json to_json(const store::DueCounts& counts) {
    return {{"due", counts.due}, {"new", counts.fresh}, {"learning", counts.learning}};
}

void print_counts(std::ostream& out, const std::string& name, const store::DueCounts& counts) {
    const Widths widths;
    fmt::print(out, "{}{:>8}{:>10}{:>8}\n", padded(shortened(name, 30, widths), 30, widths),
               counts.due, counts.learning, counts.fresh);
}

void print_heading(std::ostream& out) {
    const Widths widths;
    fmt::print(out, "{}{}{}{}\n", padded(tr("deck"), 30, widths), padded_left(tr("due"), 8, widths),
               padded_left(tr("learning"), 10, widths), padded_left(tr("new"), 8, widths));
}

int due(Context& context, const Options& options) {
    const auto store = open_collection(context);
    const Day today = context.today();
    const auto total = store::due_counts(store, today);
    const int code =
        options.exit_code && total.due + total.learning + total.fresh == 0 ? kNothingToDo : kDone;
    if (options.brief) {
        fmt::print(context.out, "{}\n", total.due + total.learning);
        return code;
    }
    const auto decks = store::due_by_deck(store, today);
    if (options.json) {
        auto document = json_document("wengu.due");
        document["day"] = to_string(today);
        document.update(to_json(total));
        document["decks"] = Json::array();
        for (const auto& deck : decks) {
            Json entry{{"deck", deck.deck}};
            entry.update(to_json(deck.counts));
            document["decks"].push_back(entry);
        }
        print(context.out, document);
        return code;
    }
    print_heading(context.out);
    for (const auto& deck : decks) print_counts(context.out, deck.deck, deck.counts);
    print_counts(context.out, tr("total"), total);
    return code;
}

/// What today's queue holds, by why the cards are in it.
struct DaySummary {
    int reviews = 0;
    int fresh = 0;
    int learning = 0;
};

DaySummary summarise(const Queue& queue) {
    DaySummary summary;
    for (const auto& item : queue.items) {
        if (item.reason == Reason::New) {
            ++summary.fresh;
        } else if (item.reason == Reason::Review) {
            ++summary.reviews;
        } else {
            ++summary.learning;
        }
    }
    return summary;
}

/// What stands between the day and its due cards: limits, the plan after a break.
void print_omitted(std::ostream& out, const Queue& queue) {
    const auto& omitted = queue.omitted;
    const auto say_if = [&](int count, const char* reason) {
        if (count > 0) fmt::print(out, "  {:>4}  {}\n", count, tr(reason));
    };
    say_if(omitted.catch_up, later("due, left for the next days after the break"));
    say_if(omitted.review_limit, later("due, over today's limit (study.reviews_per_day)"));
    say_if(omitted.new_limit, later("new, over today's limit (study.new_per_day)"));
    say_if(omitted.siblings_new + omitted.siblings_known,
           later("waiting, because a card of the same section is asked today"));
    say_if(omitted.minutes, later("over today's minutes (study.minutes_per_day)"));
    say_if(omitted.holiday, later("waiting for the end of your holiday"));
}

int today(Context& context, const Options& options) {
    const auto store = open_collection(context);
    const Bookkeeping books{context.settings};
    const auto day = day_queue(context, store, books, {});
    const auto summary = summarise(day.queue);
    const auto next = store::next_due(store, context.today());
    const int code = options.exit_code && day.queue.items.empty() ? kNothingToDo : kDone;
    if (options.json) {
        auto document = json_document("wengu.today");
        document["day"] = to_string(day.queue.day);
        document["reviews"] = summary.reviews;
        document["new"] = summary.fresh;
        document["learning"] = summary.learning;
        document["minutes"] = std::lround(day.queue.minutes);
        document["due"] = day.queue.due;
        document["next_due"] = next ? Json(to_string(*next)) : Json{};
        print(context.out, document);
        return code;
    }
    fmt::print(context.out, "{}\n", to_string(day.queue.day));
    if (day.queue.items.empty()) {
        fmt::print(context.out, "{}\n", tr("Nothing is due."));
        if (next)
            fmt::print(context.out, "{}\n", say("The next card comes on {}.", to_string(*next)));
    } else {
        fmt::print(context.out, "{}\n",
                   say("reviews {}, new {}, again today {}, about {} minutes", summary.reviews,
                       summary.fresh, summary.learning,
                       std::max<long>(1, std::lround(day.queue.minutes))));
    }
    print_omitted(context.out, day.queue);
    return code;
}

Command counting(const char* name, std::string summary, const std::shared_ptr<Options>& options) {
    Command command{.name = name, .summary = std::move(summary)};
    command.group = tr("Study");
    command.options = {
        {"--json", "", tr("print JSON"), &options->json},
        {"--exit-code", "", tr("exit with 4 when there is nothing to do"), &options->exit_code}};
    return command;
}

}  // namespace

Command due_command(Context& context) {
    auto options = std::make_shared<Options>();
    auto command = counting("due", tr("Count what is due, by deck"), options);
    command.options.push_back(
        {"--short", "", tr("only the number, for a prompt"), &options->brief});
    command.run = [&context, options] { return due(context, *options); };
    return command;
}

Command today_command(Context& context) {
    auto options = std::make_shared<Options>();
    auto command = counting("today", tr("What to do today"), options);
    command.run = [&context, options] { return today(context, *options); };
    return command;
}

}  // namespace wengu
