#include "cli/commands/points.h"

#include "cards/points.h"
#include "cli/exit_code.h"
#include "core/error.h"
#include "core/json.h"
#include "core/text.h"
#include "library/files.h"
#include "tui/context.h"
#include "tui/print.h"

#include <iterator>
#include <memory>

namespace wengu {
namespace {

struct PointsOptions {
    std::string answer;
    bool json = false;
};

Json points_json(const std::vector<Point>& points) {
    auto list = Json::array();
    for (const auto& point : points) {
        list.push_back({{"id", point.id},
                        {"title", point.title},
                        {"detail", point.detail},
                        {"group", point.group},
                        {"kind", point.kind},
                        {"line", point.line}});
    }
    return {{"schema", "wengu.points"}, {"version", 1}, {"points", std::move(list)}};
}

int run_points(const PointsOptions& options, Context& context) {
    const auto points = points_of(read_text(context, options.answer), 1);
    if (options.json) {
        print_json_text(context.out, to_indented_text(points_json(points)));
        return kDone;
    }
    if (points.empty()) print(context.out, "{}\n", tr("no points: the answer has no text"));
    std::string group;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& point = points[i];
        if (point.group != group && !point.group.empty()) {
            print(context.out, "{}:\n", point.group);
        }
        group = point.group;
        print(context.out, "{:>3}  {}{}{}\n", i + 1, point.title, point.detail.empty() ? "" : ": ",
              point.detail);
    }
    return kDone;
}

}  // namespace

std::string read_text(Context& context, const std::string& path) {
    auto text =
        path == "-" ? std::string{std::istreambuf_iterator<char>{context.in}, {}} : read_file(path);
    if (invalid_utf8(text)) fail("{}: this is not UTF-8 text", path);
    return text;
}

Command points_command(Context& context) {
    auto options = std::make_shared<PointsOptions>();
    return {.name = "points",
            .summary = tr("The key points of an answer in Markdown"),
            .run = [options, &context] { return run_points(*options, context); },
            .options = {{.names = "answer",
                         .value = "ANSWER.md",
                         .help = tr("the answer; - reads standard input"),
                         .target = &options->answer,
                         .completes = Completes::File,
                         .required = true},
                        {"--json", "", tr("print JSON"), &options->json}},
            .examples = {{"wengu points answer.md --json", tr("for a script")}},
            .group = tr("For scripts and the curious")};
}

}  // namespace wengu
