#pragma once
// What an interviewer asks next, made of what was said: why, for a number, for an example.
// A probe quotes the speaker only, so that it gives nothing of the card away.

#include "interview/coverage.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace wengu {

enum class ProbeKind : std::uint8_t { Why, Number, Example };

struct Probe {
    ProbeKind kind = ProbeKind::Why;
    std::string text;   ///< In the user's language.
    std::string quote;  ///< The words of the answer it is made of; may be empty.

    friend bool operator==(const Probe&, const Probe&) = default;
};

/// At most two probes, each of another kind, the one most worth asking first: what seems to
/// differ from the card, then what was said without a reason, then what stays without a
/// number, then an example. None for an answer that says nothing.
[[nodiscard]] std::vector<Probe> probes_for(std::string_view answer, const Coverage& coverage);

}  // namespace wengu
