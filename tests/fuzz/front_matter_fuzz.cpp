// Reading any bytes: no crash, and nothing of the note is lost or invented.

#include "notes/encoding.h"
#include "notes/note.h"

#include <cstdint>
#include <cstdlib>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes{reinterpret_cast<const char*>(data), size};
    const auto note = wengu::read(bytes, "a.md");
    require(bytes.ends_with(note.body));
    require(note.body_line >= 1);
    for (const auto& problem : note.problems) {
        require(problem.line >= 1 && !problem.message.empty() && problem.path == "a.md");
    }
    const auto& matter = note.front_matter;
    require(!matter.mastery_level || (*matter.mastery_level >= 0 && *matter.mastery_level <= 1));
    require(matter.review_count.value_or(0) >= 0);
    const auto encoding = wengu::guess_encoding(bytes);
    if (!encoding.valid) {
        require(encoding.offset < size);
        require(!wengu::encoding_problem("a.md", encoding).message.empty());
        if (!encoding.name.empty()) (void)wengu::to_utf8(bytes, encoding.name);
    }
    return 0;
}
