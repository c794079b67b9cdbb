#include "library/files.h"

#include "core/error.h"
#include "core/hash.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <utility>

namespace wengu {
namespace fs = std::filesystem;

namespace {

/// An open file descriptor that closes itself.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_{fd} {}
    ~Descriptor() {
        if (fd_ >= 0) close(fd_);
    }
    Descriptor(Descriptor&& other) noexcept : fd_{std::exchange(other.fd_, -1)} {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool ok() const { return fd_ >= 0; }
    /// Leaves the closing to the caller.
    [[nodiscard]] int release() { return std::exchange(fd_, -1); }

private:
    int fd_;
};

[[noreturn]] void fail_with_errno(const char* sentence, const fs::path& path) {
    throw Error{localized(sentence, path.string(), std::strerror(errno)), {path.string()}};
}

void write_all(int fd, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const auto written = write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail_with_errno("cannot write {}: {}", path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

fs::path parent_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

std::string read_all(int fd, const fs::path& path) {
    struct stat status {};
    if (fstat(fd, &status) != 0) fail_with_errno("cannot read {}: {}", path);
    std::string bytes(static_cast<std::size_t>(std::max<off_t>(0, status.st_size)), '\0');
    std::size_t have = 0;
    while (true) {
        if (have == bytes.size()) bytes.resize(bytes.size() + 4096);
        const auto got = read(fd, bytes.data() + have, bytes.size() - have);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail_with_errno("cannot read {}: {}", path);
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

/// Does not wait for whoever may open the other end of a pipe.
Descriptor open_regular(const fs::path& path) {
    Descriptor file{open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
    struct stat status {};
    if (!file.ok() || fstat(file.get(), &status) != 0) fail_with_errno("cannot read {}: {}", path);
    if (!S_ISREG(status.st_mode)) fail("cannot read {}: not a regular file", path.string());
    return file;
}

/// Whether nobody has written to the file since `before`, nor put another in its place.
bool is_as_before(const fs::path& path, const struct stat& before) {
    struct stat now {};
    return stat(path.c_str(), &now) == 0 && now.st_ino == before.st_ino &&
           now.st_dev == before.st_dev && now.st_size == before.st_size &&
           now.st_mtim.tv_sec == before.st_mtim.tv_sec &&
           now.st_mtim.tv_nsec == before.st_mtim.tv_nsec;
}

/// The file that is to be replaced: what a symbolic link points to.
fs::path target_of(const fs::path& link) {
    std::error_code error;
    const bool linked = fs::is_symlink(fs::symlink_status(link, error));
    error.clear();
    auto path = linked ? fs::canonical(link, error) : link;
    if (error) fail("cannot write {}: {}", link.string(), error.message());
    return path;
}

void sync_folder(const fs::path& folder) {
    const Descriptor opened{open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (opened.ok()) fsync(opened.get());
}

struct NewFile {
    std::string name;
    Descriptor file;
};

/// A file that was not there, with what the umask leaves of `mode`.
NewFile new_file_in(const fs::path& folder, mode_t mode, const fs::path& wanted) {
    static std::atomic<unsigned> made{0};
    while (true) {
        auto name = (folder / fmt::format(".wengu-{}-{}", getpid(), made.fetch_add(1))).string();
        Descriptor file{
            open(name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)};
        if (file.ok()) return {std::move(name), std::move(file)};
        if (errno != EEXIST) fail_with_errno("cannot write {}: {}", wanted);
    }
}

}  // namespace

std::string read_file(const fs::path& path) {
    const Descriptor file{open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (!file.ok()) fail_with_errno("cannot read {}: {}", path);
    return read_all(file.get(), path);
}

std::string read_regular_file(const fs::path& path) {
    return read_all(open_regular(path).get(), path);
}

/// Removes the temporary file unless it was renamed into place.
struct FileReplacement::Parts {
    fs::path path;
    std::string name;  ///< Of the temporary file.
    int fd = -1;
    bool kept = false;

    Parts(fs::path wanted, std::string made, int opened)
        : path{std::move(wanted)}, name{std::move(made)}, fd{opened} {}
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() {
        close(fd);
        std::error_code ignored;
        if (!kept) fs::remove(name, ignored);
    }
};

FileReplacement::FileReplacement(const fs::path& link) {
    const auto path = target_of(link);
    struct stat old {};
    const bool there = stat(path.c_str(), &old) == 0;
    if (there && !S_ISREG(old.st_mode)) {
        fail("cannot write {}: not a regular file", path.string());
    }
    auto file = new_file_in(parent_of(path), there ? 0600 : 0666, path);
    parts_ = std::make_unique<Parts>(path, std::move(file.name), file.file.release());
    if (there) {
        fchmod(parts_->fd, old.st_mode & 07777U);
        if (fchown(parts_->fd, old.st_uid, old.st_gid) != 0) errno = 0;  // only root may
    }
}

FileReplacement::~FileReplacement() = default;

void FileReplacement::write(std::string_view bytes) { write_all(parts_->fd, bytes, parts_->path); }

bool FileReplacement::commit_if(const std::function<bool()>& still_wanted) {
    const auto& path = parts_->path;
    if (fsync(parts_->fd) != 0) fail_with_errno("cannot write {}: {}", path);
    if (!still_wanted()) return false;
    if (rename(parts_->name.c_str(), path.c_str()) != 0) {
        fail_with_errno("cannot write {}: {}", path);
    }
    parts_->kept = true;
    sync_folder(parent_of(path));
    return true;
}

void FileReplacement::commit() {
    static_cast<void>(commit_if([] { return true; }));
}

void replace_file(const fs::path& path, std::string_view bytes) {
    FileReplacement replacement{path};
    replacement.write(bytes);
    replacement.commit();
}

void rewrite_file(const fs::path& link,
                  const std::function<std::optional<std::string>(const std::string&)>& change) {
    const auto path = target_of(link);
    for (int attempt = 0; attempt < 2; ++attempt) {
        const auto file = open_regular(path);
        struct stat before {};
        if (fstat(file.get(), &before) != 0) fail_with_errno("cannot read {}: {}", path);
        const auto bytes = change(read_all(file.get(), path));
        if (!bytes) return;
        FileReplacement replacement{path};
        replacement.write(*bytes);
        if (replacement.commit_if([&] { return is_as_before(path, before); })) return;
    }
    fail("cannot write {}: another program is changing it", path.string());
}

void make_folder(const fs::path& path) {
    std::error_code error;
    fs::create_directories(path, error);
    if (error) fail("cannot make the folder {}: {}", path.string(), error.message());
}

bool file_exists(const fs::path& path) {
    std::error_code unreachable;
    return fs::exists(path, unreachable);
}

bool is_folder(const fs::path& path) {
    std::error_code unreachable;
    return fs::is_directory(path, unreachable);
}

bool is_taken(const fs::path& path) {
    std::error_code unreachable;
    return fs::exists(fs::symlink_status(path, unreachable));
}

std::optional<LocalizedText> why_not_to_replace(const fs::path& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return std::nullopt;
    if ((status.st_mode & 0222U) == 0)
        return localized("the file is read-only, so it stays as it is");
    if (status.st_nlink > 1) {
        return localized("the file has another name (a hard link), so it stays as it is");
    }
    return std::nullopt;
}

std::string safe_file_name(std::string_view text) {
    constexpr std::size_t kLongest = 64;
    const bool safe = !text.empty() && text.size() <= kLongest &&
                      text.find_first_not_of(
                          "abcdefghijklmnopqrstuvwxyz"
                          "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_") == std::string_view::npos;
    return safe ? std::string{text} : "x" + to_hex(hash64(text));
}

bool is_regular(const fs::path& path) {
    std::error_code unreachable;
    return fs::is_regular_file(path, unreachable);
}

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    std::error_code error;
    fs::directory_iterator entry{folder, error};
    for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) {
        entries.push_back(entry->path());
    }
    std::ranges::sort(entries);
    return entries;
}

void remove_file(const fs::path& path) {
    std::error_code error;
    fs::remove(path, error);
    if (error) fail("cannot remove {}: {}", path.string(), error.message());
}

}  // namespace wengu
