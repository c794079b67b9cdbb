// Screens filled from a collection: what today's screen, the browser, the card and
// the statistics say of the same few notes.

#include "cli/html_stats.h"
#include "library/collection.h"
#include "library/find_card.h"
#include "library/sittings/day_queue.h"
#include "support/scripted_terminal.h"
#include "support/world.h"
#include "tui/browse.h"
#include "tui/card_view.h"
#include "tui/images.h"
#include "tui/page_loop.h"
#include "tui/review_on_screen.h"
#include "tui/today_view.h"

namespace wengu {
namespace {

constexpr const char* kCaching =
    "---\ntags: [缓存]\n---\n\n# 缓存\n\n## 为什么要用缓存？\n\n读得更快。\n\n"
    "## 缓存什么时候过期？\n\n到了约定的时间。\n\n![图](img/a%20b.png)\n";
constexpr const char* kLinux = "# Linux\n\n## What is <fork> & exec?\n\nTwo calls.\n";

/// A collection of three cards in two decks, and a context to look at it with.
class Desk {
public:
    Desk() {
        world_.home.write("notes/cache/缓存.md", kCaching);
        world_.home.write("notes/linux/linux.md", kLinux);
        run({"import", (world_.home / "notes").string()});
    }

    void run(const std::vector<std::string>& arguments, const std::string& input = "") {
        REQUIRE(world_.run(arguments, input) == 0);
    }

    /// Reviews everything that is due at `time`; each card gets `grade`, which is
    /// the way its line says it: "3", or "1" and, as it comes back, "3".
    void review(const std::string& time, const std::string& lines) {
        world_.at(time);
        run({"review", "--linear"}, lines);
    }

    [[nodiscard]] Store store() const { return Store{world_.home / "wengu.db"}; }
    [[nodiscard]] Context& context() { return context_; }
    [[nodiscard]] const test::World& world() const { return world_; }

private:
    test::World world_;
    std::istringstream in_;
    std::ostringstream out_;
    Context context_ = world_.context(in_, out_, out_);
    struct Place {
        explicit Place(test::World& world) {
            world.environment["WENGU_DB"] = (world.home / "wengu.db").string();
        }
    };
    Place place_{world_};
};

/// The screens that these keys lead to in the browser.
std::vector<Picture> browsing(Desk& desk, const std::string& keys, const std::string& query) {
    test::ScriptedTerminal terminal{keys, {80, 24}};
    auto store = desk.store();
    browse(desk.context(), terminal, store, query);
    return terminal.pictures;
}

/// The last of them.
std::string browsed(Desk& desk, const std::string& keys, const std::string& query = {}) {
    return to_text(browsing(desk, keys, query).back().lines);
}

/// What a key opened: the page before the browser came back.
std::string opened(Desk& desk, const std::string& key, const std::string& query) {
    const auto pictures = browsing(desk, key, query);
    return to_text(pictures[pictures.size() - 2].lines);
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("browse: the query is answered as it is typed, from one character on", "[views]") {
    Desk desk;
    CHECK(has(browsed(desk, ""), "3 of 3"));
    CHECK(has(browsed(desk, "快"), "1 of 3"));
    CHECK(has(browsed(desk, "快"), "读得更快"));
    CHECK(has(browsed(desk, "f o r k"), "1 of 3"));
    CHECK(has(browsed(desk, "f o r k backspace backspace backspace backspace"), "3 of 3"));
}

TEST_CASE("browse: a query that makes no sense is explained in words", "[views]") {
    Desk desk;
    const auto screen = browsed(desk, "d e c : x");
    CHECK(has(screen, "a query knows no field dec:"));
    CHECK(has(screen, "did you mean"));
    CHECK(has(browsed(desk, "快 space i s : d e w"), "/ 快 is:dew\n     ^^^^^^\n"));
}

TEST_CASE("browse: a deck or tag that is not there is told from one without such cards",
          "[views]") {
    Desk desk;
    CHECK(has(browsed(desk, "", "deck:linx"), "there is no deck linx; did you mean linux?"));
    CHECK(has(browsed(desk, "", "tag:缓冲"), "there is no tag 缓冲; did you mean 缓存?"));
    CHECK_FALSE(has(browsed(desk, "", "deck:linux is:suspended"), "there is no deck"));
}

TEST_CASE("browse: a paste is taken by the query, and ignored where keys are commands", "[views]") {
    Desk desk;
    auto store = desk.store();
    test::ScriptedTerminal terminal{"", {80, 24}};
    terminal.paste("fork");
    terminal.press("enter");
    terminal.paste("s");
    browse(desk.context(), terminal, store, {});
    CHECK(has(terminal.screen(), "1 of 3"));
    CHECK(store::count(store, store::parse_query("is:suspended"), Day{}) == 0);
    CHECK_FALSE(has(terminal.screen(), "does nothing"));
}

TEST_CASE("browse: / on a page of a card leads back into the query", "[views]") {
    Desk desk;
    for (const char* key : {"enter", "i"}) {
        CAPTURE(key);
        const auto keys = std::string{key} + " / backspace";
        CHECK(has(browsed(desk, keys, "deck:linux"), "/ deck:linu\n"));
    }
}

TEST_CASE("browse: marks are set on the chosen card and shown at once", "[views]") {
    Desk desk;
    const auto screen = browsed(desk, "s j f", "deck:cache");
    CHECK(has(screen, "suspended"));
    CHECK(has(screen, "new flagged"));
    CHECK(store::count(desk.store(), store::parse_query("is:suspended"), Day{}) == 1);
    CHECK_FALSE(has(browsed(desk, "s", "is:suspended"), "suspended  "));
}

TEST_CASE("browse: the list goes to its end and back with only its rows read", "[views]") {
    Desk desk;
    std::string note = "# Many\n\n";
    for (int i = 1; i <= 300; ++i) {
        note +=
            "## What is number " + std::to_string(i) + "?\n\nAnswer " + std::to_string(i) + ".\n\n";
    }
    desk.world().home.write("notes/many/many.md", note);
    desk.run({"import", (desk.world().home / "notes").string()});
    CHECK(has(browsed(desk, "G", "deck:many"), "> What is number 300?"));
    CHECK(has(browsed(desk, "G g", "deck:many"), "> What is number 1?"));
    CHECK(has(browsed(desk, "G k k", "deck:many"), "Answer 298."));
}

TEST_CASE("browse: enter shows the whole card, i its history", "[views]") {
    Desk desk;
    const auto whole = opened(desk, "enter", "deck:linux");
    CHECK(has(whole, "Two calls."));
    CHECK_FALSE(has(whole, "State:"));
    const auto info = opened(desk, "i", "deck:linux");
    CHECK(has(info, "Deck: linux"));
    CHECK(has(info, "State: new"));
    CHECK_FALSE(has(info, "Two calls."));
}

TEST_CASE("card: history latest first with what each grade led to, undone ones left out",
          "[views]") {
    Desk desk;
    desk.review("2026-03-01T09:00:00+08:00", "\n3\nq\n");
    desk.review("2026-03-02T09:00:00+08:00", "\n3\nq\n");
    const auto store = desk.store();
    const auto cards = store::list(store, store::parse_query("reviews>1"), {});
    REQUIRE(cards.size() == 1);
    const auto view = card_view(desk.context(), store, cards.front());
    REQUIRE(view.history.size() == 2);
    CHECK(view.history[0].interval_days == 6);
    CHECK(view.history[1].interval_days == 1);
    CHECK(view.retrievability == Approx(1.0).margin(0.01));
    CHECK(view.curve.size() > 14);
    CHECK(view.curve.front() > view.curve.back());

    desk.run({"undo"});
    CHECK(card_view(desk.context(), store, cards.front()).history.size() == 1);
}

TEST_CASE("today: counts, what was done, and topics by how weak they are", "[views]") {
    Desk desk;
    desk.review("2026-03-01T09:00:00+08:00", "\n3\n\n3\n\n3\n");
    desk.review("2026-03-02T09:00:00+08:00", "\n4\nq\n");
    const auto store = desk.store();
    const SchedulerSet schedulers{desk.context().settings};
    const auto day = day_queue(desk.context(), store, schedulers, {});
    const auto view = today_view(desk.context(), store, day);
    CHECK(view.cards == 3);
    CHECK(view.due == 2);
    CHECK(view.new_cards == 0);
    CHECK(view.done == 1);
    CHECK(view.streak_days == 2);
    REQUIRE_FALSE(view.topics.empty());
    CHECK(view.topics.front().mastery <= view.topics.back().mastery);
    CHECK(weakest_topics(store, day, 1).size() == 1);
}

TEST_CASE("stats: true retention takes the first grade of a day", "[views]") {
    Desk desk;
    desk.review("2026-03-01T09:00:00+08:00", "\n3\n\n3\n\n3\n");
    // One card is forgotten and drilled until it is right: still forgotten.
    desk.review("2026-03-02T09:00:00+08:00", "\n1\n\n3\n\n3\n\n3\n");
    const auto stats = statistics(desk.context(), desk.store(), "");
    CHECK(stats.asked == 3);
    CHECK(stats.recalled == 2);
    CHECK(stats.view.retention == Approx(2.0 / 3));
    CHECK(stats.view.young == Approx(2.0 / 3));
    CHECK(stats.view.mature < 0);
    CHECK(stats.view.decks.size() == 2);
    CHECK(stats.work.size() == 2);

    const auto cache = statistics(desk.context(), desk.store(), "cache");
    CHECK(cache.view.cards == 2);
    CHECK(cache.asked == 2);
    CHECK_THROWS_AS(statistics(desk.context(), desk.store(), "cach"), UsageError);
}

TEST_CASE("stats: the next interview, and what the cards in its scope will be worth", "[views]") {
    Desk desk;
    desk.review("2026-03-01T09:00:00+08:00", "\n3\n\n3\n\n3\n");
    desk.run({"profile", "add", "later", "--date", "2026-04-20"});
    desk.run({"profile", "add", "next", "--date", "2026-03-10", "--tag", "缓存"});
    const auto stats = statistics(desk.context(), desk.store(), "");
    CHECK(stats.view.interview_day == parse_day("2026-03-10"));
    for (const auto& deck : stats.view.decks) {
        CAPTURE(deck.name);
        if (deck.name == "cache") {
            CHECK(deck.readiness > 0);
            CHECK(deck.readiness < 1);
        } else {
            CHECK(deck.readiness < 0);
        }
    }
    REQUIRE(stats.view.tags.size() == 1);
    CHECK(stats.view.tags[0].name == "缓存");
    CHECK(stats.view.tags[0].cards == 2);
}

TEST_CASE("stats: cards forgotten again and again are named, the worst first", "[views]") {
    Desk desk;
    const std::string recalled = "\n3\n\n3\n\n3\n";
    const std::string forgotten = "\n1\n\n1\n\n1\n" + recalled;
    for (int day = 1; day <= 6; ++day) {
        desk.review("2026-03-0" + std::to_string(day) + "T09:00:00+08:00",
                    day % 2 == 0 ? forgotten : recalled);
    }
    const auto view = statistics(desk.context(), desk.store(), "").view;
    REQUIRE_FALSE(view.hardest.empty());
    CHECK(view.hardest[0].lapses == 3);
    CHECK(has(to_text(stats_picture(view, {.size = {80, 60}}).lines), view.hardest[0].front));
}

TEST_CASE("stats page: all text is escaped, nothing is fetched", "[views]") {
    Desk desk;
    Statistics stats = statistics(desk.context(), desk.store(), "");
    stats.view.decks.front().name = "<script>alert('x')</script>\"&";
    stats.hardest.push_back({.id = "x", .front = "a < b & c", .deck = "d"});
    const auto page = stats_html(stats);
    CHECK_FALSE(has(page, "<script"));
    CHECK(has(page, "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;"));
    CHECK(has(page, "a &lt; b &amp; c"));
    CHECK(has(page, "prefers-color-scheme:dark"));
    for (const char* fetch : {"http:", "https:", "src=", "url(", "@import", "<link"}) {
        CAPTURE(fetch);
        CHECK_FALSE(has(page, fetch));
    }
}

TEST_CASE("images: found beside the note or in a folder above it", "[views]") {
    const test::TempDir home;
    home.write("vault/a/img/one two.png", "x");
    home.write("vault/shared.png", "x");
    const auto note = home / "vault/a/note.md";
    const auto image_in = [&](const std::string& target) {
        return image_file(note, target, home / "vault");
    };
    CHECK(image_in("img/one%20two.png") == home / "vault/a/img/one two.png");
    CHECK(image_in("shared.png") == home / "vault/shared.png");
    CHECK(image_in("nowhere.png").empty());
    store::Card card{.note = note.string()};
    Desk desk;
    CHECK(open_images(desk.store(), card) == "this card has no image");
}

TEST_CASE("images: nothing but an image below the folder of notes is opened", "[views]") {
    const test::TempDir home;
    home.write("secret.png", "x");
    home.write("vault/run.sh", "x");
    home.write("vault/a/own.PNG", "x");
    std::filesystem::create_symlink(home / "secret.png", home / "vault/a/link.png");
    std::filesystem::create_symlink("/dev/zero", home / "vault/a/zero.png");
    std::filesystem::create_symlink("/dev/zero", home / "vault/a/zero.png.sh");
    const auto image_in = [&](const std::string& target) {
        return image_file(home / "vault/a/note.md", target, home / "vault");
    };
    const auto outside = (home / "secret.png").string();
    CHECK(image_in("own.PNG") == home / "vault/a/own.PNG");
    CHECK(image_in((home / "vault/a/own.PNG").string()) == home / "vault/a/own.PNG");
    for (const std::string& target :
         {std::string{"run.sh"}, std::string{"../../secret.png"}, outside, "file:" + outside,
          std::string{"..%2f..%2fsecret.png"}, std::string{"link.png"}, std::string{"zero.png"},
          std::string{"own.PNG%00.png"}, std::string{"/dev/zero"}, std::string{"."}}) {
        CAPTURE(target);
        CHECK(image_in(target).empty());
    }
}

TEST_CASE("page: scrolling stops at the end, and one step up shows", "[views]") {
    Desk desk;
    const auto page = [](int top, const ScreenOptions& options) {
        std::vector<Line> body;
        for (int i = 0; i < 50; ++i) body.emplace_back("line " + std::to_string(i));
        return framed({.title = Line{"Page"}, .body = body, .top = top, .footer = {Line{"end"}}},
                      options);
    };
    test::ScriptedTerminal terminal{"G j j k q", {40, 14}};
    CHECK(show_page(terminal, desk.context(), page) == Intent::Quit);
    CHECK(has(terminal.screen(), "line 39\n"));
    CHECK(has(terminal.screen(), "line 48\n"));
    CHECK_FALSE(has(terminal.screen(), "line 49\n"));
}

/// The pictures of a review on the screen, typed with these keys.
std::vector<std::string> reviewing(Desk& desk, const std::string& keys) {
    test::ScriptedTerminal terminal{keys, {80, 24}};
    auto store = desk.store();
    const SchedulerSet schedulers{desk.context().settings};
    Sitting sitting{desk.context(), store, schedulers,
                    session_cards(store, day_queue(desk.context(), store, schedulers, {})), false};
    ReviewPresenter review{desk.context(), store, sitting};
    review_on_screen(desk.context(), terminal, review);
    std::vector<std::string> pictures;
    for (const auto& picture : terminal.pictures) pictures.push_back(to_text(picture.lines));
    return pictures;
}

TEST_CASE("review screen: undo reaches the sitting before, and setting aside is said", "[cli]") {
    Desk desk;
    desk.review("2026-03-01T10:00:00+08:00", "\n1\nq\n");
    const auto pictures = reviewing(desk, "u space s u b");
    REQUIRE(pictures.size() == 6);
    CHECK(pictures[0].find("u undo") != std::string::npos);
    CHECK(pictures[1].find("Taken back: Again of Mar 1.") != std::string::npos);
    CHECK(pictures[1].find("new card") != std::string::npos);
    CHECK(pictures[2].find("1 Again again today") != std::string::npos);
    CHECK(pictures[3].find("Suspended. u takes it back, later `wengu unsuspend") !=
          std::string::npos);
    CHECK(pictures[4].find("Taken back: the card is asked again.") != std::string::npos);
    CHECK(pictures[5].find("Put off until tomorrow. u takes it back, later `wengu bury --off") !=
          std::string::npos);
}

}  // namespace
}  // namespace wengu
