// What an interviewer asks, and the parts of a story.

#include "interview/choose.h"
#include "interview/probes.h"
#include "interview/star.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

TEST_CASE("question: an interviewer could say it, or it is only a topic", "[interview]") {
    for (const char* front :
         {"缓存和数据库怎么保持一致？", "讲讲你最近的项目", "What is a page fault?",
          "Describe a time you failed", "为什么要四次挥手"}) {
        INFO(front);
        CHECK(is_sentence(front));
    }
    for (const char* front : {"缓存", "面试记录 > 第二轮 > 系统设计题", "Page faults", ""}) {
        INFO(front);
        CHECK_FALSE(is_sentence(front));
    }
}

TEST_CASE("story: behavioural questions are told from others", "[interview]") {
    CHECK(is_behavioural("Tell me about a time you had to deliver under a tight deadline."));
    CHECK(is_behavioural("讲一次你和同事意见不一致的经历，你怎么处理的？"));
    CHECK_FALSE(is_behavioural("What happens on a page fault?"));
    CHECK_FALSE(is_behavioural("TCP 断开连接为什么要四次挥手？"));
}

TEST_CASE("story: its parts are found where they are spoken of", "[interview]") {
    const auto story = story_in(
        "Last year a customer moved the audit forward. I was responsible for the report. I "
        "talked to the auditor and cut the scope. In the end we delivered two days early. What I "
        "learned is to ask first.");
    CHECK(story.situation == "Last year a customer moved the audit forward");
    CHECK(story.task == "I was responsible for the report");
    CHECK(story.action == "I talked to the auditor and cut the scope");
    CHECK(story.result == "In the end we delivered two days early");
    CHECK(story.lesson == "What I learned is to ask first");
    CHECK(story.said_i == 3);
    CHECK(story.said_we == 1);
    CHECK(story.number_in_result);
}

TEST_CASE("story: what is missing stays empty, and we is not I", "[interview]") {
    const auto story = story_in("当时接口很慢，我们一起看了看，我们加了缓存。结果快了很多。");
    CHECK(story.situation == "当时接口很慢");
    CHECK_FALSE(story.task);
    CHECK_FALSE(story.action);
    CHECK(story.result == "结果快了很多");
    CHECK_FALSE(story.lesson);
    CHECK(story.said_i == 0);
    CHECK(story.said_we == 2);
    CHECK_FALSE(story.number_in_result);
}

Coverage heard(PointState state, std::string evidence) {
    Coverage coverage;
    PointHint hint;
    hint.state = state;
    hint.evidence = std::move(evidence);
    coverage.points.push_back(std::move(hint));
    return coverage;
}

TEST_CASE("probes: two of different kinds, quoting the answer and nothing else", "[interview]") {
    const std::string answer = "We restart it 12 times a day, then we look at the log.";
    const auto probes = probes_for(answer, heard(PointState::Mentioned, "then we look at the log"));
    REQUIRE(probes.size() == 2);
    CHECK(probes[0].kind == ProbeKind::Why);
    CHECK(probes[0].text == "you said \"then we look at the log\": why is that so?");
    CHECK(probes[1].kind == ProbeKind::Number);
    CHECK(probes[1].quote == "We restart it 12 times a day");
    for (const auto& probe : probes) CHECK(answer.find(probe.quote) != std::string::npos);
}

TEST_CASE("probes: without a number in the answer one is asked for, and silence draws none",
          "[interview]") {
    const auto probes = probes_for("We look at the log.", heard(PointState::Missing, ""));
    REQUIRE(probes.size() == 2);
    CHECK(probes[0].text == "can you give a number from your own project?");
    CHECK(probes[1].kind == ProbeKind::Example);
    CHECK(probes_for(" ", heard(PointState::Missing, "")).empty());
}

Candidate candidate(const char* id, std::vector<std::string> tags) {
    Candidate made;
    made.card_id = made.note = id;
    made.topic = tags.empty() ? "" : tags.front();
    made.tags = std::move(tags);
    return made;
}

TEST_CASE("choose: the tags of a profile decide, also those of weight 1", "[interview]") {
    std::vector<Candidate> candidates;
    for (const char* id : {"a", "b", "c", "d", "e", "f"}) {
        candidates.push_back(candidate(id, {std::string{"other-"} + id}));
    }
    candidates.push_back(candidate("x", {"go", "backend"}));
    candidates.push_back(candidate("y", {"sql", "backend"}));
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const ChooseOptions options{.count = 2, .tag_weights = {{"backend", 1}}, .seed = seed};
        for (const auto& one : choose(candidates, options).questions) CHECK(one.candidate >= 6);
    }
}

TEST_CASE("choose: what a company asked comes first, what is no question never", "[interview]") {
    std::vector<Candidate> candidates{candidate("a", {"go"}), candidate("b", {"sql"}),
                                      candidate("c", {"rust"}), candidate("d", {"asked:acme"})};
    candidates[0].is_sentence = false;
    candidates[1].points = 1;
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const auto one = choose(candidates, {.count = 1, .asked_tag = "asked:acme", .seed = seed});
        REQUIRE(one.questions.size() == 1);
        CHECK(one.questions[0].candidate == 3);
        const auto all = choose(candidates, {.count = 4, .seed = seed});
        CHECK(all.questions.size() == 2);
    }
    CHECK(weigh(candidates[3], {}).worth == kWorthAsked);
    candidates[2].to_recite = true;
    CHECK(weigh(candidates[2], {}).worth == kWorthReciting);
    CHECK(weigh(candidates[0], {}).weight == 0);
}

}  // namespace
}  // namespace wengu
