#include "tui/images.h"

#include "core/message.h"
#include "core/text.h"
#include "term/markdown_view.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace wengu {
namespace fs = std::filesystem;

namespace {

/// "%20" and the like as the bytes they stand for.
std::string decoded(const std::string& target) {
    std::string text;
    for (std::size_t i = 0; i < target.size(); ++i) {
        const bool escape = target[i] == '%' && i + 2 < target.size() &&
                            std::isxdigit(static_cast<unsigned char>(target[i + 1])) != 0 &&
                            std::isxdigit(static_cast<unsigned char>(target[i + 2])) != 0;
        text +=
            escape ? static_cast<char>(std::stoi(target.substr(i + 1, 2), nullptr, 16)) : target[i];
        if (escape) i += 2;
    }
    return text;
}

/// Replaces this process, which is a child of ours, by the viewer.
[[noreturn]] void become_viewer(const fs::path& file) {
    setsid();
    const int nowhere = open("/dev/null", O_RDWR);
    for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) dup2(nowhere, fd);
    if (fork() != 0) _exit(0);  // the viewer outlives us and is nobody's child
    execlp("xdg-open", "xdg-open", file.c_str(), nullptr);
    _exit(127);
}

bool on_path(const char* program) {
    const char* const path = std::getenv("PATH");
    std::string folders = path == nullptr ? "" : path;
    while (!folders.empty()) {
        const auto end = std::min(folders.find(':'), folders.size());
        if (access((fs::path{folders.substr(0, end)} / program).c_str(), X_OK) == 0) return true;
        folders.erase(0, end + 1);
    }
    return false;
}

void view(const fs::path& file) {
    const pid_t child = fork();
    if (child == 0) become_viewer(file);
    int status = 0;
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
}

bool is_below(const fs::path& folder, const fs::path& path) {
    const auto below = path.lexically_relative(folder);
    return !below.empty() && *below.begin() != "..";
}

bool is_image(const fs::path& file) {
    constexpr std::array<std::string_view, 13> kEndings{".png",  ".jpg", ".jpeg", ".gif", ".webp",
                                                        ".svg",  ".bmp", ".avif", ".tif", ".tiff",
                                                        ".heic", ".ico", ".jxl"};
    return std::ranges::find(kEndings, normalise(file.extension().string())) != kEndings.end();
}

/// Where the file really lies, if it is an image below `root`; else empty.
fs::path image_below(const fs::path& root, const fs::path& file) {
    std::error_code error;
    auto real = fs::canonical(file, error);
    if (error || !is_below(root, real) || !is_image(real)) return {};
    return fs::is_regular_file(real, error) ? real : fs::path{};
}

/// The folder of notes that the note was imported from; else the one it lies in.
fs::path vault_of(const Store& store, const fs::path& note) {
    const auto text = store::setting(store, "vaults").value_or("");
    for (const auto vault : split_lines(text)) {
        if (!vault.empty() && is_below(vault, note)) return vault;
    }
    return note.parent_path();
}

}  // namespace

fs::path image_file(const fs::path& note, const std::string& target, const fs::path& vault) {
    const auto text = decoded(target);
    if (text.find('\0') != std::string::npos) return {};
    const fs::path name = text;
    std::error_code error;
    const auto root = fs::canonical(vault, error);
    if (error) return {};
    if (name.is_absolute()) return image_below(root, name);
    for (auto folder = fs::canonical(note.parent_path(), error); !error && is_below(root, folder);
         folder = folder.parent_path()) {
        if (const auto file = image_below(root, folder / name); !file.empty()) return file;
        if (folder == root) break;
    }
    return {};
}

std::string open_images(const Store& store, const store::Card& card) {
    const auto images = images_of(parse(card.draft.front + "\n\n" + card.draft.back));
    if (images.empty()) return tr("this card has no image");
    if (!on_path("xdg-open")) return tr("nothing here opens images: xdg-open is not installed");
    int opened = 0;
    for (const auto& image : images) {
        if (image.find("://") != std::string::npos) {
            return say("the image is on the web: {}", image);
        }
        const auto file = image_file(card.note, image, vault_of(store, card.note));
        if (file.empty()) return say("there is no file {} near the note", image);
        view(file);
        ++opened;
    }
    return say_count("opened {} image", "opened {} images", opened);
}

}  // namespace wengu
