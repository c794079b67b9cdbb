// Writing back into any bytes: every line but those of the four keys stays as
// it was, byte for byte, and doing it twice changes nothing more. The last four bytes are
// the review state, the rest is the note.

#include "notes/note.h"
#include "notes/write_back.h"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <span>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

/// The next line with its line end, taken off the front.
std::string_view take_line(std::string_view& text) {
    auto end = text.find_first_of("\r\n");
    if (end != std::string_view::npos) end += text.substr(end, 2) == "\r\n" ? 2U : 1U;
    const auto line = text.substr(0, end);
    text.remove_prefix(line.size());
    return line;
}

bool may_change(std::string_view line) {
    constexpr std::array<std::string_view, 4> kKeys{"mastery_level", "next_review", "last_reviewed",
                                                    "review_count"};
    if (line.starts_with('"') || line.starts_with('\'')) line.remove_prefix(1);
    for (const auto key : kKeys) {
        if (line.starts_with(key)) return true;
    }
    return false;
}

/// Lines may differ only between what they share at both ends, the key aside.
void compare(std::string_view before, std::string_view after) {
    while (!before.empty() || !after.empty()) {
        const auto old_line = take_line(before);
        const auto new_line = take_line(after);
        if (old_line == new_line) continue;
        require(may_change(old_line));
        const auto colon = old_line.find(':');
        require(colon != std::string_view::npos &&
                new_line.starts_with(old_line.substr(0, colon + 1)));
        const auto comment = old_line.find(" #");
        if (comment != std::string_view::npos)
            require(new_line.ends_with(old_line.substr(comment)));
    }
}

wengu::ReviewState state_of(std::span<const std::uint8_t, 4> numbers) {
    wengu::ReviewState state;
    state.mastery_level = numbers[0] / 255.0;
    state.review_count = numbers[1] * 7;
    const auto day = [](int since_epoch) { return wengu::Day{std::chrono::days{since_epoch}}; };
    if (numbers[2] % 8 != 0) state.next_review = day(20000 + numbers[2]);
    if (numbers[3] % 8 != 0) state.last_reviewed = day(19000 + numbers[3]);
    return state;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 4) return 0;
    const std::string_view bytes{reinterpret_cast<const char*>(data), size - 4};
    const auto state = state_of(std::span<const std::uint8_t, 4>{data + bytes.size(), 4});
    const auto result = wengu::write_back(bytes, state);
    require(result.changed == (result.bytes != bytes));
    require(!(result.changed && result.refused));
    if (!result.changed) return 0;
    compare(bytes, result.bytes);
    require(!wengu::write_back(result.bytes, state).changed);
    const auto before = wengu::read(bytes, "a.md");
    const auto after = wengu::read(result.bytes, "a.md");
    require(before.body == after.body && before.front_matter.keys == after.front_matter.keys);
    require(before.front_matter.tags == after.front_matter.tags);
    if (after.front_matter.has("review_count")) {
        require(after.front_matter.review_count == state.review_count);
    }
    return 0;
}
