#include "tui/pager.h"

#include "support/world.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>

namespace wengu {

TEST_CASE("pager: it is told that the text is UTF-8, whatever the locale", "[cli]") {
    test::World world;
    const auto heard = (world.home / "heard").string();
    world.environment["WENGU_PAGER"] = "{ echo \"$LESSCHARSET\"; cat; } >" + heard;
    std::istringstream in;
    std::ostringstream out;
    auto context = world.context(in, out, out);
    context.in_is_terminal = context.out_is_terminal = true;
    unsetenv("LESSCHARSET");
    std::string text;
    for (int line = 0; line < 5000; ++line) text += "温故而知新\n";
    print_paged(context, text);
    std::ifstream file{heard};
    std::string charset;
    std::string first;
    std::getline(file, charset);
    std::getline(file, first);
    CHECK(charset == "utf-8");
    CHECK(first == "温故而知新");
    CHECK(out.str().empty());
}

}  // namespace wengu
