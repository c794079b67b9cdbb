#pragma once
// Copies of a file that synchronisers leave when two machines changed it.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace wengu {

/// Of which file the file `name` in `folder` is a copy, by the names that Syncthing, Dropbox,
/// Nextcloud and iCloud give; nullopt when it is a file of its own. `names` are all names in the
/// folder, sorted. A name such as "cache 2.md", which people give as well, counts only beside
/// "cache.md" and when at least half of the lines of the shorter one stand in the other.
[[nodiscard]] std::optional<std::string> original_of(const std::filesystem::path& folder,
                                                     const std::string& name,
                                                     const std::vector<std::string>& names);

}  // namespace wengu
