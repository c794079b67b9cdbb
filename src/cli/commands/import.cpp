#include "cli/commands/import.h"

#include "cli/commands/exchange.h"
#include "cli/exit_code.h"
#include "cli/json.h"
#include "core/error.h"
#include "core/text.h"
#include "library/backups.h"
#include "library/collection.h"
#include "library/import/importer.h"
#include "library/import/note_state.h"
#include "store/import.h"
#include "store/upkeep.h"
#include "term/width.h"
#include "tui/print.h"
#include "tui/progress.h"
#include "tui/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <istream>
#include <iterator>
#include <memory>
#include <numeric>

namespace wengu {
namespace {

constexpr std::size_t kProblemsShown = 3;
constexpr std::size_t kChangesShown = 5;

struct ImportFlags {
    ImportOptions import;
    bool json = false;
    bool lines = false;
    bool verbose = false;  ///< List every change, not only the first ones.
};

Json changes_json(const std::vector<CardChange>& changes) {
    Json list = Json::array();
    for (const auto& change : changes) {
        list.push_back({{"id", change.id}, {"before", change.before}, {"after", change.after}});
    }
    return list;
}

Json moved_json(const std::vector<MovedCard>& moved) {
    Json list = Json::array();
    for (const auto& card : moved) {
        list.push_back({{"id", card.id},
                        {"before", card.before.path},
                        {"after", card.after.path},
                        {"front", card.front},
                        {"headings_before", card.before.headings},
                        {"headings_after", card.after.headings}});
    }
    return list;
}

Json gone_json(const std::vector<GoneCard>& gone) {
    Json list = Json::array();
    for (const auto& card : gone) {
        list.push_back({{"id", card.id}, {"front", card.front}, {"path", card.path}});
    }
    return list;
}

Json candidates_json(const Ambiguity& doubt) {
    Json list = Json::array();
    for (const auto& candidate : doubt.candidates) {
        list.push_back({{"id", candidate.id}, {"front", candidate.before}});
    }
    return list;
}

void print_report_json(Context& context, const ImportReport& report) {
    auto document = json_document("wengu.import");
    document["notes"] = report.notes;
    document["added"] = report.added_cards();
    document["edited"] = report.edited.size();
    document["moved"] = report.moved.size();
    document["gone"] = report.gone.size();
    document["returned"] = report.returned;
    document["unchanged"] = report.unchanged;
    document["edited_cards"] = changes_json(report.edited);
    document["moved_cards"] = moved_json(report.moved);
    document["gone_cards"] = gone_json(report.gone);
    document["ambiguous"] = Json::array();
    for (const auto& doubt : report.ambiguous) {
        document["ambiguous"].push_back({{"path", doubt.path},
                                         {"line", doubt.line},
                                         {"front", doubt.front},
                                         {"candidates", candidates_json(doubt)}});
    }
    document["problems"] = to_json(report.problems);
    print_document(context.out, document);
}

void print_count(std::ostream& out, const char* label, int count, const std::string& more = "") {
    const Widths widths;
    print(out, "  {}{:>6}{}{}\n", padded(label, 12, widths), count, more.empty() ? "" : "   ",
          more);
}

/// "standard answer 2, question 31": what sorts of cards were added.
std::string kinds_of(const std::map<CardKind, int>& added) {
    std::string text;
    for (const auto& [kind, count] : added) {
        text += fmt::format("{}{} {}", text.empty() ? "" : ", ", label_of(kind), count);
    }
    return text;
}

std::string place_of(const CardPlace& place, bool with_headings) {
    if (!with_headings || place.headings.empty()) return sanitised(place.path);
    return one_line(fmt::format("{} › {}", place.path, fmt::join(place.headings, " › ")));
}

void print_card_change(std::ostream& out, const CardChange& card) {
    print(out, "      {}\n   -> {}\n", one_line(card.before), one_line(card.after));
}

void print_card_change(std::ostream& out, const MovedCard& card) {
    const bool same_note = card.before.path == card.after.path;
    print(out, "      {}: {}\n   -> {}\n", place_of(card.before, same_note), one_line(card.front),
          place_of(card.after, same_note));
}

void print_card_change(std::ostream& out, const GoneCard& card) {
    print(out, "      {}: {}\n", sanitised(card.path), one_line(card.front));
}

/// How many cards changed in this way, and the first of them, or all.
template <typename Change>
void print_changes(std::ostream& out, const char* label, const std::vector<Change>& changes,
                   bool all, const std::string& more = "") {
    if (changes.empty()) return;
    print_count(out, label, static_cast<int>(changes.size()), more);
    const auto shown = all ? changes.size() : std::min(changes.size(), kChangesShown);
    for (std::size_t i = 0; i < shown; ++i) print_card_change(out, changes[i]);
    if (changes.size() > shown) {
        print(out, "      {}\n", say("and {} more (--verbose lists all)", changes.size() - shown));
    }
}

void print_problems(std::ostream& out, const std::vector<Problem>& problems) {
    if (problems.empty()) return;
    print(out, "\n{}\n",
          say_count("{} place needs a look", "{} places need a look",
                    static_cast<long long>(problems.size())));
    for (std::size_t i = 0; i < std::min(problems.size(), kProblemsShown); ++i) {
        print(out, "{}", to_string(problems[i]));
    }
    if (problems.size() > kProblemsShown) {
        print(out, "{}\n",
              say("and {} more; `wengu check` lists them all", problems.size() - kProblemsShown));
    }
}

void print_report(Context& context, const ImportReport& report, const ImportFlags& options) {
    auto& out = context.out;
    print(out, "{}\n", say_count("{} note", "{} notes", report.notes));
    print_count(out, tr("added"), report.added_cards(), kinds_of(report.added));
    print_changes(out, tr("edited"), report.edited, options.verbose);
    print_changes(out, tr("moved"), report.moved, options.verbose);
    if (report.returned > 0) print_count(out, tr("returned"), report.returned);
    print_changes(out, tr("gone"), report.gone, options.verbose,
                  tr("hidden; their history is kept"));
    print_count(out, tr("unchanged"), report.unchanged);
    if (report.pruned > 0) print_count(out, tr("forgotten"), report.pruned);
    for (const auto& doubt : report.ambiguous) {
        print(out, "{}:{}: {}\n", doubt.path, doubt.line,
              say("this may be an edited card; it was added as new: {}", doubt.front));
    }
    if (!report.ambiguous.empty()) {
        print(out, "    {}\n", tr("`wengu check` says how to link them"));
    }
    print_problems(out, report.problems);
    if (options.import.dry_run) {
        print(out, "\n{}\n", tr("Nothing was changed (--dry-run)."));
    } else if (report.added_cards() > 0) {
        print(out, "\n{}\n  wengu review      {}\n  wengu interview   {}\n", tr("Next"),
              tr("today's cards"), tr("a mock interview"));
    }
}

/// Asks at the terminal which card a changed question was.
std::optional<std::size_t> ask_which(Context& context, const Ambiguity& doubt) {
    print(context.err, "{}:{}: {}\n", doubt.path, doubt.line, sanitised(doubt.front));
    for (std::size_t i = 0; i < doubt.candidates.size(); ++i) {
        print(context.err, "  {}  {}\n", i + 1, sanitised(doubt.candidates[i].before));
    }
    print(context.err, "{} ", tr("Was it one of these? Its number, or Enter for a new card >"));
    context.err.flush();
    std::string line;
    std::getline(context.in, line);
    std::size_t number = 0;
    const auto text = trim(line);
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number == 0 ? std::nullopt : std::optional{number - 1};
}

int import(Context& context, const ImportFlags& options) {
    if (options.lines) return merge_files(context, options.import.paths, options.json);
    auto store = open_collection(context);
    if (!options.import.dry_run) {
        back_up_daily(context, store);
        catch_up(context, store);
    }
    auto wanted = options.import;
    if (context.in_is_terminal && !context.no_input && !options.json && !wanted.dry_run) {
        wanted.resolve = [&context](const Ambiguity& doubt) { return ask_which(context, doubt); };
    }
    wanted.progress = progress_line(context);
    auto report = import_notes(context, store, wanted);
    wanted.progress = {};  // its line goes before the report comes
    if (options.import.prune && !options.import.dry_run) report.pruned = store::prune(store);
    if (report.notes == 0 && report.gone.empty() && !options.json) {
        fail("there are no notes (.md, .markdown) below {}", fmt::join(options.import.paths, ", "));
    }
    if (options.json) {
        print_report_json(context, report);
    } else {
        print_report(context, report, options);
    }
    return report.problems.empty() ? kDone : kProblems;
}

int check(Context& context, bool json) {
    auto store = open_collection(context);
    auto problems = store::problems(store);
    std::ranges::move(unwritten(context, store), std::back_inserter(problems));
    for (const auto& trouble : store::check(store)) {
        problems.push_back({.path = context.database_path().string(),
                            .message = trouble,
                            .hint = tr("restore a backup: wengu restore FILE")});
    }
    if (json) {
        auto document = json_document("wengu.check");
        document["problems"] = to_json(problems);
        print_document(context.out, document);
        return problems.empty() ? kDone : kProblems;
    }
    for (const auto& problem : problems) print(context.out, "{}", to_string(problem));
    print(context.err, "{}\n",
          problems.empty()
              ? tr("no problems")
              : say_count("{} problem", "{} problems", static_cast<long long>(problems.size())));
    return problems.empty() ? kDone : kProblems;
}

}  // namespace

Command import_command(Context& context) {
    auto options = std::make_shared<ImportFlags>();
    Command command{.name = "import",
                    .summary = tr("Read notes, or folders of notes, into the collection")};
    command.group = tr("Study");
    command.run = [&context, options] { return import(context, *options); };
    command.options = {
        {.names = "path",
         .value = "PATH",
         .help = tr("Markdown files and folders"),
         .target = &options->import.paths,
         .completes = Completes::File,
         .required = true},
        {"--dry-run", "", tr("say what would change, change nothing"), &options->import.dry_run},
        {"--all", "", tr("also cards that the rules are not sure of"), &options->import.all},
        {"--prune", "", tr("then forget gone cards that were never graded"),
         &options->import.prune},
        {"--encoding", "NAME", tr("for files that are not UTF-8, such as GB18030"),
         &options->import.encoding},
        {"--jsonl", "", tr("merge files that `wengu export` wrote, instead of reading notes"),
         &options->lines},
        {"-v,--verbose", "", tr("list every card that changed, not only the first ones"),
         &options->verbose},
        {"--json", "", tr("print JSON"), &options->json},
    };
    command.examples = {
        {"wengu import --jsonl laptop.jsonl", tr("the history of another machine")},
        {"wengu import ~/notes", tr("only what changed since the last time is read")}};
    return command;
}

Command check_command(Context& context) {
    auto json = std::make_shared<bool>(false);
    Command command{.name = "check", .summary = tr("List problems in notes and in the collection")};
    command.group = tr("Care");
    command.run = [&context, json] { return check(context, *json); };
    command.options = {{"--json", "", tr("print JSON"), json.get()}};
    return command;
}

}  // namespace wengu
