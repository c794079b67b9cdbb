// numbered-claim: bold lines with plain numbers ("**1. …**") that divide a section into
// statements. The steps of a procedure are parts of one answer and no cards. sibling:
// one more bold line of a series whose other lines became cards or hold cards. exercise:
// numbered paragraphs that say what to write, each followed by the code that does it.

#include "cards/affixes.h"
#include "cards/filters.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"

#include <algorithm>
#include <map>

namespace wengu {
namespace {

bool is_procedure(std::string_view key) {
    for (const std::string_view word :
         {"步骤", "流程", "过程", "安装", "部署", "配置", "操作", "教程", "如何", "怎么", "实现",
          "step", "how to", "install", "setup", "tutorial", "getting started"}) {
        if (key.find(word) != std::string_view::npos) return true;
    }
    return false;
}

/// Free bold lines outside lists, with nothing else on their lines, by section and series.
std::map<std::pair<int, std::string_view>, std::vector<int>> bold_series(const Reading& reading) {
    std::map<std::pair<int, std::string_view>, std::vector<int>> series;
    const auto& page = reading.page();
    for (const int i : page.parts_of(PartKind::Bold)) {
        const auto& part = page.part(i);
        if (part.depth > 0 || part.quoted || !part.rest.empty() || reading.is_barred(part.section))
            continue;
        if (!part.series.empty()) series[{part.section, part.series}].push_back(i);
    }
    return series;
}

int end_of(const Page& page, int i, std::string_view key) {
    return end_of_card(page, i, [&](const Part& other, int) {
        return other.kind == PartKind::Bold && other.depth == 0 && other.series == key;
    });
}

/// Whether code follows a bold line before the next one of its kind.
bool is_solved(const Page& page, int i) {
    const int last = end_of(page, i, "#");
    for (int k = i + 1; k < page.part_count() && page.part(k).lines.first <= last; ++k) {
        if (page.part(k).kind == PartKind::Code) return true;
    }
    return false;
}

/// A statement is asked for its grounds, a title as it is.
std::string front_of(std::string_view text) {
    const auto claim = without_numbering(text);
    if (!has_cjk(claim)) return std::string{claim};
    for (const std::string_view word :
         {"，", "是", "会", "不", "可以", "应该", "必须", "而", "但"}) {
        if (claim.find(word) != std::string_view::npos)
            return "「" + std::string{claim} + "」：为什么？";
    }
    return std::string{claim};
}

}  // namespace

void find_numbered_claims(Reading& reading) {
    const auto& page = reading.page();
    for (const auto& entry : bold_series(reading)) {
        const auto& key = entry.first;
        const auto& parts = entry.second;
        if (key.second != "#" || parts.size() < 2) continue;
        if (key.first > 0 && (is_procedure(page.section(key.first).key) ||
                              !reading.is_free(page.section(key.first).lines.first)))
            continue;
        for (const int i : parts) {
            const auto& part = page.part(i);
            if (!reading.is_free(part.lines.first) ||
                content_size(without_numbering(part.text)) < 4 ||
                is_label(part.text, reading.words()))
                continue;
            const auto back = reading.trimmed({part.lines.first + 1, end_of(page, i, key.second)});
            if (const auto why = refuse_body(reading, back);
                why && (*why != Why::Short || back.empty())) {
                reading.leave_out(part.lines.first, part.text, *why);
                continue;
            }
            reading.add({.rule = "numbered-claim",
                         .kind = CardKind::Claim,
                         .front = front_of(part.text),
                         .front_lines = part.lines,
                         .back = back,
                         .context = ContextUse::IfNeeded,
                         .section = part.section});
        }
    }
}

void find_exercises(Reading& reading) {
    const auto& page = reading.page();
    std::map<int, std::vector<int>> exercises;  // by section
    for (const int i : page.parts_of(PartKind::Bold)) {
        const auto& part = page.part(i);
        const bool usable = part.depth == 0 && !part.quoted && part.series == "#" &&
                            !part.rest.empty() && is_digit(part.text[0]) &&
                            reading.is_free(part.lines.first) && !reading.is_barred(part.section);
        if (usable) exercises[part.section].push_back(i);
    }
    for (const auto& entry : exercises) {
        const auto& parts = entry.second;
        const auto solved = std::ranges::count_if(parts, [&](int i) { return is_solved(page, i); });
        if (parts.size() < 3 || 3 * static_cast<std::size_t>(solved) < 2 * parts.size()) continue;
        for (const int i : parts) {
            const auto& part = page.part(i);
            const auto words = clean_text(page.words_of(part.lines.first));
            reading.add({.rule = "exercise",
                         .front = std::string{without_numbering(words)},
                         .front_lines = part.lines,
                         .back = {part.lines.last + 1, end_of(page, i, "#")},
                         .section = part.section});
        }
    }
}

void find_sibling_series(Reading& reading) {
    const auto& page = reading.page();
    for (const auto& entry : bold_series(reading)) {
        const auto& key = entry.first;
        const auto& parts = entry.second;
        const auto became = [&](int i) {
            return reading.is_front(page.part(i).lines.first) ||
                   reading.has_front_in({page.part(i).lines.first, end_of(page, i, key.second)});
        };
        if (parts.size() < 3 || parts.size() > 200 || std::ranges::count_if(parts, became) < 2)
            continue;
        for (const int i : parts) {
            const auto& part = page.part(i);
            if (became(i) || !reading.is_free(part.lines.first)) continue;
            // What follows the list below it belongs to the whole section again.
            const auto lines = reading.trimmed({part.lines.first + 1, end_of(page, i, key.second)});
            int last = lines.last;
            for (int k = i + 1; k < page.part_count() && page.part(k).lines.first <= lines.last;
                 k = page.part(k).end) {
                const auto& inside = page.part(k);
                if (inside.kind == PartKind::Bold && inside.depth == 0 && inside.rest.empty() &&
                    k > i + 1) {
                    last = inside.lines.first - 1;
                    break;
                }
            }
            const auto back = lines.empty() ? lines : reading.trimmed({lines.first, last});
            if (back.empty() || is_check_list(reading, back)) continue;
            reading.add({.rule = "sibling",
                         .kind = CardKind::Topic,
                         .front = std::string{part.text},
                         .front_lines = part.lines,
                         .back = back,
                         .context = ContextUse::Always,
                         .section = part.section});
        }
    }
}

}  // namespace wengu
