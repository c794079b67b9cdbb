// Hints against hand labels: the figures a change to the method or to the word
// lists must not make worse.

#include "interview/coverage.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>

namespace wengu {
namespace {

using nlohmann::json;

/// Hints by state and label.
struct Tally {
    int counts[4][2] = {};

    void add(PointState state, int label) { ++counts[static_cast<int>(state)][label]; }
    [[nodiscard]] int of(PointState state) const {
        const auto& row = counts[static_cast<int>(state)];
        return row[0] + row[1];
    }
    [[nodiscard]] double right(PointState state, int label) const {
        return counts[static_cast<int>(state)][label] / static_cast<double>(std::max(1, of(state)));
    }
    [[nodiscard]] int covered() const {
        return counts[0][1] + counts[1][1] + counts[2][1] + counts[3][1];
    }
    [[nodiscard]] int all() const {
        return of(PointState::Mentioned) + of(PointState::Perhaps) + of(PointState::Missing) +
               of(PointState::Differs);
    }
};

std::vector<Point> points_in(const json& card) {
    std::vector<Point> points;
    for (const auto& entry : card["points"]) {
        Point point;
        point.title = entry["title"];
        point.detail = entry.value("detail", "");
        point.kind = entry["kind"];
        points.push_back(std::move(point));
    }
    return points;
}

Tally tally(const json& fixture, const Concepts& concepts = Concepts::built_in(),
            const Rarity& rarity = {}) {
    Tally result;
    for (const auto& card : fixture["cards"]) {
        const auto points = points_in(card);
        for (const auto& answer : fixture["answers"]) {
            if (answer["card"] != card["id"]) continue;
            const std::string said = answer["text"];
            const auto hints =
                cover(card["question"].get<std::string>(), points, said, concepts, rarity).points;
            for (std::size_t i = 0; i < hints.size(); ++i) {
                CHECK(said.find(hints[i].evidence) != std::string::npos);
                if (answer["labels"][i].is_number()) {
                    result.add(hints[i].state, answer["labels"][i].get<int>());
                }
            }
        }
    }
    return result;
}

void check(const Tally& result) {
    CHECK(result.right(PointState::Mentioned, 1) >= 0.95);
    CHECK(result.counts[0][1] >= 0.68 * result.covered());
    CHECK(result.right(PointState::Missing, 0) >= 0.95);
    CHECK(result.of(PointState::Perhaps) <= 0.38 * result.all());
    CHECK(result.counts[static_cast<int>(PointState::Differs)][1] <= 0.05 * result.covered());
}

bool ticks_any(const json& card, const std::string& said) {
    const auto hints =
        cover(card["question"].get<std::string>(), points_in(card), said, Concepts::built_in())
            .points;
    return std::ranges::count(hints, PointState::Mentioned, &PointHint::state) > 0;
}

/// Every point but verdicts, which only the person can tick.
bool ticks_all(const json& card, const std::string& said) {
    const auto points = points_in(card);
    const auto hints =
        cover(card["question"].get<std::string>(), points, said, Concepts::built_in()).points;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i].kind != "verdict" && hints[i].state != PointState::Mentioned) return false;
    }
    return true;
}

/// The points in another order, title and detail.
std::string shuffled(std::vector<Point> points) {
    std::string text;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& point = points[(i * (points.size() - 1) + 2) % points.size()];
        text += point.title + "：" + point.detail + "。";
    }
    return text;
}

json read(const std::filesystem::path& path) { return json::parse(std::ifstream{path}); }

/// A copy, so that a loop over it does not outlive its file.
json cards_in(const char* name) { return read(std::string{WENGU_TESTS_DIR} + name).at("cards"); }

TEST_CASE("coverage: hints agree with hand labels on answers of our own", "[interview]") {
    const auto result = tally(read(WENGU_TESTS_DIR "/interview/answers.json"));
    CHECK(result.all() > 200);
    check(result);
}

TEST_CASE("coverage: hints agree with hand labels on answers in fifteen other voices",
          "[interview]") {
    const auto result = tally(read(WENGU_TESTS_DIR "/interview/voices.json"));
    CHECK(result.all() > 380);
    check(result);
}

/// How rare words are in the cards of both files, as if they were a person's notes.
Rarity rarity_of_own_cards(const Concepts& concepts) {
    Rarity rarity;
    for (const char* name : {"/interview/answers.json", "/interview/voices.json"}) {
        for (const auto& card : cards_in(name)) {
            std::string text = card["question"];
            for (const auto& point : points_in(card)) {
                text += "\n" + point.title + "\n" + point.detail;
            }
            rarity.add(text, concepts);
        }
    }
    return rarity;
}

TEST_CASE("coverage: weights from a person's own notes keep the targets", "[interview]") {
    const auto concepts = Concepts::built_in();
    const auto rarity = rarity_of_own_cards(concepts);
    for (const char* name : {"/interview/answers.json", "/interview/voices.json"}) {
        INFO(name);
        const auto fixture = read(std::string{WENGU_TESTS_DIR} + name);
        const auto with = tally(fixture, concepts, rarity);
        const auto without = tally(fixture, concepts);
        check(with);
        CHECK(with.right(PointState::Mentioned, 1) >=
              without.right(PointState::Mentioned, 1) - 0.01);
        CHECK(with.of(PointState::Perhaps) <= without.of(PointState::Perhaps));
    }
}

TEST_CASE("coverage: nothing is ticked for an answer that says nothing, all for the answer itself",
          "[interview]") {
    for (const char* name : {"/interview/answers.json", "/interview/voices.json"}) {
        for (const auto& card : cards_in(name)) {
            INFO(card["id"]);
            const std::string question = card["question"];
            for (const auto& said :
                 {std::string{}, std::string{"fine"}, std::string{"不知道，没准备过。"},
                  std::string{"hsebfsfesbfisfijsfijsfijsfnsif"},
                  std::string{"嗯 那个 就是 怎么说呢 呃 我想一下 对"}, question,
                  question + question}) {
                INFO(said);
                CHECK_FALSE(ticks_any(card, said));
            }
            const auto points = points_in(card);
            CHECK(ticks_all(card, shuffled(points)));
        }
    }
}

TEST_CASE("coverage: hints agree with the shared labels, where they are", "[interview]") {
    const std::filesystem::path path = WENGU_SOURCE_DIR "/../shared/coverage/fixture.json";
    if (!std::filesystem::exists(path)) {
        std::cout << "skipped: " << path << " is not there\n";
        return;
    }
    check(tally(read(path)));
}

}  // namespace
}  // namespace wengu
