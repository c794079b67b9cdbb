#include "mutate.h"

#include <array>

namespace wengu::fuzz {
namespace {

using namespace std::string_view_literals;

constexpr std::array kPieces{"---\n"sv,
                             "+++\n"sv,
                             "\r\n"sv,
                             "\r"sv,
                             "\n\n"sv,
                             "\0"sv,
                             "\xEF\xBB\xBF"sv,
                             "\xFF\xFE"sv,
                             "\xC0\x80"sv,
                             "\xE4\xB8"sv,
                             "：\n"sv,
                             "？\n"sv,
                             "mastery_level: "sv,
                             "next_review: 2026-02-30\n"sv,
                             "review_count: [1, 2]\n"sv,
                             "tags: {a: &b"sv,
                             "'"sv,
                             "\" #"sv,
                             "# "sv,
                             "###### "sv,
                             "> [!question] "sv,
                             "- [ ] "sv,
                             "1) "sv,
                             "\t"sv,
                             "```\n"sv,
                             "~~~~"sv,
                             "| a | b |\n|---|---|\n"sv,
                             "**"sv,
                             "{{c1::"sv,
                             "}}"sv,
                             "=="sv,
                             "::"sv,
                             "\n?\n"sv,
                             "Q: "sv,
                             "答："sv,
                             "<details><summary>"sv,
                             "</details>\n"sv,
                             "<!--"sv,
                             "-->"sv,
                             "$$\n"sv,
                             "[a]: b\n"sv,
                             "[^1]"sv,
                             "\\"sv,
                             "&#0;"sv,
                             "^anchor\n"sv,
                             "99999999999999999999"sv};

std::string_view stretch(std::string_view bytes, std::size_t most, Random& random) {
    if (bytes.empty()) return {};
    const auto from = random.below(bytes.size());
    return bytes.substr(from, 1 + random.below(most));
}

void change_once(std::string& bytes, std::string_view other, Random& random) {
    const auto at = random.below(bytes.size() + 1);
    const auto length = random.below(40);
    switch (random.below(5)) {
        case 0:
            if (at < bytes.size()) bytes[at] = static_cast<char>(random.below(256));
            break;
        case 1: bytes.erase(at, 1 + length); break;
        case 2: bytes.insert(at, std::string{stretch(bytes, 200, random)}); break;
        case 3: bytes.replace(at, length, stretch(other, 200, random)); break;
        default: bytes.insert(at, kPieces[random.below(kPieces.size())]); break;
    }
}

}  // namespace

std::string mutate(std::string_view bytes, std::string_view other, std::size_t limit,
                   Random& random) {
    // Front matter stands at the beginning, so half of the copies begin there.
    const bool cut = bytes.size() > limit && random.below(2) == 0;
    std::string result{bytes.substr(cut ? random.below(bytes.size() - limit) : 0, limit)};
    for (auto changes = 1 + random.below(4); changes > 0; --changes)
        change_once(result, other, random);
    return result;
}

}  // namespace wengu::fuzz
