// Edits that leave the words alone: sections moved, lists reordered, headings
// renumbered, notes renamed and split, holes made and closed, blanks.

#include "cards/edit_parts.h"

namespace wengu::test {

// --- order, numbers, files ------------------------------------------------------

/// Where sections of one level start, and where the last of them ends.
static std::vector<std::size_t> section_starts(const EditNote& note, std::size_t level) {
    const auto fences = fenced(note);
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < note.lines.size(); ++i) {
        const auto here = fences[i] ? 0 : heading_level(note.lines[i].text);
        if (here == level) starts.push_back(i);
    }
    return starts;
}

Outcome section_moved(const Scene& scene, Random& random) {
    const auto level = 2 + below(random, 2);
    const auto starts = section_starts(scene.note, level);
    if (starts.size() < 3) return std::nullopt;
    const auto pick = below(random, starts.size() - 1);
    EditNote note = scene.note;
    const auto begin = note.lines.begin() + static_cast<std::ptrdiff_t>(starts[pick]);
    auto end = begin + 1;
    while (end != note.lines.end()) {  // up to the next heading of this level or above
        const auto here = heading_level(end->text);
        if (here != 0 && here <= level &&
            !fenced(scene.note)[static_cast<std::size_t>(end - note.lines.begin())])
            break;
        ++end;
    }
    std::vector<EditLine> section{begin, end};
    note.lines.erase(begin, end);
    if (!note.lines.back().text.empty()) note.lines.push_back({"", 0});
    note.lines.insert(note.lines.end(), section.begin(), section.end());
    return std::vector{note};
}

static std::size_t item_indent(const std::string& line) {
    const auto at = line.find_first_not_of(' ');
    if (at == std::string::npos || at + 2 >= line.size()) return std::string::npos;
    const bool bullet =
        (line[at] == '-' || line[at] == '*' || line[at] == '+') && line[at + 1] == ' ';
    const bool option =
        at + 3 < line.size() && line[at + 3] == ':';  // "- A: ...": its place is its name
    return bullet && !option ? at : std::string::npos;
}

/// The items of one bulleted list, each with what is nested below it, in another order.
Outcome list_reordered(const Scene& scene, Random& random) {
    const auto fences = fenced(scene.note);
    const auto& lines = scene.note.lines;
    std::vector<std::vector<std::size_t>> lists;  // starts of items; the end last
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (fences[i] || item_indent(lines[i].text) != 0) continue;
        std::vector<std::size_t> starts;
        std::size_t at = i;
        for (; at < lines.size() && !lines[at].text.empty() && !fences[at]; ++at) {
            if (item_indent(lines[at].text) == 0) starts.push_back(at);
            if (item_indent(lines[at].text) != 0 && lines[at].text[0] != ' ') break;
        }
        starts.push_back(at);
        if (starts.size() > 3) lists.push_back(starts);
        i = at;
    }
    if (lists.empty()) return std::nullopt;
    const auto& starts = lists[below(random, lists.size())];
    std::vector<std::vector<EditLine>> items;
    for (std::size_t n = 0; n + 1 < starts.size(); ++n) {
        items.emplace_back(lines.begin() + static_cast<std::ptrdiff_t>(starts[n]),
                           lines.begin() + static_cast<std::ptrdiff_t>(starts[n + 1]));
    }
    for (std::size_t n = items.size(); n > 1; --n) std::swap(items[n - 1], items[below(random, n)]);
    EditNote note = scene.note;
    auto out = note.lines.begin() + static_cast<std::ptrdiff_t>(starts.front());
    for (const auto& item : items) out = std::copy(item.begin(), item.end(), out);
    return std::vector{note};
}

/// Every number that counts headings, questions or claims, one higher.
Outcome renumbered(const Scene& scene, Random& /*random*/) {
    EditNote note = scene.note;
    const auto fences = fenced(note);
    bool changed = false;
    for (std::size_t i = 0; i < note.lines.size(); ++i) {
        auto& text = note.lines[i].text;
        if (fences[i] || (heading_level(text) == 0 && !text.starts_with("**"))) continue;
        const auto at = text.find_first_of("0123456789");
        const auto end = at == std::string::npos ? at : text.find_first_not_of("0123456789", at);
        if (end == std::string::npos || at > 16 || end - at > 2) continue;
        const auto before = text.substr(0, at);
        const bool label = before.ends_with("# ") || before.ends_with("**") ||
                           before.ends_with("Q") || before.ends_with("观点") ||
                           before.ends_with("问题") || before.ends_with("风险") ||
                           before.ends_with("策略");
        const auto after = text.substr(end);
        const bool counts = after.starts_with("：") || after.starts_with(":") ||
                            after.starts_with(".") || after.starts_with("、");
        if (!label || !counts) continue;
        text = before + std::to_string(std::stoi(text.substr(at, end - at)) + 1) + after;
        changed = true;
    }
    if (!changed) return std::nullopt;
    return std::vector{note};
}

Outcome file_renamed(const Scene& scene, Random& /*random*/) {
    EditNote note = scene.note;
    note.path = "renamed/another-name.md";
    return std::vector{note};
}

Outcome note_split(const Scene& scene, Random& random) {
    const auto starts = section_starts(scene.note, 2);
    if (starts.size() < 2) return std::nullopt;
    const auto cut = static_cast<std::ptrdiff_t>(starts[1 + below(random, starts.size() - 1)]);
    EditNote first = scene.note;
    EditNote second = scene.note;
    second.path = "second-part.md";
    first.lines.erase(first.lines.begin() + cut, first.lines.end());
    second.lines.erase(second.lines.begin(), second.lines.begin() + cut);
    return std::vector{first, second};
}

/// The lines of a note below its front matter.
static std::vector<EditLine> body_of(const EditNote& note) {
    auto begin = note.lines.begin();
    if (!note.lines.empty() && note.lines.front().text == "---") {
        const auto end = std::find_if(begin + 1, note.lines.end(),
                                      [](const EditLine& line) { return line.text == "---"; });
        if (end != note.lines.end()) begin = end + 1;
    }
    return {begin, note.lines.end()};
}

/// One of two notes appended to the other, which keeps its name, below a heading of its own;
/// sometimes with its headings one level lower.
Outcome notes_merged(const Scene& scene, Random& random) {
    if (scene.other.lines.empty()) return std::nullopt;
    const bool swapped = below(random, 2) == 0;
    EditNote note = swapped ? scene.other : scene.note;
    EditNote second = swapped ? scene.note : scene.other;
    if (below(random, 2) == 0) {
        const auto fences = fenced(second);
        for (std::size_t i = 0; i < second.lines.size(); ++i) {
            const auto level = fences[i] ? 0 : heading_level(second.lines[i].text);
            if (level > 0 && level < 6) second.lines[i].text.insert(0, 1, '#');
        }
    }
    note.lines.insert(note.lines.end(), {{"", 0}, {"## " + second.path, 0}, {"", 0}});
    const auto body = body_of(second);
    note.lines.insert(note.lines.end(), body.begin(), body.end());
    return std::vector{note};
}

// --- holes ----------------------------------------------------------------------

Outcome hole_removed(const Scene& scene, Random& random) {
    std::vector<const Draft*> holes;
    for (const auto& draft : scene.drafts) {
        if (draft.kind == CardKind::Cloze) holes.push_back(&draft);
    }
    if (holes.empty()) return std::nullopt;
    EditNote note = scene.note;
    auto& line = line_of(note, holes[below(random, holes.size())]->front_line).text;
    if (const auto at = line.find("=="); at != std::string::npos) {
        line.erase(at, 2);
        line.erase(line.find("=="), 2);
    } else if (const auto open = line.find("{{c"); open != std::string::npos) {
        line.erase(line.find("}}", open), 2);
        line.erase(open, line.find("::", open) + 2 - open);
    } else {
        return std::nullopt;
    }
    return std::vector{note};
}

Outcome hole_added(const Scene& scene, Random& random) {
    std::vector<const Draft*> holes;
    for (const auto& draft : scene.drafts) {
        if (draft.kind == CardKind::Cloze) holes.push_back(&draft);
    }
    if (holes.empty()) return std::nullopt;
    EditNote note = scene.note;
    auto& line = line_of(note, holes[below(random, holes.size())]->front_line).text;
    const bool highlights = line.find("==") != std::string::npos;
    if (!highlights && line.find("{{c") == std::string::npos) return std::nullopt;
    line += highlights ? "还有 ==另外一处==。" : " It has {{c9::one more}} hole.";
    return std::vector{note};
}

// --- blanks and line ends -------------------------------------------------------

Outcome blanks(const Scene& scene, Random& random) {
    EditNote note = scene.note;
    const auto fences = fenced(note);
    std::vector<EditLine> lines;
    for (std::size_t i = 0; i < note.lines.size(); ++i) {
        lines.push_back(note.lines[i]);
        const bool open = !fences[i] && i > 20;
        if (open && lines.back().text.empty() && below(random, 3) == 0) lines.push_back({"", 0});
        if (open && !lines.back().text.empty() && below(random, 5) == 0) lines.back().text += ' ';
    }
    note.lines = lines;
    return std::vector{note};
}

Outcome carriage_returns(const Scene& scene, Random& /*random*/) {
    EditNote note = scene.note;
    note.line_end = "\r\n";
    return std::vector{note};
}

}  // namespace wengu::test
