#include "cli/language.h"

#include <libintl.h>

#include <array>
#include <clocale>
#include <cstdlib>
#include <system_error>

namespace wengu {
namespace {

namespace fs = std::filesystem;

/// The folder with `zh_CN/LC_MESSAGES/wengu.mo`: the build tree's or the installed one.
fs::path catalogues() {
    std::error_code error;
    const auto program = fs::read_symlink("/proc/self/exe", error).parent_path();
    for (const auto& folder : std::array{program / "share/locale", program / "../share/locale"}) {
        if (fs::exists(folder / "zh_CN/LC_MESSAGES/wengu.mo", error)) return folder;
    }
    return "/usr/share/locale";
}

/// "zh_CN.UTF-8" and "zh" both mean our zh_CN catalogue; anything else is a name as it is.
std::string catalogue_name(const std::string& language) {
    if (language.starts_with("zh")) return "zh_CN";
    return language.substr(0, language.find_first_of(".@"));
}

}  // namespace

void speak(const std::string& language, const std::string& environment) {
    const auto wanted = catalogue_name(language.empty() ? environment : language);
    // gettext is silent in the "C" locale, and Debian machines often have no other
    // than C.UTF-8: that one is enough, LANGUAGE then names the catalogue.
    if (std::setlocale(LC_ALL, "C.UTF-8") == nullptr) std::setlocale(LC_ALL, "");
    std::setlocale(LC_NUMERIC, "C");
    setenv("LANGUAGE", wanted.empty() ? "en" : wanted.c_str(), 1);
    bindtextdomain("wengu", catalogues().c_str());
    bind_textdomain_codeset("wengu", "UTF-8");
}

}  // namespace wengu
