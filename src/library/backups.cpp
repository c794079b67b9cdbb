#include "library/backups.h"

#include "core/error.h"
#include "library/files.h"
#include "store/reviews.h"
#include "store/upkeep.h"

#include <fmt/format.h>

#include <algorithm>

namespace wengu {
namespace fs = std::filesystem;

namespace {

/// Copying more than this would be felt.
constexpr std::uintmax_t kLargestDaily = 200'000'000;

std::string stem(const Environment& environment) {
    return environment.database_path().stem().string();
}

std::string automatic_prefix(const Environment& environment) {
    return stem(environment) + "-auto-";
}

bool is_too_large(const Environment& environment) {
    std::error_code error;
    const auto size = fs::file_size(environment.database_path(), error);
    return error || size > kLargestDaily;
}

void remove_oldest(const Environment& environment, std::size_t keep) {
    const auto all = automatic_backups(environment);
    try {
        for (std::size_t i = 0; i + keep < all.size(); ++i) remove_file(all[i]);
    } catch (const Error& error) {
        environment.warn(say("old backups stay: {}", error.what()));
    }
}

}  // namespace

fs::path backup_folder(const Environment& environment) {
    return environment.database_path().parent_path() / "backups";
}

fs::path free_backup_file(const Environment& environment) {
    make_folder(backup_folder(environment));
    const auto name = stem(environment) + "-" + to_string(environment.today());
    auto file = backup_folder(environment) / (name + ".db");
    for (int number = 2; file_exists(file); ++number) {
        file = backup_folder(environment) / fmt::format("{}-{}.db", name, number);
    }
    return file;
}

std::vector<fs::path> automatic_backups(const Environment& environment) {
    std::vector<fs::path> files;
    for (const auto& file : entries_of(backup_folder(environment))) {  // names end in ISO dates
        const auto name = file.filename().string();
        if (name.starts_with(automatic_prefix(environment)) && name.ends_with(".db")) {
            files.push_back(file);
        }
    }
    return files;
}

void back_up_daily(const Environment& environment, const Store& store) {
    const int keep = environment.settings.integer("backup.keep");
    const auto file = backup_folder(environment) /
                      (automatic_prefix(environment) + to_string(environment.today()) + ".db");
    if (keep == 0 || file_exists(file) || is_too_large(environment)) return;
    if (store::last_reviews(store, 1).empty()) return;
    try {
        make_folder(backup_folder(environment));
        store::backup(store, file);
        remove_oldest(environment, static_cast<std::size_t>(keep));
    } catch (const Error& error) {
        environment.warn(say("no backup was made today: {}", error.what()));
    }
}

}  // namespace wengu
