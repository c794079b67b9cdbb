// The starter decks give the cards they were written for, and nothing else.

#include "cards/split.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>

namespace wengu {
namespace {

constexpr std::string_view kContext = " › ";

/// The first lines of the fronts of a deck's cards, in order, without the headings that
/// a front may be given for context.
std::vector<std::string> fronts(const std::string& deck) {
    const std::string path = WENGU_SOURCE_DIR "/decks/" + deck;
    std::ifstream file{path};
    REQUIRE(file);
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const auto found = split(read(text, path));
    CHECK(found.problems.empty());
    std::vector<std::string> result;
    for (const auto& draft : found.drafts) {
        CHECK(draft.confidence >= kImportConfidence);
        CHECK_FALSE(draft.back.empty());
        const auto line = draft.front.substr(0, draft.front.find('\n'));
        const auto context = line.rfind(kContext);
        result.push_back(context == std::string::npos ? line
                                                      : line.substr(context + kContext.size()));
    }
    return result;
}

using Fronts = std::vector<std::string>;

}  // namespace

TEST_CASE("decks: the Chinese note gives its answer, claims and questions, no check list",
          "[cards]") {
    CHECK(fronts("zh/huancun-yizhixing.md") ==
          Fronts{
              "高并发系统里，缓存和数据库的一致性怎么做",
              "观点1：\"先删缓存、再写数据库更安全\"",
              "观点2：\"写库之后应该更新缓存，而不是删除缓存\"",
              "误区1：\"延迟双删能保证强一致\"",
              "误区2：\"加了分布式锁就不会不一致\"",
              "观点3：\"订阅 binlog 删除缓存比在业务里删更可靠\"",
              "穿透、击穿、雪崩的区别",
              "风险1：读写分离放大了旧数据",
              "风险2：大键拖慢整个实例",
              "风险3：热点键打满单个分片",
              "写请求的推荐链路",
              "为什么是删除缓存失败更可怕，而不是写库失败？",
              "缓存里该放多久过期？",
              "怎样发现已经不一致了？",
              "业务能接受几秒钟的旧数据吗？",
              "这份数据是读多写少吗？",
              "一次读错会造成资金损失吗？",
              "旁路缓存、读写穿透、写回，三种模式怎么选？",
              "Redis 开了 AOF，是不是就不会丢数据了？",
              "布隆过滤器说“存在”，数据就一定存在吗？",
              "缓存预热该怎么做，才不会把数据库打垮。",
          });
}

TEST_CASE("decks: the systems note gives one card for each question it asks", "[cards]") {
    CHECK(fronts("en/rate-limiter.md") ==
          Fronts{
              "How would you design a rate limiter for a public API?",
              "What questions do you ask before you draw anything?",
              "Why is a rate limit not enough to prevent overload?",
              "Compare the five usual algorithms",
              "Explain how a token bucket works",
              "Why can a fixed window let through twice the limit?",
              "How does a sliding window counter repair the fixed window?",
              "Why does a token bucket need no background thread?",
              "Describe the race in \"read the counter, compare, increment\"",
              "What goes wrong with INCR followed by EXPIRE?",
              "How do you avoid a network round trip for every request?",
              "What should happen when the shared store is unreachable?",
              "Misconception 1: \"One hot key cannot hurt, Redis is fast\"",
              "What belongs in a refusal?",
              "Why must retries have jitter?",
              "When is a retry wrong even with jitter?",
              "Where do you put the limiter: client, gateway or service?",
              "How would you test it?",
              "How do you change a limit for one customer without a deployment?",
          });
}

TEST_CASE("decks: every syntax of the syntax note gives its cards", "[cards]") {
    CHECK(
        fronts("syntax/card-syntax.md") ==
        Fronts{
            "What does an idempotency key protect against?",
            "TCP 为什么需要三次握手？",
            "What is a memory barrier for?",
            "What does `fsync` promise?",
            "布隆过滤器说某个元素不存在时，结论 [...]。",
            "A binary search over n sorted items takes [...] comparisons and O(1) extra space.",
            "A binary search over n sorted items takes O(log n) comparisons and [...] extra space.",
            "PostgreSQL 默认监听哪个端口？",
            "What does the C in ACID stand for?",
            "吞吐量",
            "throughput",
            "线程和进程最大的区别是什么？",
            "backpressure",
            "a slow consumer makes its producer slow down instead of letting a queue grow without "
            "bound",
            "What is a write-ahead log?",
            "Why is a spin lock a bad choice on a single core?",
            "什么是脏页？",
            "什么是死锁？",
            "什么是活锁？",
            "What does this program print?",
        });
}

}  // namespace wengu
