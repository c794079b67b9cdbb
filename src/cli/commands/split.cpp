#include "cli/commands/split.h"

#include "cards/split.h"
#include "cli/exit_code.h"
#include "core/json.h"
#include "core/message.h"
#include "library/import/reading.h"
#include "library/import/walk.h"
#include "term/width.h"
#include "tui/context.h"
#include "tui/print.h"

#include <algorithm>
#include <memory>

namespace wengu {
namespace {

struct SplitOptions {
    std::vector<std::string> notes;
    std::string encoding;
    bool jsonl = false;
    bool explain = false;
    bool all = false;
};

Json draft_json(const Draft& draft) {
    auto points = Json::array();
    for (const auto& point : draft.points) {
        points.push_back({{"title", point.title}, {"line", point.line}});
    }
    Json lines;  // null without an answer
    if (!draft.back_lines.empty())
        lines = Json::array({draft.back_lines.first, draft.back_lines.last});
    Json json{{"front", draft.front},
              {"front_line", draft.front_line},
              {"back_lines", std::move(lines)},
              {"back", draft.back},
              {"kind", name_of(draft.kind)},
              {"rule", draft.rule},
              {"confidence", draft.confidence},
              {"heading_path", draft.heading_path},
              {"points", std::move(points)},
              {"tags", draft.tags},
              {"topic", draft.topic},
              {"worth", draft.worth},
              {"tier", draft.tier == Tier::Offer ? "offer" : "import"}};
    if (!draft.hole.empty()) json["hole"] = draft.hole;
    return json;
}

/// The first line of a front, as the terminal may show it.
std::string shown(std::string_view text) {
    const auto end = text.find('\n');
    return sanitised(text.substr(0, end)) + (end == std::string_view::npos ? "" : " …");
}

std::string where(const Draft& draft) {
    if (draft.back_lines.empty()) return tr("no answer yet");
    const auto [first, last] = draft.back_lines;
    return first == last ? say("line {}", first) : say("lines {}-{}", first, last);
}

void print_card(const Draft& draft, const SplitOptions& options, std::ostream& out) {
    const bool left_out = draft.confidence < kImportConfidence;
    print(out, "{:>6}  {}{}\n", draft.front_line, left_out ? "? " : "", shown(draft.front));
    if (!options.explain) return;
    print(out, "        {}\n",
          say("{}, {:.2f}: {} ({})", draft.rule, draft.confidence, statement_of(draft.rule),
              where(draft)));
}

void print_for_people(const std::string& path, const Split& result, const SplitOptions& options,
                      std::ostream& out) {
    print(out, "{}\n", sanitised(path));
    for (const auto& draft : result.drafts) print_card(draft, options, out);
    if (!options.explain || result.explanations.empty()) return;
    print(out, "  {}\n", tr("No cards from:"));
    for (const auto& left : result.explanations) {
        print(out, "{:>6}  {}\n        {}\n", left.line, shown(left.text), left.message);
    }
}

void print_for_programs(const Split& result, const SplitOptions& options, std::ostream& out) {
    for (const auto& draft : result.drafts) {
        if (draft.confidence < kImportConfidence && !options.all) continue;
        print_json_text(out, to_text(draft_json(draft)));
    }
}

/// What all notes came to, in the end.
void print_total(std::size_t cards, std::size_t unsure, std::ostream& out) {
    print(out, "{}\n", say_count("{} card", "{} cards", static_cast<long long>(cards)));
    if (unsure == 0) return;
    print(out, "{}\n",
          say_count("{} of them, marked ?, is imported only with --all",
                    "{} of them, marked ?, are imported only with --all",
                    static_cast<long long>(unsure)));
}

int run_split(const SplitOptions& options, Context& context) {
    auto found = walk(options.notes, {});
    auto problems = std::move(found.problems);
    std::size_t cards = 0;
    std::size_t unsure = 0;
    const Wanted wanted{.explaining = options.explain ? Explaining::Yes : Explaining::No};
    read_notes(found.files, words_of(context), options.encoding, wanted, [&](ReadFile&& note) {
        problems.insert(problems.end(), note.problems.begin(), note.problems.end());
        if (!note.readable) return;
        auto& drafts = note.split.drafts;
        cards += drafts.size();
        unsure += static_cast<std::size_t>(std::ranges::count_if(
            drafts, [](const Draft& d) { return d.confidence < kImportConfidence; }));
        if (options.jsonl) {
            print_for_programs(note.split, options, context.out);
        } else {
            print_for_people(note.file.path, note.split, options, context.out);
        }
    });
    if (!options.jsonl) print_total(cards, unsure, context.out);
    for (const auto& problem : problems) print(context.err, "{}", to_string(problem));
    return problems.empty() ? kDone : kProblems;
}

}  // namespace

Command split_command(Context& context) {
    auto options = std::make_shared<SplitOptions>();
    return {.name = "split",
            .summary = tr("The cards that notes would give, without storing them"),
            .run = [options, &context] { return run_split(*options, context); },
            .options = {{.names = "note",
                         .value = "NOTE...",
                         .help = tr("notes or folders of notes"),
                         .target = &options->notes,
                         .completes = Completes::File,
                         .required = true},
                        {"--explain", "",
                         tr("say which rule found each card, and why the rest is none"),
                         &options->explain},
                        {"--jsonl", "", tr("print one JSON object for each card"), &options->jsonl},
                        {"--all", "", tr("with --jsonl: also the cards we are unsure of"),
                         &options->all},
                        {"--encoding", "NAME", tr("what the notes are written in, if not UTF-8"),
                         &options->encoding}},
            .examples = {{"wengu split notes/gpu.md --explain",
                          tr("why each line became a card or not")},
                         {"wengu split notes --jsonl", tr("for a script")}},
            .group = tr("Cards")};
}

}  // namespace wengu
