#include "library/files.h"

#include "core/error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

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
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool ok() const { return fd_ >= 0; }

private:
    int fd_;
};

[[noreturn]] void fail_with_errno(const char* sentence, const fs::path& path) {
    throw Error{said(sentence, path.string(), std::strerror(errno)), {path.string()}};
}

void write_all(int fd, std::string_view bytes, const fs::path& path) {
    while (!bytes.empty()) {
        const auto written = write(fd, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail_with_errno("cannot write {}: {}", path);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// Removes a temporary file unless it was renamed into place.
class Leftover {
public:
    explicit Leftover(fs::path path) : path_{std::move(path)} {}
    ~Leftover() {
        std::error_code ignored;
        if (!kept_) fs::remove(path_, ignored);
    }
    Leftover(const Leftover&) = delete;
    Leftover& operator=(const Leftover&) = delete;
    void keep() { kept_ = true; }

private:
    fs::path path_;
    bool kept_ = false;
};

fs::path folder_of(const fs::path& path) {
    return path.has_parent_path() ? path.parent_path() : fs::path{"."};
}

void sync_folder(const fs::path& folder) {
    const Descriptor opened{open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (opened.ok()) fsync(opened.get());
}

}  // namespace

std::string read_file(const fs::path& path) {
    const Descriptor file{open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat status {};
    if (!file.ok() || fstat(file.get(), &status) != 0) fail_with_errno("cannot read {}: {}", path);
    std::string bytes(static_cast<std::size_t>(std::max<off_t>(0, status.st_size)), '\0');
    std::size_t have = 0;
    while (true) {
        if (have == bytes.size()) bytes.resize(bytes.size() + 4096);
        const auto got = read(file.get(), bytes.data() + have, bytes.size() - have);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) fail_with_errno("cannot read {}: {}", path);
        if (got == 0) break;
        have += static_cast<std::size_t>(got);
    }
    bytes.resize(have);
    return bytes;
}

struct FileReplacement::Parts {
    fs::path path;
    std::string name;  ///< Of the temporary file.
    Descriptor file;
    Leftover temporary;
};

FileReplacement::FileReplacement(const fs::path& link) {
    std::error_code error;
    const bool linked = fs::is_symlink(fs::symlink_status(link, error));
    error.clear();
    const fs::path path = linked ? fs::canonical(link, error) : link;
    if (error) fail("cannot write {}: {}", link.string(), error.message());
    std::string name = (folder_of(path) / ".wengu-XXXXXX").string();
    const int file = mkostemp(name.data(), O_CLOEXEC);
    if (file < 0) fail_with_errno("cannot write {}: {}", path);
    parts_.reset(new Parts{path, name, Descriptor{file}, Leftover{name}});

    struct stat old {};
    if (stat(path.c_str(), &old) == 0) {
        fchmod(file, old.st_mode & 07777U);
        if (fchown(file, old.st_uid, old.st_gid) != 0) errno = 0;  // only root may
    } else {
        fchmod(file, 0644);
    }
}

FileReplacement::~FileReplacement() = default;

void FileReplacement::write(std::string_view bytes) {
    write_all(parts_->file.get(), bytes, parts_->path);
}

void FileReplacement::commit() {
    const auto& path = parts_->path;
    if (fsync(parts_->file.get()) != 0) fail_with_errno("cannot write {}: {}", path);
    if (rename(parts_->name.c_str(), path.c_str()) != 0) {
        fail_with_errno("cannot write {}: {}", path);
    }
    parts_->temporary.keep();
    sync_folder(folder_of(path));
}

void replace_file(const fs::path& path, std::string_view bytes) {
    FileReplacement replacement{path};
    replacement.write(bytes);
    replacement.commit();
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
