// fuzz_smoke ROOT: the fuzz targets without libFuzzer, for every test run. Each gets all
// its seeds and a fixed number of damaged copies, the same ones every time. An input that
// a target cannot bear is left in the file fuzz_smoke.failed.

#include "mutate.h"
#include "seeds.h"

#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <exception>

extern "C" {
int front_matter_one_input(const std::uint8_t* data, std::size_t size);
int markdown_one_input(const std::uint8_t* data, std::size_t size);
int relink_one_input(const std::uint8_t* data, std::size_t size);
int split_one_input(const std::uint8_t* data, std::size_t size);
int write_back_one_input(const std::uint8_t* data, std::size_t size);
}

namespace {

using namespace wengu::fuzz;

struct Target {
    const char* name;
    int (*one_input)(const std::uint8_t* data, std::size_t size);
    bool reads_cards;
    int copies;
};

constexpr Target kTargets[]{
    {"front matter", front_matter_one_input, false, 20000},
    {"markdown", markdown_one_input, false, 20000},
    {"relink", relink_one_input, true, 4000},
    {"split", split_one_input, false, 8000},
    {"write-back", write_back_one_input, false, 20000},
};

constexpr std::size_t kLongestCopy = 2048;

std::string running;  ///< What the target is reading, for `keep_input`.

void keep_input(int) {
    const int file = open("fuzz_smoke.failed", O_WRONLY | O_CREAT | O_TRUNC, 0644);
    if (write(file, running.data(), running.size()) >= 0) close(file);
    std::signal(SIGABRT, SIG_DFL);
    std::abort();
}

void run(const Target& target, std::string input) {
    running = std::move(input);
    (void)target.one_input(reinterpret_cast<const std::uint8_t*>(running.data()), running.size());
}

void run_all(const Target& target, const std::vector<Seed>& seeds) {
    std::fprintf(stderr, "%s: %zu seeds, %d damaged copies\n", target.name, seeds.size(),
                 target.copies);
    for (const auto& seed : seeds) run(target, seed.bytes);
    wengu::Random random{20261122};
    for (int i = 0; i < target.copies; ++i) {
        const auto& seed = seeds[random.below(seeds.size())].bytes;
        const auto& other = seeds[random.below(seeds.size())].bytes;
        run(target, mutate(seed, other, kLongestCopy, random));
    }
}

}  // namespace

int main(int count, char** arguments) try {
    if (count != 2) {
        std::fputs("usage: fuzz_smoke ROOT\n", stderr);
        return 2;
    }
    const auto notes = note_seeds(arguments[1]);
    const auto cards = card_seeds(notes);
    std::signal(SIGABRT, keep_input);
    for (const auto& target : kTargets) run_all(target, target.reads_cards ? cards : notes);
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "fuzz_smoke: %s\n", error.what());
    return 1;
}
