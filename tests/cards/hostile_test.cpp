// Notes that nobody would write: they end, in time, and tell no lies.

#include "cards/found.h"

#include "core/random.h"

#include <catch2/catch.hpp>

#include <chrono>

namespace wengu {
namespace {

std::string repeat(std::string_view part, std::size_t times) {
    std::string text;
    text.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

double seconds_to_split(const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    (void)split(read(text, "note.md"));
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

TEST_CASE("split: a megabyte of one mark takes bounded time", "[cards]") {
    for (const std::string_view part :
         {"[[[",       "***",          "> > >",       "- ",     "**a**\n", "# q?\n", "- q?\n",
          "<details>", "<summary>x\n", "Q: a\n",      "a::b\n", "?\n\n",   "==a==",  "{{c1::",
          "$$\n",      "| a | b |\n",  "1. **x?**\n", "A: b\n", "`",       "（"}) {
        INFO(part);
        CHECK(seconds_to_split(repeat(part, 1'000'000 / part.size())) < 20);
    }
}

TEST_CASE("split: long tables, long and deep lists take bounded time", "[cards]") {
    CHECK(seconds_to_split("| 问题 | 答案 |\n|---|---|\n" + repeat("| 何？ | 此。 |\n", 10'000)) <
          10);
    std::string nested;
    for (int depth = 0; depth < 1000; ++depth)
        nested += std::string(static_cast<std::size_t>(depth), ' ') + "- what is it?\n";
    CHECK(seconds_to_split(nested) < 10);
    CHECK(seconds_to_split(repeat("- what is it?\n  - a thing\n", 50'000)) < 20);
}

TEST_CASE("split: pieces of marks in any order give cards that lie within the note", "[cards]") {
    const std::vector<std::string_view> pieces{"# ",         "## ",        "\n",
                                               "\n\n",       "问题",       "？",
                                               "Q: ",        "A: ",        "**",
                                               "- ",         "  - ",       "1. ",
                                               "```\n",      "<details>",  "<summary>",
                                               "</summary>", "</details>", "::",
                                               "==",         "{{c1::",     "}}",
                                               "[",          "]",          "| a | b |\n|---|---|\n",
                                               "$$\n",       "> ",         "[!question] ",
                                               "?\n",        "---\n",      "答案",
                                               "#flashcard", "text "};
    Random random{20260301};
    for (int round = 0; round < 300; ++round) {
        std::string text;
        for (int i = 0; i < 60; ++i)
            text += pieces[static_cast<std::size_t>(random.below(pieces.size()))];
        const auto note = read(text, "note.md");
        const auto last =
            note.body_line + static_cast<int>(std::count(note.body.begin(), note.body.end(), '\n'));
        INFO(text);
        for (const auto& draft : split(note).drafts) {
            CHECK(draft.front_line >= note.body_line);
            CHECK(draft.back_lines.last <= last);
            CHECK(draft.back_lines.first <= draft.back_lines.last);
        }
    }
}

}  // namespace
}  // namespace wengu
