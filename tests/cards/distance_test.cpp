#include "cards/distance.h"

#include "core/text.h"

#include <catch2/catch.hpp>

#include <random>

namespace wengu {
namespace {

/// The textbook table, cell by cell.
int by_table(const std::u32string& a, const std::u32string& b) {
    std::vector<int> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row[b.size()];
}

TEST_CASE("edit_distance: counts edits of code points, not of bytes", "[cards]") {
    CHECK(edit_distance(U"", U"") == 0);
    CHECK(edit_distance(U"kitten", U"sitting") == 3);
    CHECK(edit_distance(U"优点", U"缺点") == 1);
    CHECK(edit_distance(U"", U"温故知新") == 4);
}

TEST_CASE("edit_distance: agrees with the textbook table at any length", "[cards]") {
    std::mt19937 random{20261122};
    const auto text = [&random](std::size_t length, unsigned letters) {
        std::u32string made;
        while (made.size() < length) made += U"问答甲乙ab缺优"[random() % letters];
        return made;
    };
    for (int round = 0; round < 2000; ++round) {
        const auto a = text(random() % 200, 1 + random() % 8);
        const auto b = text(random() % 200, 1 + random() % 8);
        INFO("round " << round << ": " << to_utf8(a) << " / " << to_utf8(b));
        REQUIRE(edit_distance(a, b) == by_table(a, b));
    }
}

}  // namespace
}  // namespace wengu
