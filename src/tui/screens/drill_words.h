#pragma once
// Words and marks that the linear drill and the drill screen share.

#include "interview/drill.h"

#include <optional>
#include <string>

namespace wengu {

/// "[x]", "[~]", "[?]" or "[ ]".
[[nodiscard]] std::string mark_text(Mark mark);

/// Its title and, if it has one, its detail.
[[nodiscard]] std::string point_text(const Point& point);

/// What the machine heard of a point: "sentence 2: ...", "verdict: yours to judge" ...
[[nodiscard]] std::string hint_text(const PointResult& point);

/// "folder/note.md:12": where a card is, short enough for a screen.
[[nodiscard]] std::string short_place(const std::string& place);

/// y, p, n; nullopt for another letter.
[[nodiscard]] std::optional<Mark> mark_for(char letter);

/// 1..4 stand for 25, 50, 75 and 95 per cent; 0 and 5..100 for themselves.
[[nodiscard]] std::optional<int> prediction(std::optional<int> number);

}  // namespace wengu
