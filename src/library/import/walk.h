#pragma once
// Finds the Markdown notes below the paths a user names.

#include "core/error.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace wengu {

/// Notes larger than this are skipped with a word: nobody wrote them by hand.
inline constexpr std::uintmax_t kLargestNote = 16U << 20U;

struct FoundFile {
    std::string path;        ///< Absolute, symbolic links in folders resolved.
    std::string deck;        ///< Folder below the vault: "cpp/raii"; at its top the vault's name.
    std::uint64_t size = 0;  ///< Bytes.
    std::int64_t mtime_ns = 0;  ///< Last change, nanoseconds since 1970 (UTC).
};

struct Walk {
    std::vector<FoundFile> files;     ///< In the order of their paths, each once.
    std::vector<std::string> roots;   ///< The absolute paths that were asked for.
    std::vector<std::string> vaults;  ///< For each of them the folder that decks are named from.
    std::vector<Problem> problems;    ///< What was skipped, and why.
    /// Files and folders that could not be looked at: of what lies below them nothing is known.
    std::vector<std::string> unread;
    /// Copies that a synchroniser left where two machines changed a note. They give no cards.
    std::vector<std::string> copies;
};

/// Looks through `paths` (files and folders, recursively). Hidden folders are
/// passed over, a folder reached twice by links is read once, and a file named
/// directly is taken whatever its ending. A path inside one of `known_vaults`
/// belongs to it, so that a deck has one name however it was imported. A synchroniser's conflict
/// copy is taken only when it is named directly. Throws Error for a path that is not there.
[[nodiscard]] Walk walk(const std::vector<std::string>& paths,
                        const std::vector<std::string>& known_vaults);

}  // namespace wengu
