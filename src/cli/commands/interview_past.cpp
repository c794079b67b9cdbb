#include "cli/commands/interview_past.h"

#include "cli/exit_code.h"
#include "core/error.h"
#include "core/json.h"
#include "library/collection.h"
#include "library/import/note_state.h"
#include "library/sittings/drill_book.h"
#include "store/cards.h"
#include "store/point_cards.h"
#include "tui/context.h"
#include "tui/pager.h"
#include "tui/print.h"
#include "tui/screens/drill_words.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <set>

namespace wengu {
namespace {

struct PastOptions {
    std::string which = "last";
    std::string other;
    std::string format = {};  ///< Empty: Markdown, drawn at a terminal.
    bool json = false;
};

/// Index of the drill that "last" or a number names.
std::size_t find(const std::vector<DrillRecord>& records, const std::string& which) {
    if (records.empty()) fail("there is no mock interview yet; begin with `wengu interview`");
    if (which == "last") return records.size() - 1;
    int number = 0;
    std::from_chars(which.data(), which.data() + which.size(), number);
    const auto found = std::ranges::find(records, number, &DrillRecord::number);
    if (found == records.end()) {
        fail<UsageError>("there is no mock interview {}; `wengu interview list` shows them", which);
    }
    return static_cast<std::size_t>(found - records.begin());
}

Report report_at(const std::vector<DrillRecord>& records, std::size_t index) {
    const std::vector<DrillRecord> earlier{records.begin(),
                                           records.begin() + static_cast<std::ptrdiff_t>(index)};
    return report_on(records[index], earlier);
}

Json number_or_null(std::optional<double> value) {
    return value ? Json(std::round(*value * 1000) / 1000) : Json(nullptr);
}

std::string_view name_of(Mark mark) {
    switch (mark) {
        case Mark::Yes: return "yes";
        case Mark::Partly: return "partly";
        case Mark::Open: return "open";
        case Mark::No: return "no";
    }
    return "no";
}

Json past_json(const QuestionResult& question) {
    Json points = Json::array();
    for (const auto& point : question.points) {
        points.push_back(
            {{"id", point.point.id},
             {"title", point.point.title},
             {"mark", name_of(point.mark)},
             {"by", point.by_person ? "user" : "machine"},
             {"prompted", point.prompted},
             {"recalled_later", point.recalled ? Json(*point.recalled) : Json(nullptr)},
             {"hint", wengu::name_of(point.hint.state)},
             {"score", point.hint.score},
             {"evidence", point.hint.evidence},
             {"sentence", point.hint.sentence}});
    }
    Json json{{"card", question.card_id},
              {"front", question.front},
              {"place", question.place},
              {"topic", question.topic},
              {"follow_up", question.follow_up},
              {"first_time", question.first_time},
              {"answer", question.answer},
              {"prompted", question.prompted},
              {"spoken", question.spoken},
              {"latency_ms", question.latency_ms},
              {"duration_ms", question.duration_ms},
              {"target_ms", question.target_ms},
              {"hint_used", question.hint_used},
              {"predicted", question.predicted ? Json(*question.predicted) : Json(nullptr)},
              {"remark", sentence_of(question.remark)},
              {"coverage", number_or_null(coverage_of(question))},
              {"suggested",
               question.suggested ? Json(static_cast<int>(*question.suggested)) : Json(nullptr)},
              {"grade", question.grade ? Json(static_cast<int>(*question.grade)) : Json(nullptr)},
              {"schedule", question.schedule}};
    json["points"] = std::move(points);
    return json;
}

Json head_of(const DrillRecord& drill) {
    return {{"number", drill.number},
            {"id", drill.id},
            {"started", to_string(drill.started)},
            {"duration_ms", drill.duration_ms},
            {"style", wengu::name_of(drill.style)},
            {"profile", drill.profile},
            {"seed", drill.seed},
            {"finished", drill.finished},
            {"planned", drill.planned},
            {"coverage", number_or_null(totals_of(drill.questions).coverage)},
            {"first_time_coverage", number_or_null(first_time_coverage(drill))}};
}

Json past_json(const Report& report) {
    Json json{{"schema", "wengu.interview.report"}, {"version", 1}};
    json.update(head_of(report.drill));
    json["takeaway"] = report.takeaway;
    json["previous_coverage"] = number_or_null(report.previous);
    json["trend"] = report.trend;
    json["readiness"] = report.readiness;
    json["bias"] = number_or_null(report.totals.bias);
    Json questions = Json::array();
    for (const auto& question : report.drill.questions) questions.push_back(past_json(question));
    json["questions"] = std::move(questions);
    Json recurring = Json::array();
    for (const auto& miss : report.recurring) {
        recurring.push_back(
            {{"front", miss.front}, {"title", miss.title}, {"drills", miss.drills}});
    }
    json["recurring_misses"] = std::move(recurring);
    if (report.calibration) {
        json["calibration"] = {{"answers", report.calibration->answers},
                               {"bias", report.calibration->bias},
                               {"mean_error", report.calibration->mean_error}};
    }
    json["next"] = report.next;
    return json;
}

void print_document(Context& context, const Json& json) {
    print_json_text(context.out, to_indented_text(json));
}

int run_report(const PastOptions& options, Context& context) {
    const auto store = open_collection(context);
    const auto records = drill_records(store);
    const auto report = report_at(records, find(records, options.which));
    if (options.format == "json" || options.json) {
        print_document(context, past_json(report));
    } else if (options.format.empty()) {
        print_paged_styled(context, drawn(context, to_markdown(report)));
    } else {
        print(context.out, "{}", options.format == "html" ? to_html(report) : to_markdown(report));
    }
    return kDone;
}

/// Of one that did not come to its end: how far it came, after two blanks.
std::string how_it_ended(const DrillRecord& record) {
    const auto answered = std::ranges::count(record.questions, false, &QuestionResult::follow_up);
    if (!record.finished) {
        return "  " +
               say("not finished: {} of {} (`wengu interview --resume`)", answered, record.planned);
    }
    if (answered >= record.planned) return {};
    return "  " + say("left early: {} of {}", answered, record.planned);
}

int run_list(const PastOptions& options, Context& context) {
    const auto store = open_collection(context);
    const auto records = drill_records(store);
    if (options.json) {
        Json list = Json::array();
        for (const auto& record : records) list.push_back(head_of(record));
        print_document(context,
                       {{"schema", "wengu.interviews"}, {"version", 1}, {"interviews", list}});
        return kDone;
    }
    if (records.empty()) print(context.err, "{}\n", tr("there is no mock interview yet"));
    for (const auto& record : records) {
        const auto totals = totals_of(record.questions);
        print(context.out, "{:>4}  {}  {:>8}  {:>6}  {}{}\n", record.number,
              to_string(study_day(record.started)), style_word(record.style),
              percent(totals.coverage),
              say_count("{} question", "{} questions",
                        static_cast<long long>(record.questions.size())),
              how_it_ended(record));
    }
    return kDone;
}

void print_titles(std::ostream& out, const char* mark, const std::vector<std::string>& titles) {
    for (const auto& title : titles) print(out, "  {} {}\n", mark, title);
}

int run_compare(const PastOptions& options, Context& context) {
    const auto store = open_collection(context);
    const auto records = drill_records(store);
    const auto& before = records[find(records, options.which)];
    const auto& after = records[find(records, options.other)];
    const auto result = compare(before, after);
    if (options.json) {
        print_document(context, {{"schema", "wengu.interview.comparison"},
                                 {"version", 1},
                                 {"before", head_of(before)},
                                 {"after", head_of(after)},
                                 {"gained", result.gained},
                                 {"lost", result.lost}});
        return kDone;
    }
    print(context.out, "{}\n",
          say("covered: {} then, {} now", percent(result.before.coverage),
              percent(result.after.coverage)));
    print(context.out, "{}\n",
          say("on questions asked for the first time: {} then, {} now",
              percent(first_time_coverage(before)), percent(first_time_coverage(after))));
    if (result.gained.empty() && result.lost.empty()) {
        print(context.out, "{}\n", tr("no question was asked in both, or nothing changed"));
    }
    print_titles(context.out, "+", result.gained);
    print_titles(context.out, "-", result.lost);
    return kDone;
}

int run_undo(const PastOptions& options, Context& context) {
    auto store = open_collection(context);
    const auto records = drill_records(store);
    const auto& record = records[find(records, options.which)];
    const SchedulerSet schedulers{context.settings};
    store::Transaction transaction{store};
    const auto undone =
        store::undo(store, reviews_of(store, record.id), context.now().at, schedulers.replay());
    store::set_drill_state(store, record.id, store::DrillState::Undone);
    store::refresh_point_cards(store);
    transaction.commit();
    std::set<store::NoteId> touched;
    for (const auto& review : undone) {
        if (const auto card = store::card_with(store, review.card_id))
            touched.insert(card->note_id);
    }
    print(context.out, "{}\n",
          say_count("mock interview {1} is undone: {0} grade taken back",
                    "mock interview {1} is undone: {0} grades taken back",
                    static_cast<long long>(undone.size()), record.number));
    warn_of(context,
            update_notes(context, store, {touched.begin(), touched.end()}, WriteMode::Auto));
    return kDone;
}

Option which_option(PastOptions& options) {
    return {.names = "which",
            .value = "N",
            .help = tr("its number, or last"),
            .target = &options.which};
}

}  // namespace

void print_summary(Context& context, const Report& report) {
    auto& out = context.out;
    const auto& totals = report.totals;
    print(out, "\n{}\n", say("Takeaway: {}", report.takeaway));
    print(out, "{}\n",
          say("covered {:.1f} of {} points ({})", totals.points_heard, totals.points,
              percent(totals.coverage)));
    if (report.previous) print(out, "{}\n", say("the time before: {}", percent(report.previous)));
    if (report.calibration) {
        print(out, "{}\n",
              say("your predictions are {:+.0f} points off on average",
                  report.calibration->bias * 100));
    }
    if (!report.readiness.empty()) {
        print(out, "{}\n", say("ready for the interview? {}", report.readiness));
    }
    print(out, "{}\n", say("`wengu interview undo {}` takes it back", report.drill.number));
}

std::vector<Command> past_commands(Context& context) {
    auto options = std::make_shared<PastOptions>();
    const Option json{"--json", "", tr("print JSON"), &options->json};
    const Option format{.names = "--format",
                        .value = "FORMAT",
                        .help = tr("md, html or json"),
                        .target = &options->format,
                        .completes = Completes::Choice,
                        .choices = {"md", "html", "json"}};
    auto first = which_option(*options);
    first.names = "before";
    first.required = true;
    const Option second{.names = "after",
                        .value = "N",
                        .help = tr("its number, or last"),
                        .target = &options->other,
                        .required = true};
    return {
        {.name = "report",
         .summary = tr("The report of a mock interview"),
         .run = [options, &context] { return run_report(*options, context); },
         .options = {which_option(*options), format, json}},
        {.name = "list",
         .summary = tr("Every mock interview so far"),
         .run = [options, &context] { return run_list(*options, context); },
         .options = {json}},
        {.name = "compare",
         .summary = tr("Two mock interviews side by side"),
         .run = [options, &context] { return run_compare(*options, context); },
         .options = {first, second, json}},
        {.name = "undo",
         .summary = tr("Take back what a mock interview did to the schedule"),
         .run = [options, &context] { return run_undo(*options, context); },
         .options = {which_option(*options)}},
    };
}

}  // namespace wengu
