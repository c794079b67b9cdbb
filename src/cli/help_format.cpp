#include "cli/help_format.h"

#include "core/message.h"
#include "term/wrap.h"

#include <utility>

namespace wengu {
namespace {

constexpr int kOptionColumn = 30;
constexpr int kExampleColumn = 40;
constexpr int kNarrowest = 20;  // cells; with less, the right column goes below the left
constexpr int kIndent = 6;

}  // namespace

HelpFormat::HelpFormat(std::vector<Example> examples, int width)
    : examples_{std::move(examples)}, width_{width} {
    label("Usage", tr("Usage"));
    label("Positionals", tr("Arguments"));
    label("OPTIONS", tr("OPTIONS"));
    label("SUBCOMMAND", tr("COMMAND"));
}

/// `left`, and from `column` on `right`, on the same line if there is room for both.
std::string HelpFormat::row(const std::string& left, const std::string& right, int column) const {
    const Widths widths;
    const bool below = width_ - column < kNarrowest;
    if (below) column = kIndent;
    Line first{"  " + left};
    const Line rest{std::string(static_cast<std::size_t>(column), ' ')};
    std::string above;
    if (below || first.width(widths) >= column) {
        above = first.text() + "\n";
        first = rest;
    }
    if (right.empty()) return above.empty() ? first.text() + "\n" : above;
    if (above.empty()) first.fill_to(column, widths);
    return above +
           to_text(wrapped(Line{right}, {.width = width_, .first = first, .rest = rest}, widths));
}

std::string HelpFormat::paragraph(const std::string& text) const {
    return to_text(wrapped(Line{text}, {.width = width_}, {}));
}

std::string HelpFormat::make_option(const CLI::Option* option, bool positional) const {
    return row(make_option_name(option, positional) + make_option_opts(option),
               make_option_desc(option), kOptionColumn);
}

std::string HelpFormat::make_subcommand(const CLI::App* command) const {
    return row(command->get_display_name(true), command->get_description(), kOptionColumn);
}

std::string HelpFormat::make_description(const CLI::App* command) const {
    return paragraph(command->get_description());
}

std::string HelpFormat::make_usage(const CLI::App* command, std::string name) const {
    auto usage = Formatter::make_usage(command, std::move(name));
    usage.erase(usage.find_last_not_of('\n') + 1);
    return paragraph(usage);
}

std::string HelpFormat::make_footer(const CLI::App*) const {
    if (examples_.empty()) return {};
    std::string text = tr("Examples:");
    text += '\n';
    for (const auto& example : examples_) text += row(example.line, example.what, kExampleColumn);
    return text;
}

}  // namespace wengu
