#include "measure.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <stdexcept>

namespace wengu::bench {
namespace {

using Clock = std::chrono::steady_clock;

double ms_since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

double ms_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_usec) / 1000;
}

double cpu_ms_of(const rusage& usage) { return ms_of(usage.ru_utime) + ms_of(usage.ru_stime); }

double cpu_ms_so_far() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return cpu_ms_of(usage);
}

pid_t start(const std::vector<std::string>& command) {
    std::vector<char*> words;
    for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    posix_spawn_file_actions_t silence;
    posix_spawn_file_actions_init(&silence);
    for (const int stream : {0, 1, 2}) {
        posix_spawn_file_actions_addopen(&silence, stream, "/dev/null", O_RDWR, 0);
    }
    pid_t child = 0;
    const int status = posix_spawnp(&child, words[0], &silence, nullptr, words.data(), environ);
    posix_spawn_file_actions_destroy(&silence);
    if (status != 0) throw std::runtime_error{"cannot start " + command[0]};
    return child;
}

template <double Cost::*Figure>
double middle(std::vector<Cost>& costs) {
    std::ranges::sort(costs, {}, Figure);
    return costs[costs.size() / 2].*Figure;
}

}  // namespace

Cost cost_of_process(const std::vector<std::string>& command) {
    const auto begin = Clock::now();
    const pid_t child = start(command);
    int status = 0;
    rusage usage{};
    if (wait4(child, &status, 0, &usage) != child) throw std::runtime_error{"cannot wait"};
    return {.wall_ms = ms_since(begin),
            .cpu_ms = cpu_ms_of(usage),
            .peak_mb = static_cast<double>(usage.ru_maxrss) / 1024,
            .exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1};
}

Cost cost_of_work(const std::function<std::function<void()>()>& prepare) {
    int ends[2] = {};
    if (pipe(ends) != 0) throw std::runtime_error{"cannot make a pipe"};
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error{"cannot fork"};
    if (child == 0) {
        const auto work = prepare();
        const auto begin = Clock::now();
        const double before = cpu_ms_so_far();
        work();
        const Cost cost{.wall_ms = ms_since(begin), .cpu_ms = cpu_ms_so_far() - before};
        _exit(write(ends[1], &cost, sizeof cost) == sizeof cost ? 0 : 1);
    }
    close(ends[1]);
    Cost cost;
    const auto got = read(ends[0], &cost, sizeof cost);
    close(ends[0]);
    int status = 0;
    waitpid(child, &status, 0);
    if (got != sizeof cost || status != 0) throw std::runtime_error{"a yardstick failed"};
    return cost;
}

Cost median(std::vector<Cost> costs) {
    Cost result;
    for (const auto& cost : costs) {
        result.peak_mb = std::max(result.peak_mb, cost.peak_mb);
        result.exit_code = std::max(result.exit_code, cost.exit_code);
    }
    result.wall_ms = middle<&Cost::wall_ms>(costs);
    result.cpu_ms = middle<&Cost::cpu_ms>(costs);
    return result;
}

}  // namespace wengu::bench
