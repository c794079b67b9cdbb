#include "library/sittings/asked.h"

#include "core/error.h"
#include "core/text.h"
#include "library/files.h"
#include "library/sittings/profiles.h"
#include "store/marks.h"

#include <algorithm>

namespace wengu {
namespace {

constexpr std::chrono::days kRemembered{60};  // after an interview; who would know later?
constexpr int kMostPutOff = 3;

/// One value in the profile's file; everything else in it stays as it is.
void set_in_file(const Environment& environment, const Profile& profile, const SettingInfo& info,
                 const std::string& value) {
    const auto file = profile_path(environment, profile.name);
    replace_file(file, with_setting(read_file(file), info, value));
}

bool may_be_asked(const Profile& profile, Day today) {
    return profile.date && *profile.date < today && today - *profile.date <= kRemembered &&
           !profile.asked_how_it_went && profile.put_off < kMostPutOff;
}

}  // namespace

std::string asked_tag(const Profile& profile) {
    auto name = collapse_blanks(profile.company.empty() ? profile.name : profile.company);
    std::ranges::replace(name, ' ', '-');
    return "asked:" + name;
}

std::optional<Profile> open_question(const Environment& environment) {
    std::optional<Profile> latest;
    for (const auto& profile : load_profiles(environment)) {
        if (!may_be_asked(profile, environment.today())) continue;
        if (!latest || *profile.date > *latest->date) latest = profile;
    }
    return latest;
}

std::string question_words(const Profile& profile) {
    return say("The interview {} was on {}. Which questions really came? `wengu profile asked {}`",
               profile.company.empty() ? profile.name : profile.company, to_string(*profile.date),
               profile.name);
}

void set_asked(Store& store, const Profile& profile, const store::Card& card, bool asked,
               Instant at) {
    (asked ? store::add_tag : store::remove_tag)(store, card.id, asked_tag(profile), at);
}

void close_question(const Environment& environment, const Profile& profile) {
    set_in_file(environment, profile, {"asked", SettingType::Switch, "false", ""}, "true");
}

void put_off(const Environment& environment, const Profile& profile) {
    const SettingInfo times{"asked_later", SettingType::Integer, "0", ""};
    const SettingInfo day{"asked_on", SettingType::Text, "", ""};
    set_in_file(environment, profile, times, std::to_string(profile.put_off + 1));
    set_in_file(environment, profile, day, to_string(environment.today()));
}

}  // namespace wengu
