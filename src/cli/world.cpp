#include "cli/world.h"

#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <iostream>

namespace wengu {
namespace {

using namespace std::chrono;

Moment system_now() {
    const auto now = floor<milliseconds>(system_clock::now());
    const std::time_t seconds = system_clock::to_time_t(system_clock::now());
    std::tm local{};
    localtime_r(&seconds, &local);
    return {now, floor<minutes>(std::chrono::seconds{local.tm_gmtoff})};
}

}  // namespace

Context the_world() {
    std::ios::sync_with_stdio(false);
    Context context{{.now = system_now,
                     .variables = [](const char* name) -> std::optional<std::string> {
                         const char* value = std::getenv(name);
                         if (value == nullptr) return std::nullopt;
                         return value;
                     }},
                    {.in = std::cin, .out = std::cout, .err = std::cerr}};
    context.in_is_terminal = isatty(STDIN_FILENO) == 1;
    context.out_is_terminal = isatty(STDOUT_FILENO) == 1;
    context.err_is_terminal = isatty(STDERR_FILENO) == 1;
    return context;
}

}  // namespace wengu
