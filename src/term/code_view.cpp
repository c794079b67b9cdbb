#include "term/code_view.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace wengu {
namespace {

/// What the scanner knows of a language. Word lists have a blank at both ends.
struct Language {
    std::string_view names;
    std::string_view keywords;
    std::string_view line_comment = "//";
    std::string_view block_open = "/*";
    std::string_view block_close = "*/";
    std::string_view quotes = R"("')";
    std::string_view long_quote = {};  ///< A string that may go on over several lines.
    bool any_case = false;
};

constexpr std::string_view kCKeywords =
    " alignas auto bool break case catch char class co_await co_return co_yield concept const "
    "consteval constexpr constinit continue decltype default delete do double else enum explicit "
    "export extern false final float for friend goto if inline int long mutable namespace new "
    "noexcept nullptr operator override private protected public register requires return short "
    "signed sizeof static static_assert static_cast struct switch template this thread_local throw "
    "true try typedef typename union unsigned using virtual void volatile while __global__ "
    "__device__ __host__ __shared__ #include #define #pragma #if #ifdef #ifndef #else #endif ";
constexpr std::string_view kJavaKeywords =
    " abstract assert boolean break byte case catch char class const continue data default do "
    "double else enum extends false final finally float for fun goto if implements import in "
    "instanceof int interface internal is long native new null object open override package "
    "private protected public record return sealed short static super switch synchronized this "
    "throw throws transient true try val var void volatile when while yield ";
constexpr std::string_view kScriptKeywords =
    " any as async await boolean break case catch class const continue debugger declare default "
    "delete do else enum export extends false finally for from function get if implements import "
    "in instanceof interface keyof let namespace never new null number of private protected public "
    "readonly return set static string super switch this throw true try type typeof undefined "
    "unknown var void while with yield ";
constexpr std::string_view kPythonKeywords =
    " False None True and as assert async await break case class continue def del elif else except "
    "finally for from global if import in is lambda match nonlocal not or pass raise return self "
    "try while with yield ";
constexpr std::string_view kGoKeywords =
    " any bool break byte case chan const continue default defer else error fallthrough false "
    "float64 for func go goto if import int int64 interface iota map nil package range return "
    "rune select string struct switch true type uint64 var ";
constexpr std::string_view kRustKeywords =
    " Self as async await bool break const continue crate dyn else enum extern false fn for if "
    "impl in let loop match mod move mut pub ref return self static str struct super trait true "
    "type unsafe use usize where while ";
constexpr std::string_view kShellKeywords =
    " case do done elif else esac export fi for function if in local readonly return select set "
    "shift source then trap until while ";
constexpr std::string_view kSqlKeywords =
    " add all alter and as asc begin between by case check column commit constraint create cross "
    "default delete desc distinct drop else end exists explain foreign from full group having if "
    "in index inner insert into is join key left like limit not null offset on or order outer over "
    "partition primary references replace returning right rollback select set table then "
    "transaction trigger union unique update using values view when where with ";

constexpr std::array<Language, 10> kLanguages{{
    {.names = " c h cpp c++ cc cxx hpp cuda cu objc ", .keywords = kCKeywords},
    {.names = " java kotlin kt scala csharp cs c# ", .keywords = kJavaKeywords},
    {.names = " javascript js jsx typescript ts tsx vue ",
     .keywords = kScriptKeywords,
     .long_quote = "`"},
    {.names = " python py python3 ",
     .keywords = kPythonKeywords,
     .line_comment = "#",
     .block_open = "",
     .long_quote = R"(""")"},
    {.names = " go golang ", .keywords = kGoKeywords, .long_quote = "`"},
    {.names = " rust rs ", .keywords = kRustKeywords, .quotes = "\""},
    {.names = " bash sh shell zsh fish console ",
     .keywords = kShellKeywords,
     .line_comment = "#",
     .block_open = ""},
    {.names = " sql mysql postgresql sqlite ",
     .keywords = kSqlKeywords,
     .line_comment = "--",
     .any_case = true},
    {.names = " json jsonc json5 ", .keywords = " true false null "},
    {.names = " yaml yml toml ini dockerfile makefile cmake ",
     .keywords = " true false null yes no FROM RUN COPY ENV CMD ENTRYPOINT WORKDIR ",
     .line_comment = "#",
     .block_open = ""},
}};

std::string lower(std::string_view text) {
    std::string result{text};
    std::ranges::transform(result, result.begin(), [](unsigned char c) {
        return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c);
    });
    return result;
}

bool lists(std::string_view words, std::string_view word) {
    return words.find(' ' + std::string{word} + ' ') != std::string_view::npos;
}

const Language* language_named(std::string_view name) {
    const auto wanted = lower(name);
    if (wanted.empty()) return nullptr;
    const auto* const found = std::ranges::find_if(
        kLanguages, [&wanted](const Language& language) { return lists(language.names, wanted); });
    return found == kLanguages.end() ? nullptr : found;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_word(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '#';
}

/// Goes through code line by line, carrying an open comment or string along.
class Scanner {
public:
    explicit Scanner(const Language& language) : language_{language} {}

    [[nodiscard]] Line scan(std::string_view line) {
        Line result;
        while (!line.empty()) {
            Role role = Role::Code;
            const auto length = open_end_.empty() ? take(line, role) : take_open(line, role);
            result.add(line.substr(0, length), role);
            line.remove_prefix(length);
        }
        return result;
    }

private:
    /// Inside a comment or string that began earlier: as far as it goes.
    std::size_t take_open(std::string_view line, Role& role) {
        role = open_role_;
        const auto end = line.find(open_end_);
        if (end == std::string_view::npos) return line.size();
        const auto length = end + open_end_.size();
        open_end_ = {};
        return length;
    }

    std::size_t open(std::string_view line, std::string_view start, std::string_view end,
                     Role& role) {
        open_end_ = end;
        open_role_ = role;
        return start.size() + take_open(line.substr(start.size()), role);
    }

    /// The next token of `line` and its role.
    std::size_t take(std::string_view line, Role& role) {
        const auto& is = language_;
        if (line.starts_with(is.line_comment) && starts_comment(line)) {
            role = Role::Comment;
            return line.size();
        }
        if (!is.block_open.empty() && line.starts_with(is.block_open)) {
            role = Role::Comment;
            return open(line, is.block_open, is.block_close, role);
        }
        if (!is.long_quote.empty() && line.starts_with(is.long_quote)) {
            role = Role::String;
            return open(line, is.long_quote, is.long_quote, role);
        }
        if (is.quotes.find(line.front()) != std::string_view::npos) return take_string(line, role);
        if (is_word(line.front())) return take_word(line, role);
        std::size_t length = 1;
        while (length < line.size() && (line[length] == ' ' || (line[length] & 0x80) != 0))
            ++length;
        after_word_ = false;
        return length;
    }

    /// A # is a comment in no word: "$#" and "#include" are none.
    [[nodiscard]] bool starts_comment(std::string_view line) const {
        return language_.line_comment != "#" || !after_word_ || line.size() == 1;
    }

    std::size_t take_string(std::string_view line, Role& role) {
        role = Role::String;
        const char quote = line.front();
        for (std::size_t i = 1; i < line.size(); ++i) {
            if (line[i] == '\\') {
                ++i;
            } else if (line[i] == quote) {
                return i + 1;
            }
        }
        role = Role::Code;  // an apostrophe, not a string
        return 1;
    }

    std::size_t take_word(std::string_view line, Role& role) {
        std::size_t length = 1;
        while (length < line.size() && is_word(line[length])) ++length;
        const auto word = line.substr(0, length);
        if (is_digit(word.front())) {
            role = Role::Number;
        } else if (lists(language_.keywords,
                         language_.any_case ? lower(word) : std::string{word})) {
            role = Role::Keyword;
        }
        after_word_ = true;
        return length;
    }

    const Language& language_;
    std::string_view open_end_;
    Role open_role_ = Role::Code;
    bool after_word_ = false;
};

std::string without_tabs(std::string_view line) {
    std::string result;
    const Widths widths;
    for (auto tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
        result += line.substr(0, tab);
        const int column = widths.of(result);
        result.append(static_cast<std::size_t>(4 - column % 4), ' ');
        line.remove_prefix(tab + 1);
    }
    return result += line;
}

}  // namespace

std::vector<Line> code_lines(std::string_view code, std::string_view language) {
    const Language* const known = language_named(language);
    std::vector<Line> lines;
    if (known == nullptr) {
        for (const auto line : split_lines(code)) {
            lines.emplace_back(without_tabs(line), Role::Code);
        }
        return lines;
    }
    Scanner scanner{*known};
    for (const auto line : split_lines(code)) lines.push_back(scanner.scan(without_tabs(line)));
    return lines;
}

}  // namespace wengu
