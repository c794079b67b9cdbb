#include "cards/relink.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

const std::string kHandshake = "客户端先发 SYN，服务端回 SYN 与 ACK，客户端再回 ACK。";
const std::string kCache = "先更新数据库再删除缓存，失败时由消息队列重试，最后用过期时间兜底。";
const std::string kIndex = "叶子节点放主键值，查到之后还要回表；覆盖索引于是不必回表。";

Draft ask(std::string front, std::string back) {
    Draft draft;
    draft.front = std::move(front);
    draft.back = std::move(back);
    draft.heading_path = {"笔记"};
    draft.kind = draft.back.empty() ? CardKind::Open : CardKind::Question;
    return draft;
}

/// These notes as another machine has them, with ids "PATH#0", "PATH#1"...
std::vector<KnownCard> elsewhere(const std::vector<NoteDrafts>& notes) {
    std::vector<KnownCard> known;
    for (const auto& note : notes) {
        int line = 0;
        for (const auto& draft : note.drafts) {
            known.push_back({.id = note.note + "#" + std::to_string(line),
                             .note = note.note,
                             .kind = draft.kind,
                             .heading_path = draft.heading_path,
                             .front = draft.front,
                             .back = draft.back,
                             .front_line = line,
                             .elsewhere = true});
            ++line;
        }
    }
    return known;
}

/// Which stored card each draft of each note is; "" for a new one.
std::vector<std::vector<std::string>> ids(const Relinked& result) {
    std::vector<std::vector<std::string>> all;
    for (const auto& note : result.decisions) {
        all.emplace_back();
        for (const auto& decision : note) all.back().push_back(decision.id);
    }
    return all;
}

using Ids = std::vector<std::vector<std::string>>;

TEST_CASE("relink: cards that lie elsewhere are found under another path", "[cards]") {
    const std::vector<Draft> drafts{ask("三次握手？", kHandshake),
                                    ask("缓存怎么保持一致？", kCache)};
    const auto known = elsewhere({{"/there/a.md", drafts}});
    const auto result = relink(known, {{"/here/x.md", drafts}});
    CHECK(ids(result) == Ids{{"/there/a.md#0", "/there/a.md#1"}});
    CHECK(result.decisions[0][0].how == Match::Moved);
}

TEST_CASE("relink: what lies elsewhere and is not found stays as it is", "[cards]") {
    const auto known = elsewhere({{"/there/a.md", {ask("三次握手？", kHandshake)}}});
    const auto result = relink(known, {{"/here/x.md", {ask("缓存怎么保持一致？", kCache)}}});
    CHECK(ids(result) == Ids{{""}});
    CHECK(result.gone.empty());
    CHECK(result.doubts.empty());
}

TEST_CASE("relink: likeness is no reason to take a card of a note that is not here", "[cards]") {
    const auto known = elsewhere({{"/there/a.md", {ask("缓存怎么保持一致？", kCache)}}});
    const auto result =
        relink(known, {{"/here/x.md", {ask("缓存怎样保持一致？", kCache + "再加监控。")}}});
    CHECK(ids(result) == Ids{{""}});
    CHECK(result.doubts.empty());
}

TEST_CASE("relink: once a note is found, its edited cards are found too", "[cards]") {
    const auto known = elsewhere({{"/there/a.md",
                                   {ask("三次握手？", kHandshake), ask("索引怎么查？", kIndex),
                                    ask("缓存怎么保持一致？", kCache)}}});
    const auto result = relink(known, {{"/here/a.md",
                                        {ask("三次握手？", kHandshake), ask("索引怎么查？", kIndex),
                                         ask("缓存怎样保持一致？", kCache)}}});
    CHECK(ids(result) == Ids{{"/there/a.md#0", "/there/a.md#1", "/there/a.md#2"}});
    CHECK(result.decisions[0][2].how == Match::Edited);
}

TEST_CASE("relink: of two notes elsewhere with the same cards the nearer one is taken", "[cards]") {
    const std::vector<Draft> drafts{ask("三次握手？", kHandshake), ask("优点", "")};
    const auto known =
        elsewhere({{"/there/cache/notes.md", drafts}, {"/there/net/notes.md", drafts}});
    CHECK(ids(relink(known, {{"/here/net/notes.md", drafts}})) ==
          Ids{{"/there/net/notes.md#0", "/there/net/notes.md#1"}});
    CHECK(ids(relink(known, {{"/here/net/notes.md", drafts}, {"/here/cache/notes.md", drafts}})) ==
          Ids{{"/there/net/notes.md#0", "/there/net/notes.md#1"},
              {"/there/cache/notes.md#0", "/there/cache/notes.md#1"}});
}

TEST_CASE("relink: a question without an answer does not tell which note it is from", "[cards]") {
    const auto known = elsewhere({{"/there/a.md", {ask("优点", "")}}});
    CHECK(ids(relink(known, {{"/here/x.md", {ask("优点", "")}}})) == Ids{{""}});
    CHECK(ids(relink(known, {{"/here/a.md", {ask("优点", "")}}})) == Ids{{"/there/a.md#0"}});
}

TEST_CASE("relink: a card of the note itself comes before one that lies elsewhere", "[cards]") {
    const auto draft = ask("缓存怎么保持一致？", kCache);
    auto known = elsewhere({{"/there/a.md", {draft}}, {"/here/a.md", {draft}}});
    known[1].elsewhere = false;
    CHECK(ids(relink(known, {{"/here/a.md", {draft}}})) == Ids{{"/here/a.md#0"}});
}

}  // namespace
}  // namespace wengu
