#include "cli/commands/cards.h"

#include "cli/exit_code.h"
#include "cli/json.h"
#include "cli/plain.h"
#include "core/text.h"
#include "library/collection.h"
#include "library/find_card.h"
#include "library/shown_topic.h"
#include "term/theme.h"
#include "term/width.h"
#include "tui/card_view.h"
#include "tui/context.h"
#include "tui/pager.h"
#include "tui/print.h"
#include "tui/screen.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include "cli/query.h"

namespace wengu {
namespace {

struct ListOptions {
    std::vector<std::string> words;
    bool json = false;
    bool jsonl = false;
    bool plain = false;
    bool points = false;
    std::string sort = "note";
    std::optional<int> limit;
};

store::Order order_named(const std::string& name) {
    if (name == "due") return store::Order::Due;
    if (name == "mastery") return store::Order::Mastery;
    if (name == "added") return store::Order::Added;
    if (name == "relevance") return store::Order::Relevance;
    return store::Order::Note;
}

std::string dimmed(const Context& context, const std::string& text) {
    if (!context.out_is_terminal || wants_lines(context, false)) return text;
    return encoded(Line{text, Role::Dim}, output_theme(context));
}

/// "new", "suspended" or the day on which the card is due.
std::string when_of(const store::Card& card) {
    if (card.suspended) return tr("suspended");
    if (card.progress.schedule.phase == Phase::New) return tr("new");
    return to_string(card.progress.schedule.due);
}

/// Behind the question, dim where there are colours: "  (Locks › Latches)".
std::string topic_behind(const Context& context, const store::Card& card) {
    const auto topic = shown_topic(card.draft.topic, context.settings);
    if (topic.empty()) return {};
    return dimmed(context, fmt::format("  ({})", sanitised(topic)));
}

void print_rows(Context& context, const std::vector<store::Card>& cards) {
    const Widths widths;
    for (const auto& card : cards) {
        const auto row = fmt::format("{}  {}  {:>4.0f}%  {}  {}", short_id(card.id),
                                     padded(when_of(card), 10, widths), card.progress.mastery * 100,
                                     padded(shortened(card.deck, 16, widths), 16, widths),
                                     one_line(card.draft.front));
        print_styled(context.out, visible(row) + topic_behind(context, card) + "\n");
    }
}

/// Id, state or due day, mastery, deck, question.
void print_cards_plain(std::ostream& out, const std::vector<store::Card>& cards) {
    for (const auto& card : cards) {
        print_row(out, {card.id, when_of(card), fmt::format("{:.4f}", card.progress.mastery),
                        card.deck, collapse_blanks(card.draft.front)});
    }
}

int list_cards(Context& context, const ListOptions& options, bool searching) {
    const auto store = open_collection(context);
    const auto query = query_terms(query_text(options.words));
    const auto cards =
        store::list(store, query,
                    {.today = context.today(),
                     .order = searching ? store::Order::Relevance : order_named(options.sort),
                     .points = options.json || options.jsonl,
                     .limit = options.limit.value_or(-1)});
    if (options.jsonl) {
        for (const auto& card : cards) print_line(context.out, to_json(card));
        return kDone;
    }
    if (options.json) {
        auto document = json_document("wengu.cards");
        document["cards"] = Json::array();
        for (const auto& card : cards) document["cards"].push_back(to_json(card));
        print_document(context.out, document);
        return kDone;
    }
    options.plain ? print_cards_plain(context.out, cards) : print_rows(context, cards);
    if (cards.empty()) {
        const auto why = why_nothing(store, query);
        print(context.err, "{}\n", why.empty() ? tr("no card matches") : why);
    }
    return kDone;
}

std::string points_text(const std::vector<Point>& points) {
    std::string text;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& point = points[i];
        text += fmt::format("{:>2}  {}{}{}\n", i + 1, sanitised(point.title),
                            point.detail.empty() ? "" : ": ", sanitised(point.detail));
    }
    return text;
}

/// The topic on a line of its own; empty without one.
std::string topic_text(const Context& context, const store::Card& card) {
    const auto topic = shown_topic(card.draft.topic, context.settings);
    if (topic.empty()) return {};
    return dimmed(context, sanitised(topic)) + "\n";
}

std::string card_text(const Context& context, const store::Card& card) {
    const auto& schedule = card.progress.schedule;
    auto text = topic_text(context, card);
    text += fmt::format("{}  {}\n{}:{}\n", short_id(card.id), one_line(card.draft.front),
                        visible(card.note), card.draft.front_line);
    text += visible(say("{}, deck {}, {}, mastery {:.2f}, {} reviews, {} lapses",
                        name_of(card.draft.kind), card.deck, when_of(card), card.progress.mastery,
                        schedule.reviews, schedule.lapses));
    text += card.draft.back.empty() ? "\n" : "\n\n";
    text += drawn(context, card.draft.back);
    if (!card.draft.points.empty()) text += fmt::format("\n{}\n", tr("Points"));
    return text + points_text(card.draft.points);
}

/// History, state and, where there is room for a drawing, the curve of recall.
std::string info_text(const Context& context, const CardView& view) {
    std::string text = visible(card_words(view));
    if (!context.out_is_terminal || wants_lines(context, false) || view.curve.empty()) return text;
    text += fmt::format("\n{}\n", tr("How recall will fade"));
    return text + to_text(curve_lines(view.curve, 8, std::min(80, terminal_size().columns)));
}

Json history_json(const CardView& view) {
    Json rows = Json::array();
    for (const auto& row : view.history) {
        rows.push_back({{"day", to_string(row.day)},
                        {"grade", static_cast<int>(row.grade)},
                        {"interval_days", row.interval_days},
                        {"seconds", row.taken_ms / 1000},
                        {"counted", row.counted}});
    }
    return {{"retrievability", view.retrievability < 0 ? Json{} : Json(view.retrievability)},
            {"history", rows}};
}

struct ShowOptions {
    std::string card;
    bool json = false;
    bool points = false;
    bool info = false;
};

int show_card(Context& context, const ShowOptions& options) {
    const auto store = open_collection(context);
    const auto card = find_card(store, options.card);
    if (options.json) {
        auto document = json_document("wengu.card");
        document.update(to_json(card));
        if (options.info) document.update(history_json(card_view(context, store, card)));
        print_document(context.out, document);
    } else if (options.info) {
        print_paged_styled(context, info_text(context, card_view(context, store, card)));
    } else {
        print_paged_styled(
            context, options.points ? points_text(card.draft.points) : card_text(context, card));
    }
    return kDone;
}

Command listing(Context& context, const char* name, std::string summary, bool searching) {
    auto options = std::make_shared<ListOptions>();
    Command command{.name = name, .summary = std::move(summary)};
    command.group = tr("Cards");
    command.run = [&context, options, searching] {
        return list_cards(context, *options, searching);
    };
    command.options = {
        {.names = "query",
         .value = "QUERY",
         .help = tr("words, deck:X, tag:X, is:due, mastery<0.5 ..."),
         .target = &options->words,
         .completes = Completes::DeckOrTag,
         .required = searching},
        {"--json", "", tr("print JSON"), &options->json},
        {"--jsonl", "", tr("print one JSON object per line"), &options->jsonl},
        {"--plain", "", tr("print columns separated by tabs"), &options->plain},
        {.names = "-n,--limit",
         .value = "N",
         .help = tr("at most N cards"),
         .target = &options->limit,
         .range = {1}},
    };
    if (!searching) {
        command.options.push_back({.names = "--sort",
                                   .value = "ORDER",
                                   .help = tr("note, due, mastery or added"),
                                   .target = &options->sort,
                                   .completes = Completes::Choice,
                                   .choices = {"note", "due", "mastery", "added"}});
    }
    return command;
}

}  // namespace

Command list_command(Context& context) {
    auto command = listing(context, "list", tr("List cards"), false);
    command.examples = {{"wengu list is:due tag:cuda", tr("what is due with that tag")},
                        {"wengu list 'mastery<0.5' --sort mastery", tr("the weakest first")}};
    return command;
}

Command search_command(Context& context) {
    auto command =
        listing(context, "search", tr("Search the text of cards, best matches first"), true);
    command.examples = {{"wengu search 一致性", tr("any length, from one character on")}};
    return command;
}

Command show_command(Context& context) {
    auto options = std::make_shared<ShowOptions>();
    Command command{.name = "show", .summary = tr("Show one card with its answer and its points")};
    command.group = tr("Cards");
    command.run = [&context, options] { return show_card(context, *options); };
    command.options = {
        {.names = "card",
         .value = "CARD",
         .help = tr("its id, the start of it, or its question"),
         .target = &options->card,
         .completes = Completes::Card,
         .required = true},
        {"--json", "", tr("print JSON"), &options->json},
        {"--points", "", tr("only its points"), &options->points},
        {"--info", "", tr("its history, and how well it is remembered"), &options->info},
    };
    return command;
}

}  // namespace wengu
