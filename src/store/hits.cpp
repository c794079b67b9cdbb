#include "store/hits.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

namespace wengu::store {
namespace {

/// For a character of which every other card has one, a look at some cards is quicker than the
/// index, which first puts all its places in order. nullopt when it is not as frequent as that.
std::optional<std::vector<std::int64_t>> frequent_hits(Database& db, const std::string& character,
                                                       std::size_t most) {
    constexpr std::size_t kSample = 500;
    std::vector<std::int64_t> hits;
    std::size_t seen = 0;
    for (Query row{db, "select key, front, back from card order by key limit ?",
                   static_cast<std::int64_t>(2 * most)};
         hits.size() < most && row.next();) {
        ++seen;
        const bool found = row.text(1).find(character) != std::string::npos ||
                           row.text(2).find(character) != std::string::npos;
        if (found) hits.push_back(row.big(0));
        if (seen == kSample && hits.size() * 2 < seen) return std::nullopt;
    }
    if (hits.size() < most) return std::nullopt;
    return hits;
}

std::unordered_set<std::int64_t> gone_cards(Database& db) {
    std::unordered_set<std::int64_t> gone;
    for (Query row{db, "select key from card indexed by card_gone where gone = 1"}; row.next();) {
        gone.insert(row.big(0));
    }
    return gone;
}

}  // namespace

std::vector<std::int64_t> first_hits(Database& db, const Condition& condition, std::size_t most) {
    if (!condition.character.empty()) {
        if (auto hits = frequent_hits(db, condition.character, most)) return std::move(*hits);
    }
    std::vector<std::int64_t> hits;
    for (Query hit{db, "select rowid from search where search match ? order by rowid limit ?",
                   condition.match, static_cast<std::int64_t>(most)};
         hit.next();) {
        hits.push_back(hit.big(0));
    }
    return hits;
}

std::vector<std::int64_t> ranked_hits(Database& db, const Condition& condition) {
    std::vector<std::int64_t> hits;
    for (Query hit{db,
                   "select rowid from search where search match ? "
                   "order by bm25(search, 4.0, 1.0), rowid",
                   condition.match};
         hit.next();) {
        hits.push_back(hit.big(0));
    }
    return hits;
}

std::vector<std::int64_t> without_gone(Database& db, std::vector<std::int64_t> hits) {
    const auto gone = gone_cards(db);
    std::erase_if(hits, [&](std::int64_t key) { return gone.contains(key); });
    return hits;
}

std::int64_t count_hits(Database& db, const Condition& condition) {
    const auto gone = gone_cards(db);
    std::int64_t count = 0;
    for (Query hit{db, "select rowid from search where search match ?", condition.match};
         hit.next();) {
        count += gone.contains(hit.big(0)) ? 0 : 1;
    }
    return count;
}

}  // namespace wengu::store
