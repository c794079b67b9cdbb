#include "cards/edit_parts.h"

#include <array>

namespace wengu::test {
namespace {

// --- slips ----------------------------------------------------------------------

constexpr std::u32string_view kNo = U"不非无未没否勿";

/// Places where a slip may happen: inside words, not in numbers, short names,
/// marks or addresses, and not in words that say no.
std::vector<std::size_t> slip_places(const std::u32string& text) {
    static constexpr std::u32string_view kKeep = U"不非无未没否勿问答一二三四五六七八九十第";
    std::vector<std::size_t> places;
    const auto end = std::min(text.find(U"]("), text.size());
    for (std::size_t i = 0; i + 1 < end; ++i) {
        if (text[i] == '<' || text[i] == '{') break;
        if (is_han(text[i]) && is_han(text[i + 1]) && kKeep.find(text[i]) == std::u32string::npos &&
            kKeep.find(text[i + 1]) == std::u32string::npos) {
            places.push_back(i);
        }
        std::size_t left = i;
        while (left > 0 && is_latin(text[left - 1])) --left;
        std::size_t right = i;
        while (right < end && is_latin(text[right])) ++right;
        if (i > left && right - left >= 5 && i + 1 < right) places.push_back(i);
    }
    return places;
}

std::string with_slip(const std::string& line, const std::string& pool, Random& random) {
    auto text = to_code_points(line);
    const auto places = slip_places(text);
    if (places.empty()) return line;
    const auto at = places[below(random, places.size())];
    const bool han = is_han(text[at]);
    switch (below(random, 4)) {
        case 0: std::swap(text[at], text[at + 1]); break;
        case 1: text.erase(at, 1); break;
        case 2: text.insert(at, 1, text[at]); break;
        default: {
            std::u32string letters;
            for (const char32_t c : to_code_points(pool)) {
                const bool fits =
                    han ? is_han(c) && kNo.find(c) == std::u32string::npos : (c >= 'a' && c <= 'z');
                if (fits) letters += c;
            }
            if (!letters.empty()) text[at] = letters[below(random, letters.size())];
        }
    }
    return to_utf8(text);
}

/// A card whose question stands on a line of its own in the note.
const Draft* any_draft(const Scene& scene, Random& random, bool answered) {
    std::vector<const Draft*> fit;
    for (const auto& draft : scene.drafts) {
        const bool placed = draft.front_line > 0 && draft.kind != CardKind::Cloze;
        if (placed && (!answered || draft.back_lines.last > draft.front_line))
            fit.push_back(&draft);
    }
    return fit.empty() ? nullptr : fit[below(random, fit.size())];
}

Outcome slip_in_question(const Scene& scene, Random& random) {
    const auto* draft = any_draft(scene, random, false);
    if (draft == nullptr) return std::nullopt;
    EditNote note = scene.note;
    auto& line = line_of(note, draft->front_line);
    const auto slipped = with_slip(line.text, text_of(scene.note), random);
    if (slipped == line.text) return std::nullopt;
    line.text = slipped;
    return std::vector{note};
}

// --- answers --------------------------------------------------------------------

/// Lines of an answer that are plain prose or list items and belong to no other question.
std::vector<int> prose_lines(const Scene& scene, const Draft& draft) {
    const auto fences = fenced(scene.note);
    std::vector<int> lines;
    for (int n = std::max(draft.back_lines.first, draft.front_line + 1); n <= draft.back_lines.last;
         ++n) {
        const auto& text = scene.note.lines[static_cast<std::size_t>(n) - 1].text;
        const auto first = trim(text);
        const bool asks = std::ranges::any_of(scene.drafts, [&](const Draft& other) {
            return other.front_line == n || other.front.find(first) != std::string::npos;
        });
        const bool plain = first.size() > 12 && heading_level(text) == 0 && first[0] != '|' &&
                           first[0] != '<' && first[0] != '>' && !first.starts_with("**") &&
                           first.find("::") == std::string::npos;
        if (plain && !asks && !fences[static_cast<std::size_t>(n) - 1]) lines.push_back(n);
    }
    return lines;
}

Outcome slip_in_answer(const Scene& scene, Random& random) {
    const auto* draft = any_draft(scene, random, true);
    if (draft == nullptr) return std::nullopt;
    const auto lines = prose_lines(scene, *draft);
    if (lines.empty()) return std::nullopt;
    EditNote note = scene.note;
    auto& line = line_of(note, lines[below(random, lines.size())]);
    line.text = with_slip(line.text, text_of(scene.note), random);
    return std::vector{note};
}

/// Half of an answer's prose said differently, one line more.
Outcome answer_reworded(const Scene& scene, Random& random) {
    static constexpr std::array<const char*, 4> kSaid{
        "换句话说，要看具体的场景和取舍，再决定采用哪一种做法。",
        "In other words, it depends on what is asked of it.", "实践中还要配合监控来确认效果。",
        "The details differ from one system to the next."};
    const auto* draft = any_draft(scene, random, true);
    if (draft == nullptr) return std::nullopt;
    const auto lines = prose_lines(scene, *draft);
    if (lines.empty()) return std::nullopt;
    EditNote note = scene.note;
    for (const int number : lines) {
        if (below(random, 2) == 0) continue;
        auto& text = line_of(note, number).text;
        const auto start = text.find_first_not_of(" \t-*+0123456789.");
        if (start != std::string::npos)
            text = text.substr(0, start) + kSaid[below(random, kSaid.size())];
    }
    auto& last = line_of(note, lines.back()).text;
    last += kSaid[below(random, kSaid.size())];
    return std::vector{note};
}

// --- questions ------------------------------------------------------------------

/// Where the words of a question start in its line, after marks and labels.
std::size_t words_start(const std::string& line) {
    auto at = line.find_first_not_of(" \t#*->0123456789.、）)");
    if (at == std::string::npos) return at;
    for (const char* colon : {"：", ": ", ":", "、"}) {
        const auto found = line.find(colon, at);
        if (found != std::string::npos && found - at < 24) return found + std::string{colon}.size();
    }
    return at;
}

/// Words of a question replaced, at most 30 % of its letters. A question
/// without an answer gets only words that ask the same.
Outcome question_reworded(const Scene& scene, Random& random) {
    static constexpr std::array<std::array<const char*, 2>, 12> kSame{
        {{"区别", "差异"},
         {"如何", "怎样"},
         {"为什么", "为何"},
         {"有哪些", "有哪几种"},
         {"原理", "机制"},
         {"作用", "用途"},
         {"特点", "特性"},
         {"介绍", "说明"},
         {"What is", "What exactly is"},
         {"difference", "differences"},
         {"Explain", "Describe"},
         {"How do", "How exactly do"}}};
    static constexpr std::array<const char*, 6> kNeutral{"相关", "内容", "方面",
                                                         "情况", "部分", "细节"};
    const auto* draft = any_draft(scene, random, false);
    if (draft == nullptr) return std::nullopt;
    EditNote note = scene.note;
    auto& line = line_of(note, draft->front_line).text;
    const auto before = line;
    if (line.starts_with("|")) return std::nullopt;
    for (const auto& [from, to] : kSame) {
        const auto at = line.find(from);
        if (at != std::string::npos && below(random, 3) > 0)
            line.replace(at, std::string{from}.size(), to);
    }
    const auto start = words_start(line);
    if (start == std::string::npos) return std::nullopt;
    if (count_code_points(draft->back) >= 40) {
        auto text = to_code_points(line.substr(start));
        auto budget = text.size() * 3 / 10;
        for (std::size_t i = 0; i + 1 < text.size() && budget >= 2; ++i) {
            const bool no = kNo.find(text[i]) != std::u32string::npos ||
                            kNo.find(text[i + 1]) != std::u32string::npos;
            if (!is_han(text[i]) || !is_han(text[i + 1]) || no || below(random, 6) > 0) continue;
            if (text.substr(i).find_first_of(U"？?") == std::u32string::npos &&
                i + 2 >= text.size())
                continue;
            text.replace(i, 2, to_code_points(kNeutral[below(random, kNeutral.size())]));
            i += 2;
            budget -= 2;
        }
        line = line.substr(0, start) + to_utf8(text);
    } else if (below(random, 2) == 0 && line.find("？") != std::string::npos) {
        line.insert(start, "请问");
    }
    if (line == before) return std::nullopt;
    return std::vector{note};
}

// --- edits after which a question is another one --------------------------------

/// One decisive word exchanged, the answer left as it is.
Outcome decisive_word(const Scene& scene, Random& random) {
    static constexpr std::array<std::array<const char*, 2>, 24> kOther{
        {{"TCP", "UDP"},           {"HTTPS", "FTP"},   {"优点", "缺点"},
         {"进程", "线程"},         {"同步", "异步"},   {"为什么", "为什么不"},
         {"2PC", "3PC"},           {"GET", "PUT"},     {"三次", "四次"},
         {"客户端", "服务端"},     {"监督", "无监督"}, {"最大", "最小"},
         {"短期", "长期"},         {"B树", "B+树"},    {"HTTP/1", "HTTP/2"},
         {"block", "inline"},      {"hard", "soft"},   {"stack", "heap"},
         {"should", "should not"}, {"state", "props"}, {"能", "不能"},
         {"内存", "磁盘"},         {"CSS", "SVG"},     {"precision", "recall"}}};
    EditNote note = scene.note;
    std::vector<std::pair<int, std::size_t>> places;
    for (const auto& draft : scene.drafts) {
        for (std::size_t i = 0; i < kOther.size() && draft.front_line > 0; ++i) {
            const bool word =
                line_of(note, draft.front_line).text.find(kOther[i][0]) != std::string::npos;
            if (word && draft.front.find(kOther[i][0]) != std::string::npos)
                places.push_back({draft.front_line, i});
        }
    }
    if (places.empty()) return std::nullopt;
    const auto [number, which] = places[below(random, places.size())];
    auto& line = line_of(note, number);
    const std::string from = kOther[which][0];
    for (auto at = line.text.find(from); at != std::string::npos;
         at = line.text.find(from, at + 12)) {
        line.text.replace(at, from.size(), kOther[which][1]);
    }
    line.origin = 0;
    return std::vector{note};
}

/// Words that ask or join: put in the place of a word they make no other question, and
/// without them none is asked.
bool is_empty_word(const std::u32string& word) {
    static constexpr std::u32string_view kEmpty = U"是什么的了一下如何怎为有哪些请和与";
    static constexpr std::array<const char*, 24> kFunction{
        "what",  "when",   "where", "which", "whom", "does",  "will",  "would",
        "could", "should", "have",  "your",  "that", "this",  "these", "with",
        "from",  "into",   "than",  "them",  "then", "there", "about", "using"};
    if (is_han(word[0])) return word.find_first_of(kEmpty) != std::u32string::npos;
    const auto said = normalise(to_utf8(word));
    return std::ranges::find(kFunction, said) != kFunction.end();
}

/// A word of `line` after its marks replaced by one of a strange question: two
/// Han characters or a Latin word.
bool exchange_word(std::string& line, const std::string& front, const std::string& stranger,
                   Random& random) {
    const auto words = [](const std::u32string& text, std::size_t from) {
        std::vector<std::pair<std::size_t, std::size_t>> found;  // place and length
        for (std::size_t i = from; i < text.size(); ++i) {
            if (i + 1 < text.size() && is_han(text[i]) && is_han(text[i + 1]))
                found.push_back({i, 2});
            std::size_t end = i;
            while (end < text.size() && is_latin(text[end])) ++end;
            if (end - i >= 4 && (i == 0 || !is_latin(text[i - 1]))) found.push_back({i, end - i});
        }
        return found;
    };
    const auto start = words_start(line);
    if (start == std::string::npos) return false;
    auto text = to_code_points(line);
    const auto other = to_code_points(stranger);
    const auto mine =
        words(text, static_cast<std::size_t>(count_code_points(line.substr(0, start))));
    const auto theirs = words(other, 0);
    if (mine.empty() || theirs.empty()) return false;
    const auto [at, length] = mine[below(random, mine.size())];
    const auto [from, taken] = theirs[below(random, theirs.size())];
    if (is_han(text[at]) != is_han(other[from])) return false;
    const auto swapped = to_utf8(text.substr(at, length));
    const bool decides =
        !is_empty_word(other.substr(from, taken)) && !is_empty_word(text.substr(at, length));
    if (!decides || front.find(swapped) == std::string::npos) return false;
    text.replace(at, length, other.substr(from, taken));
    const auto changed = to_utf8(text);
    if (changed == line) return false;
    line = changed;
    return true;
}

/// One word of a question exchanged, and another answer: a new question in the
/// same pattern as the old one.
Outcome same_pattern(const Scene& scene, Random& random) {
    const auto* draft = any_draft(scene, random, true);
    if (draft == nullptr || scene.strangers.empty()) return std::nullopt;
    EditNote note = scene.note;
    auto& line = line_of(note, draft->front_line);
    const auto& stranger = scene.strangers[below(random, scene.strangers.size())];
    if (!exchange_word(line.text, draft->front, stranger[0], random)) return std::nullopt;
    line.origin = 0;
    note.lines.erase(note.lines.begin() + draft->front_line,
                     note.lines.begin() + draft->back_lines.last);
    std::vector<EditLine> lines{{"", 0}};
    for (const auto text : split_lines(stranger[2])) lines.push_back({std::string{text}, 0});
    lines.push_back({"", 0});
    note.lines.insert(note.lines.begin() + draft->front_line, lines.begin(), lines.end());
    return std::vector{note};
}

/// The same where there is no answer to tell them apart.
Outcome same_pattern_open(const Scene& scene, Random& random) {
    const auto* draft = any_draft(scene, random, false);
    if (draft == nullptr || !draft->back.empty() || scene.strangers.empty()) return std::nullopt;
    EditNote note = scene.note;
    auto& line = line_of(note, draft->front_line);
    const auto& stranger = scene.strangers[below(random, scene.strangers.size())];
    if (!exchange_word(line.text, draft->front, stranger[0], random)) return std::nullopt;
    line.origin = 0;
    return std::vector{note};
}

/// The last line of what a line asks, in whichever direction it is asked.
int last_line(const Scene& scene, const Draft& draft) {
    int last = std::max(draft.front_line, draft.back_lines.last);
    for (const auto& other : scene.drafts) {
        if (other.front_line == draft.front_line) last = std::max(last, other.back_lines.last);
    }
    return last;
}

/// Another question with its answer in the place of one.
Outcome another_question(const Scene& scene, Random& random) {
    const auto* draft = any_draft(scene, random, false);
    if (draft == nullptr || scene.strangers.empty()) return std::nullopt;
    const int last = last_line(scene, *draft);
    EditNote note = scene.note;
    const auto begin = note.lines.begin() + (draft->front_line - 1);
    const auto level = heading_level(begin->text);
    note.lines.erase(begin, note.lines.begin() + last);
    const auto& stranger = scene.strangers[below(random, scene.strangers.size())];
    std::vector<EditLine> lines;
    for (const auto& text : stranger) {
        if (text.empty()) lines.push_back({"", 0});
        for (const auto line : split_lines(text)) lines.push_back({std::string{line}, 0});
    }
    if (level > 0) lines.front().text = std::string(level, '#') + " " + lines.front().text;
    lines.insert(lines.begin(), {"", 0});
    lines.push_back({"", 0});
    note.lines.insert(note.lines.begin() + (draft->front_line - 1), lines.begin(), lines.end());
    return std::vector{note};
}

/// A question deleted with its answer.
Outcome deleted(const Scene& scene, Random& random) {
    const auto* draft = any_draft(scene, random, false);
    if (draft == nullptr) return std::nullopt;
    const int last = last_line(scene, *draft);
    EditNote note = scene.note;
    note.lines.erase(note.lines.begin() + (draft->front_line - 1), note.lines.begin() + last);
    return std::vector{note};
}

}  // namespace

EditNote edit_note(const std::string& path, const std::string& text) {
    EditNote note{path, {}, "\n"};
    int number = 0;
    for (const auto line : split_lines(text)) note.lines.push_back({std::string{line}, ++number});
    return note;
}

std::string text_of(const EditNote& note) {
    std::string text;
    for (const auto& line : note.lines) text += line.text + note.line_end;
    return text;
}

const std::vector<EditKind>& edit_kinds() {
    static const std::vector<EditKind> kKinds{
        {"slip in a question", true, slip_in_question},
        {"slip in an answer", true, slip_in_answer},
        {"answer reworded", true, answer_reworded},
        {"question reworded, up to 30 %", true, question_reworded},
        {"section moved", true, section_moved},
        {"list reordered", true, list_reordered},
        {"headings renumbered", true, renumbered},
        {"file renamed", true, file_renamed},
        {"note split in two", true, note_split},
        {"notes merged", true, notes_merged, true},
        {"cloze hole removed", true, hole_removed},
        {"cloze hole added", true, hole_added},
        {"blanks and blank lines", true, blanks},
        {"CRLF", true, carriage_returns},
        {"decisive word exchanged", false, decisive_word},
        {"new question, same pattern", false, same_pattern},
        {"new open question, same pattern", false, same_pattern_open},
        {"another question in its place", false, another_question},
        {"question deleted", false, deleted},
    };
    return kKinds;
}

}  // namespace wengu::test
