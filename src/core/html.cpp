#include "core/html.h"

#include <fmt/format.h>

namespace wengu {
namespace {

constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark;--bg:#fff;--fg:#1f2328;--dim:#59636e;--line:#d8dee4}
@media (prefers-color-scheme:dark){:root{--bg:#14181d;--fg:#e3e8ee;--dim:#9aa5b1;--line:#303841}}
*{box-sizing:border-box}
body{background:var(--bg);color:var(--fg);margin:0 auto;padding:2rem 1.25rem 4rem;
font:16px/1.55 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
.dim{color:var(--dim)}table{border-collapse:collapse;width:100%}
@media print{:root{--bg:#fff;--fg:#000;--dim:#444;--line:#bbb}body{padding:0;max-width:none}}
)";

}  // namespace

std::string escaped_html(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&': result += "&amp;"; break;
            case '<': result += "&lt;"; break;
            case '>': result += "&gt;"; break;
            case '"': result += "&quot;"; break;
            case '\'': result += "&#39;"; break;
            default: result += c;
        }
    }
    return result;
}

std::string html_begin(std::string_view language, std::string_view title, std::string_view style) {
    return fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n{}\n"
        "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" "
        "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        "<title>{}</title>\n<style>{}{}</style>\n</head>\n<body>\n",
        language, kHtmlMark, escaped_html(title), kStyle, style);
}

std::string html_end() { return "</body>\n</html>\n"; }

}  // namespace wengu
