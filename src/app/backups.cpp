#include "app/backups.h"

#include "app/outside/files.h"
#include "app/print.h"
#include "core/error.h"
#include "store/reviews.h"
#include "store/upkeep.h"

#include <fmt/format.h>

#include <algorithm>

namespace wengu {
namespace fs = std::filesystem;

namespace {

/// Copying more than this would be felt.
constexpr std::uintmax_t kLargestDaily = 200'000'000;

std::string stem(const Context& context) { return context.database_path().stem().string(); }

std::string automatic_prefix(const Context& context) { return stem(context) + "-auto-"; }

bool is_too_large(const Context& context) {
    std::error_code error;
    const auto size = fs::file_size(context.database_path(), error);
    return error || size > kLargestDaily;
}

void remove_oldest(const Context& context, std::size_t keep) {
    const auto all = automatic_backups(context);
    for (std::size_t i = 0; i + keep < all.size(); ++i) fs::remove(all[i]);
}

}  // namespace

fs::path backup_folder(const Context& context) {
    return context.database_path().parent_path() / "backups";
}

fs::path free_backup_file(const Context& context) {
    make_folder(backup_folder(context));
    const auto name = stem(context) + "-" + to_string(context.today());
    auto file = backup_folder(context) / (name + ".db");
    for (int number = 2; fs::exists(file); ++number) {
        file = backup_folder(context) / fmt::format("{}-{}.db", name, number);
    }
    return file;
}

std::vector<fs::path> automatic_backups(const Context& context) {
    std::vector<fs::path> files;
    std::error_code missing;
    for (const auto& entry : fs::directory_iterator{backup_folder(context), missing}) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(automatic_prefix(context)) && name.ends_with(".db")) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);  // the names end in ISO dates
    return files;
}

void back_up_daily(const Context& context, const Store& store) {
    const int keep = context.settings.integer("backup.keep");
    const auto file =
        backup_folder(context) / (automatic_prefix(context) + to_string(context.today()) + ".db");
    if (keep == 0 || fs::exists(file) || is_too_large(context)) return;
    if (store::last_reviews(store, 1).empty()) return;
    try {
        make_folder(backup_folder(context));
        store::backup(store, file);
        remove_oldest(context, static_cast<std::size_t>(keep));
    } catch (const Error& error) {
        print(context.err, "{}\n", say("no backup was made today: {}", error.what()));
    } catch (const fs::filesystem_error& error) {
        print(context.err, "{}\n", say("old backups stay: {}", error.what()));
    }
}

}  // namespace wengu
