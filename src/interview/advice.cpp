#include "interview/advice.h"

#include "core/message.h"

#include <cmath>

namespace wengu {

constexpr int kLongAgo = 3;         // days without one
constexpr double kMuchWorse = 0.1;  // of the coverage

std::string drill_advice(const DrillHabit& habit) {
    const int open = habit.goal - habit.this_week;
    if (open <= 0 || habit.days_since == 0 || habit.days_to_interview == 0) return {};
    if (!habit.days_since) return tr("there was none yet");
    if (habit.days_to_interview == 1) return tr("the interview is tomorrow");
    if (habit.change && *habit.change <= -kMuchWorse) {
        return say("the last covered {:.0f} points less", std::abs(*habit.change) * 100);
    }
    if (open >= habit.days_left_in_week) {
        return say_count("{} is left for this week", "{} are left for this week", open);
    }
    if (*habit.days_since >= kLongAgo) {
        return say_count("{} day since the last", "{} days since the last", *habit.days_since);
    }
    return {};
}

}  // namespace wengu
