#include "store/query.h"

#include "core/error.h"
#include "store/sample.h"

#include <catch2/catch.hpp>

#include <set>

namespace wengu::store {
namespace {

using test::draft;
using test::kToday;

TEST_CASE("query: reads words, phrases, fields and comparisons", "[store]") {
    using enum Field;
    const struct {
        const char* text;
        std::vector<Term> terms;
    } rows[] = {
        {"", {}},
        {"  \u3000 ", {}},
        {"推理 优化", {{Word, false, "推理"}, {Word, false, "优化"}}},
        {"推理\u3000优化", {{Word, false, "推理"}, {Word, false, "优化"}}},
        {"“two words” is：due 问：答",
         {{Word, false, "two words"}, {Is, false, "due"}, {Word, false, "问：答"}}},
        {"\"two words\" -three", {{Word, false, "two words"}, {Word, true, "three"}}},
        {"deck:cpp/raii tag:\"big data\"", {{Deck, false, "cpp/raii"}, {Tag, false, "big data"}}},
        {"-is:new kind:claim", {{Is, true, "new"}, {Kind, false, "claim"}}},
        {"mastery<0.5 due<=7",
         {{Mastery, false, "", Compare::Less, 0.5}, {Due, false, "", Compare::LessEqual, 7}}},
        {"due=-1 -reviews>=3",
         {{Due, false, "", Compare::Equal, -1}, {Reviews, true, "", Compare::GreaterEqual, 3}}},
        {"std::move http://x a<b - c",
         {{Word, false, "std::move"},
          {Word, false, "http://x"},
          {Word, false, "a<b"},
          {Word, false, "-"},
          {Word, false, "c"}}},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        CHECK(parse_query(row.text) == row.terms);
    }
}

TEST_CASE("query: says what is wrong and what was probably meant", "[store]") {
    const struct {
        const char* text;
        const char* message;
    } rows[] = {
        {"dcek:cpp",
         "a query knows no field dcek: (put text with a colon in quotes); did you mean deck?"},
        {"is:nwe", "no card can be is:nwe; did you mean new?"},
        {"kind:clozes", "there is no kind of card called clozes; did you mean cloze?"},
        {"mastery<half", "mastery< needs a number, not \"half\""},
        {"mastery:0.5", "mastery is compared with a number, as in mastery<3"},
        {"deck:", "deck: needs a value after the colon"},
        {"a \"b", "the query has an opening \" without a closing one"},
    };
    for (const auto& row : rows) {
        INFO(row.text);
        CHECK_THROWS_AS(parse_query(row.text), UsageError);
        CHECK_THROWS_WITH(parse_query(row.text), row.message);
    }
}

/// A collection in which every field has something to find: fronts are single letters.
Store collection() {
    Store store{":memory:"};
    Note cpp = test::note("cpp/a.md", "cpp");
    cpp.tags = {"lang/cpp"};
    Draft claim = draft("B", "a race");
    claim.kind = CardKind::Claim;
    claim.tags = {"Race"};
    const auto a = test::add_cards(store, {draft("A", "move"), claim}, cpp);
    const auto c = test::add_cards(store, {draft("C", "C++ 锁"), draft("D", "死锁 100%?")},
                                   test::note("db/x.md", "db/lock"));
    test::grade(store, a[0], Grade::Again, -1);
    test::grade(store, a[1], Grade::Good, 0);
    set_suspended(store, c[0], true, test::noon().at);
    set_flagged(store, a[0], true, test::noon().at);
    set_buried(store, a[0], kToday + std::chrono::days{1}, test::noon().at);
    Import import{store, test::noon(1).at};
    const NoteId note = note_at(store, "db/x.md")->id;
    const std::string gone = import.add_card(note, draft("E"), 5);
    import.card_gone(gone);
    Draft open = draft("F", "");
    open.kind = CardKind::Open;
    import.update_card(import.add_card(note, draft("old"), 6), note, open, 6);
    import.commit();
    return store;
}

TEST_CASE("query: each field finds its cards", "[store]") {
    const Store store = collection();
    const struct {
        const char* query;
        const char* fronts;
    } rows[] = {
        {"", "ABCDF"},
        {"deck:cpp", "AB"},
        {"deck:CPP", "AB"},
        {"deck:db", "CDF"},
        {"deck:d", ""},
        {"-deck:db", "AB"},
        {"tag:lang", "AB"},
        {"tag:lang/cpp", "AB"},
        {"tag:race", "B"},
        {"-tag:race", "ACDF"},
        {"tag:lan", ""},
        {"note:x.md", "CDF"},
        {"kind:claim", "B"},
        {"is:new", "CDF"},
        {"is:new -is:suspended", "DF"},
        {"is:review", "AB"},
        {"is:suspended", "C"},
        {"is:flagged", "A"},
        {"is:buried", "A"},
        {"is:due", ""},
        {"is:gone", "E"},
        {"is:open", "F"},
        {"is:edited", "F"},
        {"is:leech", ""},
        {"is:learning", ""},
        {"mastery>0", "AB"},
        {"mastery<=0", "CDF"},
        {"due<=0", "A"},
        {"due<=7", "AB"},
        {"-due<=7", "CDF"},
        {"interval=1", "AB"},
        {"reviews>1", ""},
        {"lapses>=1", "A"},
        {"c++", "C"},
        {"C++ 锁", "C"},
        {"锁", "CD"},
        {"锁 -死锁", "C"},
        {"rac", "B"},
        {"\"a race\"", "B"},
        {"?", "D"},
        {"100%", "D"},
        {"锁 is:suspended", "C"},
    };
    for (const auto& row : rows) {
        INFO(row.query);
        std::set<std::string> fronts;
        const auto terms = parse_query(row.query);
        for (const Card& card : list(store, terms, {.today = kToday})) {
            fronts.insert(card.draft.front);
        }
        std::string found;
        for (const std::string& front : fronts) found += front;
        CHECK(found == row.fronts);
        CHECK(count(store, terms, kToday) == static_cast<std::int64_t>(fronts.size()));
    }
}

TEST_CASE("find: by id, by its beginning, by the front, by words", "[store]") {
    const Store store = collection();
    const Card a = list(store, parse_query("move"), {}).at(0);
    CHECK(find(store, a.id).at(0).id == a.id);
    CHECK(find(store, a.id.substr(0, 6)).at(0).id == a.id);
    CHECK(find(store, "a").size() == 1);
    CHECK(find(store, "锁").size() == 2);
    CHECK(find(store, "nothing of the kind").empty());
}

TEST_CASE("list: orders, limits and skips", "[store]") {
    const Store store = collection();
    const auto fronts = [&](ListOptions options) {
        std::string all;
        for (const Card& card : list(store, {}, options)) all += card.draft.front;
        return all;
    };
    CHECK(fronts({}) == "ABCDF");
    CHECK(fronts({.order = Order::Due}) == "ABCDF");
    CHECK(fronts({.order = Order::Mastery, .limit = 3}) == "CDF");
    CHECK(fronts({.order = Order::Added, .limit = 2, .offset = 1}) == "BC");
    CHECK(decks(store) == std::vector<std::string>{"cpp", "db/lock"});
    CHECK(tags(store) == std::vector<std::string>{"Race", "lang/cpp"});
}

TEST_CASE("query: a mistake is placed on the term that makes no sense", "[store]") {
    const auto blamed = [](const std::string& query) {
        try {
            static_cast<void>(parse_query(query));
        } catch (const QueryError& error) {
            return query.substr(error.first, error.count);
        }
        return std::string{"nothing"};
    };
    CHECK(blamed("推理 is:dew mastery<0.5") == "is:dew");
    CHECK(blamed("-dec:cpp") == "-dec:cpp");
    CHECK(blamed("mastery<half") == "mastery<half");
    CHECK(blamed("a \"b") == "\"b");
    CHECK(blamed("a b") == "nothing");
}

}  // namespace
}  // namespace wengu::store
