#include "library/import/walk.h"

#include "library/import/conflict_copy.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <set>

namespace wengu {
namespace fs = std::filesystem;

namespace {

bool is_markdown(std::string_view name) {
    constexpr std::array<std::string_view, 3> kEndings{".md", ".markdown", ".MD"};
    return std::ranges::any_of(kEndings, [&](auto ending) { return name.ends_with(ending); });
}

bool is_inside(const fs::path& path, const fs::path& folder) {
    const auto below = path.lexically_relative(folder);
    return !below.empty() && *below.begin() != "..";
}

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};

/// Walks one tree with readdir and stat: one system call a file, as the promise
/// "unchanged files cost a stat" asks for.
class Walker {
public:
    explicit Walker(Walk& result) : result_{result} {}

    void take_root(const fs::path& root, const std::vector<std::string>& known_vaults) {
        struct stat status {};
        if (stat(root.c_str(), &status) != 0) {
            fail("cannot read {}: {}", root.string(), std::strerror(errno));
        }
        const bool is_folder = S_ISDIR(status.st_mode);
        vault_ = is_folder ? root : root.parent_path();
        for (const auto& known : known_vaults) {
            if (is_inside(root, known)) vault_ = known;
        }
        result_.roots.push_back(root.string());
        result_.vaults.push_back(vault_.string());
        if (is_folder) {
            folder(root, status);
        } else {
            file(root, deck_of(root.parent_path()), status);
        }
    }

private:
    [[nodiscard]] std::string deck_of(const fs::path& folder) const {
        const auto below = folder.lexically_relative(vault_).string();
        return below == "." || below.empty() ? vault_.filename().string() : below;
    }

    void folder(const fs::path& path, const struct stat& status) {
        if (!folders_.emplace(status.st_dev, status.st_ino).second) return;
        const std::unique_ptr<DIR, CloseFolder> opened{opendir(path.c_str())};
        if (!opened)
            return skip(path, localized("cannot open the folder: {}", std::strerror(errno)));
        std::vector<std::string> names;
        errno = 0;  // the only way in which readdir tells a failure from the end
        while (const dirent* entry = readdir(opened.get())) {
            if (entry->d_name[0] != '.') names.emplace_back(entry->d_name);
        }
        if (errno != 0) skip(path, localized("cannot open the folder: {}", std::strerror(errno)));
        std::ranges::sort(names);
        const auto deck = deck_of(path);
        for (const auto& name : names) {
            if (is_markdown(name)) {
                if (const auto original = original_of(path, name, names)) {
                    copy(path / name, *original);
                    continue;
                }
            }
            entry(path / name, deck);
        }
    }

    void entry(const fs::path& path, const std::string& deck) {
        struct stat status {};
        const bool note = is_markdown(path.native());
        if (stat(path.c_str(), &status) != 0) {
            if (note) {
                skip(path, localized("cannot read: {}", std::strerror(errno)));
            } else {  // it may be the folder of a disk that is not there
                result_.unread.push_back(path.string());
            }
            return;
        }
        if (S_ISDIR(status.st_mode)) {
            folder(path, status);
        } else if (note) {
            file(path, deck, status);
        }
    }

    void copy(const fs::path& path, const std::string& original) {
        result_.copies.push_back(path.string());
        result_.problems.push_back(
            {.path = path.string(),
             .message = localized("a copy that a synchroniser left beside {}; it gives no cards",
                                  original),
             .hint =
                 localized("compare the two, bring what is missing into one, delete the other")});
    }

    void file(const fs::path& path, const std::string& deck, const struct stat& status) {
        if (!S_ISREG(status.st_mode)) return skip(path, localized("not a regular file"));
        if (static_cast<std::uintmax_t>(status.st_size) > kLargestNote) {
            return skip(path, localized("larger than {} MiB; skipped", kLargestNote >> 20U));
        }
        result_.files.push_back(
            {.path = path.string(),
             .deck = deck,
             .size = static_cast<std::uint64_t>(status.st_size),
             .mtime_ns = status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec});
    }

    void skip(const fs::path& path, LocalizedText why) {
        result_.unread.push_back(path.string());
        result_.problems.push_back({.path = path.string(), .message = std::move(why)});
    }

    Walk& result_;
    fs::path vault_;
    std::set<std::pair<dev_t, ino_t>> folders_;
};

/// Absolute and without "..": the same file always has the same path.
fs::path absolute_path(const std::string& path) {
    std::error_code error;
    auto resolved = fs::canonical(path, error);
    if (error) fail("cannot read {}: {}", path, error.message());
    return resolved;
}

}  // namespace

Walk walk(const std::vector<std::string>& paths, const std::vector<std::string>& known_vaults) {
    Walk result;
    Walker walker{result};
    for (const auto& path : paths) walker.take_root(absolute_path(path), known_vaults);
    std::ranges::sort(result.files, {}, &FoundFile::path);
    const auto same = [](const auto& a, const auto& b) { return a.path == b.path; };
    result.files.erase(std::unique(result.files.begin(), result.files.end(), same),
                       result.files.end());
    return result;
}

}  // namespace wengu
