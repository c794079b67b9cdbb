#include "library/environment.h"

namespace wengu {
namespace fs = std::filesystem;

namespace {

/// `variable` if it is an absolute path, else `fallback` under HOME; plus "wengu".
fs::path user_folder(const Environment& environment, const char* variable, const char* fallback) {
    const fs::path set = environment.variable(variable);
    if (set.is_absolute()) return set / "wengu";
    return fs::path{environment.variable("HOME")} / fallback / "wengu";
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
