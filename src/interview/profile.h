#pragma once
// An interview to prepare for: when, for whom, on what. A value; where it is
// kept is app's business.

#include "core/time.h"
#include "interview/choose.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace wengu {

struct Profile {
    std::string name;  ///< Also its file name: letters, digits, Han, - and _.
    std::string company;
    std::string role;
    std::optional<Day> date;
    int rounds = 0;
    std::string language = "mixed";  ///< "zh", "en" or "mixed".
    std::map<std::string, double> tag_weights;
    DrillStyle style = DrillStyle::Standard;
    int questions = 4;
    int minutes = 20;
    double retention = 0.90;  ///< Wanted on the day.
    std::string notes;
    bool asked_how_it_went = false;  ///< Which questions came has been told.
    int put_off = 0;                 ///< How often that was put off, and when last.
    std::optional<Day> put_off_on;
};

/// What is wrong with the profile, in words; empty when it can be used. A date
/// that is past is a problem only for a profile that is being made.
[[nodiscard]] std::vector<std::string> problems_of(const Profile& profile);

/// Days from `today` to the interview; nullopt without a date, negative after it.
[[nodiscard]] std::optional<int> days_left(const Profile& profile, Day today);

}  // namespace wengu
