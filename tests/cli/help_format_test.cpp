#include "cli/help_format.h"

#include "core/text.h"
#include "term/width.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

/// The help of a command with a long option, a Chinese one, and an example.
std::string help(int width) {
    CLI::App cli{"A mock interview: questions, your answers, what they covered", "wengu"};
    cli.formatter(std::make_shared<HelpFormat>(
        std::vector<Example>{{"wengu interview", "as the settings say"},
                             {"wengu interview report last --format html", "as a page"}},
        width));
    cli.set_help_flag("-h,--help", "show this help");
    bool strict = false;
    bool chinese = false;
    cli.add_flag("--strict", strict, "hand an answer in when it takes half again as long");
    cli.add_flag("--an-option-with-a-name-so-long", chinese,
                 "说明每道题为什么选中，超时就自动交卷");
    return cli.help();
}

}  // namespace

TEST_CASE("help: lines end at the terminal's width, between words or Chinese characters", "[cli]") {
    CHECK(help(60) ==
          "A mock interview: questions, your answers, what they covered\n"
          "Usage: wengu [OPTIONS]\n"
          "\n"
          "Options:\n"
          "  -h,--help                   show this help\n"
          "  --strict                    hand an answer in when it\n"
          "                              takes half again as long\n"
          "  --an-option-with-a-name-so-long\n"
          "                              说明每道题为什么选中，超时就自\n"
          "                              动交卷\n"
          "\n"
          "Examples:\n"
          "  wengu interview                       as the settings say\n"
          "  wengu interview report last --format html\n"
          "                                        as a page\n");
}

TEST_CASE("help: a terminal too narrow for two columns has what it means below each option",
          "[cli]") {
    const auto text = help(44);
    CHECK(text.find("Examples:\n  wengu interview\n      as the settings say\n") !=
          std::string::npos);
    CHECK(text.find("  --strict\n      hand an answer in when it takes half\n"
                    "      again as long\n") != std::string::npos);
    for (const auto line : split_lines(text)) CHECK(Widths{}.of(line) <= 44);
}

TEST_CASE("help: what goes to a file is not broken", "[cli]") {
    CHECK(help(1 << 20).find("  --strict                    hand an answer in when it takes half "
                             "again as long\n") != std::string::npos);
}

}  // namespace wengu
