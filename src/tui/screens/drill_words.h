#pragma once
// Words and marks that the linear drill and the drill screen share.

#include "interview/drill.h"

#include <optional>
#include <string>
#include <vector>

namespace wengu {

/// "[x]", "[~]", "[?]" or "[ ]"; "[!]" while what differs from the note is not decided.
[[nodiscard]] std::string mark_text(const PointResult& point);

/// Its title and, if it has one, its detail.
[[nodiscard]] std::string point_text(const Point& point);

/// What the machine heard of a point: "sentence 2: ...", "verdict: yours to judge" ...
[[nodiscard]] std::string hint_text(const PointResult& point);

/// The same, a line each: of what differs, the note's words and below them what was said.
[[nodiscard]] std::vector<std::string> hint_texts(const PointResult& point);

/// What an open point may have been said with: the first sentences that no point explains.
/// Empty where the point is decided, or differs.
[[nodiscard]] std::vector<std::string> left_over_texts(const QuestionResult& result,
                                                       const PointResult& point);

/// "folder/note.md:12": where a card is, short enough for a screen.
[[nodiscard]] std::string short_place(const std::string& place);

/// y, p, n; nullopt for another letter.
[[nodiscard]] std::optional<Mark> mark_for(char letter);

/// 1..4 stand for 25, 50, 75 and 95 per cent; 0 and 5..100 for themselves.
[[nodiscard]] std::optional<int> prediction(std::optional<int> number);

}  // namespace wengu
