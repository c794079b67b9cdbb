#include "store/stats.h"

#include "store/rows.h"

#include <algorithm>
#include <map>
#include <set>

namespace wengu::store {
namespace {

constexpr const char* kCannotReadStats = N_("cannot read the statistics: {}");

const std::string kNoteStates =
    "select id, path, (select count(*) from card where note_id = note.id and +gone = 0 "
    "and +suspended = 0), "
    "(select coalesce(avg(mastery), 0) from card where note_id = note.id and +gone = 0 "
    "and +suspended = 0), "
    "(select min(due_day) from card where note_id = note.id and +gone = 0 and +suspended = 0), "
    "(select max(day) from card join live_review as review on review.card = card.key "
    "where note_id = note.id and counted and source <> 'import'), "
    "(select count(distinct day) from card join live_review as review "
    "on review.card = card.key where note_id = note.id and counted and source <> 'import'), "
    "brought_last_day, brought_reviews from note ";

NoteState read_state(const Query& row) {
    NoteState state{.id = row.big(0),
                    .path = row.text(1),
                    .cards = row.integer(2),
                    .mastery = row.real(3),
                    .next_review = row.maybe_day(4),
                    .last_reviewed = row.maybe_day(5),
                    .days_here = row.integer(6),
                    .review_days = row.integer(6) + row.integer(8)};
    state.last_reviewed = std::max(state.last_reviewed, row.maybe_day(7));  // none is least
    return state;
}

struct Sum {
    int cards = 0;
    int seen = 0;
    double mastery = 0;

    void add(const Sum& more) {
        cards += more.cards;
        seen += more.seen;
        mastery += more.mastery;
    }
};

/// Means that are added up card by card or group by group.
class Means {
public:
    void add(const std::string& name, const Sum& more) { sums_[name].add(more); }

    [[nodiscard]] std::vector<GroupMastery> groups() const {
        std::vector<GroupMastery> all;
        for (const auto& [name, sum] : sums_) {
            all.push_back({name, sum.cards, sum.seen, sum.mastery / sum.cards});
        }
        return all;
    }

private:
    std::map<std::string, Sum> sums_;
};

void add_own_tags(Database& db, Means& means) {
    for (Query row{db,
                   "select note.tags, card.tags, phase <> 'new', mastery "
                   "from card indexed by card_tags join note on note.id = card.note_id "
                   "where card.gone = 0 and suspended = 0 and card.tags <> ''"};
         row.next();) {
        const auto of_note = split_list(row.text(0));
        const auto own = split_list(row.text(1));
        for (const std::string& tag : std::set<std::string>{own.begin(), own.end()}) {
            if (std::ranges::count(of_note, tag) > 0) continue;
            means.add(tag, {1, row.integer(2), row.real(3)});
        }
    }
}

/// Means over the notes' groups; `column` of a note names them, `names` takes it apart.
template <typename Names>
std::vector<GroupMastery> means_by(const Store& store, const std::string& column, Names names) {
    return store.run(kCannotReadStats, [&](Database& db) {
        Means means;
        const auto read = [&](Query& row) {
            while (row.next()) {
                const Sum sum{row.integer(1), row.integer(2), row.real(3)};
                if (sum.cards == 0) continue;
                for (const std::string& name : names(row.text(0))) means.add(name, sum);
            }
        };
        // Notes in the order of the index of their decks, so that nothing has to be sorted.
        Query kept{db, "select note." + column +
                           ", sum(cards), sum(seen), sum(mastery) from note cross join note_sum "
                           "on note_sum.note = note.id group by note." +
                           column};
        read(kept);
        Query missing{db, "select note." + column +
                              ", count(*), sum(phase <> 'new'), sum(mastery) from card "
                              "cross join note on note.id = card.note_id where card.note_id in "
                              "(select id from note where id not in (select note from note_sum)) "
                              "and +card.gone = 0 and +suspended = 0 group by card.note_id"};
        read(missing);
        if (column == "tags") add_own_tags(db, means);
        return means.groups();
    });
}

}  // namespace

std::optional<NoteState> note_state(const Store& store, NoteId id) {
    return store.run(kCannotReadStats, [&](Database& db) -> std::optional<NoteState> {
        Query row{db, kNoteStates + "where id = ?", id};
        if (!row.next()) return std::nullopt;
        return read_state(row);
    });
}

std::vector<DueOn> due_between(const Store& store, Day first, Day last) {
    return store.run(kCannotReadStats, [&](Database& db) {
        std::vector<DueOn> days;
        for (Query row{db,
                       "select max(due_day, coalesce(buried_until, 0), ?1) as day, count(*) "
                       "from card where gone = 0 and suspended = 0 "
                       "and phase in ('learning', 'review', 'relearning') "
                       "and due_day <= ?2 group by day having day <= ?2 order by day",
                       first, last};
             row.next();) {
            days.push_back({row.day(0), row.integer(1)});
        }
        return days;
    });
}

std::vector<GroupMastery> mastery_by_deck(const Store& store) {
    return means_by(store, "deck", [](const std::string& deck) { return std::vector{deck}; });
}

std::vector<GroupMastery> mastery_by_tag(const Store& store) {
    return means_by(store, "tags", split_list);
}

}  // namespace wengu::store
