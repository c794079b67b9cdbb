#include "cards/relink.h"

#include "cards/relink_change.h"
#include "core/text.h"

#include <catch2/catch.hpp>

#include <chrono>

namespace wengu {
namespace {

const std::string kHandshake =
    "客户端先发 SYN，服务端回 SYN 与 ACK，客户端再回 ACK，双方由此确认收发能力和初始序号。";
const std::string kCache =
    "先更新数据库再删除缓存，失败时由消息队列重试，最后用过期时间兜底，读请求回源时加锁。";
const std::string kIndex =
    "叶子节点放主键值，查到之后还要回表；覆盖索引把要读的列放进索引，于是不必回表。";

Draft make_draft(std::string front, std::string back, std::vector<std::string> path = {"笔记"}) {
    Draft draft;
    draft.front = std::move(front);
    draft.back = std::move(back);
    draft.heading_path = std::move(path);
    draft.kind = draft.back.empty() ? CardKind::Open : CardKind::Question;
    return draft;
}

/// The cards as the store would know them after an import of `notes`, with
/// ids "a.md#0", "a.md#1"...
std::vector<KnownCard> stored(const std::vector<NoteDrafts>& notes) {
    std::vector<KnownCard> known;
    for (const auto& note : notes) {
        int line = 0;
        for (const auto& draft : note.drafts) {
            known.push_back({note.note + "#" + std::to_string(line), note.note, draft.kind,
                             draft.heading_path, draft.front, draft.back, draft.hole, draft.anchor,
                             line, false});
            ++line;
        }
    }
    return known;
}

/// The first note's decisions in words: "edited a.md#0", "new".
std::vector<std::string> outcome(const std::vector<KnownCard>& known,
                                 const std::vector<NoteDrafts>& notes, std::size_t note = 0) {
    std::vector<std::string> words;
    const auto result = relink(known, notes);
    for (const auto& decision : result.decisions[note]) {
        words.push_back(std::string{name_of(decision.how)} +
                        (decision.id.empty() ? "" : " " + decision.id));
    }
    return words;
}

using Words = std::vector<std::string>;

std::vector<NoteDrafts> one_note(std::vector<Draft> drafts) {
    return {{"a.md", std::move(drafts)}};
}

TEST_CASE("question_words: numbers of labels go, numbers that say something stay", "[cards]") {
    struct {
        const char* front;
        const char* words;
    } const rows[] = {
        {"观点1：\"就业面窄\"", "观点就业面窄"},
        {"**Q3.** What is RAII?", "q what is raii"},
        {"Question 12: why", "question why"},
        {"1. 什么是锁？", "什么是锁"},
        {"1.2 缓存", "缓存"},
        {"（三）总结", "总结"},
        {"四、总结", "总结"},
        {"第3题 死锁", "第题死锁"},
        {"方案A：双写", "方案双写"},
        {"趋势 › 风险2：过时", "趋势风险过时"},
        {"2PC 与 3PC", "2pc与3pc"},
        {"3 次握手", "3次握手"},
        {"HTTP/2 比 HTTP/1.1 快在哪", "http 2比http 1.1快在哪"},
        {"`==` 和 `===`", "==和==="},
        {"C++ 与 C#", "c++与c#"},
        {"问题一般出在哪", "问题一般出在哪"},
    };
    for (const auto& row : rows) {
        INFO(row.front);
        CHECK(joined(question_words(row.front)) == row.words);
    }
}

TEST_CASE("compare_questions: a decisive word makes another question", "[cards]") {
    Vocabulary vocabulary;
    std::string pairs;  // enough text to tell words from slips
    for (char32_t c = 0x4E00; c < 0x4E00 + 700; ++c) {
        append_utf8(pairs, c);
    }
    vocabulary.add(pairs + "。优化，缓存。进程。线程。吞吐。事务。隔离。级别。");
    REQUIRE(vocabulary.telling());
    struct {
        const char* before;
        const char* after;
        Change change;
    } const rows[] = {
        {"TCP 如何保证可靠", "UDP 如何保证可靠", Change::Decisive},
        {"索引的优点", "索引的缺点", Change::Decisive},
        {"2PC 的流程", "3PC 的流程", Change::Decisive},
        {"为什么要用锁", "为什么不要用锁", Change::Decisive},
        {"When should you lock?", "When should you not lock?", Change::Decisive},
        {"三次握手", "四次握手", Change::Decisive},
        {"IPv4 报头", "IPv6 报头", Change::Decisive},
        {"What is a stack?", "What is a heap?", Change::Decisive},
        {"mutable objects", "immutable objects", Change::Decisive},
        {"同步调用", "异步调用", Change::Decisive},
        {"什么是监督学习", "什么是无监督学习", Change::Decisive},
        {"B 树", "B+ 树", Change::Decisive},
        {"主进程", "主线程", Change::Decisive},
        {"为什么用缓存", "如何用缓存", Change::Decisive},
        {"缓存优化", "缓存忧化", Change::Slip},
        {"缓存忧化", "缓存优化", Change::Slip},
        {"隔离级别", "隔级离别", Change::Slip},
        {"隔离级别", "隔离离级别", Change::Slip},
        {"Kubernetes 的调度", "Kuberntes 的调度", Change::Slip},
        {"请说明索引的区别", "索引有什么不同？", Change::Wording},
        {"Explain the difference", "Describe a difference", Change::Wording},
        {"缓存的优势", "缓存的优点是什么", Change::Wording},
        {"事务的隔离", "事务的缓存", Change::Content},
        {"What is a closure?", "What is a prototype?", Change::Content},
    };
    for (const auto& row : rows) {
        INFO(row.before << " / " << row.after);
        CHECK(compare_questions(question_words(row.before), question_words(row.after),
                                vocabulary) == row.change);
    }
}

TEST_CASE("relink: the same note again changes nothing", "[cards]") {
    const auto notes = one_note({make_draft("三次握手？", kHandshake), make_draft("缓存？", kCache),
                                 make_draft("优点", "", {"甲"}), make_draft("优点", "", {"乙"})});
    CHECK(outcome(stored(notes), notes) ==
          Words{"unchanged a.md#0", "unchanged a.md#1", "unchanged a.md#2", "unchanged a.md#3"});
    CHECK(relink(stored(notes), notes).gone.empty());
    CHECK(relink({}, notes).decisions[0][0] == Decision{});
}

TEST_CASE("relink: edits that keep the meaning keep the history", "[cards]") {
    const auto before = one_note({make_draft("三次握手的过程是怎样的？", kHandshake),
                                  make_draft("观点1：先删缓存会读到旧值", kCache),
                                  make_draft("什么是回表？", kIndex)});
    const auto known = stored(before);
    struct {
        const char* what;
        std::vector<Draft> drafts;
        Words words;
    } const rows[] = {
        {"a slip", {make_draft("三次握手的过成是怎样的？", kHandshake)}, {"edited a.md#0"}},
        {"a question reworded",
         {make_draft("请说说三次握手有哪几步？", kHandshake)},
         {"edited a.md#0"}},
        {"an answer reworded",
         {make_draft("什么是回表？", "二级索引里只有主键值，因此要再查一次。")},
         {"edited a.md#2"}},
        {"a renumbered claim",
         {make_draft("观点4：先删缓存会读到旧值", kCache)},
         {"edited a.md#1"}},
        {"other headings",
         {make_draft("什么是回表？", kIndex, {"笔记", "索引"})},
         {"moved a.md#2"}},
        {"white space", {make_draft("什么是回表？ ", kIndex + "\r\n")}, {"unchanged a.md#2"}},
        {"an answer removed", {make_draft("什么是回表？", "")}, {"edited a.md#2"}},
        {"another order",
         {before[0].drafts[2], before[0].drafts[0]},
         {"unchanged a.md#2", "unchanged a.md#0"}},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        CHECK(outcome(known, one_note(row.drafts)) == row.words);
    }
}

TEST_CASE("relink: another question never inherits a history", "[cards]") {
    struct {
        const char* what;
        Draft before;
        Draft after;
    } const rows[] = {
        {"another protocol", make_draft("TCP 的特点？", kHandshake),
         make_draft("UDP 的特点？", kCache)},
        {"another protocol, same answer", make_draft("TCP 的特点？", kHandshake),
         make_draft("UDP 的特点？", kHandshake)},
        {"the opposite", make_draft("索引的优点有哪些？", ""),
         make_draft("索引的缺点有哪些？", "")},
        {"a negation", make_draft("为什么要用索引？", kIndex),
         make_draft("为什么不要用索引？", kIndex)},
        {"a number", make_draft("2PC 的过程？", kHandshake),
         make_draft("3PC 的过程？", kHandshake)},
        {"another word in an open question", make_draft("浏览器的缓存机制是怎样的？", ""),
         make_draft("浏览器的渲染机制是怎样的？", "")},
        {"a short question and another answer", make_draft("优点", kHandshake, {"甲"}),
         make_draft("优点", kCache, {"乙"})},
        {"something else altogether", make_draft("三次握手？", kHandshake),
         make_draft("什么是回表？", kIndex)},
    };
    for (const auto& row : rows) {
        INFO(row.what);
        const auto around = [](const Draft& middle) {
            return one_note({make_draft("前面的问题是什么？", "前面。"), middle,
                             make_draft("后面的问题是什么？", "后面。")});
        };
        const auto known = stored(around(row.before));
        CHECK(outcome(known, around(row.after)) ==
              Words{"unchanged a.md#0", "new", "unchanged a.md#2"});
        CHECK(relink(known, around(row.after)).gone == Words{"a.md#1"});
    }
}

TEST_CASE("relink: what is likely but not certain is listed", "[cards]") {
    const auto known = stored(one_note({make_draft("TCP 的特点有哪些？", kHandshake)}));
    const auto result = relink(known, one_note({make_draft("UDP 的特点有哪些？", kHandshake)}));
    CHECK(result.doubts == std::vector<Doubt>{{0, 0, {"a.md#0"}}});
    CHECK(result.decisions[0][0].how == Match::New);
    CHECK(result.gone == Words{"a.md#0"});
}

TEST_CASE("relink: claims that say nothing but their number are told apart by their answers",
          "[cards]") {
    const auto before = one_note({make_draft("观点1", kHandshake), make_draft("观点2", kCache)});
    const auto after = one_note({make_draft("观点1", kIndex), make_draft("观点2", kHandshake),
                                 make_draft("观点3", kCache)});
    CHECK(outcome(stored(before), after) == Words{"new", "edited a.md#0", "edited a.md#1"});
}

TEST_CASE("relink: the author's own anchor outweighs the words", "[cards]") {
    auto before = make_draft("TCP 的特点？", kHandshake);
    auto after = make_draft("UDP 与 QUIC 怎么选？", kCache);
    before.anchor = after.anchor = "proto";
    CHECK(outcome(stored(one_note({before})), one_note({after})) == Words{"edited a.md#0"});
    after.anchor = "other";
    after.front = before.front + "请说明";
    after.back = before.back;
    CHECK(outcome(stored(one_note({before})), one_note({after})) == Words{"new"});
}

TEST_CASE("relink: cards follow their note when it is renamed, split or merged", "[cards]") {
    const std::vector<Draft> drafts{make_draft("三次握手？", kHandshake),
                                    make_draft("缓存？", kCache),
                                    make_draft("什么是回表？", kIndex)};
    const auto known = stored(one_note(drafts));
    CHECK(outcome(known, {{"b.md", drafts}}) ==
          Words{"moved a.md#0", "moved a.md#1", "moved a.md#2"});
    const std::vector<NoteDrafts> split{{"a.md", {drafts[0]}}, {"b.md", {drafts[1], drafts[2]}}};
    CHECK(outcome(known, split, 1) == Words{"moved a.md#1", "moved a.md#2"});
    const auto two = stored({{"a.md", {drafts[0]}}, {"b.md", {drafts[1]}}});
    CHECK(outcome(two, {{"b.md", {drafts[0], drafts[1]}}}) ==
          Words{"moved a.md#0", "unchanged b.md#0"});
    CHECK(outcome(known, {{"b.md", {drafts[0], make_draft("缓存怎么保持一致？", kCache)}}}) ==
          Words{"moved a.md#0", "edited a.md#1"});
}

TEST_CASE("relink: what was gone comes back when its text comes back", "[cards]") {
    auto known =
        stored(one_note({make_draft("三次握手？", kHandshake), make_draft("缓存？", kCache)}));
    known[1].gone = true;
    const auto back =
        one_note({make_draft("三次握手？", kHandshake), make_draft("缓存？", kCache)});
    CHECK(outcome(known, back) == Words{"unchanged a.md#0", "returned a.md#1"});
    const auto other =
        one_note({make_draft("三次握手？", kHandshake), make_draft("缓存", kIndex, {"乙"})});
    CHECK(outcome(known, other) == Words{"unchanged a.md#0", "new"});
    CHECK(relink(known, other).gone.empty());
}

TEST_CASE("relink: the holes of a sentence are known by what was cut out", "[cards]") {
    const auto cloze = [](std::string front, std::string hole) {
        auto draft = make_draft(std::move(front), hole);
        draft.kind = CardKind::Cloze;
        draft.hole = std::move(hole);
        return draft;
    };
    const auto known = stored(one_note({cloze("索引存在 [...]，按主键排序", "叶子节点"),
                                        cloze("索引存在叶子节点，按 [...] 排序", "主键")}));
    CHECK(outcome(known, one_note({cloze("索引存在叶子节点，按 [...] 排序", "主键")})) ==
          Words{"unchanged a.md#1"});
    CHECK(outcome(known, one_note({cloze("索引都存在 [...]，按主键排序", "叶子节点"),
                                   cloze("索引都存在叶子节点，按主键 [...]", "排序"),
                                   cloze("索引都存在叶子节点，按 [...] 排序", "主键")})) ==
          Words{"edited a.md#0", "new", "edited a.md#1"});
}

TEST_CASE("relink: many rewordings in a large collection take bounded time", "[cards]") {
    std::vector<NoteDrafts> before;
    std::vector<NoteDrafts> after;
    for (int n = 0; n < 1500; ++n) {
        NoteDrafts note{"n" + std::to_string(n) + ".md", {}};
        for (int i = 0; i < 20; ++i) {
            const auto name = "topic" + std::to_string(n * 31 % 977) + " part" + std::to_string(i);
            note.drafts.push_back(
                make_draft("What does " + name + " do in case " + std::to_string(n) + "?",
                           "It keeps " + name + " and number " + std::to_string(n * 20 + i) +
                               " in one place, safely."));
        }
        before.push_back(note);
        for (auto& draft : note.drafts) {
            if (n % 2 == 0) draft.front += " Tell more about it.";
        }
        after.push_back(note);
    }
    const auto known = stored(before);
    const auto start = std::chrono::steady_clock::now();
    const auto result = relink(known, after);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    INFO(taken.count() << " s");
    CHECK(taken.count() < 30);
    std::size_t wrong = 0;
    for (std::size_t n = 0; n < after.size(); ++n) {
        for (std::size_t i = 0; i < 20; ++i) {
            const auto& id = result.decisions[n][i].id;
            wrong += !id.empty() && id != after[n].note + "#" + std::to_string(i) ? 1U : 0U;
        }
    }
    CHECK(wrong == 0);
    CHECK(result.gone.size() < 10);
}

}  // namespace
}  // namespace wengu
