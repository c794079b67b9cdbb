#include "cli/commands/stats.h"

#include "cli/exit_code.h"
#include "cli/html_stats.h"
#include "cli/json.h"
#include "core/html.h"
#include "core/error.h"
#include "library/collection.h"
#include "library/files.h"
#include "tui/browse.h"
#include "tui/page_loop.h"
#include "tui/pager.h"
#include "tui/print.h"
#include "tui/screen.h"
#include "tui/stats_view.h"

#include <memory>

namespace wengu {
namespace {

struct StatsOptions {
    std::string deck_or_tag;
    std::string html;
    bool json = false;
    bool force = false;
};

/// Anything but an older page stays as it is.
void check_page_target(const std::string& file, bool force) {
    if (!is_taken(file)) return;
    if (is_folder(file)) fail<UsageError>("{} is a folder; name a file", file);
    if (force || read_regular_file(file).find(kHtmlMark) != std::string::npos) return;
    fail<UsageError>(
        "{} is there and no page of wengu's, so it stays as it is (--force replaces it)", file);
}

Json share(double value) { return value < 0 ? Json{} : Json(value); }

Json decks_json(const StatsView& view) {
    Json decks = Json::array();
    for (const auto& deck : view.decks) {
        decks.push_back({{"deck", deck.name},
                         {"cards", deck.cards},
                         {"mastered", deck.mastery},
                         {"new", deck.new_cards},
                         {"learning", deck.learning},
                         {"known", deck.known},
                         {"retention", share(deck.retention)},
                         {"on_interview_day", share(deck.readiness)}});
    }
    return decks;
}

Json days_json(const Statistics& stats) {
    Json list = Json::array();
    for (const auto& day : stats.work) {
        list.push_back({{"day", to_string(day.day)},
                        {"new", day.work.new_cards},
                        {"reviews", day.work.reviews},
                        {"learning", day.work.steps},
                        {"uncounted", day.work.uncounted},
                        {"seconds", day.work.taken_ms / 1000}});
    }
    return list;
}

Json forecast_json(const Statistics& stats) {
    Json list = Json::array();
    for (const auto& day : stats.forecast) {
        list.push_back({{"day", to_string(day.day)},
                        {"reviews", day.reviews},
                        {"new", day.new_cards},
                        {"minutes", day.minutes}});
    }
    return list;
}

void print_stats_json(std::ostream& out, const Statistics& stats) {
    const auto& view = stats.view;
    auto document = json_document("wengu.stats");
    document["scope"] = view.scope;
    document["day"] = to_string(view.today);
    document["cards"] = view.cards;
    document["retention"] = {{"days", kRetentionDays},     {"asked", stats.asked},
                             {"recalled", stats.recalled}, {"all", share(view.retention)},
                             {"young", share(view.young)}, {"mature", share(view.mature)},
                             {"goal", view.goal}};
    document["interview_day"] = view.interview_day ? Json(to_string(*view.interview_day)) : Json{};
    document["streak_days"] = view.streak_days;
    document["today"] = {{"cards", view.today_cards}, {"minutes", view.today_minutes}};
    document["minutes"] = stats.minutes_total;
    document["days"] = days_json(stats);
    document["forecast"] = forecast_json(stats);
    document["decks"] = decks_json(view);
    document["tags"] = Json::array();
    for (const auto& tag : stats.tags) {
        document["tags"].push_back({{"tag", tag.name},
                                    {"cards", tag.cards},
                                    {"seen", tag.seen},
                                    {"mastery_level", tag.mastery}});
    }
    document["hardest"] = Json::array();
    for (const auto& card : stats.hardest) {
        document["hardest"].push_back({{"id", card.id},
                                       {"front", card.front},
                                       {"deck", card.deck},
                                       {"lapses", card.lapses},
                                       {"mastery_level", card.mastery}});
    }
    print_document(out, document);
}

int stats(Context& context, const StatsOptions& options) {
    if (!options.html.empty()) check_page_target(options.html, options.force);
    auto store = open_collection(context);
    const bool lines = wants_lines(context, false);
    if (!options.json && options.html.empty() && !lines) {
        const auto terminal = open_screen(context);
        show_stats(context, *terminal, store, options.deck_or_tag);
        return kDone;
    }
    const auto found = statistics(context, store, options.deck_or_tag);
    if (!options.html.empty()) {
        replace_file(options.html, stats_html(found));
        print(context.err, "{}\n", say("written: {}", options.html));
    }
    if (options.json) print_stats_json(context.out, found);
    if (!options.json && options.html.empty()) {
        print_paged(context, stats_words(found.view));
    }
    return kDone;
}

}  // namespace

void show_stats(Context& context, Terminal& terminal, Store& store,
                const std::string& deck_or_tag) {
    while (true) {
        auto view = statistics(context, store, deck_or_tag).view;
        const auto left = show_page(terminal, context, [&](int top, const ScreenOptions& options) {
            view.top = top;
            return stats_picture(view, options);
        });
        if (left != Intent::Search) return;
        browse(context, terminal, store, {});
    }
}

Command stats_command(Context& context) {
    auto options = std::make_shared<StatsOptions>();
    Command command{.name = "stats", .summary = tr("What you know, what you did, what comes")};
    command.group = tr("Study");
    command.run = [&context, options] { return stats(context, *options); };
    command.options = {{.names = "deck",
                        .value = "DECK|TAG",
                        .help = tr("only this deck, or cards with this tag"),
                        .target = &options->deck_or_tag,
                        .completes = Completes::DeckOrTag},
                       {"--json", "", tr("print JSON"), &options->json},
                       {.names = "--html",
                        .value = "FILE",
                        .help = tr("write a page with charts to FILE"),
                        .target = &options->html,
                        .completes = Completes::File},
                       {"--force", "", tr("replace FILE whatever it is"), &options->force}};
    command.examples = {{"wengu stats --html stats.html", tr("a page for the browser")}};
    return command;
}

}  // namespace wengu
