#pragma once
// Points in time, as the domain sees them. Nothing in a pure room reads a
// clock: every function that needs "now" or "today" takes it as an argument.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace wengu {

/// A moment in UTC, to the millisecond. This is what the database stores.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

/// A study day in the user's own calendar. Due dates are study days.
using Day = std::chrono::local_days;

/// A moment together with what clocks on the wall showed: a review remembers
/// both, so that it stays on its study day when the user travels.
struct Moment {
    Instant at;
    std::chrono::minutes utc_offset{0};

    friend bool operator==(const Moment&, const Moment&) = default;
};

/// The hour of the local day at which a study day begins.
inline constexpr std::chrono::hours kDefaultRollover{4};

/// The study day that `moment` belongs to. A day starts at `rollover` local
/// time, so a review at 01:30 with a 04:00 rollover still counts for yesterday.
[[nodiscard]] Day study_day(const Moment& moment, std::chrono::hours rollover = kDefaultRollover);

/// "2026-03-01".
[[nodiscard]] std::string to_string(Day day);

/// "2026-03-01T21:10:00+08:00", in the moment's own offset, whole seconds.
[[nodiscard]] std::string to_string(const Moment& moment);

/// "2026-03-01 21:10": what the moment's own clock showed.
[[nodiscard]] std::string to_minutes(const Moment& moment);

/// Reads "2026-03-01" (also "2026/3/1"); nullopt when it is not a day of the calendar.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

/// Reads ISO 8601 with an offset: "2026-03-01T21:10[:00[.250]]+08:00" or "...Z";
/// nullopt without an offset or when a field is out of range.
[[nodiscard]] std::optional<Moment> parse_moment(std::string_view text);

}  // namespace wengu
