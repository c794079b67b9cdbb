// Time, style and editor: what a mock interview does under pressure, on the screen.

#include "library/collection.h"
#include "library/sittings/drill_plan.h"
#include "library/sittings/drill_run.h"
#include "support/scripted_terminal.h"
#include "support/world.h"
#include "tui/drill_on_screen.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <sstream>

namespace wengu {
namespace {

using namespace std::chrono_literals;

constexpr const char* kNote =
    "# 缓存\n\n## 怎样保证缓存和数据库一致？\n\n**要点：**\n- **幂等**：重试也安全\n"
    "- **过期时间**：五分钟内自愈\n- **监控**：不一致要能发现\n";

/// A clock that every key moves on.
class SlowTyping : public test::ScriptedTerminal {
public:
    SlowTyping(std::string_view keys, test::World& world, std::chrono::milliseconds each)
        : ScriptedTerminal{keys, {80, 24}}, world_{world}, each_{each} {}

    Key read_key(std::optional<std::chrono::milliseconds> timeout) override {
        world_.advance(each_);
        return ScriptedTerminal::read_key(timeout);
    }

private:
    test::World& world_;
    std::chrono::milliseconds each_;
};

/// One question, answered on a screen; each key takes as long as it is told.
class Booth {
public:
    explicit Booth(DrillWishes wishes) {
        world_.environment["WENGU_DB"] = (world_.home / "wengu.db").string();
        world_.home.write("notes/cache.md", kNote);
        REQUIRE(world_.run({"import", (world_.home / "notes").string()}) == 0);
        store_.emplace(world_.home / "wengu.db");
        wishes.questions = 1;
        const SchedulerSet schedulers{context_.settings};
        auto planned = plan_drill(*store_, schedulers, wishes, context_.today());
        run_.emplace(context_, *store_, std::move(planned.setup));
    }

    void press(std::string_view keys, std::chrono::milliseconds each) {
        SlowTyping terminal{keys, world_, each};
        drill_on_screen(context_, terminal, *run_);
        pictures = std::move(terminal.pictures);
    }

    /// Whether the text was on the screen at any time.
    [[nodiscard]] bool showed(std::string_view text) const {
        return std::ranges::any_of(pictures, [&](const Picture& picture) {
            return to_text(picture.lines).find(text) != std::string::npos;
        });
    }

    [[nodiscard]] const Drill& drill() const { return run_->drill(); }
    [[nodiscard]] auto rings() const { return std::ranges::count(out_.str(), '\a'); }
    void set(const std::string& name, const std::string& value) {
        world_.environment[name] = value;
    }

    std::vector<Picture> pictures;

private:
    test::World world_;
    std::istringstream in_;
    std::ostringstream out_;
    Context context_ = world_.context(in_, out_, out_);
    std::optional<Store> store_;
    std::optional<DrillRun> run_;
};

TEST_CASE("pressure: half again over the time the bell rings once, and the answer goes on",
          "[cli]") {
    Booth booth{{.target_ms = 60'000}};
    booth.press("enter enter a b c d e f g h i j k l m n", 5s);
    CHECK(booth.rings() == 0);
    booth.press("o p q r s t u v w x y z", 10s);
    CHECK(booth.rings() == 1);
    CHECK(booth.showed("half again as long"));
    CHECK(booth.drill().stage() == Stage::Answer);
    booth.press("ctrl-d", 10s);
    CHECK(booth.drill().stage() == Stage::Predict);
    CHECK(booth.drill().current().answer == "abcdefghijklmnopqrstuvwxyz");
    CHECK(is_overtime(booth.drill().current()));
}

TEST_CASE("pressure: --strict hands the answer in when the bell rings, as far as it is", "[cli]") {
    Booth booth{{.target_ms = 60'000, .strict = true}};
    booth.press("enter enter a b c d e f g h i j k l m n", 10s);
    CHECK(booth.rings() == 1);
    CHECK(booth.drill().stage() == Stage::Predict);
    CHECK(booth.drill().current().answer == "abcdefghij");
}

TEST_CASE("pressure: calm tells how many points and asks nothing in between, tough begins at once",
          "[cli]") {
    struct {
        DrillStyle style;
        bool prepares;
        bool counts;
        bool probes;
    } const rows[] = {{DrillStyle::Calm, true, true, false},
                      {DrillStyle::Standard, true, false, true},
                      {DrillStyle::Tough, false, false, true}};
    for (const auto& row : rows) {
        INFO(name_of(row.style));
        Booth booth{{.style = row.style}};
        booth.press("enter", 1s);
        CHECK((booth.drill().stage() == Stage::Prepare) == row.prepares);
        CHECK(booth.showed("3 points") == row.counts);
        if (row.prepares) booth.press("enter", 1s);
        booth.press("i d e m p o t e n t ctrl-d enter", 1s);
        CHECK((booth.drill().stage() == Stage::Probe) == row.probes);
    }
}

TEST_CASE("pressure: an editor that is missing or fails is named, and the answer is typed instead",
          "[cli]") {
    for (const char* editor : {"/no/such/editor", "false"}) {
        INFO(editor);
        Booth booth{{.answer = "editor"}};
        booth.set("EDITOR", editor);
        booth.press("enter enter", 1s);
        CHECK(booth.drill().stage() == Stage::Answer);
        CHECK(booth.showed("editor"));
        booth.press("o k ctrl-e ! ctrl-d", 1s);
        CHECK(booth.drill().current().answer == "ok!");
    }
}

TEST_CASE("pressure: a clock that is set back or far on during an answer loses nothing", "[cli]") {
    Booth booth{{.target_ms = 60'000}};
    booth.press("enter enter a b", 1s);
    booth.press("c", -2h);
    booth.press("d ctrl-d", 1s);
    CHECK(booth.drill().current().answer == "abcd");
    CHECK(booth.drill().current().duration_ms == 0);

    Booth asleep{{.target_ms = 60'000}};
    asleep.press("enter enter a b", 1s);
    asleep.press("c", 9h);
    asleep.press("ctrl-d", 1s);
    CHECK(asleep.drill().current().answer == "abc");
    CHECK(asleep.drill().stage() == Stage::Predict);
}

TEST_CASE("pressure: what was typed is on the disk within seconds, also while typing on", "[cli]") {
    Booth booth{{}};
    booth.press("enter enter a b c d e f g", 1s);
    CHECK(booth.drill().draft().size() >= 5);
}

TEST_CASE("pressure: on the checklist the chosen point stays in sight, then the answer follows",
          "[cli]") {
    Booth booth{{.style = DrillStyle::Calm}};
    booth.press("enter enter i d e m p o t e n t ctrl-d enter j j j", 1s);
    REQUIRE(booth.drill().stage() == Stage::Check);
    CHECK(booth.showed("> [ ] 3  监控"));
    CHECK(booth.showed("Standard answer"));
    booth.press("s d d s n a 幂 等 性 enter 9 0 1", 1s);
    REQUIRE(booth.drill().results().size() == 1);
    CHECK(booth.drill().results()[0].structure == false);
    CHECK(booth.drill().results()[0].delivery == 2);
}

TEST_CASE("pressure: what differs is shown with both texts, and then Enter takes the grade",
          "[cli]") {
    Booth booth{{.style = DrillStyle::Calm}};
    booth.press(
        "enter enter 幂 等 ， 重 试 也 安 全 。 给 键 设 过 期 时 间 ， 十 分 钟 内 自 愈 。 "
        "ctrl-d 3 enter",
        100ms);
    REQUIRE(booth.drill().stage() == Stage::Check);
    booth.press("enter down", 1s);
    CHECK(booth.showed("> [!] 2  过期时间"));
    CHECK(booth.showed("note: 五分钟内自愈"));
    CHECK(booth.showed("said: 十分钟内自愈"));
    CHECK_FALSE(booth.drill().current().suggested);
    booth.press("p up", 1s);
    CHECK(booth.drill().current().suggested == Grade::Hard);
    CHECK(booth.showed("suggested: Hard"));
    booth.press("enter", 1s);
    REQUIRE(booth.drill().results().size() == 1);
    CHECK(booth.drill().results()[0].grade == Grade::Hard);
}

TEST_CASE("pressure: open points are decided one after the other", "[cli]") {
    Booth booth{{.style = DrillStyle::Calm}};
    booth.press(
        "enter enter 幂 等 ， 重 试 也 安 全 。 另 外 有 什 么 对 不 上 的 时 候 "
        "大 家 都 要 看 得 见 才 行 。 ctrl-d 3 enter",
        100ms);
    REQUIRE(has_plain(booth.drill().current()));
    booth.press("enter enter n y j", 1s);
    CHECK(booth.showed("> [?] 2  过期时间"));
    CHECK(booth.showed("perhaps this: 另外有什么对不上的时候大家都要看得见才行"));
    CHECK(booth.showed("yours to decide"));
    CHECK(booth.showed("> [?] 3  监控"));
    const auto& points = booth.drill().current().points;
    CHECK(points[1].mark == Mark::No);
    CHECK(points[2].mark == Mark::Yes);
    CHECK(is_confirmed(booth.drill().current()));
}

TEST_CASE("pressure: a prediction that is no number is asked for again", "[cli]") {
    Booth booth{{}};
    booth.press("enter enter o k ctrl-d 1 9 9 enter", 1s);
    CHECK(booth.drill().stage() == Stage::Predict);
    CHECK(booth.showed("a number from 0 to 100, or nothing"));
    booth.press("0 enter", 1s);
    CHECK(booth.drill().current().predicted == 0);
}

}  // namespace
}  // namespace wengu
