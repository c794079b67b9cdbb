#include "interview/remark.h"

#include "core/message.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

constexpr int kShortest = 15;    // characters; less is no answer to judge
constexpr double kEchoes = 0.8;  // of an answer's tokens were in the question already

/// Share of an answer's tokens that the question had already.
double echo_of(std::string_view said, const Tokens& question, const Concepts& concepts) {
    const auto tokens = tokens_of(words_of(said), concepts);
    const auto echoed =
        std::ranges::count_if(tokens, [&](const auto& t) { return question.contains(t.first); });
    return tokens.empty() ? 0 : static_cast<double>(echoed) / static_cast<double>(tokens.size());
}

bool is_source_line(std::string_view line) {
    constexpr std::string_view kEnds = ";{}(";
    return kEnds.find(line.back()) != kEnds.npos || line.starts_with('#') ||
           line.starts_with("//") || line.starts_with("def ") || line.starts_with("import ") ||
           line.starts_with("return ");
}

/// Program text: many lines that end in ; { } or begin with marks of code.
bool looks_like_source(std::string_view said) {
    int lines = 0;
    int code = 0;
    for (auto line : split_lines(said)) {
        line = trim(line);
        if (line.empty()) continue;
        ++lines;
        code += is_source_line(line);
    }
    return lines >= 3 && code * 2 > lines;
}

bool is_kana(const Word& word) { return word.text >= "\u3040" && word.text <= "\u30FF"; }

bool is_plain_latin(const Word& word) {
    return std::ranges::all_of(word.text,
                               [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Shares of a text, by how long it takes to say.
struct Shares {
    double han = 0;
    double latin = 0;
};

Shares shares_of(std::span<const Word> words) {
    double han = 0;
    double latin = 0;
    double all = 0;
    for (const auto& word : words) {
        const bool is_han = word.kind == Word::Kind::Han;
        const bool is_latin = word.kind == Word::Kind::Latin;
        if (!is_han && !is_latin) continue;
        const double length = is_han ? 1 : 2;
        all += length;
        if (is_han && !is_kana(word)) han += length;
        if (is_latin && is_plain_latin(word)) latin += length;
    }
    if (all <= 0) return {};
    return {han / all, latin / all};
}

}  // namespace

Concepts::Scripts scripts_of(std::span<const Word> words) {
    constexpr double kEnough = 0.2;
    const auto [han, latin] = shares_of(words);
    return {han >= kEnough, latin >= kEnough};
}

bool is_in_language(std::string_view said, std::string_view language) {
    if (language != "zh" && language != "en") return true;
    const auto [han, latin] = shares_of(words_of(said));
    return language == "zh" ? han >= 0.2 : han <= 0.5 && latin > 0;
}

std::string sentence_of(Remark remark) {
    switch (remark) {
        case Remark::None: return {};
        case Remark::Empty: return tr("nothing was said");
        case Remark::TooShort: return tr("too short to tell what it covers");
        case Remark::QuestionAgain: return tr("this is hardly more than the question");
        case Remark::SourceCode: return tr("this looks like source code");
        case Remark::NoPoints: return tr("this card has no points to compare with");
        case Remark::OtherLanguage:
            return tr("this is in another language than the card; most points are yours to judge");
        case Remark::NotTheLanguage:
            return tr("this interview is held in another language than this answer");
        case Remark::WordList:
            return tr("these are words without sentences; whether they say it is yours to judge");
    }
    return {};
}

Remark remark_on(std::string_view said, const std::vector<Point>& points, const Tokens& question,
                 const Concepts& concepts) {
    if (trim(said).empty()) return Remark::Empty;
    if (points.empty()) return Remark::NoPoints;
    if (count_code_points(trim(said)) < kShortest) return Remark::TooShort;
    if (echo_of(said, question, concepts) > kEchoes) return Remark::QuestionAgain;
    return looks_like_source(said) ? Remark::SourceCode : Remark::None;
}

bool forbids_ticks(Remark remark) {
    return remark != Remark::None && remark != Remark::OtherLanguage &&
           remark != Remark::NotTheLanguage;
}

}  // namespace wengu
