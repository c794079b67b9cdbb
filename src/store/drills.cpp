#include "store/drills.h"

#include "core/hash.h"
#include "store/rows.h"

#include <algorithm>
#include <array>

namespace wengu::store {
namespace {

constexpr const char* kCannotSaveDrill = N_("cannot save the mock interview: {}");
constexpr const char* kCannotReadDrills = N_("cannot read the mock interviews: {}");

constexpr std::array<std::string_view, 3> kStateNames{"open", "finished", "undone"};

std::string_view state_name(DrillState state) {
    return kStateNames.at(static_cast<std::size_t>(state));
}

DrillState drill_state(const std::string& name) {
    return static_cast<DrillState>(std::ranges::find(kStateNames, name) - kStateNames.begin());
}

const std::string kDrillColumns =
    "select id, at_ms, utc_offset_minutes, day, state, payload from drill ";

Drill read_drill(const Query& row) {
    return {.id = row.text(0),
            .started = {row.instant(1), std::chrono::minutes{row.integer(2)}},
            .day = row.day(3),
            .state = drill_state(row.text(4)),
            .payload = row.text(5)};
}

std::optional<Drill> first_drill(const Store& store, const std::string& rest,
                                 const std::string& value) {
    return store.run(kCannotReadDrills, [&](Database& db) -> std::optional<Drill> {
        Query row{db, kDrillColumns + rest, value};
        if (!row.next()) return std::nullopt;
        return read_drill(row);
    });
}

std::string free_drill_id(Database& db, const Moment& started) {
    const std::string text =
        fmt::format("{} {}", started.at.time_since_epoch().count(), started.utc_offset.count());
    for (std::uint64_t seed = 0;; ++seed) {
        std::string id = to_hex(hash64(text, seed));
        if (!Query{db, "select 1 from drill where id = ?", id}.next()) return id;
    }
}

std::optional<std::int64_t> maybe_card(Database& db, const std::string& id) {
    if (id.empty()) return std::nullopt;
    return card_key(db, id);
}

}  // namespace

std::string start_drill(Store& store, const Moment& started, Day day, const std::string& payload) {
    return store.change(kCannotSaveDrill, [&](Database& db) {
        std::string id = free_drill_id(db, started);
        Query{db,         "insert into drill values (?, ?, ?, ?, 'open', ?)", id,
              started.at, std::int64_t{started.utc_offset.count()},           day,
              payload}
            .run();
        return id;
    });
}

int append_step(Store& store, const std::string& drill_id, const DrillStep& step) {
    return store.change(kCannotSaveDrill, [&](Database& db) {
        Query last{db, "select coalesce(max(position), -1) + 1 from drill_step where drill = ?",
                   drill_id};
        last.next();
        const int position = last.integer(0);
        Query{db,
              "insert into drill_step values (?, ?, ?, ?, ?, ?)",
              drill_id,
              position,
              step.at,
              step.kind,
              maybe_card(db, step.card_id),
              step.payload}
            .run();
        return position;
    });
}

void set_drill_state(Store& store, const std::string& drill_id, DrillState state) {
    store.run(kCannotSaveDrill, [&](Database& db) {
        Query change{db, "update drill set state = ? where id = ?", state_name(state), drill_id};
        if (change.run() == 0) fail("there is no mock interview {}", drill_id);
    });
}

std::optional<Drill> open_drill(const Store& store) {
    return first_drill(store, "where state = ? order by at_ms desc limit 1", "open");
}

std::vector<Drill> drills(const Store& store) {
    return store.run(kCannotReadDrills, [&](Database& db) {
        std::vector<Drill> all;
        for (Query row{db, kDrillColumns + "order by at_ms desc, id"}; row.next();) {
            all.push_back(read_drill(row));
        }
        return all;
    });
}

std::vector<DrillStep> steps_of(const Store& store, const std::string& drill_id) {
    return store.run(kCannotReadDrills, [&](Database& db) {
        std::vector<DrillStep> steps;
        for (Query row{db,
                       "select at_ms, drill_step.kind, coalesce(card.id, ''), payload "
                       "from drill_step left join card on card.key = drill_step.card "
                       "where drill = ? order by drill_step.position",
                       drill_id};
             row.next();) {
            steps.push_back({row.instant(0), row.text(1), row.text(2), row.text(3)});
        }
        return steps;
    });
}

void set_missed_points(Store& store, const std::string& drill_id, const std::string& card_id,
                       const std::vector<std::string>& point_ids) {
    store.change(kCannotSaveDrill, [&](Database& db) {
        const std::int64_t card = card_key(db, card_id);
        Query{db, "delete from point_miss where drill = ? and card = ?", drill_id, card}.run();
        for (const std::string& point : point_ids) {
            Query{db, "insert or ignore into point_miss values (?, ?, ?)", drill_id, card, point}
                .run();
        }
    });
}

std::vector<PointMisses> missed_points(const Store& store, int at_least) {
    return store.run(kCannotReadDrills, [&](Database& db) {
        std::vector<PointMisses> misses;
        for (Query row{db,
                       "select card.id, point, count(*) as times from point_miss "
                       "join card on card.key = point_miss.card "
                       "join drill on drill.id = point_miss.drill and drill.state <> 'undone' "
                       "group by point_miss.card, point having times >= ? "
                       "order by times desc, point_miss.card, point",
                       at_least};
             row.next();) {
            misses.push_back({row.text(0), row.text(1), row.integer(2)});
        }
        return misses;
    });
}

}  // namespace wengu::store
