#include "cards/topic.h"

#include "cards/split.h"
#include "cards/worth.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

Split split_text(std::string_view text) { return split(read(text, "note.md"), "note"); }

TEST_CASE("topic: a card knows the title and the headings above it", "[cards]") {
    const auto drafts =
        split_text(
            "# 令牌桶限流\n\n## 实现\n\n### "
            "关键技术点\n\n令牌按固定的速率产生，桶满就丢。\n请求拿到令牌才放行。\n")
            .drafts;
    REQUIRE(drafts.size() == 1);
    CHECK(drafts[0].topic == "令牌桶限流 › 实现");
}

TEST_CASE("topic: of several first-level headings none names the note", "[cards]") {
    const auto drafts = split_text(
                            "# Causes\n\n## What makes it slow?\n\nLocks.\n\n# Cures\n\n## What "
                            "helps?\n\nCaches.\n")
                            .drafts;
    REQUIRE(drafts.size() == 2);
    CHECK(drafts[0].topic == "note › Causes");
    CHECK(drafts[1].topic == "note › Cures");
}

TEST_CASE("topic: the items that hold a question belong to its topic", "[cards]") {
    const auto drafts = split_text(
                            "# Brokers\n\n- Delivery\n  - Why are messages sent twice?\n    - The "
                            "receipt was lost.\n")
                            .drafts;
    REQUIRE(drafts.size() == 1);
    CHECK(drafts[0].topic == "Brokers › Delivery");
}

TEST_CASE("topic: it does not repeat what the front says", "[cards]") {
    CHECK(topic_line({"Locks", "Locks", "", "1. Latches"}, "Latches") == "Locks");
    CHECK(topic_line({"Latches"}, "Latches?").empty());
}

TEST_CASE("topic: a long one is shortened from the left to the columns there are", "[cards]") {
    CHECK(shortened_topic("令牌桶限流 › 实现", 20) == "令牌桶限流 › 实现");
    CHECK(shortened_topic("令牌桶限流 › 实现", 10) == "… 实现");
    CHECK(shortened_topic("Distributed systems", 8) == "Distrib…");
    CHECK(shortened_topic("", 8).empty());
}

TEST_CASE("topic: what is said aloud is one sentence of topic and front", "[cards]") {
    CHECK(spoken_question("关键技术点", "令牌桶限流", false) ==
          "令牌桶限流：关键技术点有哪些要点？");
    CHECK(spoken_question("Why does a latch not block?", "Locks", true) ==
          "Why does a latch not block?");
    CHECK(spoken_question("How deep is it?", "B-trees", true) == "B-trees: How deep is it?");
    CHECK(spoken_question("令牌桶限流 › 实现", "令牌桶限流", false) ==
          "令牌桶限流 › 实现有哪些要点？");
    CHECK(spoken_question("Latches", "Databases › Indexes › Locks", false) ==
          "Databases: Latches: what are the main points?");
    CHECK(spoken_question("Latches", "", false) == "Latches: what are the main points?");
}

int worth_of(Draft draft, std::string_view title = "B-trees") {
    std::vector<Draft> drafts{std::move(draft)};
    weigh(drafts, title);
    return drafts[0].worth;
}

Draft question(std::string front, std::string back) {
    Draft draft;
    draft.front = std::move(front);
    draft.back = std::move(back);
    return draft;
}

TEST_CASE("worth: a question with a sentence for an answer is worth most", "[cards]") {
    CHECK(worth_of(question("Why is a B-trees node wide?",
                            "Because a wide node means fewer reads from the disk.")) == 4);
    CHECK(worth_of(question("Why is a node wide?",
                            "Because a wide node means fewer reads from the disk.")) == 3);
    CHECK(worth_of(question("Why?", "It is so.")) == -2);
}

TEST_CASE("worth: code, steps and answers given twice are worth less", "[cards]") {
    CHECK(worth_of(question("Print it",
                            "```\nint main() { return print_all_of_the_nodes(); }\n```")) == 1);
    CHECK(worth_of(question("Step 3: write", "The page is written back to the disk at last.")) ==
          1);
    std::vector<Draft> twins{question("A?", "The page is written back to the disk at last."),
                             question("B?", "The page is written back to the disk at last.")};
    weigh(twins, "Pages");
    CHECK(twins[0].worth == 1);
}

}  // namespace
}  // namespace wengu
