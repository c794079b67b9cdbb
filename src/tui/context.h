#pragma once
// What a front end in a terminal is handed: the library's environment, and the streams.
// main() fills it for real; tests fill it with stand-ins.

#include "library/environment.h"

#include <iosfwd>
#include <string>

namespace wengu {

/// Where text comes from and goes to, and what the user said of it on the command line.
struct Streams {
    std::istream& in;
    std::ostream& out;  ///< Results.
    std::ostream& err;  ///< Talk, progress, problems.
    bool in_is_terminal = false;
    bool out_is_terminal = false;
    bool err_is_terminal = false;

    std::string color = {};  ///< `--color` as typed; empty when not given.
    bool no_input = false;   ///< Never ask anything.
};

struct Context : Environment, Streams {
    std::string time_wanted = {};      ///< `--now` as typed; empty when not given.
    std::string language_wanted = {};  ///< `--lang` likewise.
};

}  // namespace wengu
