#include "cli/commands/review.h"

#include "cli/exit_code.h"
#include "cli/json.h"
#include "cli/lines/linear.h"
#include "cli/lines/review.h"
#include "core/message.h"
#include "library/backups.h"
#include "library/import/note_state.h"
#include "library/sittings/batch.h"
#include "library/sittings/day_queue.h"
#include "store/marks.h"
#include "store/stats.h"
#include "tui/editor.h"
#include "tui/print.h"
#include "tui/review_on_screen.h"
#include "tui/screen.h"
#include "tui/screens/words.h"

#include <memory>

namespace wengu {
namespace {

namespace fs = std::filesystem;

struct ReviewOptions {
    DayRequest request;
    bool linear = false;
    bool json = false;
    bool batch = false;
};

void print_summary_json(Context& context, const SummaryView& summary) {
    auto document = json_document("wengu.review");
    document["cards"] = summary.cards;
    document["new"] = summary.new_cards;
    document["grades"] = summary.by_grade;
    document["seconds"] = summary.taken.count();
    document["left"] = summary.left;
    document["tomorrow"] = summary.tomorrow;
    print_document(context.out, document);
}

std::optional<store::Holiday> holiday_on(const Store& store, Day day) {
    for (const auto& holiday : store::holidays(store)) {
        if (holiday.first <= day && day <= holiday.last) return holiday;
    }
    return std::nullopt;
}

/// Nothing to ask: why, and when there will be.
int nothing_due(Context& context, const Store& store, const DayQueue& day) {
    const Day today = context.today();
    if (!store::has_notes(store)) {
        print(context.err, "{}\n",
              tr("The collection is empty. Bring notes in with `wengu import FOLDER`, or look "
                 "around with `wengu demo`."));
        return kDone;
    }
    if (const auto holiday = holiday_on(store, today)) {
        print(context.err, "{}\n",
              say("You are on holiday until {}; `wengu holiday remove {}` ends it.",
                  to_string(holiday->last), to_string(today)));
        return kDone;
    }
    print(context.err, "{}\n", tr("Nothing is due."));
    if (day.queue.omitted.new_limit > 0) {
        print(context.err, "{}\n",
              say("{} new cards wait for tomorrow (study.new_per_day).",
                  day.queue.omitted.new_limit));
    }
    if (const auto next = store::next_due(store, today)) {
        print(context.err, "{}\n", say("The next card comes {}.", day_words(*next, today)));
    }
    return kDone;
}

int run_desk(Context& context, const ReviewOptions& options, ReviewPresenter& desk) {
    auto& talk = options.json ? context.err : context.out;
    if (options.json || wants_lines(context, options.linear)) {
        review_in_lines(context, talk, desk);
        return kDone;
    }
    const auto left = review_on_screen(context, *open_screen(context), desk);
    return left == Left::Interrupted ? kInterrupted : kDone;
}

void print_batch(Context& context, const std::vector<BatchGrade>& grades, bool json) {
    auto document = json_document("wengu.batch");
    document["grades"] = Json::array();
    for (const auto& grade : grades) {
        document["grades"].push_back({{"card", grade.card.id},
                                      {"grade", static_cast<int>(grade.grade)},
                                      {"interval_days", grade.after.interval_days},
                                      {"next_review", to_string(grade.after.due)}});
    }
    if (json) return print_document(context.out, document);
    print(context.out, "{}\n",
          say_count("{} grade kept (wengu undo {} takes it back)",
                    "{} grades kept (wengu undo {} takes them back)",
                    static_cast<long long>(grades.size()), grades.size()));
}

/// Grades from standard input, a JSON object a line.
int batch(Context& context, const ReviewOptions& options) {
    auto store = open_collection(context);
    back_up_daily(context, store);
    const auto grades = take_batch(context, store, SchedulerSet{context.settings}, context.in);
    std::vector<store::NoteId> notes;
    for (const auto& grade : grades) notes.push_back(grade.card.note_id);
    warn_of(context, update_notes(context, store, notes, WriteMode::Auto));
    print_batch(context, grades, options.json);
    return kDone;
}

int review(Context& context, const ReviewOptions& options) {
    if (options.batch) return batch(context, options);
    auto store = open_collection(context);
    catch_up(context, store);
    const SchedulerSet schedulers{context.settings};
    const auto day = day_queue(context, store, schedulers, options.request);
    if (day.queue.items.empty()) return nothing_due(context, store, day);

    back_up_daily(context, store);
    Sitting sitting{context,
                    store,
                    schedulers,
                    session_cards(store, day),
                    options.request.cram,
                    [&context](const fs::path& file, int line) { edit_file(context, file, line); }};
    ReviewPresenter desk{context, store, sitting};
    const int code = run_desk(context, options, desk);
    warn_of(context, sitting.finish());
    const auto summary = desk.summary();
    if (options.json) {
        print_summary_json(context, summary);
    } else {
        const auto theme = output_theme(context);
        for (const auto& line : summary_lines(summary)) {
            print_styled(context.out, encoded(line, theme) + "\n");
        }
        if (!desk.unsaid().empty()) print(context.out, "{}\n", desk.unsaid());
    }
    return code;
}

}  // namespace

int review_today(Context& context, const DayRequest& request) {
    return review(context, {.request = request});
}

Command review_command(Context& context) {
    auto options = std::make_shared<ReviewOptions>();
    Command command{.name = "review", .summary = tr("Review today's cards")};
    command.group = tr("Study");
    command.run = [&context, options] { return review(context, *options); };
    auto& request = options->request;
    command.options = {
        {.names = "deck",
         .value = "DECK|TAG",
         .help = tr("only this deck, or cards with this tag"),
         .target = &request.deck_or_tag,
         .completes = Completes::DeckOrTag},
        {.names = "--limit",
         .value = "N",
         .help = tr("at most N cards"),
         .target = &request.limit,
         .range = {1}},
        {"--new", "N", tr("at most N new cards"), &request.new_cards},
        {.names = "--minutes",
         .value = "M",
         .help = tr("stop adding cards after about M minutes"),
         .target = &request.minutes,
         .range = {1}},
        {"--ahead", "DAYS", tr("also cards that are due so soon"), &request.ahead_days},
        {"--cram", "", tr("every card of the deck or tag; no schedule changes"), &request.cram},
        {"--linear", "", tr("plain lines instead of a screen"), &options->linear},
        {"--json", "", tr("print the summary as JSON; talk on standard error"), &options->json},
        {"--batch", "", tr("take grades from standard input, a JSON object a line"),
         &options->batch},
    };
    command.examples = {
        {"wengu review cpp --limit 20", tr("twenty cards of one deck")},
        {"wengu review --cram 面试", tr("before an interview, without consequences")},
        {"wengu review --batch < grades.jsonl",
         tr("grades such as {\"card\": \"4f1c\", \"grade\": 3}")}};
    return command;
}

}  // namespace wengu
