#include "tui/images.h"

#include "core/message.h"
#include "term/markdown_view.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

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

}  // namespace

fs::path image_file(const fs::path& note, const std::string& target) {
    const fs::path name = decoded(target);
    std::error_code error;
    if (name.is_absolute()) return fs::exists(name, error) ? name : fs::path{};
    auto folder = note.parent_path();
    while (true) {
        if (fs::is_regular_file(folder / name, error)) return folder / name;
        if (folder == folder.parent_path()) return {};
        folder = folder.parent_path();
    }
}

std::string open_images(const store::Card& card) {
    const auto images = images_of(parse(card.draft.front + "\n\n" + card.draft.back));
    if (images.empty()) return tr("this card has no image");
    if (!on_path("xdg-open")) return tr("nothing here opens images: xdg-open is not installed");
    int opened = 0;
    for (const auto& image : images) {
        if (image.find("://") != std::string::npos) {
            return say("the image is on the web: {}", image);
        }
        const auto file = image_file(card.note, image);
        if (file.empty()) return say("there is no file {} near the note", image);
        view(file);
        ++opened;
    }
    return say_count("opened {} image", "opened {} images", opened);
}

}  // namespace wengu
