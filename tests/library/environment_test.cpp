#include "library/environment.h"

#include <catch2/catch.hpp>

#include <pwd.h>
#include <unistd.h>

#include <map>

using namespace wengu;

namespace {

std::string data_folder_with(const std::map<std::string, std::string>& variables) {
    const Environment environment{.now = [] { return Moment{}; },
                                  .variables = [&](const char* name) -> std::optional<std::string> {
                                      const auto found = variables.find(name);
                                      if (found == variables.end()) return std::nullopt;
                                      return found->second;
                                  }};
    return environment.data_folder().string();
}

}  // namespace

TEST_CASE("environment: the collection is in the data folder, else below HOME", "[library]") {
    CHECK(data_folder_with({{"HOME", "/home/xia"}, {"XDG_DATA_HOME", "/data"}}) == "/data/wengu");
    CHECK(data_folder_with({{"HOME", "/home/xia"}}) == "/home/xia/.local/share/wengu");
    CHECK(data_folder_with({{"HOME", "/home/xia"}, {"XDG_DATA_HOME", "data"}}) ==
          "/home/xia/.local/share/wengu");
}

TEST_CASE("environment: without HOME the password entry says where home is", "[library]") {
    const std::string home = getpwuid(getuid())->pw_dir;
    CHECK(data_folder_with({}) == home + "/.local/share/wengu");
    CHECK(data_folder_with({{"HOME", ""}}) == home + "/.local/share/wengu");
}
