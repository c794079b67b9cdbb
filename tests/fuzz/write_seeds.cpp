// write_seeds ROOT FOLDER: fills FOLDER/notes and FOLDER/cards with the seeds.

#include "seeds.h"

#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>

namespace {

using namespace wengu::fuzz;

void write(const std::filesystem::path& folder, const std::vector<Seed>& seeds) {
    std::filesystem::create_directories(folder);
    for (const auto& seed : seeds) {
        std::ofstream{folder / seed.name, std::ios::binary} << seed.bytes;
    }
}

}  // namespace

int main(int count, char** arguments) try {
    if (count != 3) {
        std::fputs("usage: write_seeds ROOT FOLDER\n", stderr);
        return 2;
    }
    const std::filesystem::path folder{arguments[2]};
    const auto notes = note_seeds(arguments[1]);
    write(folder / "notes", notes);
    write(folder / "cards", card_seeds(notes));
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "write_seeds: %s\n", error.what());
    return 1;
}
