#pragma once
// How `--help` looks: two columns, broken at words (Chinese between characters), not in them.

#include "cli/command.h"

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace wengu {

class HelpFormat : public CLI::Formatter {
public:
    /// For lines of at most `width` cells; `examples` stand at the end.
    HelpFormat(std::vector<Example> examples, int width);

    std::string make_option(const CLI::Option* option, bool positional) const override;
    std::string make_subcommand(const CLI::App* command) const override;
    std::string make_description(const CLI::App* command) const override;
    std::string make_usage(const CLI::App* command, std::string name) const override;
    std::string make_footer(const CLI::App* command) const override;

private:
    [[nodiscard]] std::string row(const std::string& left, const std::string& right,
                                  int column) const;
    [[nodiscard]] std::string paragraph(const std::string& text) const;

    std::vector<Example> examples_;
    int width_;
};

}  // namespace wengu
