#include "library/environment.h"

#include "core/error.h"

#include <pwd.h>
#include <unistd.h>

namespace wengu {
namespace fs = std::filesystem;

namespace {

/// HOME, else what the password entry of this user says.
fs::path home_folder(const Environment& environment) {
    if (const auto set = environment.variable("HOME"); !set.empty()) return set;
    const auto* entry = getpwuid(getuid());
    if (entry == nullptr || entry->pw_dir == nullptr || *entry->pw_dir != '/') {
        fail("HOME is not set, and this user has no home folder; set HOME");
    }
    return entry->pw_dir;
}

/// `variable` if it is an absolute path, else `fallback` under the home folder; plus "wengu".
fs::path user_folder(const Environment& environment, const char* variable, const char* fallback) {
    const fs::path set = environment.variable(variable);
    if (set.is_absolute()) return set / "wengu";
    return home_folder(environment) / fallback / "wengu";
}

}  // namespace

Day Environment::today() const {
    return study_day(now(), std::chrono::hours{settings.integer("study.rollover_hour")});
}

std::string Environment::variable(const char* name) const { return variables(name).value_or(""); }

fs::path Environment::data_folder() const {
    if (const fs::path set = variable("WENGU_DATA_DIR"); !set.empty()) return set;
    return user_folder(*this, "XDG_DATA_HOME", ".local/share");
}

fs::path Environment::config_folder() const {
    return user_folder(*this, "XDG_CONFIG_HOME", ".config");
}
fs::path Environment::state_folder() const {
    return user_folder(*this, "XDG_STATE_HOME", ".local/state");
}

fs::path Environment::database_path() const {
    if (!database.empty()) return database;
    if (const fs::path set = variable("WENGU_DB"); !set.empty()) return set;
    return data_folder() / "wengu.db";
}

}  // namespace wengu
