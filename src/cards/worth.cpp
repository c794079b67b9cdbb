#include "cards/worth.h"

#include "cards/split.h"
#include "cards/terms.h"
#include "cards/wording.h"
#include "core/byte_set.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <map>

namespace wengu {
namespace {

/// An answer as the reader of a card sees it.
struct Answer {
    int visible = 0;        ///< Characters outside links' addresses, pictures and fences' marks.
    double code_share = 0;  ///< Of its lines.
    double link_share = 0;  ///< Of its bytes.
    bool opens_with_sentence = false;
};

/// The bytes of "[text](address)", "[[page]]" and bare addresses in a line.
std::size_t link_bytes(std::string_view line) {
    static constexpr ByteSet kStarts{"[h"};
    std::size_t bytes = 0;
    for (auto at = kStarts.find(line); at < line.size(); at = kStarts.find(line, at)) {
        const auto rest = line.substr(at);
        std::size_t length = 0;
        if (rest.starts_with("[[")) {
            const auto end = rest.find("]]");
            length = end == std::string_view::npos ? 0 : end + 2;
        } else if (rest.starts_with('[')) {
            const auto middle = rest.find("](");
            const auto end = rest.find(')', middle == std::string_view::npos ? 0 : middle);
            if (middle != std::string_view::npos && end != std::string_view::npos) length = end + 1;
        } else if (rest.starts_with("http://") || rest.starts_with("https://")) {
            length = std::min(rest.find_first_of(" \t)>"), rest.size());
        }
        bytes += length;
        at += std::max<std::size_t>(1, length);
    }
    return bytes;
}

bool ends_sentence(std::string_view text) {
    constexpr std::array<std::string_view, 6> kEnds{"。", ".", "；", ";", "！", "!"};
    return std::ranges::any_of(kEnds, [&](std::string_view end) { return text.ends_with(end); });
}

Answer look_at(std::string_view back) {
    Answer answer;
    int lines = 0;
    int code = 0;
    std::size_t links = 0;
    bool fence = false;
    bool begun = false;
    for (const auto line : split_lines(back)) {
        const auto text = trim(line);
        if (text.empty()) continue;
        ++lines;
        const bool mark = text.starts_with("```") || text.starts_with("~~~");
        if (mark) fence = !fence;
        if (mark || fence) {
            ++code;
            if (!mark) answer.visible += count_code_points(collapse_blanks(text));
            continue;
        }
        links += link_bytes(line);
        const auto words = clean_text(text);
        const int size = count_code_points(words);
        answer.visible += size;
        if (!begun && size > 0) {
            answer.opens_with_sentence = size >= 15 && size <= 300 && ends_sentence(words);
            begun = true;
        }
    }
    answer.code_share = lines == 0 ? 0.0 : static_cast<double>(code) / lines;
    answer.link_share =
        back.empty() ? 0.0 : static_cast<double>(links) / static_cast<double>(back.size());
    return answer;
}

/// A card together with what its worth rests on.
struct Weighed {
    const Draft& draft;
    Answer answer;
    bool asks = false;
    bool same_answer = false;  ///< As another card of the note.
    bool about_title = false;
};

/// "Step 3: …", "第二步", "Exercise 4": a piece of a sequence.
bool is_step(std::string_view front) {
    const auto series = normalise(front);
    for (const std::string_view word :
         {"step", "exercise", "task", "lab", "练习", "步骤", "作业"}) {
        if (series.starts_with(word) && series.find_first_of("0123456789") != std::string::npos)
            return true;
    }
    return series.starts_with("第") && series.find("步") != std::string::npos;
}

struct Reason {
    int points;
    bool (*holds)(const Weighed&);
};

/// The whole of it. More of it was tried and did not carry over from one author to the next.
constexpr std::array kReasons{
    Reason{+1, [](const Weighed& w) { return w.asks && w.answer.visible >= 12; }},
    Reason{+1, [](const Weighed& w) { return w.answer.opens_with_sentence; }},
    Reason{+1, [](const Weighed& w) { return w.answer.visible >= 38; }},
    Reason{+1, [](const Weighed& w) { return w.about_title; }},
    Reason{-2, [](const Weighed& w) { return w.same_answer; }},
    Reason{-2, [](const Weighed& w) { return is_step(w.draft.front); }},
    Reason{
        -2,
        [](const Weighed& w) { return w.answer.visible < 12 && w.draft.kind != CardKind::Open; }},
    Reason{
        -1,
        [](const Weighed& w) { return w.answer.code_share > 0.6 || w.answer.link_share > 0.35; }},
    Reason{-1, [](const Weighed& w) { return w.draft.kind == CardKind::Cloze; }},
};

}  // namespace

void weigh(std::vector<Draft>& drafts, std::string_view title) {
    std::map<std::string_view, int> answers;
    for (const auto& draft : drafts) {
        if (!draft.back.empty() && draft.hole.empty()) ++answers[draft.back];
    }
    const auto subject = terms_of(title);
    for (auto& draft : drafts) {
        const auto again = answers.find(draft.back);
        Weighed weighed{.draft = draft,
                        .answer = look_at(draft.back),
                        .asks = draft.kind != CardKind::Topic && draft.kind != CardKind::Term &&
                                draft.kind != CardKind::Cloze,
                        .same_answer = again != answers.end() && again->second > 1,
                        .about_title = says_one_of(draft.front, subject)};
        draft.worth = 0;
        for (const auto& [points, holds] : kReasons) draft.worth += holds(weighed) ? points : 0;
        if (draft.confidence < kImportConfidence) draft.tier = Tier::Offer;
    }
}

}  // namespace wengu
