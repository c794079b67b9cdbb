#pragma once
// How the value of a key of the review state is spelled: a new value in the manner of the old
// one, or a former value again.

#include "notes/write_back.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

/// The new spelling of a value whose old spelling is given; nullopt when the
/// old one is not understood.
using Respell = std::function<std::optional<std::string>(const std::string&)>;

/// One key that is to be updated where the note has it.
struct Field {
    std::string_view key;
    Respell respell;
    bool tight = false;  ///< When it is emptied, the blank before the value goes too.
};

/// The fields that give the note this state, or, for the keys in `former`, what is said there.
[[nodiscard]] std::vector<Field> fields_of(const ReviewState& state,
                                           const std::vector<FormerValue>& former);

/// Whether YAML reads these words, without quotes, as no value.
[[nodiscard]] bool is_empty_word(std::string_view text);

}  // namespace wengu
