#include "library/sittings/profiles.h"

#include "core/error.h"
#include "core/nearest.h"
#include "library/collection.h"
#include "library/files.h"
#include "store/queue.h"

#include <fmt/format.h>

#include <toml++/toml.h>

#include <algorithm>

namespace wengu {
namespace {

namespace fs = std::filesystem;

fs::path folder_of(const Environment& environment) {
    return environment.config_folder() / "profiles";
}

std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '\n') {
            result += "\\n";
        } else {
            result += c;
        }
    }
    return result + "\"";
}

Profile read_profile(const fs::path& file) {
    toml::table table;
    try {
        table = toml::parse(read_file(file), file.string());
    } catch (const toml::parse_error& error) {
        const auto line = static_cast<int>(error.source().begin.line);
        throw Error{fmt::format("{}:{}: {}", file.string(), line, error.description()),
                    {file.string(), line}};
    }
    Profile profile;
    profile.name = file.stem().string();
    profile.company = table["company"].value_or(std::string{});
    profile.role = table["role"].value_or(std::string{});
    profile.rounds = table["rounds"].value_or(0);
    profile.language = table["language"].value_or(std::string{"mixed"});
    profile.questions = table["questions"].value_or(4);
    profile.minutes = table["minutes"].value_or(20);
    profile.retention = table["retention"].value_or(0.90);
    profile.notes = table["notes"].value_or(std::string{});
    profile.asked_how_it_went = table["asked"].value_or(false);
    profile.put_off = table["asked_later"].value_or(0);
    profile.put_off_on = parse_day(table["asked_on"].value_or(std::string{}));
    const auto style = table["style"].value_or(std::string{"standard"});
    if (!parse_drill_style(style)) {
        fail<UsageError>("{}: style is calm, standard or tough, not \"{}\"", file.string(), style);
    }
    profile.style = *parse_drill_style(style);
    const auto date = table["date"].value_or(std::string{});
    if (const auto day = table["date"].value<toml::date>()) {
        profile.date = Day{std::chrono::year{day->year} / std::chrono::month{day->month} /
                           std::chrono::day{day->day}};
    } else if (!date.empty()) {
        profile.date = parse_day(date);
        if (!profile.date) {
            fail<UsageError>("{}: \"{}\" is not a day; write it as 2026-12-01", file.string(),
                             date);
        }
    }
    if (const auto* tags = table["tags"].as_table()) {
        for (const auto& [tag, weight] : *tags) {
            profile.tag_weights[std::string{tag.str()}] = weight.value_or(0.0);
        }
    }
    const auto problems = problems_of(profile);
    if (!problems.empty()) fail<UsageError>("{}: {}", file.string(), problems.front());
    return profile;
}

std::vector<std::string> profile_names(const Environment& environment) {
    std::vector<std::string> names;
    for (const auto& file : entries_of(folder_of(environment))) {
        if (file.extension() == ".toml") names.push_back(file.stem().string());
    }
    return names;
}

/// What the topic that a name stands for weighs: of that tag or deck, or of one above it.
double weight_of(const Profile& profile, const std::string& name) {
    double weight = 0;
    for (const auto& [topic, its] : profile.tag_weights) {
        if (name == topic || name.starts_with(topic + "/")) weight = std::max(weight, its);
    }
    return weight;
}

/// 0 for a card out of scope.
double weight_in(const Profile& profile, const store::QueueCard& card) {
    if (profile.tag_weights.empty()) return 1;
    double weight = weight_of(profile, card.deck);
    for (const auto& tag : card.tags) weight = std::max(weight, weight_of(profile, tag));
    return weight;
}

}  // namespace

bool in_scope(const Profile& profile, const store::QueueCard& card) {
    return weight_in(profile, card) > 0;
}

fs::path profile_path(const Environment& environment, const std::string& name) {
    const auto problems =
        problems_of(Profile{.name = name});  // of the name, as all else is default
    if (!problems.empty()) fail<UsageError>("{}", problems.front());
    return folder_of(environment) / (name + ".toml");
}

Profile load_profile(const Environment& environment, const std::string& name) {
    const auto names = profile_names(environment);
    if (std::ranges::find(names, name) == names.end()) {
        const std::vector<std::string_view> known{names.begin(), names.end()};
        const auto near = nearest(name, known);
        if (near.empty()) {
            fail<UsageError>("there is no profile \"{}\"; make one with `wengu profile add {}`",
                             name, name);
        }
        fail<UsageError>("there is no profile \"{}\"; did you mean {}?", name, near);
    }
    return read_profile(profile_path(environment, name));
}

std::vector<Profile> load_profiles(const Environment& environment) {
    std::vector<Profile> profiles;
    for (const auto& name : profile_names(environment)) {
        try {
            profiles.push_back(load_profile(environment, name));
        } catch (const Error& error) {
            environment.warn(error.what());
        }
    }
    return profiles;
}

std::optional<Outlook> outlook_of(const Profile& profile, const Store& store,
                                  const Environment& environment) {
    const Day today = environment.today();
    if (!profile.date || *profile.date < today) return std::nullopt;
    const SchedulerSet schedulers{environment.settings};
    std::vector<ScopeCard> cards;
    for (const auto& card : store::queue_cards(store, std::vector<store::Term>{}, today)) {
        const double weight = weight_in(profile, card);
        if (weight <= 0 || card.suspended) continue;
        cards.push_back({card.progress.schedule, weight, schedulers.index_for(card.deck)});
    }
    if (cards.empty()) return std::nullopt;
    return outlook(cards, schedulers.schedulers(),
                   {.today = today,
                    .date = *profile.date,
                    .goal = profile.retention,
                    .new_per_day = environment.settings.integer("study.new_per_day"),
                    .reviews_per_day = environment.settings.integer("study.reviews_per_day")});
}

std::string advice_of(const Outlook& outlook, double goal) {
    if (outlook.recall >= goal) return {};
    if (!outlook.extra) {
        return say("out of reach by then; at best {:.0f} %", outlook.at_most * 100);
    }
    if (*outlook.extra == 0) return tr("what is due each day will reach it");
    return say_count("{} more card a day would reach it", "{} more cards a day would reach it",
                     *outlook.extra);
}

std::string to_toml(const Profile& profile) {
    std::string text;
    const auto add = [&](std::string_view key, const std::string& value) {
        text += fmt::format("{} = {}\n", key, value);
    };
    add("company", quoted(profile.company));
    add("role", quoted(profile.role));
    if (profile.date) add("date", to_string(*profile.date));
    if (profile.rounds > 0) add("rounds", std::to_string(profile.rounds));
    add("language", quoted(profile.language));
    add("style", quoted(std::string{name_of(profile.style)}));
    add("questions", std::to_string(profile.questions));
    add("minutes", std::to_string(profile.minutes));
    add("retention", fmt::format("{:.2f}", profile.retention));
    if (!profile.notes.empty()) add("notes", quoted(profile.notes));
    if (profile.asked_how_it_went) add("asked", "true");
    text += "\n[tags]\n";
    for (const auto& [tag, weight] : profile.tag_weights) {
        add(quoted(tag), fmt::format("{:.1f}", weight));
    }
    return text;
}

void save_profile(const Environment& environment, const Profile& profile) {
    const auto problems = problems_of(profile);
    if (!problems.empty()) fail<UsageError>("{}", problems.front());
    make_folder(folder_of(environment));
    replace_file(profile_path(environment, profile.name), to_toml(profile));
}

}  // namespace wengu
