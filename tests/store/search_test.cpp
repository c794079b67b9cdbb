#include "store/sample.h"
#include "store/tokenizer.h"

#include <catch2/catch.hpp>

#include <random>

namespace wengu::store {
namespace {

using test::draft;

std::string words(const std::vector<Token>& tokens) {
    std::string joined;
    for (const Token& token : tokens) joined += (joined.empty() ? "" : "|") + token.text;
    return joined;
}

TEST_CASE("tokenizer: pairs of Chinese characters, folded words, c++ kept", "[store]") {
    const struct {
        const char* text;
        const char* document;
        const char* search;
    } rows[] = {
        {"", "", ""},
        {"锁", "锁", "锁"},
        {"推理优化", "推理|理优|优化|化", "推理|理优|优化"},
        {"优化，推理", "优化|化|推理|理", "优化|化|推理"},
        {"用C++写RAII", "用|c++|写|raii", "用|c++|写|raii"},
        {"什么是RAII", "什么|么是|是|raii", "什么|么是|是|raii"},
        {"C# F# 1# x++ __init__", "c#|f#|1|x++|__init__", "c#|f#|1|x++|__init__"},
        {"Straße Ｆｕｌｌ", "strasse|full", "strasse|full"},
        {"a-b node.js", "a|b|node|js", "a|b|node|js"},
        {"한국어 テスト", "한국|국어|어|テス|スト|ト", "한국|국어|어|テス|スト"},
        {"🙂→·「」", "", ""},
        {"\xff\xfe bad", "bad", "bad"},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        CHECK(words(tokenize(row.text, TokenUse::Document)) == row.document);
        CHECK(words(tokenize(row.text, TokenUse::Search)) == row.search);
    }
}

TEST_CASE("tokenizer: tokens name the bytes they stand for", "[store]") {
    CHECK(tokenize("a 推理", TokenUse::Document) ==
          std::vector<Token>{{"a", 0, 1}, {"推理", 2, 8}, {"理", 5, 8}});
}

/// Text over a small alphabet, so that parts of it repeat.
class Generator {
public:
    explicit Generator(unsigned seed) : random_{seed} {}

    std::string text(int length) {
        static constexpr const char* kPieces[] = {"推", "理", "优", "化", "锁", "死", "的",
                                                  "是", "，", "。", " ",  "A",  "b",  "\n"};
        std::string text;
        for (int i = 0; i < length; ++i) text += kPieces[random_() % std::size(kPieces)];
        return text;
    }

    std::string han(std::size_t length) {
        static constexpr const char* kHan[] = {"推", "理", "优", "化", "锁", "死", "的", "是"};
        std::string text;
        for (std::size_t i = 0; i < length; ++i) text += kHan[random_() % std::size(kHan)];
        return text;
    }

private:
    std::mt19937 random_;
};

TEST_CASE("search: finds Chinese text exactly where a scan of every card does", "[store]") {
    constexpr unsigned kSeed = 20260301;
    Generator generate{kSeed};
    Store store{":memory:"};
    std::vector<Draft> drafts;
    for (int i = 0; i < 400; ++i) drafts.push_back(draft(generate.text(8), generate.text(40)));
    const auto ids = test::add_cards(store, drafts);
    int hits = 0;
    for (int i = 0; i < 300; ++i) {
        const std::string wanted = generate.han(1 + static_cast<std::size_t>(i) % 5);
        INFO("seed " << kSeed << ", " << wanted);
        std::vector<std::string> expected;
        for (std::size_t c = 0; c < drafts.size(); ++c) {
            const bool there = drafts[c].front.find(wanted) != std::string::npos ||
                               drafts[c].back.find(wanted) != std::string::npos;
            if (there) expected.push_back(ids[c]);
        }
        std::vector<std::string> found;
        for (const Card& card : list(store, parse_query(wanted), {.order = Order::Added})) {
            found.push_back(card.id);
        }
        CHECK(found == expected);
        hits += static_cast<int>(found.size());
    }
    CHECK(hits > 5000);  // the alphabet is small enough for the test to mean something
}

TEST_CASE("search: a match in the question comes before one in the answer", "[store]") {
    Store store{":memory:"};
    const auto ids = test::add_cards(
        store, {draft("Other", "about deadlock"), draft("What is a deadlock?", "It waits.")});
    const auto found = list(store, parse_query("deadlock"), {.order = Order::Relevance});
    REQUIRE(found.size() == 2);
    CHECK(found[0].id == ids[1]);
}

TEST_CASE("search: too many hits to be ranked come in the order of adding, gone ones left out",
          "[store]") {
    Store store{":memory:"};
    std::vector<Draft> drafts;
    for (int i = 0; i < 5300; ++i) {
        const bool rare = i % 100 == 0;
        drafts.push_back(draft("锁的用处 " + std::to_string(i), rare ? "死锁的检测" : "互斥的量"));
    }
    const auto ids = test::add_cards(store, drafts);
    {
        Import import{store, test::noon(1).at};
        for (const std::size_t gone : {0U, 3U, 25U}) import.card_gone(ids[gone]);
        import.commit();
    }
    for (const char* wanted : {"的", "锁", "用处", "用", "锁的 用"}) {
        for (const std::int64_t offset : {0, 15, 5290}) {
            INFO(wanted << " from " << offset);
            ListOptions options{.order = Order::Added, .limit = 20, .offset = offset};
            const auto expected = list(store, parse_query(wanted), options);
            options.order = Order::Relevance;
            const auto found = list(store, parse_query(wanted), options);
            REQUIRE(found.size() == expected.size());
            for (std::size_t i = 0; i < found.size(); ++i) CHECK(found[i].id == expected[i].id);
        }
        CHECK(count(store, parse_query(wanted), test::kToday) == 5297);
    }
    CHECK(count(store, parse_query("死"), test::kToday) == 52);
    CHECK(list(store, parse_query("死"), {.order = Order::Relevance}).size() == 52);
}

TEST_CASE("search: no text that a user types is a mistake", "[store]") {
    Store store{":memory:"};
    test::add_cards(store, {draft("Q")});
    for (const char* text : {"*", "^", "(", "AND", "NEAR(a b)", "a*b", "'", "{x}", "front", "-\"",
                             "col : x", "推\"理", "+", "\\", "%", "_", "-", "--"}) {
        INFO(text);
        const Term word{.field = Field::Word, .text = text};
        const Term without{.field = Field::Word, .negated = true, .text = text};
        CHECK_NOTHROW(list(store, {word}, {.order = Order::Relevance}));
        CHECK(count(store, {word}, test::kToday) + count(store, {without}, test::kToday) == 1);
    }
}

}  // namespace
}  // namespace wengu::store
