#include "cards/shown_answer.h"

#include "cards/point_text.h"
#include "core/text.h"

namespace wengu {

std::string shown_answer(std::string_view back) {
    auto text = trim(back);
    constexpr std::string_view kBold = "**";
    const bool bold = text.starts_with(kBold);
    const auto inside = bold ? text.substr(kBold.size()) : text;
    const auto rest = without_opener(inside);
    if (rest.size() == inside.size()) return std::string{back};
    const auto answer = trim(rest);
    // "**A:** text": the bold part held nothing but the opener.
    if (bold && answer.starts_with(kBold)) return std::string{trim(answer.substr(kBold.size()))};
    return std::string{bold ? kBold : std::string_view{}} + std::string{answer};
}

}  // namespace wengu
