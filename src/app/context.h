#pragma once
// The outside world, as handed to commands: where the data is, where text
// goes, what time it is. main() fills it for real; tests fill it with stand-ins.

#include "app/settings/settings.h"
#include "core/time.h"

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

namespace wengu {

/// Options that every command understands, as typed; empty when not given.
struct GlobalOptions {
    std::string database;
    std::string now;
    std::string language;
    std::string color;
    bool no_input = false;  ///< Never ask anything.
};

struct Context {
    std::istream& in;
    std::ostream& out;  ///< Results.
    std::ostream& err;  ///< Talk, progress, problems.
    std::function<Moment()> now;
    std::function<std::optional<std::string>(const char*)> environment;
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    bool err_is_terminal = false;

    GlobalOptions options = {};
    Settings settings = {};

    [[nodiscard]] Day today() const;
    /// The value of an environment variable; empty when it is not set.
    [[nodiscard]] std::string variable(const char* name) const;
    /// Where the collection is: `--db`, WENGU_DB, or the user's data folder.
    [[nodiscard]] std::filesystem::path database_path() const;
    /// The user's folders by the XDG rules, wengu's own part included.
    [[nodiscard]] std::filesystem::path data_folder() const;
    [[nodiscard]] std::filesystem::path config_folder() const;
    [[nodiscard]] std::filesystem::path state_folder() const;
};

}  // namespace wengu
