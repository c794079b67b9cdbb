// The way back: lines of JSON into a collection.

#include "core/hash.h"
#include "store/exchange_check.h"
#include "store/exchange_rows.h"
#include "store/point_cards.h"
#include "store/rows.h"
#include "store/upkeep.h"

#include <algorithm>
#include <array>
#include <set>
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
const char* const kInsertHeard =
    "insert into point_heard select ?1 ->> 'id', card.key, heard.value ->> 'point' "
    "from json_each(?1, '$.heard') as heard join card on card.id = heard.value ->> 'card' "
    "where 1 on conflict do nothing";

// Of two tellings of one interview the one that got further holds: taken back, then finished,
// then with more steps; of two as long, one that both machines choose.
const std::string kVersion =
    "(case {0} ->> 'state' when 'open' then 0 when 'finished' then 1 else 2 end, "
    "json_array_length({0}, '$.steps'), (select json_group_array(json_array(value ->> 'at_ms', "
    "value ->> 'kind', value ->> 'payload')) from json_each({0}, '$.steps')))";
const std::string kIsFurther = "select " + fmt::format(fmt::runtime(kVersion), "?1") + " > " +
                               fmt::format(fmt::runtime(kVersion), "?2");

// What schedules start from must not depend on who was merged into whom.
const char* const kMergeStart =
    "update card set (reset_at_ms, reset_changed_ms, seed_difficulty) = "
    "(iif(coalesce(?1 ->> 'reset_at_ms', 0) > reset_changed_ms, ?1 ->> 'reset_at_ms', "
    "reset_at_ms), max(reset_changed_ms, coalesce(?1 ->> 'reset_at_ms', 0)), "
    "min(seed_difficulty, ?1 ->> 'seed_difficulty')) where id = ?1 ->> 'id' "
    "and (reset_changed_ms < coalesce(?1 ->> 'reset_at_ms', 0) "
    "or seed_difficulty > ?1 ->> 'seed_difficulty')";

// Marks of which nobody knows when they were set.
const char* const kOldMarks =
    "update card set (suspended, flagged, buried_until) = "
    "(iif(suspended_at_ms = 0, max(suspended, ?1 ->> 'suspended'), suspended), "
    "iif(flagged_at_ms = 0, max(flagged, ?1 ->> 'flagged'), flagged), "
    "iif(buried_at_ms = 0, nullif(max(coalesce(buried_until, 0), "
    "coalesce(?1 ->> 'buried_until', 0)), 0), buried_until)) where id = ?1 ->> 'id' "
    "and (suspended_at_ms = 0 and suspended < ?1 ->> 'suspended' "
    "or flagged_at_ms = 0 and flagged < ?1 ->> 'flagged' "
    "or buried_at_ms = 0 and coalesce(buried_until, 0) < coalesce(?1 ->> 'buried_until', 0))";
const char* const kOldTag =
    "insert into user_tag select key, ?2, 1, 0 from card where id = ?1 on conflict do nothing";

struct MarkColumns {
    const char* what;
    const char* value;
    const char* at_ms;
};
constexpr std::array<MarkColumns, 4> kMarks{{
    {"suspended", "suspended", "suspended_at_ms"},
    {"flagged", "flagged", "flagged_at_ms"},
    {"buried", "buried_until", "buried_at_ms"},
    {"reset", "reset_at_ms", "reset_changed_ms"},
}};

/// Takes the mark of a line over if it is newer; whether it was.
bool merge_mark(Database& db, const MarkColumns& mark, const std::string& line) {
    return Query{db,
                 fmt::format(
                     "update card set ({0}, {1}) = (?1 ->> 'value', ?1 ->> 'at_ms') "
                     "where id = ?1 ->> 'card' and (?1 ->> 'at_ms', coalesce(?1 ->> 'value', 0)) > "
                     "({1}, coalesce({0}, 0))",
                     mark.value, mark.at_ms),
                 line}
               .run() > 0;
}

// Whether the other machine wrote these grades into the notes is not known, if it does not say.
// Whoever does say so has the earlier time.
const char* const kUnsaid =
    "insert into said_before select distinct note_id, 9007199254740991, null from review "
    "join card on card.key = review.card join note on note.id = note_id "
    "where seq > ? and keeps_state = 1 on conflict do nothing";

/// How every line of ours begins; others are read as JSON first.
constexpr std::string_view kRowStart = "{\"row\":\"";

std::string kind_name(Database& db, const std::string& line) {
    Query row{db, "select case when json_valid(?1) then coalesce(?1 ->> 'row', '') end", line};
    row.next();
    if (row.is_null(0)) fail("this line is not JSON: {}", line.substr(0, 60));
    return row.text(0);
}

const RowKind* kind_called(std::string_view name) {
    const auto kinds = row_kinds();
    const auto kind =
        std::ranges::find_if(kinds, [&](const RowKind& known) { return name == known.name; });
    return kind == kinds.end() ? nullptr : &*kind;
}

/// The id of a line as we write it, without reading it as JSON; empty for any other line.
std::string_view id_of_our_line(std::string_view line, std::string_view kind) {
    constexpr std::string_view kThenId = "\",\"id\":\"";
    constexpr std::size_t kIdSize = 16;
    const auto start = kRowStart.size() + kind.size() + kThenId.size();
    if (!line.starts_with(kRowStart) || line.size() < start + kIdSize) return {};
    if (line.substr(kRowStart.size(), kind.size()) != kind) return {};
    if (line.substr(kRowStart.size() + kind.size(), kThenId.size()) != kThenId) return {};
    return line.substr(start, kIdSize);
}

/// The line that we would write for the card or drill with that id; empty when there is none.
std::string own_line(Database& db, const RowKind& kind, std::string_view id) {
    std::string sql = kind.select;
    sql.resize(sql.rfind(" order by "));
    Query row{db, fmt::format("{} where {}.id = ?", sql, kind.name), id};
    return row.next() ? row.text(0) : std::string{};
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

    void add(const std::string& line) {
        if (is_known(line)) return;
        const std::string name = kind_name(db_, line);
        const RowKind* kind = kind_called(name);
        if (kind != nullptr) check_row(db_, *kind, line);
        if (name == "note") {
            keep_note(line);
        } else if (name == "card") {
            add_or_keep_card(*kind, line);
        } else {
            settle_cards();
            add_other(kind, line);
        }
    }

    Merged finish() {
        settle_cards();
        Query{db_, kUnsaid, last_review_}.run();
        for (const auto& id : tagged_) refresh_user_tags(db_, card_key(db_, id));
        refresh_point_cards(db_);
        return merged_;
    }

    /// Whether schedules may have changed.
    [[nodiscard]] bool moved() const { return moved_; }

private:
    /// Whether we would write the very same line, or have the row of the log that it holds.
    bool is_known(const std::string& line) {
        static const RowKind* const card = kind_called("card");
        if (const auto id = id_of_our_line(line, "review"); !id.empty()) {
            return Query{db_, "select 1 from review where id = ?", id}.next();
        }
        const auto id = id_of_our_line(line, "card");
        if (id.empty() || own_line(db_, *card, id) != line) return false;
        ids_.emplace(id);
        return true;
    }

    /// A note that is not here waits for a card that needs it: its text may lie here under
    /// another path.
    void keep_note(const std::string& line) {
        auto path = member(db_, line, "path");
        if (!has_note(db_, path)) notes_.insert_or_assign(std::move(path), line);
    }

    void add_or_keep_card(const RowKind& kind, const std::string& line) {
        auto id = member(db_, line, "id");
        if (has_card(db_, id)) {
            add_start_and_marks(line, id);
        } else {
            new_cards_.push_back(line);
        }
        insert_card_ = kind.insert;
        ids_.insert(std::move(id));
    }

    /// To a card that is here already; `line` names it as we do.
    void add_start_and_marks(const std::string& line, const std::string& id) {
        moved_ = Query{db_, kMergeStart, line}.run() > 0 || moved_;
        Query{db_, kOldMarks, line}.run();
        add_old_tags(line, id);
    }

    void add_old_tags(const std::string& line, const std::string& id) {
        for (const auto& tag : split_list(member(db_, line, "user_tags"))) {
            Query{db_, kOldTag, id, tag}.run();
            tagged_.insert(id);
        }
    }

    /// Adds the new cards, once it is known which ids the other machine has.
    void settle_cards() {
        for (const auto& line : std::exchange(new_cards_, {})) {
            const auto id = member(db_, line, "id");
            if (const auto twin = twins_.of(line, ids_)) {
                ours_.emplace(id, *twin);
                add_start_and_marks(renamed(line), *twin);
            } else {
                add_card(line);
            }
        }
    }

    /// Adds the note with that path if it came in a line and waits for something that needs it.
    void add_waiting_note(const std::string& path) {
        const auto waiting = notes_.find(path);
        if (waiting == notes_.end()) return;
        Query{db_, row_kinds().front().insert, waiting->second}.run();
        notes_.erase(waiting);
    }

    void add_card(const std::string& line) {
        add_waiting_note(member(db_, line, "note"));
        const int added = Query{db_, insert_card_, line}.run();
        if (added == 0) {
            ++merged_.skipped;
            return;
        }
        Query{db_, kInsertPoints, line}.run();
        Query{db_,
              "update card set reset_changed_ms = coalesce(reset_at_ms, 0) "
              "where id = ?1 ->> 'id' and reset_at_ms is not null",
              line}
            .run();
        add_old_tags(line, member(db_, line, "id"));
        merged_.cards += added;
        moved_ = true;
    }

    void add_other(const RowKind* kind, const std::string& theirs) {
        const std::string line = renamed(theirs);
        const std::string_view name = kind == nullptr ? "" : kind->name;
        if (name == "said_before") add_waiting_note(member(db_, line, "note"));
        if (kind == nullptr || !has_target(line)) {
            ++merged_.skipped;
            return;
        }
        if (name == "mark") {
            add_mark(line);
            return;
        }
        if (name == "drill") replace_drill(line);
        const int changed = Query{db_, kind->insert, line}.run();
        if (name == "review") merged_.reviews += changed;
        if (name == "undone") merged_.undone += changed;
        if (name == "user_tag" && changed > 0) tagged_.insert(member(db_, line, "card"));
        if (name == "drill") {
            for (const char* insert : {kInsertSteps, kInsertMisses, kInsertHeard}) {
                Query{db_, insert, line}.run();
            }
        }
        const bool moves = name == "seed" || name == "review" || name == "undone";
        moved_ = moved_ || (moves && changed > 0);
    }

    void add_mark(const std::string& line) {
        const auto what = member(db_, line, "what");
        const auto* mark = std::ranges::find(kMarks, what, [](const MarkColumns& columns) {
            return std::string_view{columns.what};
        });
        const bool changed = merge_mark(db_, *mark, line);
        moved_ = moved_ || (changed && what == "reset");
    }

    /// Makes room for the line's telling of an interview, if it got further than ours.
    void replace_drill(const std::string& line) {
        const auto id = member(db_, line, "id");
        const auto ours = own_line(db_, *kind_called("drill"), id);
        if (ours.empty() || ours == line) return;
        Query further{db_, kIsFurther, line, ours};
        if (!further.next() || !further.flag(0)) return;
        for (const char* table : {"drill_step", "point_miss", "point_heard"}) {
            Query{db_, fmt::format("delete from {} where drill = ?", table), id}.run();
        }
        Query{db_,
              "update drill set (state, payload) = (?1 ->> 'state', ?1 ->> 'payload') "
              "where id = ?1 ->> 'id'",
              line}
            .run();
    }

    /// Whether the card or review that a line is about is known here.
    bool has_target(const std::string& line) {
        Query row{db_,
                  "select case ?1 ->> 'row' "
                  "when 'seed' then exists (select 1 from card where id = ?1 ->> 'card') "
                  "when 'review' then exists (select 1 from card where id = ?1 ->> 'card') "
                  "when 'mark' then exists (select 1 from card where id = ?1 ->> 'card') "
                  "when 'user_tag' then exists (select 1 from card where id = ?1 ->> 'card') "
                  "when 'point_card' then exists (select 1 from card where id = ?1 ->> 'card') "
                  "when 'said_before' then exists (select 1 from card where id = ?1 ->> 'card') "
                  "or exists (select 1 from note where path = ?1 ->> 'note') "
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
    std::set<std::string> tagged_;                       ///< Cards whose own tags changed.
};

}  // namespace

Merged merge_rows(Store& store, const std::function<std::optional<std::string>()>& next,
                  const Replay& replay) {
    return store.change(N_("cannot merge: {}"), [&](Database& db) {
        const std::int64_t known = last_card_key(db);
        Merge merge{db};
        while (const auto line = next()) merge.add(*line);
        const Merged merged = merge.finish();
        index_cards_after(db, known);
        if (merge.moved()) rebuild(store, replay);
        return merged;
    });
}

}  // namespace wengu::store
