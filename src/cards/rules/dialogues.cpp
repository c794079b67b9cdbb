// dialogue: lines that begin with the interviewer's name ask, those that begin with the
// candidate's answer. At least two exchanges make a dialogue.

#include "cards/none.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

constexpr std::size_t kLongestName = 32;  // bytes, with its marks

struct Turn {
    std::size_t line = 0;  ///< Index into the text lines.
    bool asks = false;
    std::string text;
};

/// Who speaks: the word before the first colon.
std::optional<Turn> turn_of(const Page& page, const TextLine& line, std::size_t index,
                            const Words& words) {
    const auto colon = first_colon(line.words, kLongestName);
    if (colon == 0 || colon == kNone) return std::nullopt;
    const auto text = said_in(page, line);
    const auto said = first_colon(text, text.size());
    if (said == kNone) return std::nullopt;
    const auto name = std::string_view{text}.substr(0, said);
    const bool asks = is_titled(name, "interviewers", words);
    if (!asks && !is_titled(name, "candidates", words)) return std::nullopt;
    const auto length = text[said] == ':' ? std::size_t{1} : std::size_t{3};
    return Turn{index, asks, std::string{trim(std::string_view{text}.substr(said + length))}};
}

}  // namespace

void find_dialogues(Reading& reading) {
    const auto& page = reading.page();
    const auto& lines = page.text_lines();
    std::vector<Turn> turns;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!reading.is_free(lines[i].line)) continue;
        if (auto turn = turn_of(page, lines[i], i, reading.words()))
            turns.push_back(std::move(*turn));
    }
    std::vector<std::size_t> pairs;
    for (std::size_t i = 0; i + 1 < turns.size(); ++i) {
        if (turns[i].asks && !turns[i + 1].asks && content_size(turns[i].text) >= 4)
            pairs.push_back(i);
    }
    if (pairs.size() < 2) return;
    for (const auto i : pairs) {
        const auto& start = lines[turns[i].line];
        const auto& answer = lines[turns[i + 1].line];
        auto next = i + 2;
        while (next < turns.size() && !turns[next].asks) ++next;
        int last = end_of_card(
            page, page.part(start.part).kind == PartKind::Item ? start.part : answer.part,
            [](const Part&, int) { return false; });
        if (next < turns.size()) last = std::min(last, lines[turns[next].line].line - 1);
        if (page.part(start.part).parent >= 0 && !page.part(start.part).quoted)
            last = std::max(last, answer.line);
        reading.add({.rule = "dialogue",
                     .front = turns[i].text,
                     .front_lines = {start.line, answer.line - 1},
                     .back = {answer.line, std::max(answer.line, last)},
                     .section = page.part(start.part).section});
    }
}

}  // namespace wengu
