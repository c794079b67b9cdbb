#include "tui/screens/words.h"

#include "core/message.h"

#include <algorithm>
#include <cmath>

namespace wengu {
namespace {

using namespace std::chrono;

/// One decimal, unless it is zero.
std::string short_number(double value) {
    const double tenths = std::round(value * 10) / 10;
    return tenths == std::floor(tenths) ? fmt::format("{:.0f}", tenths)
                                        : fmt::format("{:.1f}", tenths);
}

}  // namespace

std::string grade_word(Grade grade) {
    switch (grade) {
        case Grade::Again: return tr("Again");
        case Grade::Hard: return tr("Hard");
        case Grade::Good: return tr("Good");
        case Grade::Easy: return tr("Easy");
    }
    return {};
}

std::string wait_words(minutes wait) {
    const auto count = std::max<long long>(0, wait.count());
    if (count < 60) return say("{} min", std::max<long long>(1, count));
    const double whole_days = static_cast<double>(count) / (24 * 60);
    if (whole_days < 1) return say("{} h", (count + 30) / 60);
    if (whole_days < 60) {
        const auto days = std::lround(whole_days);
        return say_count("{} day", "{} days", days);
    }
    if (whole_days < 700) return say("{} months", short_number(whole_days / 30.4));
    return say("{} years", short_number(whole_days / 365.25));
}

minutes wait_of(const Schedule& schedule, const Moment& now) {
    if (schedule.due_at) return std::max(minutes{0}, ceil<minutes>(*schedule.due_at - now.at));
    return days{schedule.interval_days};
}

Return return_of(const Schedule& schedule, bool repeats, const Moment& now) {
    return {.wait = wait_of(schedule, now), .again_today = repeats && !schedule.due_at};
}

std::string return_words(const Return& next, bool counted) {
    if (next.again_today) return tr("again today");
    return counted ? wait_words(next.wait) : std::string{};
}

std::string day_words(Day day, Day today) {
    const auto distance = (day - today).count();
    if (distance == 0) return tr("today");
    if (distance == 1) return tr("tomorrow");
    if (distance > 0) return say_count("in {} day", "in {} days", distance);
    return say_count("{} day late", "{} days late", -distance);
}

std::string weekday_word(Day day) {
    static constexpr const char* kNames[] = {N_("Sun"), N_("Mon"), N_("Tue"), N_("Wed"),
                                             N_("Thu"), N_("Fri"), N_("Sat")};
    return tr(kNames[weekday{day}.c_encoding()]);
}

std::string month_word(Day day) {
    static constexpr const char* kNames[] = {N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"),
                                             N_("May"), N_("Jun"), N_("Jul"), N_("Aug"),
                                             N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec")};
    return tr(kNames[static_cast<unsigned>(year_month_day{day}.month()) - 1]);
}

std::string date_words(Day day) {
    static constexpr const char* kMonthNames[] = {
        N_("Jan {}"), N_("Feb {}"), N_("Mar {}"), N_("Apr {}"), N_("May {}"), N_("Jun {}"),
        N_("Jul {}"), N_("Aug {}"), N_("Sep {}"), N_("Oct {}"), N_("Nov {}"), N_("Dec {}")};
    const year_month_day date{day};
    return say(kMonthNames[static_cast<unsigned>(date.month()) - 1],
               static_cast<unsigned>(date.day()));
}

std::string clock_words(seconds time) {
    const auto total = std::max<long long>(0, time.count());
    if (total >= 3600) {
        return fmt::format("{}:{:02}:{:02}", total / 3600, total / 60 % 60, total % 60);
    }
    return fmt::format("{}:{:02}", total / 60, total % 60);
}

std::string percent_words(double share) {
    return share < 0 ? std::string{"-"} : fmt::format("{}%", std::lround(share * 100));
}

}  // namespace wengu
