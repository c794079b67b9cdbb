#include "tui/print.h"

#include "core/text.h"
#include "term/width.h"

#include <ostream>

namespace wengu {

std::string visible(std::string_view text) {
    std::string shown;
    while (!text.empty()) {
        const auto end = text.find_first_of("\n\t");
        shown += sanitised(text.substr(0, end));
        if (end == std::string_view::npos) break;
        shown += text[end];
        text.remove_prefix(end + 1);
    }
    return shown;
}

void print_styled(std::ostream& out, std::string_view text) { out << text; }

void print_json_text(std::ostream& out, std::string_view json) {
    if (visible(json) == json) {
        out << json << '\n';
        return;
    }
    std::string escaped;
    while (!json.empty()) {
        const auto before = json;
        const char32_t c = take_code_point(json);
        const auto bytes = before.substr(0, before.size() - json.size());
        if (c >= 0x7F && visible(bytes) != bytes) {
            escaped += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        } else {
            escaped += bytes;
        }
    }
    out << escaped << '\n';
}

void print_arguments(std::ostream& out, fmt::string_view format, fmt::format_args arguments) {
    out << visible(fmt::vformat(format, arguments));
}

}  // namespace wengu
