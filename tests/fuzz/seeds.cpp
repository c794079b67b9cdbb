#include "seeds.h"

#include "cards/split.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace wengu::fuzz {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ifstream file{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void add_field(std::string& bytes, std::string_view text) {
    bytes += text;
    bytes += '\0';
}

void add_card(std::string& bytes, const Draft& draft, std::string_view edit) {
    add_field(bytes, draft.front + std::string{edit});
    add_field(bytes, draft.back);
    add_field(bytes, draft.heading_path.empty() ? "" : draft.heading_path.back());
    add_field(bytes, draft.kind == CardKind::Cloze ? "c" + draft.hole : draft.anchor);
}

}  // namespace

std::vector<Seed> note_seeds(std::string_view root) {
    std::vector<Seed> seeds;
    for (const auto* const folder : {"decks", "tests/cards/vaults", "tests/fuzz/notes"}) {
        for (const auto& entry : fs::recursive_directory_iterator{fs::path{root} / folder}) {
            if (entry.path().extension() != ".md") continue;
            seeds.push_back({entry.path().stem().string(), bytes_of(entry.path())});
        }
    }
    if (seeds.empty()) throw std::runtime_error{"no notes to start from"};
    std::ranges::sort(seeds, {}, &Seed::name);
    return seeds;
}

std::vector<Seed> card_seeds(const std::vector<Seed>& notes) {
    std::vector<Seed> seeds;
    for (const auto& note : notes) {
        std::string bytes;
        for (const auto& draft : split(read(note.bytes, "note.md"), note.name).drafts) {
            add_card(bytes, draft, "");
            add_card(bytes, draft, " 2");
        }
        if (!bytes.empty()) seeds.push_back({note.name, bytes});
    }
    return seeds;
}

}  // namespace wengu::fuzz
