#include "cli/commands/profile.h"

#include "cli/exit_code.h"
#include "cli/lines/asked.h"
#include "core/error.h"
#include "core/json.h"
#include "library/collection.h"
#include "library/files.h"
#include "library/find_card.h"
#include "library/sittings/asked.h"
#include "library/sittings/profiles.h"
#include "tui/context.h"
#include "tui/editor.h"
#include "tui/print.h"

#include <algorithm>
#include <memory>

namespace wengu {
namespace {

namespace fs = std::filesystem;

struct ProfileOptions {
    std::string name;
    std::string company;
    std::string role;
    std::string date;
    std::string language;
    std::string style;
    std::vector<std::string> tags;  ///< "tag" or "tag=weight"
    std::optional<int> questions;
    std::optional<int> minutes;
    std::optional<double> retention;
    std::vector<std::string> cards;
    bool json = false;
    bool none = false;
    bool off = false;
};

/// "推理=3" is the tag 推理 with weight 3; without a number it weighs 1.
void add_tag(Profile& profile, const std::string& text) {
    const auto equals = text.rfind('=');
    if (equals == std::string::npos) {
        profile.tag_weights[text] = 1;
        return;
    }
    try {
        profile.tag_weights[text.substr(0, equals)] = std::stod(text.substr(equals + 1));
    } catch (const std::logic_error&) {
        fail<UsageError>("--tag takes TAG or TAG=WEIGHT, not \"{}\"", text);
    }
}

int add_profile(const ProfileOptions& options, Context& context) {
    if (file_exists(profile_path(context, options.name))) {
        fail<UsageError>(
            "there is a profile \"{}\" already; change it with `wengu profile edit {}`",
            options.name, options.name);
    }
    Profile profile;
    profile.name = options.name;
    profile.company = options.company;
    profile.role = options.role;
    if (!options.language.empty()) profile.language = options.language;
    profile.style = parse_drill_style(options.style).value_or(DrillStyle::Standard);
    profile.questions = options.questions.value_or(profile.questions);
    profile.minutes = options.minutes.value_or(profile.minutes);
    profile.retention = options.retention.value_or(profile.retention);
    for (const auto& tag : options.tags) add_tag(profile, tag);
    if (!options.date.empty()) {
        profile.date = parse_day(options.date);
        if (!profile.date) {
            fail<UsageError>("\"{}\" is not a day; write it as 2026-12-01", options.date);
        }
        if (*profile.date < context.today()) {
            fail<UsageError>("{} is past; a profile is for an interview to come", options.date);
        }
    }
    save_profile(context, profile);
    print(context.out, "{}\n", say("wrote {}", profile_path(context, profile.name).string()));
    return kDone;
}

std::string when(const Profile& profile, Day today) {
    const auto days = days_left(profile, today);
    if (!days) return tr("no date yet");
    if (*days < 0) return say("was on {}", to_string(*profile.date));
    return say_count("{} day left", "{} days left", *days);
}

int list_profiles(const ProfileOptions& options, Context& context) {
    const auto profiles = load_profiles(context);
    if (options.json) {
        auto items = Json::array();
        for (const auto& profile : profiles) {
            Json item{{"name", profile.name}, {"company", profile.company}, {"role", profile.role}};
            item["date"] = profile.date ? Json(to_string(*profile.date)) : nullptr;
            items.push_back(std::move(item));
        }
        const Json document{{"schema", "wengu.profiles"}, {"version", 1}, {"profiles", items}};
        print_json_text(context.out, to_indented_text(document));
        return kDone;
    }
    if (profiles.empty()) {
        print(context.err, "{}\n", tr("no profile yet; `wengu profile add NAME` makes one"));
    }
    for (const auto& profile : profiles) {
        print(context.out, "{:<16} {}  {}\n", profile.name, when(profile, context.today()),
              profile.company);
    }
    if (const auto open = open_question(context)) {
        print(context.err, "{}\n", question_words(*open));
    }
    return kDone;
}

int show_profile(const ProfileOptions& options, Context& context) {
    const auto profile = load_profile(context, options.name);
    print(context.out, "{}\n{}\n", when(profile, context.today()), to_toml(profile));
    const auto days = days_left(profile, context.today());
    if (!days || *days < 0) return kDone;
    const auto store = open_collection(context);
    if (const auto outlook = outlook_of(profile, store, context)) {
        print(context.out, "{}\n",
              say("predicted recall on the day, cards never answered included: {:.0f} % "
                  "(wanted {:.0f} %)",
                  outlook->recall * 100, profile.retention * 100));
        const auto advice = advice_of(*outlook, profile.retention);
        if (!advice.empty()) print(context.out, "{}\n", advice);
    } else {
        print(context.out, "{}\n",
              tr("no card is in its scope: [tags] names decks or tags of your cards"));
    }
    return kDone;
}

int edit_profile(const ProfileOptions& options, Context& context) {
    const auto file = profile_path(context, options.name);
    if (!file_exists(file)) static_cast<void>(load_profile(context, options.name));
    edit_file(context, file, 0);
    static_cast<void>(load_profile(context, options.name));  // says what is wrong now
    return kDone;
}

int remove_profile(const ProfileOptions& options, Context& context) {
    static_cast<void>(load_profile(context, options.name));
    remove_file(profile_path(context, options.name));
    print(context.out, "{}\n", say("removed the profile {}", options.name));
    return kDone;
}

void tag_cards(const ProfileOptions& options, Context& context, Store& store,
               const Profile& profile) {
    std::vector<store::Card> cards;
    for (const auto& text : options.cards) cards.push_back(find_card(store, text));
    for (const auto& card : cards) {
        set_asked(store, profile, card, !options.off, context.now().at);
        print(context.out, "{}  {}  {}\n", short_id(card.id),
              options.off ? tr("no longer tagged") : asked_tag(profile), card.draft.front);
    }
}

int asked(const ProfileOptions& options, Context& context) {
    const auto profile = load_profile(context, options.name);
    auto store = open_collection(context);
    if (options.none || !options.cards.empty()) {
        tag_cards(options, context, store, profile);
        if (!options.off) close_question(context, profile);
        return kDone;
    }
    if (!context.in_is_terminal || context.no_input) {
        fail<UsageError>("say which cards came: `wengu profile asked {} CARD...`, or `--none`",
                         profile.name);
    }
    ask_what_came(context, store, profile);
    return kDone;
}

/// What describes an interview: each value goes into `options`.
std::vector<Option> description_options(const Option& name, ProfileOptions& options) {
    return {name,
            {"--company", "NAME", tr("who asks"), &options.company},
            {"--role", "TEXT", tr("the position"), &options.role},
            {"--date", "DAY", tr("when, as 2026-12-01"), &options.date},
            {"--language", "CODE", tr("zh, en or mixed"), &options.language},
            {.names = "--style",
             .value = "STYLE",
             .help = tr("calm, standard or tough"),
             .target = &options.style,
             .completes = Completes::Choice,
             .choices = {"calm", "standard", "tough"}},
            {"--tag", "TAG[=WEIGHT]", tr("what it is about; may be repeated"), &options.tags},
            {.names = "-n,--questions",
             .value = "N",
             .help = tr("questions in a mock interview"),
             .target = &options.questions,
             .range = {1, 50}},
            {.names = "--minutes",
             .value = "M",
             .help = tr("for a mock interview"),
             .target = &options.minutes,
             .range = {1, 480}},
            {.names = "--retention",
             .value = "R",
             .help = tr("recall wanted on the day (0.90)"),
             .target = &options.retention,
             .range = {0.7, 0.97}}};
}

}  // namespace

Command profile_command(Context& context) {
    auto options = std::make_shared<ProfileOptions>();
    const Option name{.names = "name",
                      .value = "NAME",
                      .help = tr("its name"),
                      .target = &options->name,
                      .completes = Completes::Profile,
                      .required = true};
    const auto bind = [&](int (*action)(const ProfileOptions&, Context&)) {
        return [options, &context, action] { return action(*options, context); };
    };
    Command command{.name = "profile", .summary = tr("The interviews to prepare for")};
    command.group = tr("Study");
    command.subcommands = {
        {.name = "add",
         .summary = tr("Describe an interview"),
         .run = bind(add_profile),
         .options = description_options(name, *options)},
        {.name = "list",
         .summary = tr("Every profile"),
         .run = bind(list_profiles),
         .options = {{"--json", "", tr("print JSON"), &options->json}}},
        {.name = "show",
         .summary = tr("One profile, and how ready you would be"),
         .run = bind(show_profile),
         .options = {name}},
        {.name = "asked",
         .summary = tr("After the interview: tag the cards that were really asked"),
         .run = bind(asked),
         .options = {name,
                     {.names = "card",
                      .value = "CARD",
                      .help = tr("ids, starts of ids, or questions; without any it asks"),
                      .target = &options->cards,
                      .completes = Completes::Card},
                     {"--none", "", tr("none of the cards came"), &options->none},
                     {"--off", "", tr("take the tag away again"), &options->off}}},
        {.name = "edit",
         .summary = tr("Open a profile in your editor"),
         .run = bind(edit_profile),
         .options = {name}},
        {.name = "remove",
         .summary = tr("Remove a profile"),
         .run = bind(remove_profile),
         .options = {name}},
    };
    command.examples = {{"wengu profile add acme --date 2026-12-01 --tag redis=3",
                         tr("an interview on the first of December")}};
    return command;
}

}  // namespace wengu
