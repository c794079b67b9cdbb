// The same notes on several machines, under different paths: importing and merging in any
// order gives each card once, with its whole history.

#include "support/world.h"

#include <fmt/format.h>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <map>
#include <utility>

namespace wengu {
namespace {

using Json = nlohmann::json;

constexpr const char* kNet =
    "# Net\n\n## What does TCP guarantee?\n\nBytes arrive in order, or not at all.\n\n"
    "## What does UDP guarantee?\n\nNothing but the checksum of each packet.\n\n"
    "## What does ICMP report?\n\nThat a packet could not be delivered.\n\n"
    "## What is QUIC built on?\n\nOn UDP, with streams and encryption of its own.\n";
constexpr const char* kDisk =
    "# Disk\n\n## What does fsync promise?\n\nThat the data is on the disk on return.\n\n"
    "## What does a journal protect?\n\nThe structure of the file system in a crash.\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

/// One machine, with its notes in a folder of its own.
struct Machine {
    explicit Machine(std::string folder) : notes{std::move(folder)} {}

    test::World world;
    std::string notes;

    void run(const std::vector<std::string>& command, const std::string& input = "") {
        INFO(fmt::format("{}", fmt::join(command, " ")));
        const int code = world.run(command, input);
        INFO(world.said);
        REQUIRE(code == 0);
    }
    void write(const std::string& name, const std::string& text) const {
        world.home.write(notes + "/" + name, text);
    }
    Json import() {
        run({"import", "--json", (world.home / notes).string()});
        return Json::parse(world.printed);
    }
    void review(int day, const std::string& grades) {
        world.at(fmt::format("2026-03-{:02}T09:00:00+08:00", day));
        std::string lines;
        for (const char grade : grades) lines += std::string{"\n"} + grade + "\n";
        run({"review", "--linear"}, lines + "q\n");
    }
    /// As it would be elsewhere: there is no such path there.
    std::string exported() {
        run({"export", "--jsonl"});
        auto lines = world.printed;
        const auto home = world.home.path().string();
        for (auto at = lines.find(home); at != std::string::npos; at = lines.find(home, at)) {
            lines.replace(at, home.size(), "/nowhere/" + notes);
        }
        return lines;
    }
    void merge(const std::string& lines) {
        run({"import", "--jsonl", (world.home.write("other.jsonl", lines)).string()});
    }
    Json cards() {
        run({"list", "--json"});
        return Json::parse(world.printed)["cards"];
    }
    /// How often each question was answered; fails when one is there twice.
    std::map<std::string, int> reviews() {
        std::map<std::string, int> result;
        for (const auto& card : cards()) {
            INFO(card["front"]);
            REQUIRE(result.emplace(card["front"], card["reviews"].get<int>()).second);
        }
        return result;
    }
    /// Whether every card stands in a note that is on this machine.
    bool all_here() {
        for (const auto& card : cards()) {
            if (!card["note"].get<std::string>().starts_with(world.home.path().string()))
                return false;
        }
        return true;
    }
    std::map<std::string, std::string> due_days() {
        std::map<std::string, std::string> result;
        for (const auto& card : cards()) {
            result[card["front"]] = card["next_review"].is_null() ? "" : card["next_review"];
        }
        return result;
    }
};

/// A machine whose four cards have been answered twice.
void study(Machine& machine) {
    machine.write("net.md", kNet);
    machine.write("disk.md", kDisk);
    REQUIRE(machine.import()["added"] == 6);
    machine.review(1, "333333");
    machine.review(2, "333333");
}

}  // namespace

TEST_CASE("machines: merged first, notes that lie elsewhere give no card twice", "[cli]") {
    Machine laptop{"notes"};
    study(laptop);
    Machine desk{"work/vault"};
    desk.merge(laptop.exported());
    desk.write("net.md", kNet);
    desk.write("disk.md", kDisk);
    const auto report = desk.import();
    CHECK(report["added"] == 0);
    CHECK(report["moved"] == 6);
    CHECK(report["gone"] == 0);
    CHECK(desk.reviews() == laptop.reviews());
    CHECK(desk.due_days() == laptop.due_days());
    CHECK(desk.all_here());
    CHECK(desk.import()["unchanged"] == 6);
}

TEST_CASE("machines: imported first, a merge adds the history and no card", "[cli]") {
    Machine laptop{"notes"};
    study(laptop);
    Machine desk{"work/vault"};
    desk.write("net.md", kNet);
    desk.write("disk.md", kDisk);
    REQUIRE(desk.import()["added"] == 6);
    desk.merge(laptop.exported());
    CHECK(desk.reviews() == laptop.reviews());
    CHECK(desk.all_here());
}

TEST_CASE("machines: a merge that is repeated after the import changes nothing", "[cli]") {
    Machine laptop{"notes"};
    study(laptop);
    const auto lines = laptop.exported();
    Machine desk{"work/vault"};
    desk.merge(lines);
    desk.write("net.md", kNet);
    desk.write("disk.md", kDisk);
    desk.import();
    const auto before = desk.exported();
    desk.merge(lines);
    CHECK(desk.exported() == before);
    CHECK(desk.import()["unchanged"] == 6);
    CHECK(desk.exported() == before);
}

TEST_CASE("machines: a card edited on one machine before the other read it stays one card",
          "[cli]") {
    const auto edited = replaced(kNet, "arrive in order, or not at all", "come in order or never");
    const auto renamed = replaced(edited, "What is QUIC built on?", "What is QUIC built upon?");
    for (const bool merge_first : {true, false}) {
        INFO("merge first: " << merge_first);
        Machine laptop{"notes"};
        study(laptop);
        laptop.write("net.md", renamed);
        REQUIRE(laptop.import()["edited"] == 2);
        Machine desk{"work/vault"};
        desk.write("net.md", renamed);
        desk.write("disk.md", kDisk);
        if (merge_first) desk.merge(laptop.exported());
        desk.import();
        if (!merge_first) desk.merge(laptop.exported());
        CHECK(desk.reviews() == laptop.reviews());
        CHECK(desk.all_here());
        desk.review(4, "3333");
        laptop.merge(desk.exported());
        CHECK(laptop.reviews() == desk.reviews());
        desk.merge(laptop.exported());
        CHECK(laptop.reviews() == desk.reviews());
    }
}

TEST_CASE("machines: three devices come to the same cards whatever the order", "[cli]") {
    Machine laptop{"notes"};
    study(laptop);
    Machine desk{"work/vault"};
    Machine phone{"sync/md"};
    for (auto* machine : {&desk, &phone}) {
        machine->write("net.md", kNet);
        machine->write("disk.md", kDisk);
    }
    desk.merge(laptop.exported());
    desk.import();
    desk.review(3, "33");
    phone.import();
    phone.review(4, "1333");
    phone.merge(desk.exported());
    phone.merge(laptop.exported());
    laptop.merge(phone.exported());
    desk.merge(phone.exported());
    CHECK(laptop.reviews() == phone.reviews());
    CHECK(desk.reviews() == phone.reviews());
    CHECK(laptop.due_days() == phone.due_days());
    CHECK(desk.due_days() == phone.due_days());
    for (auto* machine : {&laptop, &desk, &phone}) CHECK(machine->all_here());
}

TEST_CASE("machines: a question added on one machine is found when its note arrives", "[cli]") {
    Machine laptop{"notes"};
    Machine desk{"work/vault"};
    study(laptop);
    study(desk);
    const auto longer = std::string{kNet} + "\n## What does ARP find?\n\nThe MAC of an address.\n";
    laptop.write("net.md", longer);
    REQUIRE(laptop.import()["added"] == 1);
    laptop.review(3, "3");
    desk.merge(laptop.exported());
    CHECK(desk.reviews().size() == 7);
    desk.write("net.md", longer);
    const auto report = desk.import();
    CHECK(report["added"] == 0);
    CHECK(report["gone"] == 0);
    CHECK(desk.reviews() == laptop.reviews());
    CHECK(desk.all_here());
}

TEST_CASE("machines: what an edited note no longer says is hidden, what differs is edited",
          "[cli]") {
    Machine laptop{"notes"};
    study(laptop);
    Machine desk{"work/vault"};
    desk.merge(laptop.exported());
    auto text = replaced(kNet, "What does UDP guarantee?", "What does UDP guarantee at all?");
    text = replaced(text, "\n## What does ICMP report?\n\nThat a packet could not be delivered.\n",
                    "");
    desk.write("net.md", text);
    const auto report = desk.import();
    CHECK(report["added"] == 0);
    CHECK(report["edited"] == 1);
    CHECK(report["moved"] == 2);
    CHECK(report["gone"] == 1);
    const auto reviews = desk.reviews();
    CHECK(reviews.at("What does UDP guarantee at all?") == 2);
    CHECK_FALSE(reviews.contains("What does ICMP report?"));
    CHECK(reviews.at("What does fsync promise?") == 2);  // its note is not here yet: untouched
}

TEST_CASE("machines: a note that only asks something alike takes no card of a merged one",
          "[cli]") {
    Machine laptop{"notes"};
    study(laptop);
    Machine desk{"work/vault"};
    desk.merge(laptop.exported());
    desk.write("other.md",
               "# Radio\n\n## What does TCP guarantee?\n\nThat calls are put through to the desk.\n"
               "\n## What does UDP guarantee?\n\nFrequencies above thirty megahertz.\n");
    const auto report = desk.import();
    CHECK(report["added"] == 2);
    CHECK(report["moved"] == 0);
    CHECK(report["edited"] == 0);
    CHECK(report["ambiguous"].empty());
    CHECK(desk.cards().size() == 8);
}

TEST_CASE("machines: a merged note whose file is here is left alone by an import of others",
          "[cli]") {
    Machine laptop{"notes"};
    study(laptop);
    Machine desk{"work/vault"};
    const auto there = (laptop.world.home / "notes").string();
    laptop.run({"export", "--jsonl"});
    // The laptop's files are within reach here, under the very paths that its export names.
    REQUIRE(laptop.world.printed.find(there) != std::string::npos);
    desk.merge(laptop.world.printed);
    desk.write("copy.md", kNet);
    const auto report = desk.import();
    CHECK(report["added"] == 4);
    CHECK(report["moved"] == 0);
    CHECK(desk.cards().size() == 10);
}

}  // namespace wengu
