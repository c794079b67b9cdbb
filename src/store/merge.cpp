// The way back: lines of JSON into a collection.

#include "core/hash.h"
#include "store/exchange_rows.h"
#include "store/rows.h"
#include "store/upkeep.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace wengu::store {
namespace {

const char* const kInsertPoints =
    "insert into point select card.key, point.key, point.value ->> 'id', point.value ->> 'title', "
    "point.value ->> 'detail', point.value ->> 'group', point.value ->> 'kind', "
    "point.value ->> 'line' from json_each(?1, '$.points') as point "
    "join card on card.id = ?1 ->> 'id'";
const char* const kInsertSteps =
    "insert into drill_step select ?1 ->> 'id', step.key, step.value ->> 'at_ms', "
    "step.value ->> 'kind', card.key, step.value ->> 'payload' "
    "from json_each(?1, '$.steps') as step left join card on card.id = step.value ->> 'card' "
    "where 1 on conflict do nothing";
const char* const kInsertMisses =
    "insert into point_miss select ?1 ->> 'id', card.key, miss.value ->> 'point' "
    "from json_each(?1, '$.misses') as miss join card on card.id = miss.value ->> 'card' "
    "where 1 on conflict do nothing";

// What schedules start from must not depend on who was merged into whom.
const char* const kMergeStart =
    "update card set (reset_at_ms, seed_difficulty) = "
    "(nullif(max(coalesce(reset_at_ms, 0), coalesce(?1 ->> 'reset_at_ms', 0)), 0), "
    "min(seed_difficulty, ?1 ->> 'seed_difficulty')) where id = ?1 ->> 'id' "
    "and (coalesce(reset_at_ms, 0) < coalesce(?1 ->> 'reset_at_ms', 0) "
    "or seed_difficulty > ?1 ->> 'seed_difficulty')";

// Whether the other machine wrote these grades into the notes is not known, if it does not say.
// Whoever does say so has the earlier time.
const char* const kUnsaid =
    "insert into said_before select distinct note_id, 9007199254740991, null from review "
    "join card on card.key = review.card join note on note.id = note_id "
    "where seq > ? and keeps_state = 1 on conflict do nothing";

const RowKind* kind_of(Database& db, const std::string& line) {
    Query row{db, "select case when json_valid(?1) then coalesce(?1 ->> 'row', '') end", line};
    row.next();
    if (row.is_null(0)) fail("this line is not JSON: {}", line.substr(0, 60));
    const std::string name = row.text(0);
    const auto kinds = row_kinds();
    const auto kind =
        std::ranges::find_if(kinds, [&](const RowKind& known) { return name == known.name; });
    return kind == kinds.end() ? nullptr : &*kind;
}

/// A member of the object that is a text.
std::string member(Database& db, const std::string& line, const char* name) {
    Query row{db, "select coalesce(?1 ->> ?2, '')", line, name};
    row.next();
    return row.text(0);
}

bool has_note(Database& db, const std::string& path) {
    return Query{db, "select 1 from note where path = ?", path}.next();
}

bool has_card(Database& db, const std::string& id) {
    return Query{db, "select 1 from card where id = ?", id}.next();
}

/// What two cards have in common that are one, found on two machines.
struct Twin {
    std::string id;
    std::string heading_path;
    bool answered = false;
};

/// The cards that were here before the merge, by their texts. Read when first asked for.
class Twins {
public:
    explicit Twins(Database& db) : db_{db}, last_key_{last_card_key(db)} {}

    /// The card here that reads like the one of the line but has another id: its text was edited
    /// on one of the machines. nullopt when there is none, or when it is one of `theirs` too.
    std::optional<std::string> of(const std::string& line,
                                  const std::unordered_set<std::string>& theirs) {
        if (!read_) read();
        Query row{db_, kTextOfLine, line};
        row.next();
        const auto key = key_of(row);
        const auto found = twins_.find(key);
        if (found == twins_.end()) return std::nullopt;
        const std::string place = row.text(4);
        auto& same = found->second;
        std::erase_if(same, [&](const Twin& twin) { return theirs.contains(twin.id); });
        auto best = std::ranges::find(same, place, &Twin::heading_path);
        if (best == same.end()) best = std::ranges::find(same, true, &Twin::answered);
        if (best == same.end()) return std::nullopt;
        std::string id = std::move(best->id);
        same.erase(best);
        return id;
    }

private:
    static constexpr const char* kTextOfLine =
        "select ?1 ->> 'kind', ?1 ->> 'hole', ?1 ->> 'front', ?1 ->> 'back', "
        "?1 ->> 'heading_path'";

    static std::uint64_t key_of(const Query& row) {
        std::uint64_t key = 0;
        for (int column = 0; column < 4; ++column) key = hash64(row.text(column), key);
        return key;
    }

    void read() {
        read_ = true;
        for (Query row{db_,
                       "select kind, hole, front, back, heading_path, id from card "
                       "where gone = 0 and kind <> 'point' and key <= ? order by key",
                       last_key_};
             row.next();) {
            twins_[key_of(row)].push_back({row.text(5), row.text(4), !row.text(3).empty()});
        }
    }

    Database& db_;
    std::int64_t last_key_;
    bool read_ = false;
    std::unordered_map<std::uint64_t, std::vector<Twin>> twins_;
};

/// One merge, line after line.
class Merge {
public:
    explicit Merge(Database& db) : db_{db}, twins_{db} {
        Query last{db_, "select coalesce(max(seq), 0) from review"};
        last.next();
        last_review_ = last.big(0);
    }

    void take(const std::string& line) {
        const RowKind* kind = kind_of(db_, line);
        const std::string_view name = kind == nullptr ? "" : kind->name;
        if (name == "note") {
            take_note(line);
        } else if (name == "card") {
            take_card(*kind, line);
        } else {
            settle_cards();
            take_other(kind, line);
        }
    }

    Merged finish() {
        settle_cards();
        Query{db_, kUnsaid, last_review_}.run();
        return merged_;
    }

    /// Whether schedules may have changed.
    [[nodiscard]] bool moved() const { return moved_; }

private:
    /// A note that is not here waits for a card that needs it: its text may lie here under
    /// another path.
    void take_note(const std::string& line) {
        auto path = member(db_, line, "path");
        if (!has_note(db_, path)) notes_.insert_or_assign(std::move(path), line);
    }

    void take_card(const RowKind& kind, const std::string& line) {
        auto id = member(db_, line, "id");
        const bool known = has_card(db_, id);
        if (!known) {
            new_cards_.push_back(line);
        } else if (Query{db_, kMergeStart, line}.run() > 0) {
            moved_ = true;
        }
        insert_card_ = kind.insert;
        ids_.insert(std::move(id));
    }

    /// Adds the new cards, once it is known which ids the other machine has.
    void settle_cards() {
        for (const auto& line : std::exchange(new_cards_, {})) {
            const auto id = member(db_, line, "id");
            if (const auto twin = twins_.of(line, ids_)) {
                ours_.emplace(id, *twin);
                moved_ = Query{db_, kMergeStart, renamed(line)}.run() > 0 || moved_;
            } else {
                add_card(line);
            }
        }
    }

    void add_card(const std::string& line) {
        const auto path = member(db_, line, "note");
        if (const auto waiting = notes_.find(path); waiting != notes_.end()) {
            const auto kinds = row_kinds();
            Query{db_, kinds.front().insert, waiting->second}.run();
            notes_.erase(waiting);
        }
        const int added = Query{db_, insert_card_, line}.run();
        if (added == 0) {
            ++merged_.skipped;
            return;
        }
        Query{db_, kInsertPoints, line}.run();
        merged_.cards += added;
        moved_ = true;
    }

    void take_other(const RowKind* kind, const std::string& theirs) {
        const std::string line = renamed(theirs);
        if (kind == nullptr || !has_target(line)) {
            ++merged_.skipped;
            return;
        }
        const int changed = Query{db_, kind->insert, line}.run();
        const std::string_view name = kind->name;
        if (name == "review") merged_.reviews += changed;
        if (name == "undone") merged_.undone += changed;
        if (name == "drill") {
            Query{db_, kInsertSteps, line}.run();
            Query{db_, kInsertMisses, line}.run();
        }
        const bool moves = name == "seed" || name == "review" || name == "undone";
        moved_ = moved_ || (moves && changed > 0);
    }

    /// Whether the card or review that a line is about is known here.
    bool has_target(const std::string& line) {
        Query row{db_,
                  "select case ?1 ->> 'row' "
                  "when 'seed' then exists (select 1 from card where id = ?1 ->> 'card') "
                  "when 'review' then exists (select 1 from card where id = ?1 ->> 'card') "
                  "when 'said_before' then exists (select 1 from card where id = ?1 ->> 'card') "
                  "when 'undone' then exists (select 1 from review where id = ?1 ->> 'review') "
                  "else 1 end",
                  line};
        return row.next() && row.flag(0);
    }

    /// The line with our ids for cards that have another one there. A drill's plan is JSON
    /// within JSON: there the quotes are escaped.
    [[nodiscard]] std::string renamed(const std::string& line) const {
        if (ours_.empty()) return line;
        std::string result;
        std::size_t copied = 0;
        for (auto quote = line.find('"'); quote != std::string::npos;
             quote = line.find('"', quote + 1)) {
            const auto end = std::min(line.find_first_of("\\\"", quote + 1), line.size());
            const auto found = ours_.find(line.substr(quote + 1, end - quote - 1));
            if (found == ours_.end()) continue;
            result.append(line, copied, quote + 1 - copied).append(found->second);
            copied = end;
        }
        return result.append(line, copied);
    }

    Database& db_;
    std::int64_t last_review_ = 0;  ///< The last one before.
    Twins twins_;
    Merged merged_;
    bool moved_ = false;
    std::unordered_map<std::string, std::string> notes_;  ///< Not here yet, by path.
    std::vector<std::string> new_cards_;
    const char* insert_card_ = nullptr;
    std::unordered_set<std::string> ids_;                ///< Of all cards in the lines.
    std::unordered_map<std::string, std::string> ours_;  ///< Our ids by theirs.
};

}  // namespace

Merged merge_rows(Store& store, const std::function<std::optional<std::string>()>& next,
                  const Replay& replay) {
    return store.change(later("cannot merge: {}"), [&](Database& db) {
        const std::int64_t known = last_card_key(db);
        Merge merge{db};
        while (const auto line = next()) merge.take(*line);
        const Merged merged = merge.finish();
        index_cards_after(db, known);
        if (merge.moved()) rebuild(store, replay);
        return merged;
    });
}

}  // namespace wengu::store
