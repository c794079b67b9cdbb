#pragma once
// What the makers of edits share: dice, and a look at the lines of a note.

#include "cards/edits.h"
#include "core/text.h"

#include <algorithm>

namespace wengu::test {

inline std::size_t below(Random& random, std::size_t count) { return random() % count; }

inline bool is_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }
inline bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

inline EditLine& line_of(EditNote& note, int number) {
    return note.lines[static_cast<std::size_t>(number) - 1];
}

/// Lines inside fences, and the fences themselves.
inline std::vector<bool> fenced(const EditNote& note) {
    std::vector<bool> result;
    bool inside = false;
    for (const auto& line : note.lines) {
        const auto text = trim(line.text);
        const bool fence = text.starts_with("```") || text.starts_with("~~~");
        result.push_back(inside || fence);
        if (fence) inside = !inside;
    }
    return result;
}

inline std::size_t heading_level(const std::string& line) {
    const auto marks = std::min(line.find_first_not_of('#'), line.size());
    return marks >= 1 && marks <= 6 && marks < line.size() && line[marks] == ' ' ? marks : 0;
}

// Edits that move text or change its form (edits_places.cpp).
[[nodiscard]] Outcome section_moved(const Scene& scene, Random& random);
[[nodiscard]] Outcome list_reordered(const Scene& scene, Random& random);
[[nodiscard]] Outcome renumbered(const Scene& scene, Random& random);
[[nodiscard]] Outcome file_renamed(const Scene& scene, Random& random);
[[nodiscard]] Outcome note_split(const Scene& scene, Random& random);
[[nodiscard]] Outcome notes_merged(const Scene& scene, Random& random);
[[nodiscard]] Outcome hole_removed(const Scene& scene, Random& random);
[[nodiscard]] Outcome hole_added(const Scene& scene, Random& random);
[[nodiscard]] Outcome blanks(const Scene& scene, Random& random);
[[nodiscard]] Outcome carriage_returns(const Scene& scene, Random& random);

}  // namespace wengu::test
