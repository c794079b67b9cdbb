#include "library/import/conflict_copy.h"

#include "core/error.h"
#include "core/text.h"
#include "library/files.h"

#include <algorithm>
#include <unordered_set>

namespace wengu {
namespace {

namespace fs = std::filesystem;

/// "cache.sync-conflict-20261130-091500-ABCDEFG.md"
std::optional<std::string> of_syncthing(const std::string& stem) {
    const auto mark = stem.find(".sync-conflict-");
    if (mark == std::string::npos || mark == 0) return std::nullopt;
    return stem.substr(0, mark);
}

/// "cache (conflicted copy 2026-11-30).md", "cache (Anna's conflicted copy).md",
/// "cache (冲突副本 2026-11-30).md"
std::optional<std::string> of_dropbox(const std::string& stem) {
    const auto opened = stem.rfind(" (");
    if (opened == std::string::npos || opened == 0 || !stem.ends_with(')')) return std::nullopt;
    const auto inside = normalise(stem.substr(opened + 2));
    for (const char* words : {"conflicted copy", "冲突副本", "的冲突"}) {
        if (inside.find(words) != std::string::npos) return stem.substr(0, opened);
    }
    return std::nullopt;
}

/// "cache 2.md"
std::optional<std::string> of_icloud(const std::string& stem) {
    const auto blank = stem.rfind(' ');
    if (blank == std::string::npos || blank == 0 || stem.size() != blank + 2) return std::nullopt;
    const char digit = stem.back();
    if (digit < '2' || digit > '9') return std::nullopt;
    return stem.substr(0, blank);
}

bool share_most_lines(const fs::path& one, const fs::path& other) {
    try {
        const auto texts = std::pair{read_regular_file(one), read_regular_file(other)};
        std::unordered_set<std::string_view> lines;
        for (const auto line : split_lines(texts.first)) lines.insert(trim(line));
        std::unordered_set<std::string_view> others;
        for (const auto line : split_lines(texts.second)) others.insert(trim(line));
        lines.erase("");
        others.erase("");
        const auto both =
            std::ranges::count_if(others, [&](const auto& line) { return lines.contains(line); });
        return both > 0 &&
               static_cast<std::size_t>(both) * 2 >= std::min(lines.size(), others.size());
    } catch (const Error&) {
        return false;  // whoever reads the note will say why
    }
}

}  // namespace

std::optional<std::string> original_of(const fs::path& folder, const std::string& name,
                                       const std::vector<std::string>& names) {
    const fs::path file{name};
    const auto stem = file.stem().string();
    const auto ending = file.extension().string();
    if (const auto original = of_syncthing(stem)) return *original + ending;
    if (const auto original = of_dropbox(stem)) return *original + ending;
    const auto original = of_icloud(stem);
    if (!original || !std::ranges::binary_search(names, *original + ending)) return std::nullopt;
    if (!share_most_lines(folder / name, folder / (*original + ending))) return std::nullopt;
    return *original + ending;
}

}  // namespace wengu
