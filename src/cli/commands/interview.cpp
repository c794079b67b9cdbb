#include "cli/commands/interview.h"

#include "cli/commands/interview_past.h"
#include "cli/exit_code.h"
#include "cli/lines/drill.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/text.h"
#include "library/import/note_state.h"
#include "library/sittings/drill_plan.h"
#include "library/sittings/profiles.h"
#include "tui/context.h"
#include "tui/drill_on_screen.h"
#include "tui/print.h"
#include "tui/screen.h"
#include "tui/screens/drill_words.h"

#include <charconv>
#include <memory>

namespace wengu {
namespace {

struct InterviewOptions {
    std::string profile;
    std::optional<int> questions;
    std::optional<int> minutes;
    std::vector<std::string> tags;
    std::vector<std::string> cards;
    std::string style;
    std::string answer;
    std::string prepare;
    std::string time;
    std::string seed;
    bool no_score = false;
    bool no_schedule = false;
    bool relax = false;
    bool strict = false;
    bool explain = false;
    bool resume = false;
    bool linear = false;
};

/// "30s", "2m", "90" (seconds) in milliseconds.
std::int64_t parse_span(const std::string& text, const char* option) {
    int number = 0;
    const auto* end = text.data() + text.size();
    const auto [rest, error] = std::from_chars(text.data(), end, number);
    const std::string_view unit{rest, static_cast<std::size_t>(end - rest)};
    const bool known = unit.empty() || unit == "s" || unit == "m";
    if (error != std::errc{} || !known || number < 0 || number > 100'000) {
        fail<UsageError>("{} takes a time like 30s or 2m, not \"{}\"", option, text);
    }
    return number * (unit == "m" ? 60'000LL : 1000LL);
}

std::uint64_t parse_seed(const std::string& text, const Moment& now) {
    // Short enough to be typed again.
    if (text.empty()) return hash64(to_string(now)) % 100'000;
    const auto seed = number_in<std::uint64_t>(text);
    if (!seed) fail<UsageError>("--seed is a whole number, not \"{}\"", text);
    return *seed;
}

DrillStyle wanted_style(const InterviewOptions& options, const Context& context,
                        const std::optional<Profile>& profile) {
    if (const auto style = parse_drill_style(options.style)) return *style;
    if (profile) return profile->style;
    return parse_drill_style(context.settings.text("interview.style"))
        .value_or(DrillStyle::Standard);
}

DrillWishes wishes_from(const InterviewOptions& options, Context& context) {
    DrillWishes wishes;
    if (!options.profile.empty()) wishes.profile = load_profile(context, options.profile);
    const auto& profile = wishes.profile;
    if (profile && profile->date && *profile->date < context.today()) {
        print(context.err, "{}\n",
              say("the interview of profile {} was on {}; its date no longer counts", profile->name,
                  to_string(*profile->date)));
    }
    wishes.questions = options.questions.value_or(
        profile ? profile->questions : context.settings.integer("interview.questions"));
    if (wishes.questions < 1 || wishes.questions > 50) {
        fail<UsageError>("a mock interview has 1 to 50 questions, not {}", wishes.questions);
    }
    wishes.tags = options.tags;
    wishes.cards = options.cards;
    wishes.style = wanted_style(options, context, profile);
    wishes.answer =
        options.answer.empty() ? context.settings.text("interview.answer") : options.answer;
    if (!options.prepare.empty()) wishes.prepare_ms = parse_span(options.prepare, "--prep");
    if (!options.time.empty()) wishes.target_ms = parse_span(options.time, "--time");
    const auto minutes = options.minutes ? options.minutes
                         : profile       ? std::optional{profile->minutes}
                                         : std::nullopt;
    if (minutes && options.time.empty()) {  // a third goes into checking and follow-ups
        wishes.target_ms = *minutes * 60'000LL * 2 / 3 / wishes.questions;
    }
    wishes.score = !options.no_score;
    wishes.schedule = !options.no_schedule;
    wishes.relax = options.relax;
    wishes.strict = options.strict;
    wishes.seed = parse_seed(options.seed, context.now());
    return wishes;
}

void show_plan(Context& context, const PlannedDrill& planned, bool explain) {
    const auto& plan = planned.setup.plan;
    const auto count = static_cast<int>(plan.questions.size());
    print(context.out, "{}\n",
          say_count("Mock interview: {} question, {}, {} each, seed {}",
                    "Mock interview: {} questions, {}, {} each, seed {}", count,
                    style_word(plan.style), clock_text(plan.target_ms), planned.setup.seed));
    if (!planned.setup.profile.empty()) {
        print(context.out, "{}\n", say("for {}", planned.setup.profile));
    }
    if (planned.several_of_one_note) {
        print(context.out, "{}\n", tr("too few notes for one question each: some share a note"));
    }
    if (planned.wanted > count && !planned.reasons.empty()) {
        print(context.out, "{}\n",
              say("{} were wanted; {} cards could be asked, {} were asked lately "
                  "(`--relax` asks these again)",
                  planned.wanted, planned.eligible, planned.asked_lately));
    }
    int fresh = 0;
    for (const auto& question : plan.questions) fresh += question.first_time;
    if (plan.style == DrillStyle::Tough && fresh * 2 > count) {
        print(context.out, "{}\n",
              tr("most of these were never drilled; pressure helps what was recalled calmly "
                 "before"));
    }
    if (!explain) return;
    for (std::size_t i = 0; i < planned.reasons.size(); ++i) {
        print(context.out, "{:>3}  {}\n     {}\n", i + 1, plan.questions[i].front,
              planned.reasons[i]);
    }
}

int play(Context& context, DrillRun& run, bool linear) {
    bool ended = false;
    if (wants_lines(context, linear)) {
        ended = drill_in_lines(context, run);
    } else {
        const auto terminal = open_screen(context);
        ended = drill_on_screen(context, *terminal, run);
    }
    if (!ended && run.drill().stage() == Stage::Plan) return kDone;
    if (!ended) {
        print(context.out, "{}\n", tr("saved; `wengu interview --resume` goes on where you left"));
        return wants_lines(context, linear) ? kDone : kInterrupted;
    }
    const auto path = run.finish();
    print_summary(context, run.report());
    print(context.out, "{}\n", say("report: {}", path.string()));
    return kDone;
}

int run_interview(const InterviewOptions& options, Context& context) {
    auto store = open_collection(context);
    catch_up(context, store);
    if (options.resume) {
        const auto open = store::open_drill(store);
        if (!open) fail("there is no mock interview to go on with");
        DrillRun run{context, store, *open};
        return play(context, run, options.linear);
    }
    const SchedulerSet schedulers{context.settings};
    const auto planned =
        plan_drill(store, schedulers, wishes_from(options, context), context.today());
    DrillRun run{context, store, planned.setup};
    if (const auto left = run.left_open(); !left.empty()) print(context.err, "{}\n", left);
    show_plan(context, planned, options.explain);
    return play(context, run, options.linear);
}

std::vector<Option> options_of(InterviewOptions& options) {
    return {
        {.names = "--profile",
         .value = "NAME",
         .help = tr("the interview to prepare for"),
         .target = &options.profile,
         .completes = Completes::Profile},
        {.names = "-n,--questions",
         .value = "N",
         .help = tr("how many questions"),
         .target = &options.questions,
         .range = {1, 50}},
        {.names = "--minutes",
         .value = "M",
         .help = tr("for the whole interview"),
         .target = &options.minutes,
         .range = {1}},
        {.names = "--tag",
         .value = "TAG",
         .help = tr("only this deck or tag; may be repeated"),
         .target = &options.tags,
         .completes = Completes::DeckOrTag},
        {.names = "--card",
         .value = "CARD",
         .help = tr("this card; may be repeated"),
         .target = &options.cards,
         .completes = Completes::Card},
        {.names = "--style",
         .value = "STYLE",
         .help = tr("calm, standard or tough"),
         .target = &options.style,
         .completes = Completes::Choice,
         .choices = {"calm", "standard", "tough"}},
        {.names = "--answer",
         .value = "HOW",
         .help = tr("type, editor or speak"),
         .target = &options.answer,
         .completes = Completes::Choice,
         .choices = {"type", "editor", "speak"}},
        {"--prep", "TIME", tr("to prepare each answer (30s)"), &options.prepare},
        {"--time", "TIME", tr("for each answer (2m)"), &options.time},
        {"--seed", "N", tr("the same seed asks the same questions"), &options.seed},
        {"--no-score", "", tr("no hints; you tick every point"), &options.no_score},
        {"--no-schedule", "", tr("leave the review schedule alone"), &options.no_schedule},
        {"--relax", "", tr("also ask what was asked lately"), &options.relax},
        {"--strict", "", tr("hand an answer in when it takes half again as long as planned"),
         &options.strict},
        {"--explain", "", tr("show why each question was chosen"), &options.explain},
        {"--resume", "", tr("go on with the one that was cut short"), &options.resume},
        {"--linear", "", tr("plain lines instead of a full screen"), &options.linear},
    };
}

}  // namespace

Command interview_command(Context& context) {
    auto options = std::make_shared<InterviewOptions>();
    Command command{.name = "interview",
                    .summary = tr("A mock interview: questions, your answers, what they covered")};
    command.group = tr("Study");
    command.run = [options, &context] { return run_interview(*options, context); };
    command.options = options_of(*options);
    command.subcommands = past_commands(context);
    command.examples = {
        {"wengu interview -n 2 --style calm", tr("two questions without pressure")},
        {"wengu interview report last --format html", tr("the report as a page")},
    };
    return command;
}

}  // namespace wengu
