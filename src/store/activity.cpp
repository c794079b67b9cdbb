#include "store/activity.h"

#include "store/select.h"

namespace wengu::store {
namespace {

constexpr const char* kCannotReadActivity = "cannot read the statistics: {}";

/// A condition on `review.card`: one of the cards of the part. Its values are bound after
/// those that stand before it.
class Part {
public:
    explicit Part(const std::vector<Term>& terms) : all_{terms.empty()} {
        if (!all_) condition_ = to_condition(terms, Day{});
    }

    [[nodiscard]] std::string sql() const {
        if (all_) return {};
        std::string cards =
            " and review.card in (select card.key from card where " + condition_.sql;
        if (!condition_.match.empty()) {
            cards += " and card.key in (select rowid from search where search match ?)";
        }
        return cards + ")";
    }

    void bind(Query& row) const {
        bind_values(row, condition_.values);
        if (!condition_.match.empty()) row.bind(condition_.match);
    }

private:
    bool all_;
    Condition condition_;
};

const std::string kLiveDays =
    "from live_review as review where day between ? and ? and source <> 'import'";

}  // namespace

int streak_days(const Store& store, Day today) {
    return store.run(kCannotReadActivity, [&](Database& db) {
        const auto worked_on = [&](Day day) {
            return Query{
                db, "select 1 from live_review where day = ? and source <> 'import' limit 1", day}
                .next();
        };
        const std::chrono::days one{1};
        Day day = worked_on(today) ? today : today - one;
        int streak = 0;
        for (; worked_on(day); day -= one) ++streak;
        return streak;
    });
}

DayWork work_on(const Store& store, Day day) {
    const auto days = work_of(store, {}, day, day);
    return days.empty() ? DayWork{} : days.front().work;
}

std::vector<DatedWork> work_of(const Store& store, const std::vector<Term>& part, Day first,
                               Day last) {
    return store.run(kCannotReadActivity, [&](Database& db) {
        const Part cards{part};
        Query row{db,
                  "select day, sum(counted and phase = 'new'), sum(counted and phase = 'review'), "
                  "sum(counted and phase in ('learning', 'relearning')), sum(not counted), "
                  "sum(taken_ms) " +
                      kLiveDays + cards.sql() + " group by day order by day",
                  first, last};
        cards.bind(row);
        std::vector<DatedWork> days;
        while (row.next()) {
            days.push_back({row.day(0),
                            {.new_cards = row.integer(1),
                             .reviews = row.integer(2),
                             .steps = row.integer(3),
                             .uncounted = row.integer(4),
                             .taken_ms = row.big(5)}});
        }
        return days;
    });
}

std::vector<GradeCount> grades_of(const Store& store, const std::vector<Term>& part, Day first,
                                  Day last) {
    return store.run(kCannotReadActivity, [&](Database& db) {
        const Part cards{part};
        Query row{db,
                  "select case phase when 'new' then 0 when 'review' then "
                  "iif(interval_days < 21, 2, 3) else 1 end as maturity, grade, count(*) " +
                      kLiveDays + " and counted" + cards.sql() +
                      " group by maturity, grade order by maturity, grade",
                  first, last};
        cards.bind(row);
        std::vector<GradeCount> counts;
        while (row.next()) {
            counts.push_back({static_cast<Maturity>(row.integer(0)),
                              static_cast<Grade>(row.integer(1)), row.integer(2)});
        }
        return counts;
    });
}

std::vector<Recall> recall_by_deck(const Store& store, const std::vector<Term>& part, Day first,
                                   Day last) {
    return store.run(kCannotReadActivity, [&](Database& db) {
        const Part cards{part};
        // The bare columns of a group are those of the row with the least time.
        Query row{db,
                  "select deck, asked.interval_days >= 21 as mature, count(*), sum(grade > 1) from "
                  "(select card, grade, phase, interval_days, min(at_ms) " +
                      kLiveDays + " and counted" + cards.sql() +
                      " group by card, day) as asked join card on card.key = asked.card "
                      "join note on note.id = card.note_id where asked.phase = 'review' "
                      "group by deck, mature order by deck, mature",
                  first, last};
        cards.bind(row);
        std::vector<Recall> decks;
        while (row.next()) {
            decks.push_back({row.text(0), row.flag(1), row.integer(2), row.integer(3)});
        }
        return decks;
    });
}

}  // namespace wengu::store
