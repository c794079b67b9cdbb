// The config file as text: changing one value in it, and writing a new one.

#include "core/message.h"
#include "core/text.h"
#include "library/settings/settings.h"

#include <fmt/format.h>

namespace wengu {
namespace {

std::string section_of(std::string_view key) {
    const auto dot = key.find('.');
    return std::string{dot == std::string_view::npos ? std::string_view{} : key.substr(0, dot)};
}

std::string_view name_in_section(std::string_view key) {
    const auto dot = key.find('.');
    return dot == std::string_view::npos ? key : key.substr(dot + 1);
}

bool is_quoted(SettingType type) {
    using enum SettingType;
    return type != Number && type != Integer && type != Switch;
}

std::string as_toml(const SettingInfo& info, std::string_view value) {
    if (!is_quoted(info.type)) return std::string{value};
    std::string quoted = "\"";
    for (const char c : value) {
        if (c == '"' || c == '\\') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

/// Whether `line` sets `name` (a commented-out default counts too).
bool sets(std::string_view line, std::string_view name) {
    line = trim(line);
    if (line.starts_with("#")) line = trim(line.substr(1));
    if (!line.starts_with(name)) return false;
    return trim(line.substr(name.size())).starts_with("=");
}

/// The comment behind the value on a line that sets one, blanks before it included.
std::string_view trailing_comment(std::string_view line) {
    if (trim(line).starts_with("#")) return {};
    bool quoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && (i == 0 || line[i - 1] != '\\')) quoted = !quoted;
        if (line[i] != '#' || quoted) continue;
        const auto blanks = line.find_last_not_of(" \t", i - 1);
        return line.substr(blanks + 1);
    }
    return {};
}

std::string join(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) text += line + "\n";
    return text;
}

}  // namespace

std::string with_setting(std::string_view text, const SettingInfo& info, std::string_view value) {
    const auto section = section_of(info.key);
    const auto name = name_in_section(info.key);
    const auto assignment = fmt::format("{} = {}", name, as_toml(info, value));
    std::vector<std::string> lines;
    for (const auto line : split_lines(text)) lines.emplace_back(line);

    std::string current;
    std::size_t section_end = section.empty() ? 0 : lines.size();
    bool seen = section.empty();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto line = trim(lines[i]);
        if (line.starts_with("[") && line.ends_with("]")) current = line.substr(1, line.size() - 2);
        if (current != section) continue;
        seen = true;
        if (sets(line, name)) {
            lines[i] = assignment + std::string{trailing_comment(lines[i])};
            return join(lines);
        }
        if (!line.empty()) section_end = i + 1;
    }
    if (!seen) {
        if (!lines.empty()) lines.emplace_back();
        lines.push_back(fmt::format("[{}]", section));
        section_end = lines.size();
    }
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(section_end), assignment);
    return join(lines);
}

std::string settings_template() {
    std::string text;
    std::string section;
    for (const auto& info : setting_table()) {
        if (const auto own = section_of(info.key); own != section) {
            text += fmt::format("\n[{}]\n", own);
            section = own;
        }
        text += fmt::format("# {}\n# {} = {}\n", tr(info.help), name_in_section(info.key),
                            as_toml(info, info.initial));
    }
    return text;
}

}  // namespace wengu
