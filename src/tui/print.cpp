#include "tui/print.h"

#include <ostream>

namespace wengu {

void print_arguments(std::ostream& out, fmt::string_view format, fmt::format_args arguments) {
    out << fmt::vformat(format, arguments);
}

}  // namespace wengu
