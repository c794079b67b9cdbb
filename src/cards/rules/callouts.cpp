// callout: a quote that opens with [!question] (or faq, help, card): its title asks,
// the rest of the quote answers. Other callouts are cards if their title asks.

#include "cards/rules/rules.h"
#include "cards/rules/scan.h"
#include "cards/wording.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace wengu {
namespace {

/// The title of a question callout; nullopt for any other text.
std::optional<std::string_view> callout_title(std::string_view words) {
    if (!words.starts_with("[!")) return std::nullopt;
    const auto end = words.find(']');
    if (end == std::string_view::npos) return std::nullopt;
    const auto kind = normalise(words.substr(2, end - 2));
    constexpr std::array<std::string_view, 8> kAsking{"anki", "question",  "faq",  "help",
                                                      "card", "flashcard", "quiz", "问题"};
    auto title = words.substr(end + 1);
    if (title.starts_with('-') || title.starts_with('+')) title.remove_prefix(1);
    title = trim(title);
    const bool asks = title.ends_with('?') || title.ends_with("？");
    const bool meant = asks || std::ranges::find(kAsking, kind) != kAsking.end();
    return meant ? std::optional{title} : std::nullopt;
}

}  // namespace

void find_callouts(Reading& reading) {
    const auto& page = reading.page();
    for (const int i : page.parts_of(PartKind::Quote)) {
        const auto& part = page.part(i);
        if (!reading.is_free(part.lines.first)) continue;
        const auto title = callout_title(page.words_of(part.lines.first));
        if (!title) continue;
        int front_line = part.lines.first;
        auto front = clean_text(*title);
        if (front.empty() && part.lines.last > front_line)
            front = clean_text(page.words_of(++front_line));
        if (content_size(front) < 2) continue;
        const auto back = reading.trimmed({front_line + 1, part.lines.last});
        reading.add({.rule = "callout",
                     .front = front,
                     .front_lines = {part.lines.first, front_line},
                     .back = back,
                     .back_text = unquoted(page, back),
                     .context = ContextUse::Never,
                     .section = part.section});
    }
}

}  // namespace wengu
