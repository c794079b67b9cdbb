#include "store/sample.h"
#include "store/upkeep.h"
#include "support/temp_dir.h"

#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include <csignal>
#include <functional>

namespace wengu::store {
namespace {

using test::draft;
using test::TempDir;

/// Runs `work` in a process of its own that is killed as soon as it has reported
/// `reports` lines; gives the lines that arrived.
std::vector<std::string> killed_after(
    std::size_t reports, const std::function<void(const std::function<void(std::string)>&)>& work) {
    int ends[2] = {};
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        work([&](std::string line) {
            line += '\n';
            if (write(ends[1], line.data(), line.size()) < 0) _exit(1);
        });
        for (;;) pause();  // never ends by itself: nothing is put in order
    }
    close(ends[1]);
    std::vector<std::string> lines;
    std::string line;
    for (char c = 0; read(ends[0], &c, 1) == 1;) {
        if (c != '\n') {
            line += c;
            continue;
        }
        lines.push_back(std::exchange(line, {}));
        if (lines.size() == reports) kill(child, SIGKILL);
    }
    close(ends[0]);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFSIGNALED(status));
    return lines;
}

TEST_CASE("crash: a process killed while grading loses no grade that was recorded", "[store]") {
    for (const std::size_t grades : {1U, 2U, 7U, 40U}) {
        const TempDir folder;
        const auto path = folder / "wengu.db";
        std::vector<std::string> ids;
        {
            Store store{path};
            ids = test::add_cards(store, {draft("Q"), draft("R"), draft("S")});
        }
        const auto recorded = killed_after(grades, [&](const auto& report) {
            Store store{path};
            for (int i = 0;; ++i) {
                const auto& card = ids[static_cast<std::size_t>(i) % ids.size()];
                report(test::grade(store, card, Grade::Good, i));
            }
        });
        Store store{path};
        CHECK(check(store).empty());
        std::size_t found = 0;
        for (const std::string& id : ids) {
            const CardLog log = log_of(store, id);
            CHECK(card_with(store, id)->progress == test::count_reviews(log));
            for (const Review& review : log.reviews) {
                found += static_cast<std::size_t>(std::ranges::count(recorded, review.id));
            }
        }
        CHECK(found == recorded.size());
        test::grade(store, ids[0], Grade::Good, 1000);
    }
}

TEST_CASE("crash: a process killed in an import leaves the collection as it was", "[store]") {
    const TempDir folder;
    const auto path = folder / "wengu.db";
    {
        Store store{path};
        test::add_cards(store, {draft("Q")});
    }
    for (const std::size_t cards : {1U, 100U, 4000U}) {
        killed_after(cards, [&](const auto& report) {
            Store store{path};
            Import import{store, test::noon().at};
            const NoteId note = import.put_note(test::note("b.md"));
            for (int i = 0;; ++i) {
                import.add_card(note, draft("Question " + std::to_string(i)), i);
                report("card");
            }
        });
        Store store{path};
        CHECK(check(store).empty());
        CHECK(notes(store).size() == 1);
        CHECK(list(store, {}, {}).size() == 1);
    }
}

}  // namespace
}  // namespace wengu::store
