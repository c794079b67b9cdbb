// whole_process WENGU [NOTES [CARDS_PER_NOTE [RUNS]]]: what the real commands cost on a
// large vault, from start to exit, beside yardsticks measured in the same run.

#include "vault.h"
#include "yardsticks.h"

#include <fmt/format.h>
#include <sys/utsname.h>

#include <algorithm>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <thread>

namespace wengu::bench {
namespace {

namespace fs = std::filesystem;

struct Options {
    fs::path program;
    VaultSize size{};
    int runs = 20;
};

/// Removed with everything in it.
class Scratch {
public:
    Scratch() {
        std::string name = (fs::temp_directory_path() / "wengu-bench-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
        path_ = name;
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    ~Scratch() {
        std::error_code error;
        fs::remove_all(path_, error);
    }
    [[nodiscard]] fs::path operator/(const char* name) const { return path_ / name; }

private:
    fs::path path_;
};

void remove_collection(const fs::path& file) {
    for (const char* ending : {"", "-wal", "-shm"}) fs::remove(file.string() + ending);
}

class Report {
public:
    static void head() {
        fmt::print("| what | wall ms | CPU ms | peak MB | ratio |\n|---|---:|---:|---:|---|\n");
    }

    void row(const std::string& what, const Cost& cost, const std::string& ratio = "") {
        fmt::print("| {} | {:.1f} | {:.1f} | {} | {} |\n", what, cost.wall_ms, cost.cpu_ms,
                   cost.peak_mb > 0 ? fmt::format("{:.0f}", cost.peak_mb) : "", ratio);
        std::fflush(stdout);
        if (cost.exit_code < 0 || cost.exit_code == 1 || cost.exit_code == 2) {
            throw std::runtime_error{what + " failed"};
        }
    }
};

std::string times(const Cost& cost, const Cost& yardstick, const char* name) {
    return fmt::format("{:.2f} x {} (CPU)", cost.cpu_ms / yardstick.cpu_ms, name);
}

class Measurement {
public:
    explicit Measurement(Options options) : options_{std::move(options)} {}

    void run() {
        setenv("HOME", scratch_.operator/("home").c_str(), 1);
        setenv("WENGU_NOW", kVaultNow, 1);
        setenv("LANG", "C.UTF-8", 1);
        const auto bytes = write_vault(vault_, options_.size);
        fmt::print("{} notes of {} cards, {:.1f} MB\n\n", options_.size.notes,
                   options_.size.cards_per_note, static_cast<double>(bytes) / 1e6);
        Report::head();
        imports();
        small_commands();
        questions();
    }

private:
    [[nodiscard]] std::vector<std::string> wengu(std::vector<std::string> words,
                                                 const fs::path& collection) const {
        words.insert(words.begin(), {options_.program.string(), "--db", collection.string()});
        return words;
    }

    [[nodiscard]] Cost repeated(const std::vector<std::string>& words, int runs) const {
        std::vector<Cost> costs;
        for (int i = 0; i < runs; ++i) costs.push_back(cost_of_process(wengu(words, file_)));
        return median(std::move(costs));
    }

    /// Into a new collection each time; the last one stays.
    [[nodiscard]] Cost cold_import(const fs::path& notes, const fs::path& file, int runs) const {
        std::vector<Cost> costs;
        for (int i = 0; i < runs; ++i) {
            remove_collection(file);
            costs.push_back(cost_of_process(wengu({"import", notes.string()}, file)));
        }
        return median(std::move(costs));
    }

    /// A word more in one answer of every hundredth note.
    void edit_some(int round) const {
        for (int i = round; i < options_.size.notes; i += 100) {
            auto text = note_text(i, options_.size);
            text += fmt::format("\n补充第 {} 点。\n", round);
            const auto path =
                vault_ / fmt::format("topic-{:03}", i / 100) / fmt::format("note-{:05}.md", i);
            std::ofstream{path, std::ios::binary} << text;
        }
    }

    void imports() {
        const auto parse = bare_parse(vault_);
        report_.row("yardstick: cmark-gfm on the same bytes", parse);
        const auto walk = median({bare_walk(vault_), bare_walk(vault_), bare_walk(vault_)});
        report_.row("yardstick: walk with stat", walk);
        const auto cold = cold_import(vault_, file_, 3);
        const auto insert = plain_insert(file_, false);
        const auto indexed = plain_insert(file_, true);
        report_.row("yardstick: plain insert of the same rows", insert);
        report_.row("yardstick: the same with an FTS5 trigram index", indexed);
        report_.row("import, cold", cold,
                    times(cold, parse, "parser") + ", " + times(cold, insert, "insert") + ", " +
                        times(cold, indexed, "indexed insert"));
        const auto unchanged = repeated({"import", vault_.string()}, options_.runs);
        report_.row("import, unchanged", unchanged, times(unchanged, walk, "walk"));
        std::vector<Cost> edited;
        for (int round = 0; round < 3; ++round) {
            edit_some(round);
            edited.push_back(cost_of_process(wengu({"import", vault_.string()}, file_)));
        }
        report_.row("import, 1 % of the notes edited", median(edited));
    }

    void small_commands() {
        const auto note = scratch_ / "one";
        write_vault(note, {.notes = 1, .cards_per_note = 30});
        report_.row("import of one note with 30 cards, new collection",
                    cold_import(note, scratch_ / "small.db", options_.runs));
        std::vector<Cost> nothing;
        for (int i = 0; i < options_.runs; ++i) nothing.push_back(cost_of_process({"true"}));
        report_.row("yardstick: true", median(nothing));
    }

    void questions() {
        const std::vector<std::vector<std::string>> commands{{"--version"},
                                                             {"due", "--short"},
                                                             {"due"},
                                                             {"today"},
                                                             {"list", "-n", "20"},
                                                             {"list", "is:due"},
                                                             {"search", "-n", "20", "锁"},
                                                             {"search", "-n", "20", "的"},
                                                             {"search", "-n", "20", "缓存"},
                                                             {"search", "-n", "20", "一致性哈希"},
                                                             {"search", "-n", "20", "trouble"},
                                                             {"notes", "update", "--dry-run"}};
        for (const auto& command : commands) {
            report_.row(fmt::format("{}", fmt::join(command, " ")),
                        repeated(command, options_.runs));
        }
    }

    Options options_;
    Scratch scratch_;
    fs::path vault_ = scratch_ / "vault";
    fs::path file_ = scratch_ / "wengu.db";
    Report report_;
};

/// What the figures were made on.
void print_machine() {
    utsname machine{};
    uname(&machine);
    double loads[1] = {};
    getloadavg(loads, 1);
    fmt::print("{} {} {}, {} cores, load {:.1f} at the start\n", machine.sysname, machine.release,
               machine.machine, std::thread::hardware_concurrency(), loads[0]);
}

}  // namespace
}  // namespace wengu::bench

int main(int argc, char** argv) {
    using namespace wengu::bench;
    if (argc < 2) {
        fmt::print(stderr, "usage: whole_process WENGU [NOTES [CARDS_PER_NOTE [RUNS]]]\n");
        return 2;
    }
    try {
        Options options{.program = fs::absolute(argv[1])};
        if (argc > 2) options.size.notes = std::atoi(argv[2]);
        if (argc > 3) options.size.cards_per_note = std::atoi(argv[3]);
        if (argc > 4) options.runs = std::atoi(argv[4]);
        print_machine();
        Measurement{std::move(options)}.run();
    } catch (const std::exception& error) {
        fmt::print(stderr, "whole_process: {}\n", error.what());
        return 1;
    }
}
