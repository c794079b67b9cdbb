#pragma once
// Reading and replacing files, the only place that does it.

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// The bytes of a file. Throws Error naming the path and the reason.
[[nodiscard]] std::string read_file(const std::filesystem::path& path);

/// Replaces the file's content as a whole or not at all: a temporary file beside
/// it, flushed to the disk, given the old one's permissions, and renamed over it.
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

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// Makes the folder and its parents. Throws Error.
void make_folder(const std::filesystem::path& path);

/// What can be said of a path without failing: what cannot be reached is not there.
[[nodiscard]] bool file_exists(const std::filesystem::path& path);
[[nodiscard]] bool is_folder(const std::filesystem::path& path);

/// What lies in the folder, by name; nothing if it cannot be read.
[[nodiscard]] std::vector<std::filesystem::path> entries_of(const std::filesystem::path& folder);

/// Throws Error when there is such a file and it cannot be removed.
void remove_file(const std::filesystem::path& path);

}  // namespace wengu
