#include "term/code_view.h"

#include <catch2/catch.hpp>

namespace wengu {
namespace {

/// The code with each part that is not plain code as <role:text>.
std::string roles(std::string_view code, std::string_view language) {
    std::string result;
    for (const auto& line : code_lines(code, language)) {
        for (const auto& span : line.spans()) {
            result += span.style.role == Role::Code
                          ? span.text
                          : '<' + std::string{name_of(span.style.role)} + ':' + span.text + '>';
        }
        result += '\n';
    }
    return result;
}

TEST_CASE("code: keywords, strings, numbers and comments are told apart", "[term]") {
    CHECK(roles("int x = 42; // 注释", "cpp") ==
          "<keyword:int> x = <number:42>; <comment:// 注释>\n");
    CHECK(roles("s = 'a\\'b' # c", "python") == "s = <string:'a\\'b'> <comment:# c>\n");
    CHECK(roles("SELECT id FROM t -- all", "sql") ==
          "<keyword:SELECT> id <keyword:FROM> t <comment:-- all>\n");
    CHECK(roles("echo \"$#\" # n", "bash") == "echo <string:\"$#\"> <comment:# n>\n");
    CHECK(roles("{\"a\": true}", "json") == "{<string:\"a\">: <keyword:true>}\n");
}

TEST_CASE("code: a comment or a long string goes on over lines", "[term]") {
    CHECK(roles("/* a\nb */ x", "c") == "<comment:/* a>\n<comment:b */> x\n");
    CHECK(roles("x = \"\"\"a\nb\"\"\"", "py") == "x = <string:\"\"\"a>\n<string:b\"\"\">\n");
    CHECK(roles("don't", "rust") == "don't\n");
}

TEST_CASE("code: no character is lost, known language or not", "[term]") {
    const std::string code = "if (a) {\n\tcall(\"温故\"); /* 开 */\n  ├─ b's 'x\n}\n";
    for (const auto* language : {"cpp", "java", "js", "python", "go", "rust", "bash", "sql", "json",
                                 "yaml", "mermaid", ""}) {
        CAPTURE(language);
        CHECK(to_text(code_lines(code, language)) ==
              "if (a) {\n    call(\"温故\"); /* 开 */\n  ├─ b's 'x\n}\n");
    }
}

}  // namespace
}  // namespace wengu
