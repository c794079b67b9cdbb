#include "cards/rules/cloze.h"

#include "cards/none.h"
#include "core/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace wengu {
namespace {

constexpr std::string_view kUnnumbered = "{{cloze ";  // as Logseq writes a hole

/// End of the code span or formula that starts at `at`; `at` if none does.
std::size_t skip_verbatim(std::string_view text, std::size_t at) {
    if (text[at] == '`') {
        const auto length = std::min(text.find_first_not_of('`', at), text.size()) - at;
        const auto end = text.find(text.substr(at, length), at + length);
        return end == kNone ? at : end + length;
    }
    if (text[at] == '$') {
        const auto end = text.find('$', at + 1);
        return end == kNone || text.substr(at, end - at).find('\n') != kNone ? at : end + 1;
    }
    return at;
}

int number_of(std::string_view digits) {
    int value = 0;
    for (const char c : digits.substr(0, 4)) value = value * 10 + (c - '0');
    return value;
}

/// The text with the holes of one group hidden and the others shown.
std::string with_hidden(std::string_view text, const std::vector<Hole>& holes,
                        const std::vector<std::size_t>& hidden) {
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < holes.size(); ++i) {
        const auto& hole = holes[i];
        out += text.substr(at, hole.first - at);
        if (std::ranges::find(hidden, i) == hidden.end()) {
            out += hole.content;
        } else if (hole.hint.empty()) {
            out += "[...]";
        } else {
            out.append("[").append(hole.hint).append("]");
        }
        at = hole.last;
    }
    out += text.substr(at);
    return out;
}

}  // namespace

std::vector<Hole> numbered_holes(std::string_view text) {
    std::vector<Hole> holes;
    for (auto at = text.find("{{c"); at != kNone; at = text.find("{{c", at + 1)) {
        if (text.substr(at).starts_with(kUnnumbered)) {
            const auto start = at + kUnnumbered.size();
            const auto end = text.find("}}", start);
            if (end == kNone) break;
            holes.push_back({at, end + 2, trim(text.substr(start, end - start)), {}, 0});
            continue;
        }
        const auto digits_end = text.find_first_not_of("0123456789", at + 3);
        if (digits_end == kNone || digits_end == at + 3 || text.substr(digits_end, 2) != "::")
            continue;
        const auto start = digits_end + 2;
        const auto end = text.find("}}", start);
        if (end == kNone) break;
        auto content = text.substr(start, end - start);
        std::string_view hint;
        if (const auto mark = content.find("::"); mark != kNone) {
            hint = content.substr(mark + 2);
            content = content.substr(0, mark);
        }
        if (!content.empty())
            holes.push_back(
                {at, end + 2, content, hint, number_of(text.substr(at + 3, digits_end - at - 3))});
    }
    return holes;
}

std::vector<Hole> highlighted_holes(std::string_view text) {
    std::vector<Hole> holes;
    for (std::size_t at = 0; at + 4 < text.size(); ++at) {
        const auto after = skip_verbatim(text, at);
        if (after != at) {
            at = after - 1;
            continue;
        }
        if (text.substr(at, 2) != "==") continue;
        const bool run = text[at + 2] == '=' || text[at + 2] == ' ' || text[at + 2] == '>' ||
                         (at > 0 && (text[at - 1] == '=' || text[at - 1] == '!' ||
                                     text[at - 1] == '<' || text[at - 1] == '>'));
        const auto end = run ? kNone : text.find("==", at + 2);
        if (end == kNone || text[end - 1] == ' ' || text.substr(at, end - at).find('\n') != kNone ||
            (end + 2 < text.size() && text[end + 2] == '=')) {
            while (at + 1 < text.size() && text[at + 1] == '=') ++at;
            continue;
        }
        holes.push_back({at, end + 2, text.substr(at + 2, end - at - 2), {}, 0});
        at = end + 1;
    }
    return holes;
}

std::vector<Hole> bracketed_holes(std::string_view text) {
    std::vector<Hole> holes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (const auto after = skip_verbatim(text, at); after != at) {
            at = after - 1;
            continue;
        }
        if (text[at] == '\\') {
            ++at;
            continue;
        }
        if (text[at] != '[' || (at > 0 && text[at - 1] == '!')) continue;
        const auto end = text.find(']', at);
        if (end == kNone) break;
        const auto content = text.substr(at + 1, end - at - 1);
        const bool link = end + 1 < text.size() && (text[end + 1] == '(' || text[end + 1] == ':');
        const bool box = content == " " || content == "x" || content == "X";
        if (!link && !box && !content.empty() && content.find('[') == kNone)
            holes.push_back({at, end + 1, content, {}, 0});
        at = end;
    }
    return holes;
}

void add_cloze_cards(Reading& reading, std::string_view rule, std::string_view text,
                     LineRange lines, const std::vector<Hole>& holes, int section) {
    std::vector<std::vector<std::size_t>> groups;
    std::map<int, std::size_t> numbered;
    for (std::size_t i = 0; i < holes.size(); ++i) {
        const auto known = holes[i].group > 0 ? numbered.find(holes[i].group) : numbered.end();
        if (known != numbered.end()) {
            groups[known->second].push_back(i);
            continue;
        }
        if (holes[i].group > 0) numbered[holes[i].group] = groups.size();
        groups.push_back({i});
    }
    std::map<std::string, int> times;
    for (const auto& group : groups) {
        std::string id;
        for (const auto i : group)
            id.append(id.empty() ? "" : "|").append(normalise(holes[i].content));
        if (const int nth = ++times[id]; nth > 1)
            id += fmt::format("#{}", nth);  // the same word twice
        reading.add({.rule = rule,
                     .kind = CardKind::Cloze,
                     .front = with_hidden(text, holes, group),
                     .front_lines = lines,
                     .back = lines,
                     .back_text = with_hidden(text, holes, {}),
                     .context = ContextUse::Never,
                     .section = section,
                     .hole = id});
    }
}

}  // namespace wengu
