#include "store/cards.h"

#include "core/text.h"
#include "store/hits.h"
#include "store/rows.h"
#include "store/select.h"

#include <algorithm>
#include <set>

namespace wengu::store {
namespace {

constexpr const char* kCannotReadCards = N_("cannot read the cards: {}");

/// bm25 costs a few microseconds a hit: ranking more would be felt.
constexpr std::size_t kMostRanked = 5000;

const std::string kCardColumns =
    "select card.key, card.id, note_id, note.path, note.deck, note.tags, "
    "trim(card.tags || char(10) || card.user_tags, char(10)), card.kind, "
    "card.front, card.back, front_line, back_first, back_last, rule, confidence, heading_path, "
    "anchor, "
    "hole, card.gone, suspended, flagged, buried_until, edited_at_ms, mastery, leech, phase, "
    "due_day, due_at_ms, interval_days, step, streak, ease, stability, card.difficulty, reviews, "
    "lapses, last_day, topic, worth from card join note on note.id = card.note_id ";
constexpr int kFirstScheduleColumn = 25;
constexpr int kTopicColumn = 37;

Draft read_draft(const Query& row) {
    return {.kind = card_kind(row.text(7)),
            .front = row.text(8),
            .back = row.text(9),
            .front_line = row.integer(10),
            .back_lines = {row.integer(11), row.integer(12)},
            .rule = row.text(13),
            .confidence = row.real(14),
            .heading_path = split_list(row.text(15)),
            .tags = split_list(row.text(6)),
            .points = {},
            .anchor = row.text(16),
            .hole = row.text(17),
            .topic = row.text(kTopicColumn),
            .worth = row.integer(kTopicColumn + 1)};
}

std::vector<std::string> all_tags(const Query& row) {
    std::vector<std::string> tags = split_list(row.text(5));
    for (std::string& tag : split_list(row.text(6))) {
        if (std::ranges::count(tags, tag) == 0) tags.push_back(std::move(tag));
    }
    return tags;
}

Card read_card(const Query& row) {
    return {.id = row.text(1),
            .note_id = row.big(2),
            .note = row.text(3),
            .deck = row.text(4),
            .tags = all_tags(row),
            .draft = read_draft(row),
            .progress = {read_schedule(row, kFirstScheduleColumn), row.real(23), row.flag(24)},
            .gone = row.flag(18),
            .suspended = row.flag(19),
            .flagged = row.flag(20),
            .buried_until = row.maybe_day(21),
            .edited_at = row.maybe_instant(22)};
}

std::vector<Card> read_cards(Database& db, Query& row, bool with_points) {
    std::vector<Card> cards;
    while (row.next()) {
        cards.push_back(read_card(row));
        if (with_points) cards.back().draft.points = read_points(db, row.big(0));
    }
    return cards;
}

/// What follows the columns of a select over `card join note`.
std::string rest_of(const Condition& condition, const std::string& order) {
    const std::string source =
        condition.match.empty()
            ? "where "
            : "join search on search.rowid = card.key where search match ? and ";
    return source + condition.sql + " order by " + order + " limit ? offset ?";
}

/// Without a sort where the index has the order already.
std::string order_by(const Condition& condition, Order order, bool ranked) {
    if (ranked) return "bm25(search, 4.0, 1.0), search.rowid";
    switch (order) {
        case Order::Note: return "note.path, position, card.key";
        case Order::Due: return "due_day is null, due_day, card.key";
        case Order::Mastery: return "mastery, card.key";
        default: return condition.match.empty() ? "card.key" : "search.rowid";
    }
}

std::vector<Card> select_ordered(Database& db, const Condition& condition,
                                 const ListOptions& options, bool ranked) {
    const std::string order = order_by(condition, options.order, ranked);
    Query row{db, kCardColumns + rest_of(condition, order)};
    if (!condition.match.empty()) row.bind(condition.match);
    bind_values(row, condition.values);
    row.bind(options.limit);
    row.bind(options.offset);
    return read_cards(db, row, options.points);
}

/// The cards with these keys, in their order.
std::vector<Card> read_in_order(Database& db, const std::vector<std::int64_t>& keys,
                                bool with_points) {
    auto sorted = keys;
    std::ranges::sort(sorted);
    Query row{db,
              kCardColumns + "where card.key in (select value from json_each(?)) order by card.key",
              fmt::format("[{}]", fmt::join(sorted, ","))};
    auto found = read_cards(db, row, with_points);
    std::vector<Card> cards;
    for (const std::int64_t key : keys) {
        const auto place = std::ranges::lower_bound(sorted, key) - sorted.begin();
        cards.push_back(std::move(found.at(static_cast<std::size_t>(place))));
    }
    return cards;
}

/// The part of the hits that was asked for.
std::vector<Card> page_of(Database& db, const std::vector<std::int64_t>& hits,
                          const ListOptions& options) {
    const auto known = std::ssize(hits);
    const auto first = std::min<std::int64_t>(options.offset, known);
    const auto last = options.limit < 0 ? known : std::min(first + options.limit, known);
    return read_in_order(db, {hits.begin() + first, hits.begin() + last}, options.points);
}

/// Few hits are ranked; of many the first ones are known already.
std::vector<Card> select_by_relevance(Database& db, const Condition& condition,
                                      const ListOptions& options) {
    auto hits = first_hits(db, condition, kMostRanked + 1);
    const bool few = hits.size() <= kMostRanked;
    if (!condition.only_words) return select_ordered(db, condition, options, few);
    if (few) return page_of(db, without_gone(db, ranked_hits(db, condition)), options);
    hits = without_gone(db, std::move(hits));
    const bool known = options.limit >= 0 && options.offset + options.limit <= std::ssize(hits);
    return known ? page_of(db, hits, options) : select_ordered(db, condition, options, false);
}

std::vector<Card> select_cards(Database& db, const Condition& condition,
                               const ListOptions& options) {
    if (options.order == Order::Relevance && !condition.match.empty()) {
        return select_by_relevance(db, condition, options);
    }
    return select_ordered(db, condition, options, false);
}

/// Cards that are not gone, without a look at them.
std::int64_t count_all(Database& db) {
    Query row{db,
              "select (select count(*) from card) - "
              "(select count(*) from card indexed by card_gone where gone = 1)"};
    row.next();
    return row.big(0);
}

std::vector<Card> by_id(Database& db, const std::string& text, int limit) {
    Query exact{db, kCardColumns + "where card.id = ?", text};
    auto cards = read_cards(db, exact, true);
    if (!cards.empty() || text.size() < 4) return cards;
    Query prefix{db,
                 kCardColumns +
                     "where card.id >= ?1 and card.id < ?1 || x'7f' "
                     "order by card.id limit ?2",
                 text, limit};
    return read_cards(db, prefix, true);
}

std::vector<std::string> distinct_lines(const Store& store, const char* sql) {
    return store.run(kCannotReadCards, [&](Database& db) {
        std::set<std::string> all;
        for (Query row{db, sql}; row.next();) {
            for (std::string& line : split_list(row.text(0))) all.insert(std::move(line));
        }
        return std::vector<std::string>{all.begin(), all.end()};
    });
}

}  // namespace

std::string_view state_of(const Card& card) {
    if (card.gone) return "gone";
    if (card.suspended) return "suspended";
    switch (card.progress.schedule.phase) {
        case Phase::New: return "new";
        case Phase::Review: return "review";
        default: return "learning";
    }
}

std::vector<Card> list(const Store& store, const std::vector<Term>& query,
                       const ListOptions& options) {
    return store.run(kCannotReadCards, [&](Database& db) {
        return select_cards(db, to_condition(query, options.today), options);
    });
}

std::int64_t count(const Store& store, const std::vector<Term>& query, Day today) {
    return store.run(kCannotReadCards, [&](Database& db) {
        if (query.empty()) return count_all(db);
        const Condition condition = to_condition(query, today);
        if (condition.only_words) return count_hits(db, condition);
        Query row{db, "select count(*) from card " + rest_of(condition, "1")};
        if (!condition.match.empty()) row.bind(condition.match);
        bind_values(row, condition.values);
        row.bind(-1);
        row.bind(0);
        row.next();
        return row.big(0);
    });
}

std::optional<Card> card_with(const Store& store, const std::string& id) {
    return store.run(kCannotReadCards, [&](Database& db) -> std::optional<Card> {
        Query row{db, kCardColumns + "where card.id = ?", id};
        auto cards = read_cards(db, row, true);
        if (cards.empty()) return std::nullopt;
        return std::move(cards.front());
    });
}

std::vector<Card> find(const Store& store, const std::string& text, int limit) {
    return store.run(kCannotReadCards, [&](Database& db) {
        auto cards = by_id(db, text, limit);
        if (!cards.empty()) return cards;
        const ListOptions options{.order = Order::Relevance, .points = true, .limit = limit};
        const Term words{.field = Field::Word, .text = text};
        cards = select_cards(db, to_condition({words}, options.today), options);
        const std::string wanted = normalise(text);
        const auto reads_so = [&](const Card& card) {
            return normalise(card.draft.front) == wanted;
        };
        if (std::ranges::any_of(cards, reads_so)) {
            std::erase_if(cards, [&](const Card& card) { return !reads_so(card); });
        }
        return cards;
    });
}

std::vector<Point> points_of(const Store& store, const std::string& card_id) {
    return store.run(kCannotReadCards,
                     [&](Database& db) { return read_points(db, card_key(db, card_id)); });
}

std::vector<std::string> sample_texts(const Store& store, int most) {
    return store.run(kCannotReadCards, [&](Database& db) {
        std::vector<std::string> texts;
        Query ends{db, "select coalesce(min(key), 0), coalesce(max(key), -1) from card"};
        ends.next();
        const std::int64_t first = ends.big(0);
        const std::int64_t span = ends.big(1) - first + 1;
        std::int64_t next = first;
        for (std::int64_t i = 0; i < most; ++i) {
            next = std::max(next, first + i * span / most);
            Query row{db,
                      "select key, front || char(10) || back from card "
                      // The plus keeps SQLite from sorting all cards that are there.
                      "where key >= ? and +gone = 0 order by key limit 1",
                      next};
            if (!row.next()) break;
            next = row.big(0) + 1;
            texts.push_back(row.text(1));
        }
        return texts;
    });
}

std::vector<std::string> decks(const Store& store) {
    return distinct_lines(store, "select distinct deck from note where gone = 0");
}

std::vector<std::string> tags(const Store& store) {
    return distinct_lines(
        store,
        "select tags from note where gone = 0 and tags <> '' union "
        "select tags from card indexed by card_tags where gone = 0 and tags <> '' "
        "union select user_tags from card indexed by card_user_tags "
        "where gone = 0 and user_tags <> ''");
}

}  // namespace wengu::store
