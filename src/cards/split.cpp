#include "cards/split.h"

#include "cards/explain.h"
#include "cards/page.h"
#include "cards/points.h"
#include "cards/reading.h"
#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "cards/worth.h"
#include "core/localized.h"
#include "core/message.h"
#include "core/text.h"

#include <algorithm>

namespace wengu {
namespace {

/// A note may say it in more ways than a line: "Anki" at the end of a line is a subject.
bool tells_of_cards(std::string_view tag) {
    const auto name = normalise(tag);
    return is_card_tag(name) || name.starts_with("flashcard") || name.starts_with("cards") ||
           name == "anki";
}

/// Whether the note says that it holds flashcards: by a tag in its front matter or text.
bool holds_flashcards(const Note& note) {
    if (std::ranges::any_of(note.front_matter.tags, tells_of_cards)) return true;
    const auto& text = note.body;
    for (auto at = text.find('#'); at != std::string::npos; at = text.find('#', at + 1)) {
        const auto tag = std::string_view{text}.substr(at + 1);
        if (tag.starts_with("flashcard") || tag.starts_with("卡片")) return true;
    }
    return false;
}

/// "Question" and "答案" say what stands below, not what the note is about.
bool names_note(const Section& section, const Words& words) {
    return section.rank == 1 && section.part >= 0 && !words.has("question titles", section.key) &&
           !words.has("answer titles", section.key);
}

/// The name of the note: its first first-level heading, else its title, else what the
/// caller gave, else the last part of a tag path.
std::string title_of(const Note& note, const Page& page, std::string_view fallback,
                     const Words& words) {
    for (const auto& section : page.sections()) {
        if (names_note(section, words)) return std::string{section.title};
    }
    if (!note.front_matter.title.empty()) return note.front_matter.title;
    if (!fallback.empty()) return std::string{fallback};
    if (note.front_matter.tags.empty()) return {};
    const auto& tag = note.front_matter.tags.front();
    const auto slash = tag.rfind('/');
    return slash == std::string::npos ? tag : tag.substr(slash + 1);
}

/// The name of the whole note, as the topic of its cards begins with it: a first-level heading
/// only where it is the only one, for of several each names a part.
std::string topic_title(const Note& note, const Page& page, std::string_view fallback,
                        const Words& words) {
    const auto is_name = [&](const Section& section) { return names_note(section, words); };
    if (std::ranges::count_if(page.sections(), is_name) == 1) {
        return title_of(note, page, fallback, words);
    }
    return note.front_matter.title.empty() ? std::string{fallback} : note.front_matter.title;
}

/// Whether another program fills the note in when it makes a new one of it: marks for that stand
/// near its beginning, outside of code.
bool is_template(const Page& page) {
    constexpr std::size_t kLookedAt = 2000;  // bytes
    const auto start = page.text().substr(0, kLookedAt);
    if (start.find("{{") == std::string_view::npos &&
        start.find("<% tp.") == std::string_view::npos)
        return false;
    for (int n = page.first_line(); n <= page.last_line(); ++n) {
        const auto line = page.line(n);
        const auto at =
            std::min({line.find("{{title}}"), line.find("{{date"), line.find("<% tp.")});
        if (at == std::string_view::npos || page.is_opaque(n) ||
            line.find('`') != std::string_view::npos)
            continue;
        const auto before = trim(line.substr(0, at));  // prose may speak of a template
        if (before.starts_with('#') || before.ends_with(':') || content_size(before) == 0)
            return true;
    }
    return false;
}

}  // namespace

Split split(const Note& note, std::string_view fallback_title, const Words& words,
            Explaining explaining) {
    const Page page{note.body, note.body_line, words};
    Reading reading{page, words, title_of(note, page, fallback_title, words),
                    holds_flashcards(note), explaining};
    reading.set_topic_title(topic_title(note, page, fallback_title, words));
    if (is_template(page) || note.front_matter.drawn) {
        reading.leave_out(page.first_line(), reading.title(), Why::Template);
        reading.take({page.first_line(), page.last_line()});
    }
    for (const auto& rule : rules()) rule.apply(reading);
    Split result;
    result.drafts = reading.take_drafts();
    const auto dropped = drop_duplicates(result.drafts);
    weigh(result.drafts, reading.title());
    if (explaining == Explaining::Yes) {
        result.explanations = explain_rest(reading);
        for (const auto& [line, front] : dropped)
            result.explanations.push_back(explain(line, front, Why::Duplicate));
        std::ranges::stable_sort(result.explanations, {}, &Explanation::line);
    }
    if (page.unclosed_fence() > 0) {
        result.problems.push_back({note.path, page.unclosed_fence(), 0,
                                   localized("this code block is never closed"),
                                   localized("close it with the marks that open it")});
    }
    return result;
}

void add_points(std::vector<Draft>& drafts) {
    for (auto& draft : drafts) {
        if (!draft.back.empty() && draft.kind != CardKind::Cloze)
            draft.points = points_of(draft.back, draft.back_lines.first);
    }
}

std::string statement_of(std::string_view rule) {
    for (const auto& known : rules()) {
        if (known.id == rule) return tr(std::string{known.statement}.c_str());
    }
    return {};
}

}  // namespace wengu
