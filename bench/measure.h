#pragma once
// Time and memory of whole processes, as the kernel counts them.

#include <functional>
#include <string>
#include <vector>

namespace wengu::bench {

struct Cost {
    double wall_ms = 0;
    double cpu_ms = 0;   ///< User and system, all threads.
    double peak_mb = 0;  ///< Resident memory at its largest; 0 when not measured.
    int exit_code = 0;
};

/// Runs the program with its output thrown away and waits for it.
[[nodiscard]] Cost cost_of_process(const std::vector<std::string>& command);

/// Prepares in a process of its own, then measures `work` there.
[[nodiscard]] Cost cost_of_work(const std::function<std::function<void()>()>& prepare);

/// The median of each figure; the largest peak.
[[nodiscard]] Cost median(std::vector<Cost> costs);

}  // namespace wengu::bench
