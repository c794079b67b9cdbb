#pragma once
// Which language the program speaks, decided once at start-up.

#include <filesystem>
#include <string>

namespace wengu {

/// Makes `tr` speak `language` ("zh_CN", "en", "" = what the environment says),
/// with catalogues looked for beside the program and in its install folder.
/// `environment` is the first non-empty of LC_ALL, LC_MESSAGES, LANG.
void speak(const std::string& language, const std::string& environment);

}  // namespace wengu
