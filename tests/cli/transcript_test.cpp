// Runs every file in tests/transcripts, each in a world of its own:
//
//   $ wengu ...        a command; the lines up to the next blank line are exactly
//                      what it prints, standard error after standard output
//   < text             a line of standard input for the command above it
//   @ TIME             sets the clock
//   > file             writes the lines up to "EOF" into home/file
//
// HOME in the text stands for the world's home folder. With WENGU_UPDATE=1 in the
// environment the files are rewritten with what was printed: read the difference.

#include "support/paths.h"
#include "support/world.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>

namespace wengu {
namespace {

namespace fs = std::filesystem;

/// Splits at blanks; "quoted words" stay together.
std::vector<std::string> words(const std::string& line) {
    std::vector<std::string> result;
    std::string word;
    bool quoted = false;
    bool any = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
            any = true;
        } else if (c == ' ' && !quoted) {
            if (any) result.push_back(word);
            word.clear();
            any = false;
        } else {
            word += c;
            any = true;
        }
    }
    if (any) result.push_back(word);
    return result;
}

std::string replace_all(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

/// Blank lines end a transcript's block, so they are shown as a single dot.
std::string without_blank_lines(const std::string& text) {
    std::string result;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) result += (line.empty() ? "." : line) + "\n";
    return result;
}

class Transcript {
public:
    explicit Transcript(const fs::path& file) : file_{file}, in_{file} {}

    void play() {
        for (std::string line; next(line);) {
            rewritten_ += line + "\n";
            if (line.starts_with("$ wengu")) command(line);
            if (line.starts_with("@ ")) world_.at(line.substr(2));
            if (line.starts_with("> ")) note(line.substr(2));
        }
        if (std::getenv("WENGU_UPDATE") != nullptr) std::ofstream{file_} << rewritten_;
    }

private:
    bool next(std::string& line) {
        ++number_;
        return static_cast<bool>(std::getline(in_, line));
    }

    void command(const std::string& line) {
        const int started = number_;
        std::string input;
        std::string expected;
        for (std::string row; next(row) && !row.empty();) {
            if (row.starts_with("< ") || row == "<") {
                input += row.substr(std::min<std::size_t>(2, row.size())) + "\n";
                rewritten_ += row + "\n";
            } else {
                expected += row + "\n";
            }
        }
        const auto home = world_.home.path().string();
        auto arguments = words(replace_all(line.substr(7), "HOME", home));
        const int code = world_.run(arguments, input);
        auto actual = without_blank_lines(replace_all(world_.printed + world_.said, home, "HOME"));
        if (code != 0) actual += "[exit " + std::to_string(code) + "]\n";
        rewritten_ += actual + (in_.eof() ? "" : "\n");
        INFO(file_.filename().string() << ":" << started << ": " << line);
        CHECK(actual == expected);
    }

    void note(const std::string& name) {
        std::string text;
        for (std::string row; next(row) && row != "EOF";) text += row + "\n";
        rewritten_ += text + "EOF\n";
        world_.home.write(name, text);
    }

    fs::path file_;
    std::ifstream in_;
    test::World world_;
    std::string rewritten_;
    int number_ = 0;
};

TEST_CASE("transcripts: every command prints exactly what its transcript says", "[transcript]") {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator{test::tests_dir() + "/transcripts"}) {
        files.push_back(entry.path());
    }
    std::ranges::sort(files);
    REQUIRE_FALSE(files.empty());
    for (const auto& file : files) Transcript{file}.play();
}

}  // namespace
}  // namespace wengu
