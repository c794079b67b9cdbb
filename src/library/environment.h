#pragma once
// What the library needs of the world it runs in, as handed to it by a front end: what time it
// is, where the data lies, the user's settings, and whom to tell of what went wrong on the way.
// The library itself reads no clock and no variable, and prints nothing; where HOME is not set,
// it asks the password entry of the user.

#include "core/time.h"
#include "library/settings/settings.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace wengu {

struct Environment {
    std::function<Moment()> now;
    /// The value of an environment variable; nullopt when it is not set.
    std::function<std::optional<std::string>(const char*)> variables;
    /// Takes a finished sentence about something that went wrong and stops nothing.
    std::function<void(const std::string&)> warn = [](const std::string&) {};

    std::string database = {};  ///< The collection's file; empty: where the variables say.
    Settings settings = {};

    [[nodiscard]] Day today() const;
    /// The value of an environment variable; empty when it is not set.
    [[nodiscard]] std::string variable(const char* name) const;
    /// Where the collection is: `database`, WENGU_DB, or the user's data folder.
    [[nodiscard]] std::filesystem::path database_path() const;
    /// The user's folders by the XDG rules, wengu's own part included.
    [[nodiscard]] std::filesystem::path data_folder() const;
    [[nodiscard]] std::filesystem::path config_folder() const;
    [[nodiscard]] std::filesystem::path state_folder() const;
};

}  // namespace wengu
