#include "cli/commands/backup.h"

#include "cli/exit_code.h"
#include "core/error.h"
#include "core/text.h"
#include "library/backups.h"
#include "library/collection.h"
#include "library/files.h"
#include "library/import/note_state.h"
#include "store/upkeep.h"
#include "tui/print.h"

#include <fstream>
#include <istream>
#include <memory>

namespace wengu {
namespace {

namespace fs = std::filesystem;

struct BackupOptions {
    std::string file;
    bool yes = false;
    bool force = false;
};

bool is_same_file(const fs::path& one, const fs::path& other) {
    std::error_code missing;
    return fs::equivalent(one, other, missing);
}

/// By the first bytes, which every SQLite file has.
bool is_database(const fs::path& file) {
    constexpr std::string_view kMagic = "SQLite format 3";
    std::string start(kMagic.size(), '\0');
    std::ifstream in{file, std::ios::binary};
    in.read(start.data(), static_cast<std::streamsize>(start.size()));
    return start == kMagic;
}

/// By the number in the header of the file that says whose it is; an SQLite file of another
/// program is none.
bool is_collection(const fs::path& file) {
    constexpr std::string_view kOurs = "weng";
    constexpr std::streamoff kApplicationId = 68;
    if (!is_database(file)) return false;
    std::string id(kOurs.size(), '\0');
    std::ifstream in{file, std::ios::binary};
    in.seekg(kApplicationId);
    in.read(id.data(), static_cast<std::streamsize>(id.size()));
    return id == kOurs;
}

void check_backup_target(const Context& context, const fs::path& file, bool force) {
    if (is_same_file(file, context.database_path())) {
        fail<UsageError>("{} is the collection itself; name another file", file.string());
    }
    if (is_folder(file)) fail<UsageError>("{} is a folder; name a file", file.string());
    if (is_taken(file) && !is_regular(file)) {
        fail<UsageError>("{} is no regular file; name another", file.string());
    }
    if (file_exists(file) && !is_collection(file) && !force) {
        fail<UsageError>("{} is there and no backup, so it stays as it is (--force replaces it)",
                         file.string());
    }
}

void check_collection(const Context& context) {
    if (file_exists(context.database_path())) return;
    fail("there is no collection at {} yet", context.database_path().string());
}

int backup(Context& context, const BackupOptions& options) {
    check_collection(context);
    const auto store = open_collection(context);
    const fs::path file = options.file.empty() ? free_backup_file(context) : fs::path{options.file};
    check_backup_target(context, file, options.force);
    if (options.force && file_exists(file) && !is_collection(file)) remove_file(file);
    store::backup(store, file);
    print(context.out, "{}\n", say("wrote {}", file.string()));
    print(context.err, "{}\n", say("`wengu restore {}` brings it back.", file.string()));
    return kDone;
}

/// Severe: the name must be typed.
bool agreed(Context& context, const BackupOptions& options) {
    const auto path = context.database_path();
    const auto name = path.filename().string();
    if (options.yes || !file_exists(path)) return true;
    print(context.err, "{}\n", say("{} takes the place of {}.", options.file, path.string()));
    if (context.no_input || !context.in_is_terminal) {
        print(context.err, "{}\n", tr("Nobody to ask; say --yes to go on."));
        return false;
    }
    print(context.err, "{} ", say("Type {} to go on:", name));
    context.err.flush();
    std::string answer;
    std::getline(context.in, answer);
    if (trim(answer) == name) return true;
    print(context.err, "{}\n", tr("Nothing was changed."));
    return false;
}

/// What a restore replaces is never lost; a file too damaged to be opened is copied as it is.
void keep_present(Context& context) {
    const auto path = context.database_path();
    if (!file_exists(path)) return;
    const auto kept = free_backup_file(context);
    try {
        const Store present{path};
        store::backup(present, kept);
    } catch (const Unavailable&) {
        throw;
    } catch (const Error&) {
        std::error_code error;
        fs::copy_file(path, kept, error);
        if (error) fail("cannot write {}: {}", kept.string(), error.message());
        fs::copy_file(path.string() + "-wal", kept.string() + "-wal", error);  // if there is one
    }
    print(context.err, "{}\n", say("What was there is kept in {}.", kept.string()));
}

int restore(Context& context, const BackupOptions& options) {
    const fs::path file = options.file;
    if (!file_exists(file)) fail("there is no backup {}", file.string());
    if (is_same_file(file, context.database_path())) {
        fail<UsageError>("{} is the collection itself; name another file", file.string());
    }
    if (!is_database(file)) fail("{} is no backup", file.string());
    const auto wrong = store::check_file(file);
    if (!wrong.empty()) fail("the backup {} is damaged: {}", file.string(), wrong.front());
    if (!agreed(context, options)) return kFailed;
    keep_present(context);
    store::restore(file, context.database_path());
    auto store = open_collection(context);
    owe_all(store);
    print(context.out, "{}\n",
          say("{} is again what {} holds", context.database_path().string(), file.string()));
    return kDone;
}

}  // namespace

Command backup_command(Context& context) {
    auto options = std::make_shared<BackupOptions>();
    Command command{.name = "backup", .summary = tr("Copy the collection, all history included")};
    command.group = tr("Care");
    command.run = [&context, options] { return backup(context, *options); };
    command.options = {
        {.names = "file",
         .value = "FILE",
         .help = tr("where to; without it, named for the day, beside the collection"),
         .target = &options->file,
         .completes = Completes::File},
        {"--force", "", tr("replace FILE whatever it is"), &options->force}};
    command.examples = {{"wengu backup", tr("into the folder of backups")},
                        {"wengu backup /media/stick/wengu.db", tr("onto another disk")}};
    return command;
}

Command restore_command(Context& context) {
    auto options = std::make_shared<BackupOptions>();
    Command command{.name = "restore", .summary = tr("Make the collection what a backup holds")};
    command.group = tr("Care");
    command.run = [&context, options] { return restore(context, *options); };
    command.options = {{.names = "file",
                        .value = "FILE",
                        .help = tr("the backup"),
                        .target = &options->file,
                        .completes = Completes::File,
                        .required = true},
                       {"--yes", "", tr("do not ask"), &options->yes}};
    command.examples = {
        {"wengu restore backups/wengu-2026-03-01.db", tr("what is there now is kept as a backup")}};
    return command;
}

}  // namespace wengu
