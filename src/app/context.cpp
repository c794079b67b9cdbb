#include "app/context.h"

namespace wengu {
namespace fs = std::filesystem;

namespace {

/// `variable` if it is an absolute path, else `fallback` under HOME; plus "wengu".
fs::path user_folder(const Context& context, const char* variable, const char* fallback) {
    const fs::path set = context.variable(variable);
    if (set.is_absolute()) return set / "wengu";
    return fs::path{context.variable("HOME")} / fallback / "wengu";
}

}  // namespace

Day Context::today() const {
    return study_day(now(), std::chrono::hours{settings.integer("study.rollover_hour")});
}

std::string Context::variable(const char* name) const { return environment(name).value_or(""); }

fs::path Context::data_folder() const {
    if (const fs::path set = variable("WENGU_DATA_DIR"); !set.empty()) return set;
    return user_folder(*this, "XDG_DATA_HOME", ".local/share");
}

fs::path Context::config_folder() const { return user_folder(*this, "XDG_CONFIG_HOME", ".config"); }
fs::path Context::state_folder() const {
    return user_folder(*this, "XDG_STATE_HOME", ".local/state");
}

fs::path Context::database_path() const {
    if (!options.database.empty()) return options.database;
    if (const fs::path set = variable("WENGU_DB"); !set.empty()) return set;
    return data_folder() / "wengu.db";
}

}  // namespace wengu
