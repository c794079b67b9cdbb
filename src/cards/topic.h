#pragma once
// The topic of a card: where in the notes its question stands. It is shown beside the front and
// is no part of the card's identity.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// Between the parts of a topic: "令牌桶限流 › 实现".
inline constexpr std::string_view kTopicMark = " › ";

/// The parts of a topic line, outermost first, put together. Parts that are empty, that repeat
/// the one before them or only say what `front` says are left out.
[[nodiscard]] std::string topic_line(const std::vector<std::string>& parts, std::string_view front);

/// `topic` in at most `columns` of a screen, where a Han character takes two: what stands
/// leftmost goes first, and a single part that is still too wide is cut at its end.
[[nodiscard]] std::string shortened_topic(std::string_view topic, std::size_t columns);

/// What an interviewer would say: the question as it is where it asks and names its subject, and
/// else one sentence of it and of what the topic begins with, the note's name:
/// "令牌桶限流：关键技术点有哪些要点？". `asks` says that the front is a question.
[[nodiscard]] std::string spoken_question(std::string_view front, std::string_view topic,
                                          bool asks);

}  // namespace wengu
