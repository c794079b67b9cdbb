#include "interview/profile.h"

#include "core/message.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

bool is_name(std::string_view name) {
    return !name.empty() && std::ranges::all_of(to_code_points(name), [](char32_t c) {
        return is_cjk(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
               (c >= U'0' && c <= U'9') || c == U'-' || c == U'_';
    });
}

}  // namespace

std::vector<std::string> problems_of(const Profile& profile) {
    std::vector<std::string> problems;
    if (!is_name(profile.name)) {
        problems.push_back(
            say("\"{}\" cannot be a profile's name; use letters, digits, - and _", profile.name));
    }
    if (profile.language != "zh" && profile.language != "en" && profile.language != "mixed") {
        problems.push_back(say("language is zh, en or mixed, not \"{}\"", profile.language));
    }
    if (profile.questions < 1 || profile.questions > 50) {
        problems.push_back(say("questions is a number from 1 to 50, not {}", profile.questions));
    }
    if (profile.minutes < 1 || profile.minutes > 480) {
        problems.push_back(say("minutes is a number from 1 to 480, not {}", profile.minutes));
    }
    if (!(profile.retention >= 0.7 && profile.retention <= 0.97)) {
        problems.push_back(
            say("retention is a number from 0.70 to 0.97, not {}", profile.retention));
    }
    for (const auto& [tag, weight] : profile.tag_weights) {
        if (weight > 0 && weight <= 100) continue;
        problems.push_back(
            say("the weight of {} is a number above 0, up to 100, not {}", tag, weight));
    }
    return problems;
}

std::optional<int> days_left(const Profile& profile, Day today) {
    if (!profile.date) return std::nullopt;
    return static_cast<int>((*profile.date - today).count());
}

}  // namespace wengu
