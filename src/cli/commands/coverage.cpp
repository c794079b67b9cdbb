#include "cli/commands/coverage.h"

#include "cards/points.h"
#include "cli/commands/points.h"
#include "cli/exit_code.h"
#include "core/error.h"
#include "core/json.h"
#include "interview/coverage.h"
#include "interview/suggest.h"
#include "library/collection.h"
#include "library/concepts.h"
#include "library/files.h"
#include "store/cards.h"
#include "tui/context.h"
#include "tui/print.h"

#include <cmath>
#include <memory>

namespace wengu {
namespace {

namespace fs = std::filesystem;

struct CoverageOptions {
    std::string question;
    std::string answer;
    std::string said;
    bool json = false;
    bool own_notes = false;
};

Json coverage_json(const std::vector<Point>& points, const Coverage& coverage) {
    auto list = Json::array();
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& hint = coverage.points[i];
        const bool quoted = !hint.evidence.empty();
        Json entry{{"id", points[i].id}, {"title", points[i].title}};
        entry["state"] = name_of(hint.state);
        if (const auto& difference = hint.difference) {
            entry["kind"] = name_of(difference->kind);
            entry["meant"] = difference->meant;
            entry["said"] = difference->said;
        }
        entry["score"] = std::round(hint.score * 1000) / 1000;
        entry["evidence"] = quoted ? Json(hint.evidence) : nullptr;
        entry["sentence"] = quoted ? Json(hint.sentence) : nullptr;
        list.push_back(std::move(entry));
    }
    const auto grade = suggested_grade(coverage, points);
    return {{"schema", "wengu.coverage"},
            {"version", 2},
            {"remark", sentence_of(coverage.remark)},
            {"doubtful", coverage.doubtful},
            {"suggested", grade ? Json(static_cast<int>(*grade)) : nullptr},
            {"points", std::move(list)},
            {"left_over", coverage.left_over}};
}

const char* mark_of(PointState state) {
    switch (state) {
        case PointState::Mentioned: return "[x]";
        case PointState::Perhaps: return "[?]";
        case PointState::Missing: return "[ ]";
        case PointState::Differs: return "[!]";
    }
    return "";
}

void print_points(const std::vector<Point>& points, const Coverage& coverage, std::ostream& out) {
    if (coverage.remark != Remark::None) print(out, "{}\n", sentence_of(coverage.remark));
    if (coverage.doubtful) print(out, "{}\n", doubt_sentence());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& hint = coverage.points[i];
        print(out, "{} {}\n", mark_of(hint.state), points[i].title);
        if (hint.state == PointState::Missing || hint.evidence.empty()) continue;
        print(out, "      {}\n", say("sentence {}: {}", hint.sentence, hint.evidence));
        if (hint.difference) print(out, "      {}\n", say("the note: {}", hint.difference->meant));
    }
}

int run_coverage(const CoverageOptions& options, Context& context) {
    const auto points = points_of(read_text(context, options.answer), 1);
    const auto said = read_text(context, options.said);
    const auto concepts = load_concepts(context);
    Rarity rarity;
    if (options.own_notes) rarity = rarity_in(open_collection(context), concepts);
    const auto coverage = cover(options.question, points, said, concepts, rarity);
    if (options.json) {
        print_json_text(context.out, to_indented_text(coverage_json(points, coverage)));
    } else {
        print_points(points, coverage, context.out);
    }
    return kDone;
}

}  // namespace

Command coverage_command(Context& context) {
    auto options = std::make_shared<CoverageOptions>();
    return {.name = "coverage",
            .summary = tr("Which points of an answer a text mentions, and where"),
            .run = [options, &context] { return run_coverage(*options, context); },
            .options = {{.names = "said",
                         .value = "SAID.txt",
                         .help = tr("what was said; - reads standard input"),
                         .target = &options->said,
                         .completes = Completes::File,
                         .required = true},
                        {.names = "--question",
                         .value = "TEXT",
                         .help = tr("the question; its words count for little"),
                         .target = &options->question},
                        {.names = "--answer",
                         .value = "ANSWER.md",
                         .help = tr("the answer that holds the points"),
                         .target = &options->answer,
                         .completes = Completes::File,
                         .required = true},
                        {"--own-notes", "",
                         tr("words that are common in your notes count for less, as in a mock "
                            "interview"),
                         &options->own_notes},
                        {"--json", "", tr("print JSON"), &options->json}},
            .examples = {{"wengu coverage --answer answer.md said.txt",
                          tr("hold a text against the points of an answer")}},
            .group = tr("For scripts and the curious")};
}

}  // namespace wengu
