// make_vault FOLDER [NOTES [CARDS_PER_NOTE]]: writes made-up notes to measure with.

#include "vault.h"

#include <fmt/format.h>

#include <cstdlib>
#include <exception>

int main(int argc, char** argv) {
    if (argc < 2) {
        fmt::print(stderr, "usage: make_vault FOLDER [NOTES [CARDS_PER_NOTE]]\n");
        return 2;
    }
    try {
        wengu::bench::VaultSize size;
        if (argc > 2) size.notes = std::atoi(argv[2]);
        if (argc > 3) size.cards_per_note = std::atoi(argv[3]);
        const auto bytes = wengu::bench::write_vault(argv[1], size);
        fmt::print("{} notes, {:.1f} MB\n", size.notes, static_cast<double>(bytes) / 1e6);
    } catch (const std::exception& error) {
        fmt::print(stderr, "make_vault: {}\n", error.what());
        return 1;
    }
}
