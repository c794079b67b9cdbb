// For any note and any state: everything but the four values stays, byte for byte.

#include "notes/note.h"
#include "notes/write_back.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <iterator>
#include <random>

namespace wengu {
namespace {

/// A note made of pieces, some of which are the values that may change.
struct Made {
    std::string before;
    std::string after;  ///< What it must become.
};

class Maker {
public:
    explicit Maker(unsigned seed) : random_{seed} {}

    ReviewState make_state() {
        state_.mastery_level = static_cast<double>(below(101)) / 100;
        state_.review_count = static_cast<int>(below(500));
        state_.next_review = *parse_day("2020-01-01") + std::chrono::days{below(5000)};
        state_.last_reviewed = *parse_day("2020-01-01") + std::chrono::days{below(5000)};
        return state_;
    }

    Made make() {
        eol_style_ = below(4);
        if (chance(20)) put("\xEF\xBB\xBF");
        put(chance(20) ? "--- " : "---");
        end_line();
        std::vector<int> parts{0, 1, 2, 3, 4, 4, 4, 4};
        for (std::size_t i = parts.size(); i > 1; --i) std::swap(parts[i - 1], parts[below(i)]);
        put("title: 'A ''quoted'' title'");
        end_line();
        for (const int part : parts) {
            if (part == 4) foreign();
            if (part < 4 && !chance(20)) key(part);
        }
        put(chance(20) ? "..." : "---");
        if (chance(90)) body();
        return made_;
    }

private:
    std::size_t below(std::size_t count) { return random_() % count; }
    bool chance(unsigned percent) { return below(100) < percent; }

    template <std::size_t N>
    const char* one_of(const char* const (&choices)[N]) {
        return choices[below(N)];
    }

    void put(const std::string& text) {
        made_.before += text;
        made_.after += text;
    }

    void end_line() {
        static constexpr const char* kEnds[] = {"\n", "\r\n", "\r"};
        put(kEnds[eol_style_ < 3 ? eol_style_ : below(3)]);
    }

    /// A line, or a block, that must not be touched.
    void foreign() {
        static constexpr const char* kLines[] = {": [a, \"b\", 锁]",
                                                 ": \"review_count: 3\"",
                                                 "键: 值  # 注",
                                                 ":",
                                                 ": {mastery_level: 0.9, next_review: x}",
                                                 ": 2024-02-29",
                                                 " : ~",
                                                 ": -1  ",
                                                 "_mastery_level: 0.7",
                                                 ": '#1'"};
        const auto name = "k" + std::to_string(made_.before.size());
        if (chance(20)) {
            put(chance(50) ? "# mastery_level: 9" : "");
        } else if (chance(25)) {
            put(name + ": |");
            end_line();
            put("  mastery_level: 0.1");
            end_line();
            put("  next_review: 2020-01-01");
        } else {
            put(name + one_of(kLines));
        }
        end_line();
    }

    std::string old_value(int which) {
        static constexpr const char* kShares[] = {"0", "0.0", "1", "0.351", "0.5", "1.00", ".5"};
        static constexpr const char* kCounts[] = {"0", "3", "12", "007"};
        static constexpr const char* kDays[] = {"2025-10-29", "2025/10/29", "2025-1-9"};
        if (which == 0) return one_of(kShares);
        return which == 1 ? one_of(kCounts) : one_of(kDays);
    }

    std::string new_value(int which, const std::string& old) {
        if (which == 0) {
            const bool same =
                !old.empty() && std::abs(std::stod(old) - state_.mastery_level) < 1e-9;
            return same ? old : fmt::format("{:.2f}", state_.mastery_level);
        }
        if (which == 1) {
            const bool same = !old.empty() && std::stoi(old) == state_.review_count;
            return same ? old : std::to_string(state_.review_count);
        }
        const Day day = which == 2 ? *state_.next_review : *state_.last_reviewed;
        if (!old.empty() && parse_day(old) == day) return old;
        auto text = to_string(day);
        if (old.find('/') != std::string::npos) std::replace(text.begin(), text.end(), '-', '/');
        return text;
    }

    void key(int which) {
        static constexpr const char* kKeys[] = {"mastery_level", "review_count", "next_review",
                                                "last_reviewed"};
        static constexpr const char* kQuotes[] = {"", "", "'", "\""};
        static constexpr const char* kGaps[] = {": ", ":  ", ":\t", " : "};
        static constexpr const char* kTails[] = {"", "", " ", "  # note", " #tag: 1"};
        const std::string quote = one_of(kQuotes);
        const std::string name = kKeys[which];
        put(chance(20) ? "'" + name + "'" : name);
        put(one_of(kGaps));
        put(quote);
        const auto old = !quote.empty() && chance(15) ? "" : old_value(which);
        made_.before += old;
        made_.after += new_value(which, old);
        put(quote);
        put(one_of(kTails));
        end_line();
    }

    void body() {
        end_line();
        put("# Heading");
        end_line();
        put("mastery_level: 0.3");
        end_line();
        put("---");
        if (chance(50)) end_line();
        if (chance(30)) put("review_count: 2\xFF\xFE no text");
    }

    std::mt19937 random_;
    ReviewState state_;
    Made made_;
    std::size_t eol_style_ = 0;
};

TEST_CASE("write_back: for any note and state every other byte stays", "[notes]") {
    int changed = 0;
    for (unsigned seed = 1; seed <= 8000; ++seed) {
        Maker maker{seed};
        const auto wanted = maker.make_state();
        const auto made = maker.make();
        INFO("seed " << seed << "\n" << made.before);
        const auto result = write_back(made.before, wanted);
        REQUIRE_FALSE(result.refused);
        REQUIRE(result.bytes == made.after);
        REQUIRE(result.changed == (made.before != made.after));
        REQUIRE_FALSE(write_back(result.bytes, wanted).changed);
        REQUIRE(write_back(result.bytes, {}, state_values(made.before)).bytes == made.before);
        const auto matter = read(result.bytes, "a.md").front_matter;
        if (matter.has("review_count")) REQUIRE(matter.review_count == wanted.review_count);
        if (matter.has("next_review")) REQUIRE(matter.next_review == wanted.next_review);
        changed += result.changed ? 1 : 0;
    }
    CHECK(changed > 7000);
}

TEST_CASE("write_back: damaged front matter is edited rightly or not at all", "[notes]") {
    static constexpr std::string_view kNoise = "\n\r:'\"#- |>[{&*!~\t0a%";
    int edited = 0;
    for (unsigned seed = 1; seed <= 8000; ++seed) {
        Maker maker{seed};
        const auto wanted = maker.make_state();
        std::string bytes = maker.make().before;
        std::mt19937 random{seed};
        for (unsigned i = 0; i <= seed % 3; ++i) {
            bytes[random() % bytes.size()] = kNoise[random() % kNoise.size()];
        }
        INFO("seed " << seed << "\n" << bytes);
        const auto result = write_back(bytes, wanted);
        REQUIRE((result.changed || result.bytes == bytes));
        if (!result.changed) continue;
        ++edited;
        REQUIRE_FALSE(write_back(result.bytes, wanted).changed);
        const auto before = read(bytes, "a.md");
        const auto after = read(result.bytes, "a.md");
        REQUIRE(after.body == before.body);
        REQUIRE(after.body_line == before.body_line);
        REQUIRE(after.front_matter.title == before.front_matter.title);
        REQUIRE(after.front_matter.keys == before.front_matter.keys);
    }
    CHECK(edited > 3000);
}

}  // namespace
}  // namespace wengu
