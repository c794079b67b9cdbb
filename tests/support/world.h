#pragma once
// A small world for commands: a home folder of its own, a clock that stands
// still, text for standard input, and everything that was printed.

#include "cli/cli.h"
#include "support/temp_dir.h"
#include "tui/context.h"

#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace wengu::test {

class World {
public:
    World() { at("2026-03-01T09:00:00+08:00"); }

    /// Sets the clock.
    void at(const std::string& time) { now_ = parse_moment(time).value(); }
    void advance(std::chrono::milliseconds by) { now_.at += by; }

    /// This world as commands see it. It must outlive the context.
    [[nodiscard]] Context context(std::istream& in, std::ostream& out, std::ostream& err) {
        return {{.now = [this] { return now_; },
                 .variables = [this](const char* name) -> std::optional<std::string> {
                     const auto found = environment.find(name);
                     if (found == environment.end()) return std::nullopt;
                     return found->second;
                 }},
                {.in = in, .out = out, .err = err, .in_is_terminal = in_is_terminal}};
    }

    /// Runs `wengu` with these arguments; returns the exit code.
    int run(const std::vector<std::string>& arguments, const std::string& input = "") {
        std::istringstream in{input};
        std::ostringstream out;
        std::ostringstream err;
        auto context = this->context(in, out, err);
        const int code = wengu::run(arguments, context);
        printed = out.str();
        said = err.str();
        return code;
    }

    TempDir home;
    std::map<std::string, std::string> environment{
        {"HOME", home.path().string()}, {"LANG", "en"}, {"TERM", "dumb"}};
    bool in_is_terminal = false;
    std::string printed;  ///< Standard output of the last run.
    std::string said;     ///< Standard error of the last run.

private:
    Moment now_;
};

}  // namespace wengu::test
