#pragma once
// Behavioural questions ("tell me about a time ...") and the parts of the story that answers
// one: situation, task, action, result, and what was learned. It finds where a part is
// spoken of; whether the story is good is the person's to say.

#include "interview/words.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wengu {

/// Whether words ask to speak, like "describe" at the beginning.
[[nodiscard]] bool asks_to_speak(std::span<const Word> words);
/// Whether a question word stands among them.
[[nodiscard]] bool asks_within(std::span<const Word> words);

/// Whether `question` wants a story of what the person did.
[[nodiscard]] bool is_behavioural(std::string_view question);

/// A story by its parts, each the clause where it is first spoken of, verbatim.
struct Story {
    std::optional<std::string> situation;
    std::optional<std::string> task;
    std::optional<std::string> action;
    std::optional<std::string> result;
    std::optional<std::string> lesson;
    int said_i = 0;  ///< How often "I" is said, and "we".
    int said_we = 0;
    bool number_in_result = false;  ///< From the result on there is a number.

    friend bool operator==(const Story&, const Story&) = default;
};

[[nodiscard]] Story story_in(std::string_view answer);

}  // namespace wengu
