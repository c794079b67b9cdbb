// Any bytes split, and every card lies within the note and names a known rule; its key
// points are found, whatever the answer is.

#include "cards/split.h"
#include "core/text.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto note = wengu::read(text, "note.md");
    const int last = note.body_line + static_cast<int>(wengu::split_lines(note.body).size());
    auto drafts = wengu::split(note, "note").drafts;
    wengu::add_points(drafts);
    for (const auto& draft : drafts) {
        const auto& back = draft.back_lines;
        const bool placed = draft.front_line >= note.body_line && draft.front_line <= last;
        const bool answered = back.empty() || (back.first <= back.last && back.last <= last);
        if (!placed || !answered || wengu::statement_of(draft.rule).empty()) std::abort();
        for (const auto& point : draft.points) {
            if (point.title.empty() || point.line > last) std::abort();
        }
    }
    return 0;
}
