#pragma once
// Reading and replacing files, the only place that does it.

#include "core/localized.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// The bytes of a file. Throws Error naming the path and the reason.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// The same, but of a regular file only: a pipe or a device in the place of a note must not be
/// waited for.
[[nodiscard]] std::string read_regular_file(const std::filesystem::path& path);

/// Replaces the file's content as a whole or not at all: a temporary file beside
/// it, flushed to the disk, given the old one's permissions, and renamed over it. A new file
/// gets those that the umask leaves. What is no regular file is not replaced.
/// A symbolic link keeps pointing; its target is replaced. Throws Error.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

/// The same for a file that is written piece by piece: it is in its place after `commit`, and
/// without it everything is as it was.
class FileReplacement {
public:
    explicit FileReplacement(const std::filesystem::path& path);
    FileReplacement(const FileReplacement&) = delete;
    FileReplacement& operator=(const FileReplacement&) = delete;
    ~FileReplacement();
    void write(std::string_view bytes);
    void commit();
    /// Commits unless `still_wanted`, asked right before the rename, says no; whether it did.
    bool commit_if(const std::function<bool()>& still_wanted);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// Reads a regular file, has `change` say what it should hold, and replaces it as
/// `replace_file` does. When somebody else has written to the file meanwhile, all of that happens
/// once more; after a second time it throws Error, and the file is as that somebody left it.
/// Without a value from `change` nothing is written. Throws Error.
void rewrite_file(const std::filesystem::path& path,
                  const std::function<std::optional<std::string>(const std::string&)>& change);

/// Why a file that somebody else owns should not be replaced: nobody may write to it, or a hard
/// link to it would keep the old text. nullopt when nothing speaks against it.
[[nodiscard]] std::optional<LocalizedText> why_not_to_replace(const std::filesystem::path& path);

/// Makes the folder and its parents. Throws Error.
void make_folder(const std::filesystem::path& path);

/// What can be said of a path without failing: what cannot be reached is not there.
[[nodiscard]] bool file_exists(const std::filesystem::path& path);
[[nodiscard]] bool is_folder(const std::filesystem::path& path);
[[nodiscard]] bool is_regular(const std::filesystem::path& path);

/// Whether anything has this name, were it a link that leads nowhere.
[[nodiscard]] bool is_taken(const std::filesystem::path& path);

/// A file name for a text of unknown origin: the text itself when that is at most 64 letters,
/// digits, - and _, else one of the same alphabet that is computed from it.
[[nodiscard]] std::string safe_file_name(std::string_view text);

/// What lies in the folder, by name; nothing if it cannot be read.
[[nodiscard]] std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder);

/// Throws Error when there is such a file and it cannot be removed.
void remove_file(const std::filesystem::path& path);

}  // namespace wengu
