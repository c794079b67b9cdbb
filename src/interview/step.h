#pragma once
// One step of a mock interview as it is saved: enough to go on after the
// program was killed, by taking the steps again in order.

#include "core/time.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace wengu {

/// Named values of a step, as text.
class Fields {
public:
    Fields() = default;
    /// Reads what `to_text` wrote; lines that mean nothing are passed over.
    explicit Fields(std::string_view text);

    /// One "name value" a line; line ends inside values are escaped.
    [[nodiscard]] std::string to_text() const;

    Fields& set(const std::string& name, std::string value);
    Fields& set(const std::string& name, std::int64_t value);

    /// Empty when it is not there.
    [[nodiscard]] std::string text(const std::string& name) const;
    [[nodiscard]] std::optional<std::int64_t> number(const std::string& name) const;

    friend bool operator==(const Fields&, const Fields&) = default;

private:
    std::map<std::string, std::string> values_;
};

struct Step {
    Instant at;
    std::string kind;     ///< "answer", "mark", "grade"...; stored, never changed.
    std::string card_id;  ///< Empty for steps of the drill as a whole.
    Fields fields;

    friend bool operator==(const Step&, const Step&) = default;
};

}  // namespace wengu
