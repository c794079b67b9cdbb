#include "cli/shell/manual.h"

#include "core/message.h"
#include "tui/keymap.h"

#include <algorithm>
#include <cctype>

namespace wengu {
namespace {

/// Text as roff takes it: a leading dot or quote would be a request.
std::string roff(const std::string& text) {
    std::string safe;
    for (const char c : text) {
        if (c == '\\') {
            safe += "\\e";
        } else if (c == '-') {
            safe += "\\-";
        } else {
            safe += c;
        }
    }
    if (safe.starts_with(".") || safe.starts_with("'")) safe.insert(0, "\\&");
    return safe;
}

std::string option_entry(const Option& option) {
    std::string names = option.names;
    for (auto comma = names.find(','); comma != std::string::npos;
         comma = names.find(',', comma + 2)) {
        names.insert(comma + 1, " ");
    }
    const bool positional = !option.names.starts_with("-");
    const auto term =
        positional ? option.value : fmt::format("\\fB{}\\fR {}", roff(names), roff(option.value));
    return fmt::format(".TP\n{}\n{}\n", term, roff(option.help));
}

void describe(std::string& page, const Command& command, const std::string& path) {
    page += fmt::format(".SS {}\n{}.\n", roff(path), roff(command.summary));
    for (const auto& option : command.options) page += option_entry(option);
    for (const auto& example : command.examples) {
        page += fmt::format(".PP\n.EX\n{}\n.EE\n{}\n", roff(example.line), roff(example.what));
    }
    for (const auto& sub : command.subcommands) describe(page, sub, path + " " + sub.name);
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return std::toupper(c); });
    return text;
}

/// The keys of the screens: what the help of each screen shows, in one list.
std::string keys_section() {
    const Keymap keymap;
    std::string section = fmt::format(".SH {}\n", upper(tr("Keys")));
    const char* group = nullptr;
    for (const auto& binding : bindings()) {
        if (group != binding.group) section += fmt::format(".SS {}\n", roff(tr(binding.group)));
        group = binding.group;
        section += fmt::format(".TP\n\\fB{}\\fR\n{}\n", roff(shown_keys(keymap, binding.intent)),
                               roff(tr(binding.help)));
    }
    return section;
}

}  // namespace

std::string manual_page(const Command& root, const std::string& version) {
    std::string page = fmt::format(".TH WENGU 1 \"\" \"wengu {}\"\n", version);
    page += fmt::format(".SH {}\nwengu \\- {}\n", upper(tr("Name")), roff(root.summary));
    page += fmt::format(".SH {}\n.B wengu\n[{}]\n", upper(tr("Synopsis")), tr("command"));
    page += fmt::format(".SH {}\n", upper(tr("Options")));
    for (const auto& option : root.options) page += option_entry(option);
    page += fmt::format(".SH {}\n", upper(tr("Commands")));
    for (const auto& command : root.subcommands) {
        if (!command.hidden) describe(page, command, "wengu " + command.name);
    }
    page += keys_section();
    page += fmt::format(".SH {}\n{}\n", upper(tr("Files")),
                        roff("~/.local/share/wengu/wengu.db, ~/.config/wengu/config.toml"));
    page += fmt::format(".SH {}\n", upper(tr("Exit status")));
    page +=
        tr("0 done; 1 failed; 2 the command line made no sense; 3 done, but some notes had "
           "problems; 4 nothing to do, where asked for; 5 the collection is locked or from a "
           "newer wengu; 130 interrupted");
    return page + "\n";
}

}  // namespace wengu
