#pragma once
// Commands as data. One table describes every command, its options and
// examples; the command line, `help`, man pages and completions all read it.

#include "tui/context.h"

#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace wengu {

/// Where a value from the command line is put. A bool is a flag.
using Target =
    std::variant<bool*, int*, double*, std::string*, std::optional<int>*, std::optional<double>*,
                 std::optional<std::string>*, std::vector<std::string>*>;

/// What a shell may offer when completing a value.
enum class Completes {
    Nothing,
    File,
    Folder,
    Deck,
    Tag,
    DeckOrTag,
    Profile,
    Card,
    Setting,
    Choice
};

/// The numbers that an option takes.
struct Range {
    double least = 0;
    double most = std::numeric_limits<int>::max();
};

struct Option {
    std::string names;  ///< "-n,--limit", or "path" for a positional one.
    std::string value;  ///< Placeholder in help, "N"; empty for flags.
    std::string help;   ///< One line, translated.
    Target target;
    Completes completes = Completes::Nothing;
    bool required = false;
    std::vector<std::string> choices = {};  ///< The only values allowed, if any.
    Range range = {};                       ///< Of a number.
};

struct Example {
    std::string line;  ///< "wengu review cpp --limit 20"
    std::string what;  ///< What it does, translated.
};

struct Command {
    std::string name;
    std::string summary;            ///< One line, translated.
    std::function<int()> run = {};  ///< Returns an ExitCode. Empty: a subcommand is required.
    std::vector<Option> options = {};
    std::vector<Command> subcommands = {};
    std::vector<Example> examples = {};
    std::string group = {};  ///< Heading under which help lists it, translated.
    bool hidden = false;     ///< Works but is not listed: for scripts of ours.
};

/// Every command there is, `wengu` itself at the root, bound to `context`.
[[nodiscard]] Command command_table(Context& context);

}  // namespace wengu
