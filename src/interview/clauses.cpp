#include "interview/clauses.h"

#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr int kLongClause = 32;    // above this a clause is cut further
constexpr int kCutLength = 14;     // at the first good place after this
constexpr int kForcedLength = 40;  // and anywhere after this

constexpr auto kOpeners = std::to_array<std::string_view>(
    {"然后",     "所以",  "但是",   "但",    "还有",   "另外", "其次", "最后",  "而且",
     "不过",     "如果",  "因为",   "首先",  "接着",   "同时", "and ", "but ",  "so ",
     "because ", "then ", "which ", "also ", "while ", "if ",  "or ",  "plus ", "finally "});

enum class Stop { None, Clause, Sentence };

struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    int sentence = 1;
};

bool is_blank(char32_t c) { return c == U' ' || c == U'\t' || c == U'\u3000' || c == U'\u00A0'; }

/// What `c` ends; `rest` is the text after it.
Stop stop_at(char32_t c, std::string_view rest) {
    switch (c) {
        case U'。':
        case U'！':
        case U'？':
        case U'!':
        case U'?':
        case U'\n':
        case U'\r': return Stop::Sentence;
        case U'.':
            return rest.empty() || rest.front() == ' ' || rest.front() == '\n' ? Stop::Sentence
                                                                               : Stop::None;
        case U'，':
        case U'；':
        case U';':
        case U'…':
        case U'|': return Stop::Clause;
        case U',':
            return rest.empty() || rest.front() < '0' || rest.front() > '9' ? Stop::Clause
                                                                            : Stop::None;
        default: return Stop::None;
    }
}

/// Pieces between marks, marks left out.
std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    std::string_view rest = text;
    Piece piece;
    while (!rest.empty()) {
        const std::size_t at = text.size() - rest.size();
        const Stop stop = [&] {
            const char32_t c = take_code_point(rest);
            return stop_at(c, rest);
        }();
        if (stop == Stop::None) continue;
        piece.end = at;
        pieces.push_back(piece);
        piece.begin = text.size() - rest.size();
        if (stop == Stop::Sentence && !trim(text.substr(pieces.back().begin, at)).empty()) {
            ++piece.sentence;
        }
    }
    piece.end = text.size();
    pieces.push_back(piece);
    return pieces;
}

int length_of(char32_t c, bool in_word) {
    if (is_cjk(c)) return 1;
    return is_blank(c) || in_word ? 0 : 2;
}

bool opens_thought(std::string_view rest) {
    return std::ranges::any_of(kOpeners,
                               [&](std::string_view word) { return rest.starts_with(word); });
}

/// Cuts a piece that is too long to be one clause.
void cut_long(std::string_view text, const Piece& piece, std::vector<Piece>& result) {
    Piece part = piece;
    int length = 0;
    bool in_word = false;
    std::string_view rest = text.substr(piece.begin, piece.end - piece.begin);
    bool had_han = false;
    while (!rest.empty()) {
        const std::size_t at = piece.end - rest.size();
        const bool blank = is_blank(to_code_points(rest.substr(0, 3)).front());
        const bool between = !in_word || blank;
        const bool han_pause = blank && had_han;
        if (between && ((length >= kCutLength && (han_pause || opens_thought(rest))) ||
                        length >= kForcedLength)) {
            part.end = at;
            result.push_back(part);
            part.begin = at;
            length = 0;
        }
        const char32_t c = take_code_point(rest);
        length += length_of(c, in_word);
        if (!is_blank(c)) had_han = is_cjk(c);
        in_word = !is_cjk(c) && !is_blank(c);
    }
    part.end = piece.end;
    result.push_back(part);
}

}  // namespace

std::vector<Clause> clauses_of(std::string_view text) {
    std::vector<Piece> pieces;
    for (const auto& piece : pieces_of(text)) {
        const auto words = words_of(text.substr(piece.begin, piece.end - piece.begin));
        if (spoken_length(words) > kLongClause) {
            cut_long(text, piece, pieces);
        } else {
            pieces.push_back(piece);
        }
    }
    std::vector<Clause> clauses;
    for (const auto& piece : pieces) {
        Clause clause{piece.begin, piece.end, piece.sentence,
                      words_of(text.substr(piece.begin, piece.end - piece.begin)), 0};
        clause.length = spoken_length(clause.words);
        if (clause.length > 0) clauses.push_back(std::move(clause));
    }
    return clauses;
}

}  // namespace wengu
