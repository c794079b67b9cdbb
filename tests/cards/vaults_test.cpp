// Whole notes in the manner of different people. Each NAME.md in tests/cards/vaults has
// the cards a careful reader would make of it in NAME.cards, one a line:
// "12 [14-16] rule | front"; a "?" before the front: not imported by default.

#include "cards/found.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace wengu {
namespace {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ifstream in{path, std::ios::binary};
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

std::string cards_of(const fs::path& note) {
    std::string text;
    for (const auto& draft : split(read(text_of(note), note.string())).drafts) {
        auto front = draft.front;
        std::ranges::replace(front, '\n', ' ');
        const auto& back = draft.back_lines;
        text += fmt::format("{} {} {} | {}{}\n", draft.front_line,
                            back.empty() ? "[-]" : fmt::format("[{}-{}]", back.first, back.last),
                            draft.rule, draft.confidence < kImportConfidence ? "? " : "", front);
    }
    return text;
}

TEST_CASE("split: notes of many manners give the cards a careful reader would make", "[cards]") {
    int notes = 0;
    for (const auto& entry : fs::directory_iterator{WENGU_TESTS_DIR "/cards/vaults"}) {
        if (entry.path().extension() != ".md") continue;
        ++notes;
        auto expected = entry.path();
        INFO(entry.path().filename().string());
        CHECK(cards_of(entry.path()) == text_of(expected.replace_extension(".cards")));
    }
    CHECK(notes >= 12);
}

TEST_CASE("split: every answer is a slice of the note, and every card names its place", "[cards]") {
    for (const auto& entry : fs::directory_iterator{WENGU_TESTS_DIR "/cards/vaults"}) {
        if (entry.path().extension() != ".md") continue;
        const auto text = text_of(entry.path());
        const auto lines = static_cast<int>(std::ranges::count(text, '\n'));
        INFO(entry.path().filename().string());
        for (const auto& draft : split(read(text, "note.md")).drafts) {
            INFO(draft.front);
            CHECK(draft.front_line >= 1);
            CHECK(draft.back_lines.last <= lines);
            CHECK(draft.back.empty() == (draft.kind == CardKind::Open));
            CHECK_FALSE(draft.front.empty());
            CHECK_FALSE(statement_of(draft.rule).empty());
        }
    }
}

}  // namespace
}  // namespace wengu
