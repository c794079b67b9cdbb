#include "core/time.h"

#include <fmt/format.h>

#include <charconv>

namespace wengu {
namespace {

using namespace std::chrono;

/// Takes digits from the front of a text, one field after the other.
class Fields {
public:
    explicit Fields(std::string_view text) : rest_{text} {}

    /// A number of at most `digits` digits; -1 when there is none.
    int number(std::size_t digits) {
        std::size_t length = 0;
        while (length < digits && length < rest_.size() && is_digit(rest_[length])) ++length;
        int value = -1;
        std::from_chars(rest_.data(), rest_.data() + length, value);
        rest_.remove_prefix(length);
        return value;
    }

    /// Whether the next character is one of `choices`; takes it if so.
    bool take(std::string_view choices) {
        if (rest_.empty() || choices.find(rest_.front()) == std::string_view::npos) return false;
        rest_.remove_prefix(1);
        return true;
    }

    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] char peek() const { return rest_.empty() ? '\0' : rest_.front(); }

private:
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }

    std::string_view rest_;
};

std::optional<Day> read_day(Fields& fields) {
    const int y = fields.number(4);
    if (!fields.take("-/.")) return std::nullopt;
    const int m = fields.number(2);
    if (!fields.take("-/.")) return std::nullopt;
    const int d = fields.number(2);
    if (y < 1 || m < 1 || d < 1) return std::nullopt;
    const year_month_day date{year{y}, month{static_cast<unsigned>(m)},
                              day{static_cast<unsigned>(d)}};
    if (!date.ok()) return std::nullopt;
    return Day{date};
}

std::optional<milliseconds> read_clock(Fields& fields) {
    const int h = fields.number(2);
    if (h < 0 || h > 23 || !fields.take(":")) return std::nullopt;
    const int m = fields.number(2);
    if (m < 0 || m > 59) return std::nullopt;
    milliseconds clock = hours{h} + minutes{m};
    if (!fields.take(":")) return clock;
    const int s = fields.number(2);
    if (s < 0 || s > 60) return std::nullopt;
    clock += seconds{s};
    if (!fields.take(".,")) return clock;
    const int fraction = fields.number(3);
    if (fraction < 0) return std::nullopt;
    while (fields.number(1) >= 0) {  // finer than a millisecond: dropped
    }
    return clock + milliseconds{fraction};
}

std::optional<minutes> read_offset(Fields& fields) {
    if (fields.take("Zz")) return minutes{0};
    const bool west = fields.peek() == '-';
    if (!fields.take("+-")) return std::nullopt;
    const int h = fields.number(2);
    fields.take(":");
    const int m = fields.at_end() ? 0 : fields.number(2);
    if (h < 0 || h > 15 || m < 0 || m > 59) return std::nullopt;
    const minutes offset = hours{h} + minutes{m};
    return west ? -offset : offset;
}

}  // namespace

Day study_day(const Moment& moment, hours rollover) {
    const auto local = moment.at + moment.utc_offset - rollover;
    return Day{floor<days>(local).time_since_epoch()};
}

std::string to_string(Day day) {
    const year_month_day date{day};
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::string to_string(const Moment& moment) {
    const auto local = floor<seconds>(moment.at + moment.utc_offset);
    const auto date = floor<days>(local);
    const hh_mm_ss clock{local - date};
    const auto offset = moment.utc_offset < minutes{0} ? -moment.utc_offset : moment.utc_offset;
    return fmt::format("{}T{:02}:{:02}:{:02}{}{:02}:{:02}", to_string(Day{date.time_since_epoch()}),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count(),
                       moment.utc_offset < minutes{0} ? '-' : '+', offset.count() / 60,
                       offset.count() % 60);
}

std::string to_minutes(const Moment& moment) {
    const auto text = to_string(moment);
    const auto date = text.find('T');
    return text.substr(0, date) + " " + text.substr(date + 1, 5);
}

std::optional<Day> parse_day(std::string_view text) {
    Fields fields{text};
    const auto day = read_day(fields);
    return fields.at_end() ? day : std::nullopt;
}

std::optional<Moment> parse_moment(std::string_view text) {
    Fields fields{text};
    const auto day = read_day(fields);
    if (!day || !fields.take("Tt ")) return std::nullopt;
    const auto clock = read_clock(fields);
    if (!clock) return std::nullopt;
    const auto offset = read_offset(fields);
    if (!offset || !fields.at_end()) return std::nullopt;
    return Moment{Instant{day->time_since_epoch()} + *clock - *offset, *offset};
}

}  // namespace wengu
