#include "cli/commands/today.h"

#include "cli/cli.h"
#include "cli/commands/review.h"
#include "cli/commands/stats.h"
#include "cli/exit_code.h"
#include "cli/json.h"
#include "cli/lines/asked.h"
#include "core/message.h"
#include "library/import/note_state.h"
#include "library/sittings/asked.h"
#include "term/width.h"
#include "tui/browse.h"
#include "tui/first_run.h"
#include "tui/print.h"
#include "tui/screen.h"
#include "tui/screens/review_screen.h"
#include "tui/today_view.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace wengu {
namespace {

struct TodayOptions {
    bool json = false;
    bool exit_code = false;
    bool plan = false;
};

/// What stands between the day and its due cards: limits, the plan after a break.
void print_omitted(std::ostream& out, const Queue& queue) {
    const auto& omitted = queue.omitted;
    const auto say_if = [&](int count, const char* reason) {
        if (count > 0) print(out, "  {:>4}  {}\n", count, tr(reason));
    };
    say_if(omitted.catch_up, N_("due, left for the next days after the break"));
    say_if(omitted.review_limit, N_("due, over today's limit (study.reviews_per_day)"));
    say_if(omitted.new_limit, N_("new, over today's limit (study.new_per_day)"));
    say_if(omitted.siblings_new + omitted.siblings_known,
           N_("waiting, because a card that may give them away is asked today"));
    say_if(omitted.minutes, N_("over today's minutes (study.minutes_per_day)"));
    say_if(omitted.holiday, N_("waiting for the end of your holiday"));
}

/// The way back after a break, day by day.
void print_plan(std::ostream& out, const CatchUp& plan) {
    if (!plan.active) {
        print(out, "{}\n",
              say("Nothing has piled up: a usual day holds about {} reviews.", plan.usual));
        return;
    }
    const Widths widths;
    print(out, "\n{}{}{}\n", padded(tr("day"), 12, widths), padded_left(tr("due"), 8, widths),
          padded_left(tr("planned"), 10, widths));
    for (const auto& day : plan.days) {
        print(out, "{:<12}{:>8}{:>10}\n", to_string(day.day), day.due, day.planned);
    }
}

Json plan_json(const CatchUp& plan) {
    Json days = Json::array();
    for (const auto& day : plan.days) {
        days.push_back({{"day", to_string(day.day)}, {"due", day.due}, {"planned", day.planned}});
    }
    return {{"active", plan.active}, {"usual", plan.usual}, {"days", days}};
}

int count_of(const Queue& queue, std::initializer_list<Reason> reasons) {
    int count = 0;
    for (const auto& item : queue.items) {
        if (std::ranges::count(reasons, item.reason) > 0) ++count;
    }
    return count;
}

Json interview_json(const TodayView& view) {
    return {{"profile", view.profile},
            {"date", view.interview_day ? Json(to_string(*view.interview_day)) : Json{}},
            {"predicted_recall", view.readiness >= 0 ? Json(view.readiness) : Json{}},
            {"goal", view.goal},
            {"advice", view.advice},
            {"drills_this_week", view.drills},
            {"drills_wanted", view.drills_goal},
            {"drill_advice", view.drill_reason}};
}

void print_today_json(Context& context, const Store& store, const DayQueue& day,
                      const TodayView& view, bool with_plan) {
    const auto next = store::next_due(store, context.today());
    auto document = json_document("wengu.today");
    document["day"] = to_string(day.queue.day);
    document["reviews"] = count_of(day.queue, {Reason::Review});
    document["new"] = view.new_cards;
    document["learning"] = count_of(day.queue, {Reason::Step, Reason::Repeat, Reason::Ahead});
    document["minutes"] = std::lround(day.queue.minutes);
    document["due"] = day.queue.due;
    document["next_due"] = next ? Json(to_string(*next)) : Json{};
    document["done"] = view.done;
    document["streak_days"] = view.streak_days;
    if (with_plan) document["plan"] = plan_json(day.queue.catch_up);
    if (!view.profile.empty()) document["interview"] = interview_json(view);
    document["topics"] = Json::array();
    for (const auto& topic : view.topics) {
        document["topics"].push_back(
            {{"name", topic.name}, {"mastery_level", topic.mastery}, {"due", topic.due}});
    }
    print_document(context.out, document);
}

int today(Context& context, const TodayOptions& options) {
    auto store = open_collection(context);
    catch_up(context, store);
    const SchedulerSet schedulers{context.settings};
    const auto day = day_queue(context, store, schedulers, {.usual = options.plan});
    const auto view = today_view(context, store, day);
    if (options.json) {
        print_today_json(context, store, day, view, options.plan);
    } else {
        print(context.out, "{}", today_words(view));
        print_omitted(context.out, day.queue);
        if (options.plan) print_plan(context.out, day.queue.catch_up);
    }
    return options.exit_code && day.queue.items.empty() ? kNothingToDo : kDone;
}

/// Today's screen and what it leads to. Reviews and interviews take the terminal
/// themselves, so that their summaries stay in the scrollback.
class TodayScreen {
public:
    explicit TodayScreen(Context& context) : context_{context} {}

    int run() {
        while (code_ < 0) {
            if (!terminal_) open();
            const auto options = screen_options(context_, *terminal_);
            terminal_->draw(today_picture(view_, options));
            take(terminal_->read_key(), options.keymap);
        }
        return code_;
    }

private:
    void open() {
        terminal_ = open_screen(context_);
        gather();
    }

    void gather() {
        const auto store = open_collection(context_);
        view_ = today_view(context_, store,
                           day_queue(context_, store, SchedulerSet{context_.settings}, {}));
    }

    void take(const Key& key, const Keymap& keymap) {
        using enum Key::Kind;
        if (key.kind == Resize || key.kind == Redraw || key.kind == None || key.kind == Paste)
            return;
        if (key.kind == Interrupt || key.kind == Terminate) {
            code_ = kInterrupted;
            return;
        }
        view_.notice.clear();
        const auto intent = keymap.intent(Scope::Today, key);
        if (!intent) {
            view_.notice = unknown_key(key, keymap);
        } else {
            obey(*intent, key);
        }
    }

    void obey(Intent intent, const Key& key) {
        switch (intent) {
            case Intent::StartReview: return review({});
            case Intent::Topic: return topic(narrowed(key).text);
            case Intent::StartDrill: return leave_for([&] { return run_drill(); });
            case Intent::ShowStats:
                return look([&](Store& store) { show_stats(context_, *terminal_, store); });
            case Intent::Search:
                return look([&](Store& store) { browse(context_, *terminal_, store, {}); });
            case Intent::Help: return show_help(*terminal_, context_, Scope::Today);
            case Intent::Quit: code_ = kDone; return;
            default: break;
        }
        const auto options = screen_options(context_, *terminal_);
        if (const auto top = scrolled(intent, today_frame(view_, options), options)) {
            view_.top = *top;
        }
    }

    void review(const DayRequest& request) {
        if (view_.due + view_.new_cards == 0) {
            view_.notice = view_.cards == 0 ? tr("There are no cards yet.") : tr("Nothing is due.");
            return;
        }
        leave_for([&] { return review_today(context_, request); });
    }

    void topic(const std::string& digit) {
        const auto index = static_cast<std::size_t>(digit.empty() ? 0 : digit.front() - '1');
        if (index >= view_.topics.size()) {
            view_.notice = say("There is no topic {}.", digit);
            return;
        }
        review({.deck_or_tag = view_.topics[index].name});
    }

    int run_drill() { return wengu::run({"interview"}, context_); }

    /// Gives the terminal to another command; being stopped there stops all.
    template <typename Command>
    void leave_for(Command command) {
        terminal_.reset();
        if (command() == kInterrupted) code_ = kInterrupted;
    }

    /// Shows another screen on this one's terminal.
    template <typename Screen>
    void look(Screen screen) {
        auto store = open_collection(context_);
        screen(store);
        gather();
    }

    Context& context_;
    std::unique_ptr<Terminal> terminal_;
    TodayView view_;
    int code_ = -1;
};

}  // namespace

int start(Context& context) {
    {
        auto store = open_collection(context);
        if (!store::has_notes(store) && !welcome(context, store)) return kDone;
        catch_up(context, store);
        if (context.in_is_terminal && !context.no_input) ask_once_a_day(context, store);
    }
    if (wants_lines(context, false)) return today(context, {});
    return TodayScreen{context}.run();
}

Command today_command(Context& context) {
    auto options = std::make_shared<TodayOptions>();
    Command command{.name = "today", .summary = tr("What to do today")};
    command.group = tr("Study");
    command.options = {
        {"--json", "", tr("print JSON"), &options->json},
        {"--exit-code", "", tr("exit with 4 when there is nothing to do"), &options->exit_code},
        {"--plan", "", tr("the days of the way back after a break"), &options->plan}};
    command.examples = {{"wengu today --plan", tr("when much has piled up")}};
    command.run = [&context, options] { return today(context, *options); };
    return command;
}

}  // namespace wengu
