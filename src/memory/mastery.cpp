#include "memory/mastery.h"

#include <cmath>

namespace wengu {
double mastery_of_stability(double stability_days, double horizon_days) {
    return stability_days > 0 ? std::pow(0.9, horizon_days / stability_days) : 0.0;
}

double stability_of(const Schedule& schedule) {
    return schedule.stability > 0 ? schedule.stability : schedule.interval_days;
}

double mastery_level(const Schedule& schedule, double horizon_days) {
    if (schedule.phase == Phase::New) return 0;
    return mastery_of_stability(stability_of(schedule), horizon_days);
}

double recall_on(const Scheduler& scheduler, const Schedule& schedule, Day day) {
    return scheduler.recall_on(schedule, day).value_or(0.0);
}

}  // namespace wengu
