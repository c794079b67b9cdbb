// The golden vectors of the memory room again, through the command line.
#include "memory/csv.h"
#include "support/world.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cmath>

namespace wengu {
namespace {

using Json = nlohmann::json;
using test::Row;

/// Rows of one case of a table.
std::vector<Row> rows_of(const std::string& file, const std::string& name,
                         const std::string& setting = "") {
    std::vector<Row> result;
    for (auto& row : test::read_vectors(file)) {
        if (row.text("case") != name) continue;
        if (!setting.empty() && row.text("setting") != setting) continue;
        result.push_back(std::move(row));
    }
    REQUIRE_FALSE(result.empty());
    return result;
}

std::string list_of(const std::vector<Row>& rows, const std::string& column, int shift = 0) {
    std::string text;
    for (const auto& row : rows) {
        text += (text.empty() ? "" : ",") + std::to_string(row.integer(column) + shift);
    }
    return text;
}

Json steps_of(const std::vector<std::string>& arguments) {
    test::World world;
    REQUIRE(world.run(arguments) == 0);
    const auto json = Json::parse(world.printed);
    CHECK(json["schema"] == "wengu.simulate");
    CHECK(json["version"] == 1);
    return json["steps"];
}

double mastery(double stability) { return std::pow(0.9, 30 / stability); }

}  // namespace

TEST_CASE("simulate: SM-2 prints the golden vectors", "[cli]") {
    for (const auto* name : {"all5", "all4", "all3", "alternate53"}) {
        CAPTURE(name);
        const auto rows = rows_of("sm2.csv", name);
        const auto steps = steps_of(
            {"simulate", "--scheduler", "sm2", "--grades", list_of(rows, "q", -1), "--json"});
        REQUIRE(steps.size() == rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const int interval = std::min(36500, rows[i].integer("interval"));
            CHECK(steps[i]["interval_days"] == interval);
            CHECK(steps[i]["ease"] == Approx(rows[i].number("ef")).epsilon(1e-12));
            CHECK(steps[i]["mastery_level"] == Approx(mastery(interval)));
        }
    }
}

TEST_CASE("simulate: FSRS prints the golden vectors", "[cli]") {
    for (const auto* name : {"first_1", "first_4", "same_rating_1", "same_rating_2",
                             "same_rating_3", "same_rating_4", "sameday_1", "sameday_2"}) {
        CAPTURE(name);
        const auto rows = rows_of("fsrs6.csv", name, "A");
        const auto steps =
            steps_of({"simulate", "--scheduler", "fsrs", "--grades", list_of(rows, "rating"),
                      "--days", list_of(rows, "elapsed_days"), "--json"});
        REQUIRE(steps.size() == rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double stability = rows[i].number("s_exact");
            CHECK(steps[i]["interval_days"] == rows[i].integer("interval_exact"));
            CHECK(steps[i]["stability"] == Approx(stability).epsilon(1e-9));
            CHECK(steps[i]["difficulty"] == Approx(rows[i].number("d_exact")).epsilon(1e-9));
            CHECK(steps[i]["mastery_level"] == Approx(mastery(stability)).epsilon(1e-9));
            CHECK(steps[i]["elapsed_days"] == rows[i].integer("elapsed_days"));
            if (i == 0) {
                CHECK(steps[i]["retrievability"].is_null());
            } else {
                CHECK(steps[i]["retrievability"] ==
                      Approx(rows[i].number("r_before")).margin(1e-7));
            }
        }
    }
}

TEST_CASE("simulate: parameters and retention change what FSRS says", "[cli]") {
    test::World world;
    const auto file = world.home.write("params.txt",
                                       "0.4 1.1 3.2 15.7 7.2 0.53 1.46 0.05 1.55 0.12 1.02\n"
                                       "1.94, 0.11, 0.3, 2.27, 0.23, 2.99, 0.52, 0.66, 0.1, 0.3\n");
    const auto rows = rows_of("fsrs6.csv", "same_rating_2", "C");
    REQUIRE(world.run({"simulate", "--scheduler", "fsrs", "--grades", list_of(rows, "rating"),
                       "--days", list_of(rows, "elapsed_days"), "--retention", "0.85", "--params",
                       file.string(), "--json"}) == 0);
    const auto steps = Json::parse(world.printed)["steps"];
    for (std::size_t i = 0; i < rows.size(); ++i) {
        CHECK(steps[i]["stability"] == Approx(rows[i].number("s_exact")).epsilon(1e-9));
        CHECK(steps[i]["interval_days"] == rows[i].integer("interval_exact"));
    }
}

}  // namespace wengu
