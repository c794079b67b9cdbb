#pragma once
// Two terms of a card that change places in an answer.

#include "interview/differences.h"

#include <optional>
#include <span>

namespace wengu {

/// Two terms of the card, one of them of point `number`, each said with the company of the
/// other and with none of its own.
[[nodiscard]] std::optional<Clash> exchanged_roles(std::size_t number, std::span<const Heard> card,
                                                   const Heard& said, const Reach& reach,
                                                   const Terms& terms);

}  // namespace wengu
