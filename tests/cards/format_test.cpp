// Runs the examples of docs/notes-format.md: each ```markdown block gives the cards of
// the ```cards block after it.

#include "cards/found.h"

#include "core/text.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

namespace wengu {
namespace {

struct Block {
    std::string text;
    std::string cards;
    int line = 0;
};

/// The pairs of fences in the document; a fence of four marks may hold one of three.
std::vector<Block> blocks_of(std::string_view document) {
    std::vector<Block> blocks;
    std::string closing;
    std::string* into = nullptr;
    int number = 0;
    for (const auto line : split_lines(document)) {
        ++number;
        const auto marks = std::min(line.find_first_not_of('`'), line.size());
        const auto name = line.substr(marks);
        if (!closing.empty()) {
            if (line == closing) {
                closing.clear();
                into = nullptr;
            } else if (into != nullptr) {
                into->append(line).append("\n");
            }
        } else if (marks >= 3) {
            closing = line.substr(0, marks);
            if (name == "markdown") {
                blocks.push_back({{}, {}, number});
                into = &blocks.back().text;
            } else if (name == "cards") {
                into = &blocks.back().cards;
            }
        }
    }
    return blocks;
}

TEST_CASE("notes-format: every example gives the cards that the page says", "[cards]") {
    std::ifstream in{WENGU_SOURCE_DIR "/docs/notes-format.md", std::ios::binary};
    const std::string document{std::istreambuf_iterator<char>{in}, {}};
    const auto blocks = blocks_of(document);
    REQUIRE(blocks.size() >= 7);
    for (const auto& block : blocks) {
        std::string cards;
        for (const auto& draft : split(read(block.text, "note.md")).drafts) {
            const auto& back = draft.back_lines;
            cards += fmt::format(
                "{}: {} {}\n", draft.front_line, draft.front.substr(0, draft.front.find('\n')),
                back.empty() ? "[-]" : fmt::format("[{}-{}]", back.first, back.last));
        }
        INFO("docs/notes-format.md:" << block.line);
        CHECK(cards == block.cards);
    }
}

}  // namespace
}  // namespace wengu
