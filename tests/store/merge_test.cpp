// What merges carry from machine to machine, and what they refuse.
#include "core/error.h"
#include "core/random.h"
#include "store/drills.h"
#include "store/point_cards.h"
#include "store/sample.h"
#include "store/upkeep.h"

#include <catch2/catch.hpp>

#include <algorithm>

namespace wengu::store {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using test::count_reviews;
using test::draft;
using test::kToday;
using test::noon;

using Lines = std::vector<std::string>;

Lines exported(const Store& store) {
    Lines lines;
    export_rows(store, [&](std::string_view line) { lines.emplace_back(line); });
    return lines;
}

Merged merge(Store& into, const Lines& lines) {
    auto next = lines.begin();
    const auto give = [&]() -> std::optional<std::string> {
        if (next == lines.end()) return std::nullopt;
        return *next++;
    };
    return merge_rows(into, give, count_reviews);
}

/// When a grade was taken back stays what each machine said first.
Lines sorted(Lines lines) {
    for (std::string& line : lines) {
        if (line.starts_with(R"({"row":"undone")")) line.resize(line.find(R"(,"at_ms")"));
    }
    std::ranges::sort(lines);
    return lines;
}

/// The lines that one of two exports has and the other has not.
Lines differences(const Store& one, const Store& other) {
    const auto a = sorted(exported(one));
    const auto b = sorted(exported(other));
    Lines result;
    std::ranges::set_symmetric_difference(a, b, std::back_inserter(result));
    return result;
}

/// Two machines with the same four cards.
struct Pair {
    Store left{":memory:"};
    Store right{":memory:"};
    std::vector<std::string> ids;

    Pair() {
        Draft first = draft("Q");
        first.points = {{"p", "Lifetime", "", "", "item", 7}, {"q", "Scope", "", "", "item", 8}};
        ids = test::add_cards(left, {first, draft("R"), draft("S"), draft("T")});
        merge(right, exported(left));
    }

    /// Both as one would: each takes in the other's export.
    void meet() {
        const auto from_left = exported(left);
        merge(left, exported(right));
        merge(right, from_left);
    }
};

TEST_CASE("merge: marks and tags are those set last, on whichever machine, taken away too",
          "[store]") {
    Pair pair;
    const auto& id = pair.ids[0];
    set_suspended(pair.left, id, true, noon(1).at);
    set_flagged(pair.right, id, true, noon(1).at);
    set_buried(pair.left, id, kToday + days{9}, noon(1).at);
    add_tag(pair.left, id, "mine", noon(1).at);
    add_holiday(pair.left, {kToday, kToday + days{2}}, noon(1).at);
    pair.meet();
    CHECK(card_with(pair.right, id)->suspended);
    CHECK(card_with(pair.left, id)->flagged);
    CHECK(card_with(pair.right, id)->buried_until == kToday + days{9});
    CHECK(card_with(pair.right, id)->tags == std::vector<std::string>{"mine"});
    CHECK(holidays(pair.right).size() == 1);

    set_suspended(pair.right, id, false, noon(2).at);
    set_flagged(pair.left, id, false, noon(2).at);
    set_buried(pair.right, id, std::nullopt, noon(2).at);
    remove_tag(pair.right, id, "mine", noon(2).at);
    remove_holiday(pair.right, kToday, noon(2).at);
    pair.meet();
    for (Store* store : {&pair.left, &pair.right}) {
        const auto card = card_with(*store, id).value();
        CHECK_FALSE(card.suspended);
        CHECK_FALSE(card.flagged);
        CHECK(card.buried_until == std::nullopt);
        CHECK(card.tags.empty());
        CHECK(holidays(*store).empty());
    }
}

TEST_CASE("merge: a reset that was taken back stays taken back", "[store]") {
    Pair pair;
    const auto& id = pair.ids[0];
    test::grade(pair.left, id, Grade::Good, 0);
    reset_card(pair.left, id, noon(1).at, count_reviews);
    pair.meet();
    CHECK(card_with(pair.right, id)->progress == Progress{});
    take_back_reset(pair.right, id, noon(2).at, count_reviews);
    pair.meet();
    CHECK(card_with(pair.left, id)->progress.schedule.reviews == 1);
    CHECK(card_with(pair.left, id)->progress == card_with(pair.right, id)->progress);
}

TEST_CASE("merge: an interview begun here and finished there is finished, with its steps",
          "[store]") {
    Pair pair;
    const auto drill = start_drill(pair.left, noon(), kToday, "{}");
    append_step(pair.left, drill, {noon().at, "asked", pair.ids[0], ""});
    pair.meet();
    append_step(pair.right, drill, {noon().at + minutes{1}, "graded", pair.ids[0], ""});
    set_missed_points(pair.right, drill, pair.ids[0], {"p"});
    set_heard_points(pair.right, drill, pair.ids[0], {"q"});
    set_drill_state(pair.right, drill, DrillState::Finished);
    pair.meet();
    CHECK(drills(pair.left) == drills(pair.right));
    CHECK(drills(pair.left).at(0).state == DrillState::Finished);
    CHECK(steps_of(pair.left, drill).size() == 2);
    CHECK(missed_points(pair.left).size() == 1);
    CHECK(differences(pair.left, pair.right) == Lines{});
}

TEST_CASE("merge: a card for a missed point goes along and is forgotten with its interview",
          "[store]") {
    Pair pair;
    const auto drill = start_drill(pair.left, noon(), kToday, "{}");
    const auto id = make_point_card(pair.left, {.parent_id = pair.ids[0],
                                                .point_id = "p",
                                                .label = "Point 1?",
                                                .drill_id = drill,
                                                .day = kToday});
    REQUIRE(id.has_value());
    test::grade(pair.left, *id, Grade::Good);
    pair.meet();
    CHECK_FALSE(card_with(pair.right, *id)->gone);
    set_drill_state(pair.right, drill, DrillState::Undone);
    refresh_point_cards(pair.right);
    CHECK(card_with(pair.right, *id)->gone);
    pair.meet();
    CHECK(card_with(pair.left, *id)->gone);
}

TEST_CASE("export: what a note said before goes along when its cards have moved away", "[store]") {
    Store from{":memory:"};
    auto first = test::note("a.md");
    first.keeps_state = true;
    const auto ids = test::add_cards(from, {draft("Q")}, first);
    const auto a = note_at(from, "a.md")->id;
    remember_said(from, a, {"review_count=2"}, noon().at);
    {
        Import import{from, noon(1).at};
        const auto b = import.put_note(test::note("b.md"));
        import.update_card(ids[0], b, draft("Q"), 0);
        import.note_gone(a);
        import.commit();
    }
    Store to{":memory:"};
    const auto lines = exported(from);
    CHECK(merge(to, lines).skipped == 0);
    CHECK(said_before(to, note_at(to, "a.md")->id) ==
          SaidBefore{std::vector<std::string>{"review_count=2"}});
    CHECK(exported(to).size() == lines.size());
}

TEST_CASE("merge: a line with a name, a number or a day beyond reason stops it", "[store]") {
    const Pair pair;
    const auto lines = exported(pair.left);
    const auto with = [&](std::string_view what, std::string_view instead) {
        Lines changed = lines;
        for (std::string& line : changed) {
            const auto at = line.find(what);
            if (at != std::string::npos && line.starts_with(R"({"row":"card")")) {
                line.replace(at, what.size(), instead);
            }
        }
        return changed;
    };
    struct Case {
        std::string what;
        std::string instead;
        std::string complaint;
    };
    const auto id = R"("id":")" + pair.ids[0] + "\"";
    const Case cases[] = {
        {id, R"("id":"../../etc/passwd")", "its id"},
        {id, R"("id":7)", "its id"},
        {R"("position":0)", R"("position":-1)", "its position"},
        {R"("kind":"question")", R"("kind":"a\u001b[2J")", "its kind"},
        {R"("suspended":0)", R"("suspended":"0")", "its suspended"},
        {R"("buried_until":null)", R"("buried_until":99999999999)", "its buried_until"},
        {R"("front_line":3)", R"("front_line":3.5)", "its front_line"},
        {R"("topic":"")", R"("topic":"a\u001b[2J")", "its topic"},
        {R"("worth":0)", R"("worth":1.5)", "its worth"},
        {R"("note":"a.md")", R"("note":"")", "its note"},
    };
    for (const auto& row : cases) {
        INFO(row.instead);
        Store to{":memory:"};
        CHECK_THROWS_WITH(
            merge(to, with(row.what, row.instead)),
            "this card cannot be merged: " + row.complaint + " is not as wengu writes it");
        CHECK(exported(to).empty());
    }
    Store to{":memory:"};
    for (const char* line :
         {R"({"row":"review","id":"x"})", R"({"row":"drill","id":"0123456789abcdef","at_ms":1e99})",
          R"({"row":"holiday","first_day":1,"last_day":1e12})", R"({"row":"mark","card":"/"})"}) {
        INFO(line);
        CHECK_THROWS_AS(merge(to, {line}), Error);
    }
}

/// What one person may do on one machine.
void do_something(Store& store, const std::vector<std::string>& ids, Random& random, Instant& now) {
    const auto& id = ids[random.below(ids.size())];
    const bool on = random.below(2) == 0;
    now += minutes{random.below(3000)};
    switch (random.below(12)) {
        case 0: return set_suspended(store, id, on, now);
        case 1: return set_flagged(store, id, on, now);
        case 2:
            return set_buried(
                store, id, on ? std::optional{kToday + days{random.below(9)}} : std::nullopt, now);
        case 3: return add_tag(store, id, on ? "a" : "b", now);
        case 4: return remove_tag(store, id, on ? "a" : "b", now);
        case 5: {
            const Day first = kToday + days{random.below(9)};
            return add_holiday(store, {first, first + days{random.below(4)}}, now);
        }
        case 6: remove_holiday(store, kToday + days{random.below(9)}, now); return;
        case 7: return reset_card(store, id, now, count_reviews);
        case 8: return take_back_reset(store, id, now, count_reviews);
        case 9: undo(store, 1, now, count_reviews); return;
        case 10: {
            const auto open = open_drill(store);
            const auto drill =
                open ? open->id : start_drill(store, {now, minutes{480}}, kToday, "{}");
            append_step(store, drill, {now, "asked", id, ""});
            if (on) set_drill_state(store, drill, DrillState::Finished);
            return;
        }
        default:
            record(store,
                   {.review = {.card_id = id,
                               .moment = {now, minutes{480}},
                               .grade = static_cast<Grade>(1 + random.below(4)),
                               .scheduler = "sm2/1"},
                    .day = kToday},
                   count_reviews);
    }
}

TEST_CASE("property: three machines that met come to the same, in whatever order they met",
          "[store]") {
    for (std::uint64_t seed = 1; seed <= 25; ++seed) {
        CAPTURE(seed);
        Random random{seed};
        Store machines[3] = {Store{":memory:"}, Store{":memory:"}, Store{":memory:"}};
        const auto ids = test::add_cards(machines[0], {draft("Q"), draft("R"), draft("S")});
        for (int i : {1, 2}) merge(machines[i], exported(machines[0]));
        Instant now[3];
        for (int i = 0; i < 3; ++i) now[i] = noon(i).at + std::chrono::milliseconds{i};
        for (int round = 0; round < 12; ++round) {
            for (int step = 0; step < 4; ++step) {
                const auto i = random.below(3);
                do_something(machines[i], ids, random, now[i]);
            }
            merge(machines[random.below(3)], exported(machines[random.below(3)]));
        }
        for (int round = 0; round < 2; ++round) {
            for (int i : {0, 1, 2, 0}) merge(machines[(i + 1) % 3], exported(machines[i]));
        }
        for (int i : {1, 2}) REQUIRE(differences(machines[0], machines[i]) == Lines{});
        for (const auto& id : ids) {
            const auto progress = card_with(machines[0], id)->progress;
            for (int i : {1, 2}) REQUIRE(card_with(machines[i], id)->progress == progress);
        }
        for (Store& machine : machines) {
            REQUIRE(differing_from_log(machine, count_reviews).empty());
            REQUIRE(merge(machine, exported(machines[0])) == Merged{});
            REQUIRE(check(machine).empty());
        }
    }
}

}  // namespace
}  // namespace wengu::store
