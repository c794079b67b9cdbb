#include "core/html.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

TEST_CASE("html: text is escaped, also for attributes", "[core]") {
    CHECK(escaped_html("a<b> & \"c\" 'd' 温") == "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; 温");
}

TEST_CASE("html: a page fetches nothing and says its language", "[core]") {
    const auto page = html_begin("zh-CN", "<x>", "body{max-width:46rem}") + html_end();
    CHECK(page.starts_with("<!doctype html>\n<html lang=\"zh-CN\">"));
    CHECK(page.find("<title>&lt;x&gt;</title>") != std::string::npos);
    CHECK(page.find("default-src 'none'") != std::string::npos);
    CHECK(page.find("max-width:46rem") != std::string::npos);
    CHECK(page.ends_with("</body>\n</html>\n"));
}

}  // namespace
}  // namespace wengu
